"""Alignment: which character of the reading text is which character of a page that it was read from.

The reading text is the page's own text with furniture and notes left out, hyphens joined and space set anew. So the
words of both are laid beside each other in their order, and a span of the one is a span of the other by offsets.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from rag.letter import Span

_MOST = 250_000
"""Pairs of characters up to which what differs between two texts is compared character by character."""


def align(ours: str, theirs: str) -> dict[int, int]:
    """Return, for each letter and digit of our text that their text has too, its offset there."""
    mine, yours = _words(ours), _words(theirs)
    matcher = SequenceMatcher(
        None, [ours[s:e].casefold() for s, e in mine], [theirs[s:e].casefold() for s, e in yours], autojunk=False
    )
    known: dict[int, int] = {}
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for one, other in zip(mine[a:b], yours[c:d], strict=True):
                known.update(zip(range(*one), range(*other), strict=True))
        elif kind == "replace":
            known.update(_within(ours, mine[a:b], theirs, yours[c:d]))
    return known


def _within(ours: str, mine: list[Span], theirs: str, yours: list[Span]) -> Iterator[tuple[int, int]]:
    """Align words that differ: one that was broken over two lines, one with the sign of a note glued to it."""
    left = [at for span in mine for at in range(*span)]
    right = [at for span in yours for at in range(*span)]
    if len(left) * len(right) > _MOST:
        return
    matcher = SequenceMatcher(
        None, [ours[at].casefold() for at in left], [theirs[at].casefold() for at in right], autojunk=False
    )
    for a, b, size in matcher.get_matching_blocks():
        yield from zip(left[a : a + size], right[b : b + size], strict=True)


def _words(text: str) -> list[Span]:
    """Return the spans of the runs of letters and digits."""
    found: list[Span] = []
    start = None
    for at, sign in enumerate(f"{text} "):
        if sign.isalnum():
            start = at if start is None else start
        elif start is not None:
            found.append((start, at))
            start = None
    return found
