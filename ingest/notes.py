"""Notes at the foot of a page: taken out of the lines, and their marks found in the text, also glued ones."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from ingest.hyphens import Hyphens
from ingest.manuscript import Line
from ingest.marks import LEADING, SEAL, bare, seal_mark
from ingest.numbering import numbering

_NUMBERED = re.compile(r"(\d{1,3}) ?(?=[^\W\d_]|[«“\"'‘(]|\d{6})")
_GLUED = re.compile(
    r"(?<=[^\W\dA-Z_])[)»”’\"']{0,3}[.,;:?!]?[)»”’\"']{0,3}(\d{1,3}(?:, ?\d{1,3})*)(?=$|[\s.,;:?!)»”’\]])"
)
_NO_WORD = re.compile(r"(?:^|[\W\d_])(?:[mckd]?m|nr|nrs|art|par|blz|lid|sub|nota|jo|ca|p|o|c)[.,]?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,3}")
_STEP = 3


def take(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[str, str]]]:
    """Take the notes out of the lines and seal their glued marks.

    Returns the lines, with gaps where notes stood, and the notes as pairs of mark and text. A digit glued to
    a word is a mark only where a note of that number follows; no other digit is touched.
    """
    taker = _Taker(lines)
    index = 0
    while index < len(taker.lines):
        index = taker.take(index)
    taker.seal_glued()
    return taker.lines, taker.notes


class _Taker:
    """Walks through the lines and knows which note may come next."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = list(lines)
        self.notes: list[tuple[str, str]] = []
        self._last = 0
        self._after_note = False
        self._places = _marks(lines)
        self._hyphens = Hyphens(line.text for line in lines)
        self._glued: dict[int, list[tuple[int, int, str]]] = {}

    def take(self, index: int) -> int:
        """Take the note that starts at a line, if one does; return the line to go on with."""
        text = self.lines[index].text
        starts = bool(text) and (self._after_note or index == 0 or _parted(self.lines[index - 1], self.lines[index]))
        mark = self._mark(index, text) if starts else None
        if mark is None:
            self._after_note = self._after_note and not text
            return index + 1
        end = self._end(index)
        joined = reduce(self._hyphens.join, (bare(line.text) for line in self.lines[index:end]))
        self.notes.append((mark, joined[len(mark) :].strip() if joined.startswith(mark) else joined.strip()))
        for at in range(index, end):
            self.lines[at] = replace(self.lines[at], text="", gap=True)
        self._after_note = True
        return end

    def _mark(self, index: int, text: str) -> str | None:
        if text[0] == "\ue000":
            leading = LEADING.match(text)
            if leading is not None and leading.end() < len(text):
                self._last = int(leading[1]) if leading[1].isdecimal() else self._last
                return leading[1]
            return None
        if not "0" <= text[0] <= "9" or (numbered := _NUMBERED.match(text)) is None:
            return None
        number = int(numbered[1])
        if not (number == 1 or self._last < number <= self._last + _STEP) or not self._claim(numbered[1], index):
            return None
        self._last = number
        return numbered[1]

    def _claim(self, number: str, before: int) -> bool:
        places = self._places.get(number, [])
        nearest = bisect_left(places, (before,)) - 1
        if nearest < 0:
            return False
        at, start, end = places.pop(nearest)
        if start >= 0:
            self._glued.setdefault(at, []).append((start, end, number))
        return True

    def _end(self, index: int) -> int:
        end = index + 1
        while end < len(self.lines):
            line = self.lines[end]
            if not line.text or line.opens or line.heading or numbering(line.text):
                break
            self._after_note = True
            if line.text[0] == "\ue000" or self._is_next(line.text):
                break
            end += 1
        return end

    def _is_next(self, text: str) -> bool:
        numbered = _NUMBERED.match(text) if text[0].isdecimal() else None
        return numbered is not None and int(numbered[1]) == self._last + 1 and numbered[1] in self._places

    def seal_glued(self) -> None:
        """Seal the glued marks whose notes were found."""
        for at, places in self._glued.items():
            line = self.lines[at]
            pieces: list[str] = []
            last = 0
            for start, end, number in sorted(places):
                between = line.text[last:start]
                pieces.append((between if between.strip(", ") else "") if last else between)
                pieces.append(seal_mark(number))
                last = end
            self.lines[at] = replace(line, text="".join((*pieces, line.text[last:])))


def _parted(before: Line, line: Line) -> bool:
    return not before.text or line.opens


def _marks(lines: Sequence[Line]) -> defaultdict[str, list[tuple[int, int, int]]]:
    """Where marks stand, by number: line, start and end of glued ones, -1 for sealed ones."""
    places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if "\ue000" in line.text:
            for seal in SEAL.finditer(line.text):
                if seal.start():
                    places[seal[2]].append((at, -1, -1))
        for start, end, number in glued(line.text):
            places[number].append((at, start, end))
    return places


def glued(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where digits are glued to a word as a note mark would be: start, end, digits."""
    if _DIGITS.search(text) is None:
        return
    for found in _GLUED.finditer(text):
        if _NO_WORD.search(text[max(0, found.start() - 8) : found.start(1)]):
            continue
        for digits in _DIGITS.finditer(text, found.start(1), found.end(1)):
            yield digits.start(), digits.end(), digits[0]
