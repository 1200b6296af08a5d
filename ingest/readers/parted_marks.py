"""Marks of notes that a converter has parted from the words they follow, or from their notes: joined again."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.lines import bare_numbers
from ingest.lines.notes import glued
from ingest.lines.numbering import numbering
from ingest.manuscript import Line
from ingest.marks import seal_mark

_LONE = re.compile(r"\d{1,3}")
_PAGE_END = re.compile(
    r"(?:[’'‘]s-Gravenhage \d{4}\s+)?(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–—-]\d{2,4}, "
    r"(?:Aanhangsel.{0,30}|(?P<paper>[\dIVXLC .,nr-]{6,40}))|"
    r"(?i:pagina|blad) \d{1,3}(?: (?:van|/) \d{1,3})?"
)
_OFFICIAL = re.compile(r"(?:ah|kst|kv|blg)-[\w-]+|ISSN \d{4} ?[–-] ?\d{4}|[’'‘]s-Gravenhage \d{4}")
_NOTE = re.compile(r"(\d{1,3}) (?=[A-ZÀ-Þ«“\"‘(]|https?://|www\.)")
_MARK = re.compile(
    r"(?:(?<=[^\W\d][.,;:?!)»”’])|(?<=[?!)»”’])|(?<=\b(?:19|20)\d\d[.,])) ?(?P<after>\d{1,3})(?=[ ;)]|[.,](?!\d)|$)|"
    r"(?:(?<=\b(?:19|20)\d\d)|(?<=[A-Z]{3}))(?P<glued>\d{1,3})(?=[ ;)]|[.,](?!\d)|$)"
)
_ABBREVIATED = re.compile(r"(?:\.\w|\b(?:nrs?|blz|art|pp?|par|hfst|vol|ca|max|min))\.$")


def joined(lines: Sequence[Line]) -> list[Line]:
    """Join marks with words and notes, page by page, where notes at the end of the page show them to be marks."""
    result = list(lines)
    asked = bare_numbers.found(lines)
    ends = (at for at, line in enumerate(lines) if line.opens or _ends_page(lines, at))
    for start, end in pairwise([0, *ends, len(lines)]):
        _join_on_page(result, start, end, asked)
    return result


def _ends_page(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is a page's foot; below a lone number it is a note that names a parliamentary paper."""
    found = _PAGE_END.fullmatch(lines[at].text)
    return found is not None and not (found["paper"] and at > 0 and _LONE.fullmatch(lines[at - 1].text))


def _join_on_page(lines: list[Line], start: int, end: int, asked: Container[int]) -> None:
    notes = {number: at for number, at in _last_notes(lines, start, end).items() if at not in asked}
    body = range(start, min(notes.values(), default=start))
    marked = {number for at in body for _, _, number in glued(lines[at].text)} & notes.keys()
    parted = {number: (at, span) for at in body for number, span in _marks(lines[at].text) if number in notes}
    if len(marked | parted.keys()) * 2 <= len(notes):
        return
    for number, at in notes.items():
        if lines[at].text == number:
            below = _below(lines, at, end)
            lines[below] = replace(lines[below], text=f"{number} {lines[below].text}")
            lines[at] = replace(lines[at], text="")
    for number, (at, (first, last)) in sorted(parted.items(), key=lambda one: one[1], reverse=True):
        if number not in marked:
            text = lines[at].text
            lines[at] = replace(lines[at], text=text[:first] + seal_mark(number) + text[last:])


def _last_notes(lines: Sequence[Line], start: int, end: int) -> dict[str, int]:
    """Return where the notes at the end of a page start, by number: they count up to its last line."""
    notes: dict[str, int] = {}
    wanted: int | None = None
    for at in range(end - 1, start - 1, -1):
        text = lines[at].text
        if numbering(text) is not None:
            break
        number = _number(lines, at, end) if "0" <= text[:1] <= "9" else None
        if number is not None and (wanted is None or int(number) == wanted):
            notes[number] = at
            wanted = int(number) - 1
    return notes


def _number(lines: Sequence[Line], at: int, end: int) -> str | None:
    """Return the number with which a note starts on a line, before its text or alone above it."""
    text = lines[at].text
    if _LONE.fullmatch(text):
        below = _below(lines, at, end)
        return text if below < end and _LONE.fullmatch(lines[below].text) is None else None
    found = _NOTE.match(text)
    return found[1] if found else None


def _below(lines: Sequence[Line], at: int, end: int) -> int:
    return next((below for below in range(at + 1, end) if _is_text(lines[below].text)), end)


def _marks(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for found in _MARK.finditer(text):
        if not _ABBREVIATED.search(text[max(0, found.start() - 8) : found.start()]):
            yield found["after"] or found["glued"], found.span()


def _is_text(text: str) -> bool:
    return bool(text) and _OFFICIAL.fullmatch(text) is None
