"""PDF: bytes to a manuscript, with pages; text that cannot be seen left out, pages that are pictures read by OCR."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import pairwise
from statistics import median
from threading import Lock

import pypdfium2 as pdfium

from ingest.manuscript import Line, Manuscript
from ingest.marks import bare
from ingest.readers import ocr
from ingest.readers.feet import ENDED, SAME_HEIGHT, body_height, without_feet, without_notes
from ingest.readers.sight import look
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
_LEADING = 1.3
_OTHER_HEIGHT = 0.12
_FEW_CHARACTERS = 200
_lock = Lock()


@dataclass(slots=True)
class _Pages:
    """What the pages of a PDF say: the rows of text, and what was read from the pages that are ``pictures`` of text.

    ``wordless`` are the pages without text on which anything is drawn.
    """

    rows: list[Row] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    wordless: list[int] = field(default_factory=list)
    read: dict[int, list[str]] = field(default_factory=dict)


def read_pdf(data: bytes, source: str) -> Manuscript:
    """Read a PDF.

    Raises:
        LetterError: the bytes are no PDF, or one that is damaged, locked, too long, or without text.
    """
    with _lock:
        pages = _read(data, source)
    if not any(row.text for row in pages.rows) and not any("".join(read).strip() for read in pages.read.values()):
        raise LetterError(f"{source}: the PDF has no text layer, {_why_unread(pages)}; save it with a text layer.")
    body, furniture = without_feet(pages.rows)
    kept, notes = without_notes(body)
    lines = merge(_lines(kept), _pictured(pages.read), key=lambda line: line.page or 0)
    return Manuscript(tuple(lines), notes, furniture, warnings=tuple(_warnings(pages)))


def _why_unread(pages: _Pages) -> str:
    if not pages.pictures:
        return "and nothing else to read on its pages"
    return "and no words were found in the pictures of its pages" if pages.read else f"and {ocr.MISSING}"


def _warnings(pages: _Pages) -> Iterator[str]:
    """Say which pages were read as pictures, and which could not be."""
    if not pages.pictures:
        return
    which = f"{'page' if len(pages.pictures) == 1 else 'pages'} {', '.join(map(str, pages.pictures))}"
    if pages.read:
        yield f"{which}: read from a picture by character recognition; words may be misread"
    else:
        yield f"{which}: a picture without a text layer, not read, as {ocr.MISSING}"


def _read(data: bytes, source: str) -> _Pages:
    if not data.strip():
        raise LetterError(f"{source}: the file is empty; replace it with the letter, or remove it.")
    if _MAGIC not in data[:_MAGIC_REACH]:
        raise LetterError(f"{source}: the file is not a PDF; give it the suffix of what it is, or leave it out.")
    if _END not in data[-_END_REACH:]:
        raise LetterError(f"{source}: the PDF is cut off, its end is missing; fetch or save it again.")
    try:
        with pdfium.PdfDocument(data) as document:
            return _pages(document, source)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise LetterError(f"{source}: the PDF is locked with a password; save it without one.") from error
        raise LetterError(f"{source}: the PDF is damaged; fetch or save it again.") from error


def _pages(document: pdfium.PdfDocument, source: str) -> _Pages:
    count = len(document)
    if count == 0:
        raise LetterError(f"{source}: the PDF has no pages; fetch or save it again.")
    if count > MOST_PAGES:
        raise LetterError(
            f"{source}: the PDF has {count} pages and at most {MOST_PAGES} are read; split it, or leave it out."
        )
    found = _Pages()
    left = MOST_CHARACTERS
    for number in range(1, count + 1):
        left -= _page(document[number - 1], number, found)
        if left < 0:
            raise LetterError(
                f"{source}: the PDF has more than {MOST_CHARACTERS} characters; split it, or leave it out."
            )
    # In a letter that has text, a page without it may show a figure or a rule; else its words may be drawn as shapes.
    found.pictures = found.pictures if found.rows else found.wordless
    _read_pictures(document, found, source)
    return found


def _page(page: pdfium.PdfPage, number: int, found: _Pages) -> int:
    """Take in one page; return how many characters its text layer has."""
    text = page.get_textpage()
    sight = look(page, text)
    there = rows(text, number, sight)
    characters: int = text.count_chars()
    words = sum(len(row.text) for row in there)
    if sight.picture and words < _FEW_CHARACTERS:
        found.pictures.append(number)
    if sight.anything and words == 0:
        found.wordless.append(number)
    found.rows.extend(there)
    text.close()
    page.close()
    return characters


def _read_pictures(document: pdfium.PdfDocument, found: _Pages, source: str) -> None:
    """Read the pages that are pictures, in place of the few words that their text layer may have."""
    if not found.pictures or not ocr.is_installed():
        return
    if len(found.pictures) > ocr.MOST_SCANNED:
        raise LetterError(
            f"{source}: {len(found.pictures)} pages of the PDF are pictures and at most {ocr.MOST_SCANNED} are read; "
            "split it, or save it with a text layer."
        )
    for number in found.pictures:
        page = document[number - 1]
        found.read[number] = ocr.read_page(page, number, source)
        page.close()
    found.rows = [row for row in found.rows if row.page not in found.read]


def _pictured(read: dict[int, list[str]]) -> Iterator[Line]:
    for number, texts in read.items():
        said = "\n".join(texts).strip().split("\n")
        for at, text in enumerate(said):
            yield Line(text.strip(), number, opens=at == 0 and number > 1)


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
    body = body_height(found)
    gaps = [
        (above.base - below.base) / below.height
        for above, below in pairwise(found)
        if above.page == below.page and above.base > below.base and abs(below.height - body) < body * SAME_HEIGHT
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
    if ENDED.search(bare(above.text)) is None:
        return False
    room = edges[round(above.left)] - above.right
    return below.first + below.height / 2 < room
