"""The feet of PDF pages: the rows that come back on every page, and the notes, parted from the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import reduce

from ingest.lines.hyphens import Hyphens
from ingest.lines.numbering import numbering
from ingest.marks import LEADING, bare
from ingest.readers.typeset import Row

SAME_HEIGHT = 0.06
"""How much letters of one size may differ in height, for what is measured of them."""

ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]{0,4}$")
"""The end of a sentence."""

_DIGITS = re.compile(r"\d+")
_NUMBER_ONLY = re.compile(r"\d{1,4}")
_NOTE_LEADING = 1.9
_SMALLER = 0.95
_FOOT_GAP = 1.6
_FOOT_REACH = 4.0
_SAME_PLACE = 1.0


def without_feet(found: Sequence[Row]) -> tuple[list[Row], tuple[str, ...]]:
    """Part the rows that come back at the foot of pages, and what stands with them, from the rest."""
    pages: defaultdict[int, list[Row]] = defaultdict(list)
    for row in found:
        pages[row.page].append(row)
    if len(pages) == 1:
        return list(found), ()
    recurring = _recurring(pages)
    body = body_height(found)
    feet = {id(row) for rows in pages.values() for row in _foot(rows, recurring, body)}
    if all(id(row) in feet for row in found):
        return list(found), ()
    texts = dict.fromkeys(row.text for row in found if id(row) in feet and not _NUMBER_ONLY.fullmatch(row.text))
    once = {_DIGITS.sub("#", bare(text)): bare(text) for text in reversed(texts)}
    return [row for row in found if id(row) not in feet], tuple(reversed(once.values()))


def _recurring(pages: dict[int, list[Row]]) -> set[str]:
    seen: Counter[str] = Counter()
    for rows_of_page in pages.values():
        lowest = min(row.base for row in rows_of_page)
        seen.update({_place(row) for row in rows_of_page if row.base - lowest < row.height * _FOOT_REACH})
    enough = max(2, (len(pages) + 1) // 2)
    return {place for place, times in seen.items() if times >= enough}


def _place(row: Row) -> str:
    """Name a row by its words, digits aside, and by its place on the page."""
    return f"{round(row.base / _SAME_PLACE)} {_DIGITS.sub('#', row.text)}"


def _foot(rows_of_page: Sequence[Row], recurring: set[str], body: float) -> list[Row]:
    """Return the rows at the foot of a page, from the lowest up to the gap above those that recur.

    Where text of the letter's own height stands close above, they are taken for text.
    """
    upwards = sorted(rows_of_page, key=lambda row: row.base)
    recur = [_place(row) in recurring and numbering(row.text) is None for row in upwards]
    if True not in recur:
        return []
    end = len(recur) - recur[::-1].index(True)
    step = max(row.height for row in upwards[:end])
    while end < len(upwards) and upwards[end].base - upwards[end - 1].base < step * _FOOT_GAP:
        if upwards[end].height > body * _SMALLER:
            return []
        end += 1
    return upwards[:end]


def without_notes(found: Sequence[Row]) -> tuple[list[Row], tuple[tuple[str, str], ...]]:
    """Part the notes at the foot of pages, which start with a raised mark, from the text."""
    taker = _NoteTaker(found)
    kept = [row for row in found if not taker.takes(row)]
    hyphens = Hyphens(row.text for row in found)
    return kept, tuple((mark, reduce(hyphens.join, map(bare, texts)).strip()) for mark, texts in taker.notes)


class _NoteTaker:
    """Goes from row to row and knows whether it stands in a note."""

    def __init__(self, found: Sequence[Row]) -> None:
        self.notes: list[tuple[str, list[str]]] = []
        self._body = body_height(found)
        self._lowest: dict[int, float] = {}
        for row in found:
            if row.height >= self._body * _SMALLER:
                self._lowest[row.page] = min(row.base, self._lowest.get(row.page, row.base))
        self._last: Row | None = None

    def takes(self, row: Row) -> bool:
        """Take a row if it belongs to a note."""
        leading = LEADING.match(row.text) if row.mark else None
        if leading is not None and leading.end() < len(row.text) and row.height < self._body * (1 + SAME_HEIGHT):
            self.notes.append((leading[1], [row.text[leading.end() :]]))
        elif self._last is not None and self._continues(self._last, row):
            self.notes[-1][1].append(row.text)
        else:
            if self._last is not None and (self._last.page == row.page or ENDED.search(self._last.text)):
                self._last = None
            return False
        self._last = row
        return True

    def _continues(self, last: Row, row: Row) -> bool:
        if abs(row.height - last.height) > last.height * SAME_HEIGHT:
            return False
        if row.page == last.page:
            return -1 < last.base - row.base < row.height * _NOTE_LEADING
        below = row.base < self._lowest.get(row.page, 0.0)
        return row.page == last.page + 1 and below and row.height < self._body * _SMALLER


def body_height(found: Sequence[Row]) -> float:
    """Return the height in which most of the text is set."""
    heights: Counter[float] = Counter()
    for row in found:
        heights[round(row.height, 1)] += len(row.text)
    return heights.most_common(1)[0][0] if heights else 0.0
