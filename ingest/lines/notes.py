"""Notes at the foot of a page: taken out of the lines, and their marks found in the text, also glued ones."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise

from ingest.lines import bracketed_notes
from ingest.lines.hyphens import Hyphens
from ingest.lines.numbering import numbering, numbers_alone
from ingest.manuscript import Line
from ingest.marks import LEADING, SEAL, bare, seal_mark
from rag.words.months import DUTCH_MONTH

_NO_NOTE = rf"(?!(?:{DUTCH_MONTH}|miljoen|miljard|procent|euro|maand|maanden|jaar|jaren|weken|dagen|uur)\b)"
_NUMBERED = re.compile(rf"(\d{{1,3}}) ?(?=[^\W\d_]|[«“\"'‘(]|\d{{6}}){_NO_NOTE}")
_MEMBERS = re.compile(r"(?:\d{1,2} ?)?Samenstelling\b")
_OPENING_NOTE = re.compile(r"(\d{1,3}) ?(?=[A-ZÀ-Þ«“\"'‘(]|https?://|www\.|[Zz]ie |[Ii]dem|[Ii]bid)")
_GLUED = re.compile(
    r"(?<=[^\W\dA-Z_])[)»”’\"']{0,3}[.,;:?!]?[)»”’\"']{0,3}(\d{1,3}(?:, ?\d{1,3})*)(?=$|[\s.,;:?!)»”’\]])"
)
_NO_WORD = re.compile(r"(?:^|[\W\d_])(?:[mckd]?m|nr|nrs|art|par|blz|lid|sub|nota|jo|ca|p|o|c)[.,]?$", re.IGNORECASE)
_ENDED = re.compile(r"[.?!:;…\d][\"'”’»)\]]{0,4}$")
_DIGITS = re.compile(r"\d{1,3}")
_STEP = 3


def take(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[str, str]]]:
    """Take the notes out of the lines and seal their glued marks.

    Returns the lines, with gaps where notes stood, and the notes as pairs of mark and text. A digit glued to
    a word is a mark only where a note of that number follows; no other digit is touched.
    """
    taker = _Taker(bracketed_notes.sealed(lines))
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
        self._at_feet = frozenset(_at_page_feet(lines, self._places))
        self._hyphens = Hyphens(line.text for line in lines)
        self._glued: dict[int, list[tuple[int, int, str]]] = {}

    def take(self, index: int) -> int:
        """Take the note that starts at a line, if one does; return the line to go on with."""
        text = self.lines[index].text
        starts = bool(text) and (self._after_note or self._may_start(index))
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

    def _may_start(self, index: int) -> bool:
        return index in self._at_feet or index == 0 or _parted(self.lines[index - 1], self.lines[index])

    def _mark(self, index: int, text: str) -> str | None:
        if text[0] == "\ue000":
            leading = LEADING.match(text)
            if leading is not None and leading.end() < len(text):
                self._last = int(leading[1]) if leading[1].isdecimal() else self._last
                return leading[1]
            return None
        if not "0" <= text[0] <= "9" or (numbered := _NUMBERED.match(text)) is None or numbers_alone(text):
            return None
        number = int(numbered[1])
        if _OPENING_NOTE.match(text) is None and self._is_inside_sentence(index):
            return None
        if not (number == 1 or self._last < number <= self._last + _STEP) or not self._claim(numbered[1], index):
            return None
        self._last = number
        return numbered[1]

    def _is_inside_sentence(self, index: int) -> bool:
        """Whether a line, such as ``1 juli``, goes on with what stood before a page's end."""
        before = next((self.lines[at].text for at in range(index - 1, -1, -1) if self.lines[at].text), "")
        return bool(before) and _ENDED.search(bare(before).rstrip()) is None

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
        return self._end_of_members(index, end)

    def _end_of_members(self, index: int, end: int) -> int:
        """Return where a note on who sits in a committee ends: with the first of its lines that closes a bracket."""
        if _MEMBERS.match(bare(self.lines[index].text)):
            for at in range(index, end):
                if bare(self.lines[at].text).rstrip().endswith((")", ").", ".")):
                    return at + 1
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


def _at_page_feet(lines: Sequence[Line], places: Mapping[str, Sequence[tuple[int, int, int]]]) -> Iterator[int]:
    """Yield the lines that start a note at the end of a page, whether or not an empty line stands before it.

    The notes of a page stand in the order of its marks.
    """
    marks = sorted((at, int(mark)) for mark, found in places.items() if mark.isdecimal() for at, *_ in found)
    ends = [at for at, line in enumerate(lines) if line.gap or line.opens]
    for start, end in pairwise([0, *ends, len(lines)]):
        last = start
        for at, mark in marks[bisect_left(marks, (start, 0)) : bisect_left(marks, (end, 0))]:
            below = (index for index in range(max(at, last) + 1, end) if _opens_note(lines[index].text, mark))
            if (index := next(below, None)) is not None:
                yield index
                last = index


def _opens_note(text: str, mark: int) -> bool:
    found = _OPENING_NOTE.match(text) if "0" <= text[:1] <= "9" else None
    return found is not None and int(found[1]) == mark


def glued(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where digits are glued to a word as a note mark would be: start, end, digits."""
    if _DIGITS.search(text) is None:
        return
    for found in _GLUED.finditer(text):
        if _NO_WORD.search(text[max(0, found.start() - 8) : found.start(1)]):
            continue
        for digits in _DIGITS.finditer(text, found.start(1), found.end(1)):
            yield digits.start(), digits.end(), digits[0]
