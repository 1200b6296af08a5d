"""Typesetting: how the characters of a PDF page stand, put together to rows, raised note marks sealed."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.marks import seal_mark
from ingest.readers.decoding import plain

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
        return plain("".join(self.signs))


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


def rows(page: pdfium.PdfTextPage, number: int) -> list[Row]:
    """Return the rows of a page in the order in which the file has them."""
    lines: list[list[_Run]] = []
    for run in _runs(page):
        if lines and _belongs(lines[-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_row(line, number) for line in lines]


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
        return float(self._box.top - self._box.bottom)

    def right(self, at: int) -> float:
        """Return where a character ends."""
        raw.FPDFText_GetLooseCharBox(self._page, at, self._box)
        return float(self._box.right)


def _runs(page: pdfium.PdfTextPage) -> Iterator[_Run]:
    ruler = _Ruler(page)
    run: _Run | None = None
    last, spaced, at_x = 0, False, 0.0
    for at, sign in enumerate(signs(page)):
        if sign.isspace() or sign in _BREAKS:
            spaced = spaced or sign not in _BREAKS
            continue
        x, y = ruler.origin(at)
        if run is not None and _goes_on(run, at_x, x, y) and not _is_wide(run, ruler, last, x):
            if spaced:
                run.signs.append(" ")
                run.second = x if run.second is None else run.second
            if len(run.signs) < _FIRST:
                run.height = min(run.height, ruler.height(at)) or run.height
        else:
            if run is not None:
                run.right = ruler.right(last)
                if spaced:
                    run.signs.append(" ")
                yield run
            run = _Run(x, y, ruler.height(at))
        run.signs.append("-" if sign in _HYPHENS else sign)
        last, spaced, at_x = at, False, x
    if run is not None:
        run.right = ruler.right(last)
        yield run


def _goes_on(run: _Run, before: float, x: float, y: float) -> bool:
    return abs(y - run.base) < _SAME_BASE and x >= before - run.height


def _is_wide(run: _Run, ruler: _Ruler, last: int, x: float) -> bool:
    return x - run.left > _WIDE * run.height and x - ruler.origin(last)[0] > _WIDE * run.height and (
        x - ruler.right(last) > _WIDE * run.height
    )


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
    return Row(
        text.strip(), number, line[0].left, line[-1].right, main.base, main.height, second - main.left, mark
    )


def _is_mark(run: _Run, main: _Run, before: str) -> bool:
    raised = run.height < _SMALL * main.height and run.base - main.base > _APART * main.height
    return raised and _MARK.fullmatch(run.text.strip()) is not None and _NO_WORD.search(before[-8:]) is None
