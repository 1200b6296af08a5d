"""Sentences with their offsets: what may be quoted is made of whole ones."""

import re

from rag.letter import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n\n|\n(?=(?:[-•–*]|\d{1,2}[.)]|[a-z][.)]) )")
_ITEM = re.compile(r"(?:[-•–*]|\d{1,2}[.)]|[a-z][.)]|\([a-z0-9]\)) ")
_NUMBERING = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,2}|[a-z])\.$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[„“\"«]|(?<!\w)')(?:[A-Z](?:\.[A-Z])*|art|artt|nr|nrs|blz|p|pp|jl|a\.s|ca|bijv|bv|c\.q|cq|d\.d|dd|dhr|dr|drs|"
    r"d\.w\.z|e\.a|e\.d|e\.v|enz|etc|excl|i\.c|i\.e|e\.g|incl|ing|ir|i\.v\.m|i\.p\.v|jhr|m\.b\.t|m\.b\.v|m\.i|max|"
    r"mevr|min|mld|mln|mr|m\.u\.v|m\.n|n\.a\.v|nl|n\.v\.t|o\.a|o\.b\.v|o\.g\.v|o\.m|prof|resp|st|stb|stcrt|t\.a\.t|"
    r"t\.a\.v|t\.b\.v|t\.g\.v|t\.o\.v|t\.w|tel|t\.z\.t|vgl|vs|w\.o|zgn|z\.g|z\.s\.m)\.$",
    re.IGNORECASE,
)
_FINAL = re.compile(r"(?:jl|a\.s|etc|enz|e\.a|e\.d|c\.s|e\.v)\.$", re.IGNORECASE)
"""Abbreviations that may end a sentence; they do when a capital follows."""


def sentences(text: str, span: Span | None = None) -> list[Span]:
    """Return the spans of the sentences of a text, or of a part of it, in their order.

    An empty line or a list item starts a sentence of its own; abbreviations, numbers, dates and references
    ("art. 3.106a", "nr. 967", "d.d. 6 mei") do not end one. All that is not white space is in some sentence.
    """
    start, end = span or (0, len(text))
    found: list[Span] = []
    at = start
    for match in _END.finditer(text, start, end):
        if match.group().startswith("\n") or not _goes_on(text, at, match.end(), end):
            _add(found, text, at, match.end())
            at = match.end()
    _add(found, text, at, end)
    return found


def statements(text: str, span: Span | None = None) -> list[Span]:
    """Return the spans of the sentences, an enumeration together with the sentence that introduces it as one.

    An enumeration is a run of list items; what introduces it ends with a colon.
    """
    found: list[Span] = []
    listing = False
    for start, end in sentences(text, span):
        item = _ITEM.match(text, start) is not None
        announced = bool(found) and item and (listing or text[found[-1][1] - 1] == ":")
        if announced or (listing and "\n" not in text[found[-1][1] : start]):
            found[-1], listing = (found[-1][0], end), True
        else:
            found.append((start, end))
            listing = item
    return found


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    rest = text[stop:end].lstrip()[:1]
    before = text[max(start, stop - 14) : stop]
    if not rest or text[stop:end].startswith("\n"):
        return False
    if rest.islower() or _NUMBERING.search(before):
        return True
    if _FINAL.search(before) and rest.isupper():
        return False
    return bool(_ABBREVIATION.search(before))


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        found.append((start + left, start + len(piece.rstrip())))
