"""Sentences copied from a quote with a word changed: between words that are the same, every difference tells.

Only a sentence in the language of its quote can be a copy.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from rag.writing.likeness import Passage
from rag.writing.polarity import Denials, is_negation

Alteration = Literal["negation", "figure"]

_BEFORE = 2
"""Words before a difference that must be the same."""

_LONGEST = 2
"""Words up to which a difference is a change of a word, and not other wording."""


def alteration(claim: Passage, quote: Passage) -> Alteration | None:
    """Return what a claim changes in what it copies: a negation, or a figure; None when it changes neither."""
    if claim.language != quote.language:
        return None
    said, given = [word.text for word in claim.words], [word.text for word in quote.words]
    denied = Denials(claim).implied, Denials(quote).implied
    for mine, theirs in _differences(said, given):
        if _denials(said, mine, denied[0]) != _denials(given, theirs, denied[1]):
            return "negation"
        if mine and theirs and _figures(said, mine) != _figures(given, theirs):
            return "figure"
    return None


def _differences(said: Sequence[str], given: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield the places of the words that differ, in the claim and in the quote, where those around are the same."""
    blocks = SequenceMatcher(None, said, given, autojunk=False).get_matching_blocks()
    for one, following in pairwise(blocks):
        mine = range(one.a + one.size, following.a)
        theirs = range(one.b + one.size, following.b)
        if not following.size and not mine:
            theirs = theirs[:1]  # the claim ends here: only the very next word can be one left out
        elif not following.size:
            continue
        begins = one.size >= _BEFORE or one.a == one.b == 0
        if begins and len(mine) <= _LONGEST and len(theirs) <= _LONGEST:
            yield mine, theirs


def _denials(words: Sequence[str], places: range, implied: frozenset[int]) -> int:
    return sum(is_negation(words[at]) or at in implied for at in places)


def _figures(words: Sequence[str], places: range) -> list[str]:
    return [words[at] for at in places if any(sign.isdigit() for sign in words[at])]
