"""Notes listed below the last answer, with marks such as ``1)`` behind the sentences that they belong to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.lines.numbering import numbering
from ingest.manuscript import Line
from ingest.marks import seal_mark

_LISTED = re.compile(r"(\d{1,2})\)\s+(?=\S)")
_MARK = re.compile(r"(?<=[.?!»”’\"')])\s?(\d{1,2})\)(?=[\s.,;:?!]|$)")

Place = tuple[int, int, int]
"""A line, and where in it a mark starts and ends."""


def sealed(lines: Sequence[Line]) -> list[Line]:
    """Seal the marks of notes that stand, counted from 1, at the end of a letter, where each of them has its mark."""
    result = list(lines)
    starts = _listing(lines)
    places = _marks(lines, starts["1"]) if starts else {}
    if not starts or not starts.keys() <= places.keys():
        return result
    for mark, at in starts.items():
        found = _LISTED.match(lines[at].text)
        result[at] = replace(lines[at], text=f"{seal_mark(mark)} {lines[at].text[found.end() if found else 0 :]}")
    for mark, (at, start, end) in sorted(places.items(), key=lambda one: one[1], reverse=True):
        if mark in starts:
            text = result[at].text
            result[at] = replace(result[at], text=text[:start] + seal_mark(mark) + text[end:])
    return result


def _listing(lines: Sequence[Line]) -> dict[str, int]:
    """Return where each note of the listing starts with which the lines end; empty where they end otherwise."""
    starts: dict[str, int] = {}
    wanted: int | None = None
    for at in range(len(lines) - 1, -1, -1):
        text = lines[at].text
        found = _LISTED.match(text)
        if numbering(text) is not None:
            break
        if found is None or (wanted is not None and int(found[1]) != wanted):
            continue
        starts[found[1]], wanted = at, int(found[1]) - 1
        if wanted == 0:
            return starts if at and not lines[at - 1].text else {}
    return {}


def _marks(lines: Sequence[Line], end: int) -> Mapping[str, Place]:
    """Return where each mark first stands above the listing."""
    places: dict[str, Place] = {}
    for at in range(end):
        for found in _MARK.finditer(lines[at].text) if ")" in lines[at].text else ():
            places.setdefault(found[1], (at, *found.span()))
    return places
