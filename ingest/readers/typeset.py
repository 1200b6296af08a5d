"""Typesetting: how the characters of a PDF page stand, put together to rows, raised note marks sealed."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.marks import seal_mark
from ingest.readers.decoding import plain
from ingest.readers.sight import Sight

_MARK = re.compile(r"\d{1,3}(?: ?, ?\d{1,3}| \d{1,3})*|\*{1,3}")
_MARKS = re.compile(r"\d{1,3}|\*{1,3}")
_NO_WORD = re.compile(r"(?:\b\d{1,2}|\b[mckd]?m)$")
_BREAKS = frozenset("\r\n")
_HYPHENS = frozenset("\u0002\ufffe")
_SAME_BASE = 0.3
_RAISED = 0.55
_SMALL = 0.8
_WIDE = 3.0
_APART = 0.15
_FIRST = 3
_HEIGHT = 10.0
_MANY = 20
_FEW = 3


@dataclass(slots=True)
class _Run:
    """Characters on one base line, without a wide gap between them; measures in points."""

    left: float
    base: float
    height: float
    right: float = 0.0
    second: float | None = None
    signs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters, the invisible ones made plain."""
        return plain("".join(self.signs))

    def closed(self, right: float, *, spaced: bool) -> "_Run":
        """Return the run with its end set."""
        self.right = right
        if spaced:
            self.signs.append(" ")
        return self


@dataclass(frozen=True, slots=True)
class Row:
    """One line as it stands on its page. ``first`` is the width of its first word with the space behind it.

    ``mark`` is the raised mark with which the row starts, as the first row of a note does.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    height: float
    first: float
    mark: str | None = None


def rows(page: pdfium.PdfTextPage, number: int, sight: Sight) -> list[Row]:
    """Return the rows of a page that can be seen, in the order in which the file has them."""
    lines: list[list[_Run]] = []
    for run in _runs(page, sight):
        if lines and _belongs(lines[-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    found = [_row(line, number) for line in lines]
    return list(_unmeasured(page, number, sight)) if _is_scattered(found) else found


def _is_scattered(found: Sequence[Row]) -> bool:
    """Say whether text runs in another direction than the base lines show, as on a turned page."""
    return len(found) > _MANY and sum(len(row.text) for row in found) < len(found) * _FEW


def _unmeasured(page: pdfium.PdfTextPage, number: int, sight: Sight) -> Iterator[Row]:
    """Yield the lines of a page as the library parts them, as if set evenly."""
    ruler = _Ruler(page)
    seen = "".join(sign for at, sign in enumerate(signs(page)) if sight.shows(at, *ruler.origin(at)))
    for at, line in enumerate(plain(seen).split("\n")):
        if line.strip():
            width = len(line) * _HEIGHT / 2
            yield Row(line.strip(), number, 0.0, width, -1.2 * _HEIGHT * at, _HEIGHT, width)


def signs(page: pdfium.PdfTextPage) -> str:
    """Return the characters of a page, one for each that the page counts."""
    count = page.count_chars()
    text: str = page.get_text_range()
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(page, at) or 32) for at in range(count))


class _Ruler:
    """Measures characters."""

    def __init__(self, page: pdfium.PdfTextPage) -> None:
        self._page = page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = raw.FS_RECTF()

    def origin(self, at: int) -> tuple[float, float]:
        """Return where a character starts on its base line."""
        raw.FPDFText_GetCharOrigin(self._page, at, self._x, self._y)
        return self._x.value, self._y.value

    def height(self, at: int) -> float:
        """Return the height of a character with the room its font gives it."""
        raw.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return abs(float(self._box.top - self._box.bottom)) or _HEIGHT

    def right(self, at: int) -> float:
        """Return where a character ends."""
        raw.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return float(self._box.right)


def _runs(page: pdfium.PdfTextPage, sight: Sight) -> Iterator[_Run]:
    ruler = _Ruler(page)
    run: _Run | None = None
    last, spaced, before = 0, False, 0.0
    for at, sign in enumerate(signs(page)):
        if sign.isspace():
            spaced = spaced or sign not in _BREAKS
            continue
        x, y = ruler.origin(at)
        if not sight.shows(at, x, y):
            continue
        if run is None or abs(y - run.base) > _SAME_BASE or _jumps(run, ruler, last, x - before):
            if run is not None:
                yield run.closed(ruler.right(last), spaced=spaced)
            run = _Run(x, y, ruler.height(at))
        elif spaced:
            run.signs.append(" ")
            run.second = x if run.second is None else run.second
        if len(run.signs) < _FIRST:
            run.height = min(run.height, ruler.height(at))
        run.signs.append("-" if sign in _HYPHENS else sign)
        last, spaced, before = at, False, x
    if run is not None:
        yield run.closed(ruler.right(last), spaced=False)


def _jumps(run: _Run, ruler: _Ruler, last: int, step: float) -> bool:
    """Say whether a step on the base line leads back, or over a gap that no space leaves."""
    if step < -run.height:
        return True
    wide = _WIDE * run.height
    return step > wide and step - (ruler.right(last) - ruler.origin(last)[0]) > wide


def _belongs(line: list[_Run], run: _Run) -> bool:
    """Say whether a run stands on the same line as those before it: raised, lowered, or in another font."""
    main = max(line, key=_height)
    height = max(main.height, run.height)
    gap = run.left - line[-1].right
    return abs(run.base - main.base) < _RAISED * height and -_RAISED * height < gap < _WIDE * height


def _height(run: _Run) -> float:
    return run.height


def _row(line: list[_Run], number: int) -> Row:
    main = max(line, key=_height)
    text, mark = "", None
    for index, run in enumerate(line):
        words = run.text
        if index and run.left - line[index - 1].right > _APART * main.height and text[-1:] != " ":
            text += " "
        if _is_mark(run, main, text):
            text += "".join(map(seal_mark, _MARKS.findall(words))) + (" " if words[-1] == " " else "")
            mark = words.strip() if index == 0 else mark
        else:
            text += words
    second = main.second if main.second is not None else line[-1].right
    return Row(text.strip(), number, line[0].left, line[-1].right, main.base, main.height, second - main.left, mark)


def _is_mark(run: _Run, main: _Run, before: str) -> bool:
    raised = run.height < _SMALL * main.height and run.base - main.base > _APART * main.height
    return raised and _MARK.fullmatch(run.text.strip()) is not None and _NO_WORD.search(before[-8:]) is None
