"""Counting: which words stand in which field of which place, in flat columns of numbers.

Every form of a word is folded and numbered once, when it first comes; a place is then a row of numbers. That
keeps a large index small in memory, and lets numpy do the rest.
"""

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.words.analysis import forms, word

Ints = NDArray[np.int32]

FIELDS = ("question", "answer", "context")


@dataclass(frozen=True, slots=True)
class Fields:
    """The words of one place, field by field."""

    question: str
    answer: str
    context: str


class Counting:
    """The words of places, added one place after the other."""

    def __init__(self, documents: Iterable[Fields] = ()) -> None:
        self._numbers = _Numbers()
        self._tokens = {field: array("i") for field in FIELDS}
        self._ends = {field: array("q", [0]) for field in FIELDS}
        self.size = 0
        for document in documents:
            self.add(document)

    @property
    def vocabulary(self) -> list[str]:
        """The words, folded, in the order of their numbers."""
        return self._numbers.words

    def add(self, document: Fields) -> None:
        """Add the next place."""
        for field in FIELDS:
            tokens = self._tokens[field]
            tokens.extend(map(self._numbers.__getitem__, forms(getattr(document, field))))
            self._ends[field].append(len(tokens))
        self.size += 1

    def frequencies(self) -> Counter[str]:
        """Return how often each word stands in all places together."""
        totals = sum(np.bincount(_ints(tokens), minlength=len(self.vocabulary)) for tokens in self._tokens.values())
        return Counter(dict(zip(self.vocabulary, np.asarray(totals).tolist(), strict=True)))

    def pairs(self, field: str) -> tuple[Ints, Ints, Ints]:
        """Return three columns for a field: place, number of a word in it, and how often it stands there."""
        width = max(len(self.vocabulary), 1)
        ends = np.frombuffer(self._ends[field], np.int64)
        places = np.repeat(np.arange(self.size, dtype=np.int64), ends[1:] - ends[:-1])
        keys, counts = np.unique(places * width + _ints(self._tokens[field]), return_counts=True)
        return (keys // width).astype(np.int32), (keys % width).astype(np.int32), counts.astype(np.int32)


class _Numbers(dict[str, int]):
    """The number of the word that a form is of; a form that was not seen before is folded."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._known: dict[str, int] = {}

    def __missing__(self, form: str) -> int:
        folded = word(form)
        number = self._known.setdefault(folded, len(self.words))
        if number == len(self.words):
            self.words.append(folded)
        self[form] = number
        return number


def _ints(numbers: "array[int]") -> Ints:
    return np.frombuffer(numbers, np.int32) if numbers else np.zeros(0, np.int32)
