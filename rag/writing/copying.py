"""Sentences copied from a quote with a word changed: between words that are the same, every difference tells.

Only a sentence in the language of its quote can be a copy.
"""

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import Literal

from rag.writing.likeness import Passage
from rag.writing.polarity import Denials

Alteration = Literal["negation", "figure"]

_BEFORE = 2
"""Words before a difference that must be the same."""

_LONGEST = 2
"""Words up to which a difference is a change of a word, and not other wording."""


def alteration(claim: Passage, quote: Passage) -> Alteration | None:
    """Return what a claim changes in what it copies: a negation, or a figure; None when it changes neither.

    A denial that stands elsewhere in the claim was moved, not left out.
    """
    if claim.language != quote.language:
        return None
    said, given = [word.text for word in claim.words], [word.text for word in quote.words]
    blocks = SequenceMatcher(None, said, given, autojunk=False).get_matching_blocks()
    mine = _unmatched(Denials(claim), {at for one in blocks for at in range(one.a, one.a + one.size)})
    theirs = _unmatched(Denials(quote), {at for one in blocks for at in range(one.b, one.b + one.size)})
    within = theirs & set(range(blocks[0].b, blocks[-2].b if len(blocks) > 1 else 0))
    for here, there in _differences(blocks):
        lacks, adds = theirs & set(there), mine & set(here)
        if (lacks and not mine) or (adds and not within):
            return "negation"
        if here and there and _figures(said, here) != _figures(given, there):
            return "figure"
    return None


def _unmatched(denials: Denials, matched: set[int]) -> set[int]:
    """Return the places of the words that deny and that are not copied."""
    return ({one.at for one in denials.plain} | denials.implied) - matched


def _differences(blocks: Sequence[Match]) -> Iterator[tuple[range, range]]:
    """Yield the places of the words that differ, in the claim and in the quote, where those around are the same."""
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


def _figures(words: Sequence[str], places: range) -> list[str]:
    return [words[at] for at in places if any(sign.isdigit() for sign in words[at])]
