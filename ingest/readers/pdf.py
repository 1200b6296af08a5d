"""PDF: bytes to a manuscript, with pages, notes and page feet told apart by how they stand on the page."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from statistics import median
from threading import Lock

import pypdfium2 as pdfium

from ingest.hyphens import Hyphens
from ingest.manuscript import Line, Manuscript
from ingest.marks import LEADING, bare
from ingest.numbering import numbering
from ingest.readers.typeset import Row, rows
from rag.errors import LetterError

MOST_PAGES = 1_000
"""Pages of the longest letter that is read."""

MOST_CHARACTERS = 5_000_000
"""Characters of the longest letter that is read."""

_MAGIC = b"%PDF-"
_MAGIC_REACH = 1_024
_END = b"%%EOF"
_END_REACH = 4_096
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]{0,4}$")
_DIGITS = re.compile(r"\d+")
_NUMBER_ONLY = re.compile(r"\d{1,4}")
_LEADING = 1.3
_NOTE_LEADING = 1.9
_SAME_HEIGHT = 0.06
_OTHER_HEIGHT = 0.12
_SMALLER = 0.95
_FOOT_GAP = 1.6
_FOOT_REACH = 4.0
_SAME_PLACE = 1.0
_lock = Lock()


def read_pdf(data: bytes, source: str) -> Manuscript:
    """Read a PDF.

    Raises:
        LetterError: the bytes are no PDF, or one that is damaged, locked, too long, or without text.
    """
    with _lock:
        found = _read(data, source)
    if not any(row.text for row in found):
        raise LetterError(
            f"{source}: the PDF has no text layer (scanned pages?); reading pages as pictures needs tesseract with "
            "Dutch (Debian: tesseract-ocr, tesseract-ocr-nld) and is not supported yet, so save it with a text layer."
        )
    body, furniture = _without_feet(found)
    kept, notes = _without_notes(body)
    return Manuscript(tuple(_lines(kept)), notes, furniture)


def _read(data: bytes, source: str) -> list[Row]:
    if not data.strip():
        raise LetterError(f"{source}: the file is empty; replace it with the letter, or remove it.")
    if _MAGIC not in data[:_MAGIC_REACH]:
        raise LetterError(f"{source}: the file is not a PDF; give it the suffix of what it is, or leave it out.")
    if _END not in data[-_END_REACH:]:
        raise LetterError(f"{source}: the PDF is cut off, its end is missing; fetch or save it again.")
    try:
        with pdfium.PdfDocument(data) as document:
            return _rows(document, source)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise LetterError(f"{source}: the PDF is locked with a password; save it without one.") from error
        raise LetterError(f"{source}: the PDF is damaged; fetch or save it again.") from error


def _rows(document: pdfium.PdfDocument, source: str) -> list[Row]:
    count = len(document)
    if count == 0:
        raise LetterError(f"{source}: the PDF has no pages; fetch or save it again.")
    if count > MOST_PAGES:
        raise LetterError(
            f"{source}: the PDF has {count} pages and at most {MOST_PAGES} are read; split it, or leave it out."
        )
    found: list[Row] = []
    left = MOST_CHARACTERS
    for index in range(count):
        page = document[index]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise LetterError(
                f"{source}: the PDF has more than {MOST_CHARACTERS} characters; split it, or leave it out."
            )
        found.extend(rows(text, index + 1))
        text.close()
        page.close()
    return found


def _without_feet(found: Sequence[Row]) -> tuple[list[Row], tuple[str, ...]]:
    """Part the rows that come back at the foot of pages, and what stands with them, from the rest."""
    pages: defaultdict[int, list[Row]] = defaultdict(list)
    for row in found:
        pages[row.page].append(row)
    if len(pages) == 1:
        return list(found), ()
    recurring = _recurring(pages)
    body = _body_height(found)
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


def _without_notes(found: Sequence[Row]) -> tuple[list[Row], tuple[tuple[str, str], ...]]:
    """Part the notes at the foot of pages, which start with a raised mark, from the text."""
    taker = _NoteTaker(found)
    kept = [row for row in found if not taker.takes(row)]
    hyphens = Hyphens(row.text for row in found)
    return kept, tuple((mark, reduce(hyphens.join, map(bare, texts)).strip()) for mark, texts in taker.notes)


class _NoteTaker:
    """Goes from row to row and knows whether it stands in a note."""

    def __init__(self, found: Sequence[Row]) -> None:
        self.notes: list[tuple[str, list[str]]] = []
        self._body = _body_height(found)
        self._lowest: dict[int, float] = {}
        for row in found:
            if row.height >= self._body * _SMALLER:
                self._lowest[row.page] = min(row.base, self._lowest.get(row.page, row.base))
        self._last: Row | None = None

    def takes(self, row: Row) -> bool:
        """Take a row if it belongs to a note."""
        leading = LEADING.match(row.text) if row.mark else None
        if leading is not None and leading.end() < len(row.text) and row.height < self._body * (1 + _SAME_HEIGHT):
            self.notes.append((leading[1], [row.text[leading.end() :]]))
        elif self._last is not None and self._continues(self._last, row):
            self.notes[-1][1].append(row.text)
        else:
            if self._last is not None and (self._last.page == row.page or _ENDED.search(self._last.text)):
                self._last = None
            return False
        self._last = row
        return True

    def _continues(self, last: Row, row: Row) -> bool:
        if abs(row.height - last.height) > last.height * _SAME_HEIGHT:
            return False
        if row.page == last.page:
            return -1 < last.base - row.base < row.height * _NOTE_LEADING
        below = row.base < self._lowest.get(row.page, 0.0)
        return row.page == last.page + 1 and below and row.height < self._body * _SMALLER


def _body_height(found: Sequence[Row]) -> float:
    heights: Counter[float] = Counter()
    for row in found:
        heights[round(row.height, 1)] += len(row.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def _lines(found: Sequence[Row]) -> Iterator[Line]:
    """Make lines of rows, with empty ones where the setting shows that a paragraph ends."""
    leading = _leading(found)
    edges = _right_edges(found)
    last: Row | None = None
    for row in found:
        opens = last is not None and row.page != last.page
        if last is not None and (_stopped_short(last, row, edges) or (not opens and _parted(last, row, leading))):
            yield Line("", last.page)
        yield Line(row.text, row.page, opens=opens)
        last = row


def _leading(found: Sequence[Row]) -> float:
    """Return the usual distance of base lines, in heights of the text."""
    body = _body_height(found)
    gaps = [
        (above.base - below.base) / below.height
        for above, below in pairwise(found)
        if above.page == below.page and above.base > below.base and abs(below.height - body) < body * _SAME_HEIGHT
    ]
    return median(gaps) if gaps else 1.0


def _right_edges(found: Sequence[Row]) -> dict[int, float]:
    edges: dict[int, float] = {}
    for row in found:
        edges[round(row.left)] = max(row.right, edges.get(round(row.left), 0.0))
    return edges


def _parted(above: Row, below: Row, leading: float) -> bool:
    gap = above.base - below.base
    if abs(above.height - below.height) > above.height * _OTHER_HEIGHT:
        return True
    return gap < -below.height or gap > leading * below.height * _LEADING


def _stopped_short(above: Row, below: Row, edges: dict[int, float]) -> bool:
    """Say whether a row ended a sentence although the next word would have fitted behind it."""
    if _ENDED.search(bare(above.text)) is None:
        return False
    room = edges[round(above.left)] - above.right
    return below.first + below.height / 2 < room
