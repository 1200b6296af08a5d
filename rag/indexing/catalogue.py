"""The catalogue: the heads of all letters of a generation, and where their places stand, without any letter's text."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rag.filters import Filters
from rag.letter import Head

Mask = NDArray[np.bool_]
"""For every place, by its number, whether it is meant."""

_FILTERS = 64
"""Filters whose places are kept at hand."""


class Address(NamedTuple):
    """Where a place stands: in which letter, and the position of the exchange, with its party, or the paragraph."""

    letter: str
    exchange: int | None
    paragraph: int | None
    party: str | None


class Catalogue:
    """Letters by id, and places by number; the places of a letter have numbers that follow each other.

    Attributes:
        heads: the head of every letter, by its id.
        addresses: where every place stands.
    """

    def __init__(self, heads: Iterable[Head], addresses: Sequence[Address]) -> None:
        self.heads = {head.id: head for head in heads}
        self.addresses = addresses
        self._reach: dict[str, tuple[int, int]] = {}
        self._asked: dict[str, dict[str | None, list[int]]] = {}
        start = 0
        for letter, places in groupby(addresses, key=lambda one: one.letter):
            asked = self._asked.setdefault(letter, {})
            end = start
            for end, one in enumerate(places, start + 1):
                if one.exchange is not None:
                    asked.setdefault(one.party, []).append(end - 1)
            self._reach[letter] = start, end
            start = end
        self.admitted = lru_cache(maxsize=_FILTERS)(self._admitted)

    @property
    def size(self) -> int:
        """The number of places."""
        return len(self.addresses)

    @property
    def parties(self) -> set[str]:
        """The parties that asked an exchange for themselves."""
        return {one.party for one in self.addresses if one.party}

    def numbers(self, letters: Iterable[str]) -> list[int]:
        """Return the numbers of the places of some letters, in their order."""
        reaches = sorted(self._reach[one] for one in letters if one in self._reach)
        return [number for start, end in reaches for number in range(start, end)]

    def mask(self, letters: Iterable[str]) -> Mask:
        """Return the places of some letters."""
        mask = np.zeros(self.size, np.bool_)
        for letter in letters:
            start, end = self._reach.get(letter, (0, 0))
            mask[start:end] = True
        return mask

    def _admitted(self, filters: Filters) -> Mask:
        """Return the places that filters admit."""
        mask = np.zeros(self.size, np.bool_)
        for letter, (start, end) in self._reach.items():
            head = self.heads[letter]
            if not filters.admits_letter(head):
                continue
            if not filters.party:
                mask[start:end] = True
                continue
            for party, numbers in self._asked[letter].items():
                mask[numbers] = filters.admits_asker(head, party)
        return mask
