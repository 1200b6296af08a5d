"""Sight: which characters of a PDF page a reader of the page can see.

What is set in white, unseen, out of the page, too small to read, or painted over, is no word of a letter. What the
page looks like decides: only where text is suspect is the page drawn, and where the drawing is blank, it is left out.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_UNSEEN = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})
_STROKED = frozenset({raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP})
_LIGHT = 200
_THIN = 60
_TINY = 2.0
_SMALL_COVER = 3.0
_SCALE = 2.0
_BLANK = 30
_MOST_PIXELS = 20_000_000
_HALF = 0.5
_EDGE = 1.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of one page. ``picture`` says that pictures cover most of it, as those of a scan do."""

    box: Box
    picture: bool
    anything: bool
    hidden: frozenset[int]

    def shows(self, at: int, x: float, y: float) -> bool:
        """Say whether a character that stands at a place can be seen."""
        left, bottom, right, top = self.box
        within = left - _EDGE <= x <= right + _EDGE and bottom - _EDGE <= y <= top + _EDGE
        return within and at not in self.hidden


def look(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Sight:
    """Look at a page."""
    objects = list(page.get_objects())
    box: Box = page.get_bbox()
    area = (box[2] - box[0]) * (box[3] - box[1])
    pictures = [_bounds(one) for one in objects if one.type == raw.FPDF_PAGEOBJ_IMAGE]
    picture = sum(_shared(one, box) for one in pictures) >= area * _HALF
    suspects, unseen = _suspects(objects)
    hidden: frozenset[int] = frozenset()
    if suspects or unseen:
        members = _members(text, suspects if picture else suspects | unseen)
        blank = _Drawing(page, text).blank({one: members[one] for one in members.keys() & suspects})
        hidden = frozenset(at for one, places in members.items() if one in blank | unseen for at in places)
    return Sight(box, picture, bool(objects), hidden)


def _suspects(objects: Sequence[pdfium.PdfObject]) -> tuple[set[int], set[int]]:
    """Return the addresses of text that may not be seen, and of text that is set to be unseen."""
    suspects: set[int] = set()
    unseen: set[int] = set()
    covers: list[Box] = []
    for one in reversed(objects):
        if one.type != raw.FPDF_PAGEOBJ_TEXT:
            if one.level == 0 and _covers(one):
                covers.append(_bounds(one))
            continue
        if raw.FPDFTextObj_GetTextRenderMode(one) in _UNSEEN:
            unseen.add(_address(one.raw))
        elif _is_faint(one) or _is_tiny(one) or (covers and one.level == 0 and _is_below(_bounds(one), covers)):
            suspects.add(_address(one.raw))
    return suspects, unseen


def _bounds(one: pdfium.PdfObject) -> Box:
    """Return the place of an object; one that has none takes up nothing."""
    try:
        box: Box = one.get_bounds()
    except pdfium.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return box


def _address(pointer: Any) -> int:  # noqa: ANN401 - a ctypes pointer has no type that can be written
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _covers(one: pdfium.PdfObject) -> bool:
    if one.type == raw.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(one, mode, stroke) or mode.value == raw.FPDF_FILLMODE_NONE:
            return False
    elif one.type != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    left, bottom, right, top = _bounds(one)
    return min(right - left, top - bottom) > _SMALL_COVER


def _is_below(box: Box, covers: Sequence[Box]) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in covers)


def _is_faint(one: pdfium.PdfObject) -> bool:
    stroked = raw.FPDFTextObj_GetTextRenderMode(one) in _STROKED
    color = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not color(one, red, green, blue, alpha):
        return True
    return alpha.value < _THIN or 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value >= _LIGHT


def _is_tiny(one: pdfium.PdfObject) -> bool:
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(one, size)
    matrix = one.get_matrix()
    return bool(abs(size.value) * float(abs(matrix.c) + abs(matrix.d)) < _TINY)


def _members(text: pdfium.PdfTextPage, suspects: set[int]) -> dict[int, list[int]]:
    """Return, for the text of each address, where its characters are on the page."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(text.count_chars()):
        pointer = raw.FPDFText_GetTextObject(text, at)
        if pointer and (address := _address(pointer)) in suspects:
            found[address].append(at)
    return found


def _shared(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)


def _box(text: pdfium.PdfTextPage, at: int, *, loose: bool = False) -> Box:
    """Return the place of a character; one that has none takes up nothing."""
    try:
        box: Box = text.get_charbox(at, loose=loose)
    except pdfium.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return box


class _Drawing:
    """A page as it looks, in shades of grey."""

    def __init__(self, page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> None:
        self._text = text
        width, height = page.get_size()
        scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        self._bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        self._place = self._bitmap.get_posconv(page).to_bitmap
        self._pixels = memoryview(self._bitmap.buffer).cast("B")

    def blank(self, members: dict[int, list[int]]) -> set[int]:
        """Return the addresses of the text that is blank in the drawing, for most of its characters."""
        return {
            address for address, places in members.items() if sum(self._is_blank(at) for at in places) * 2 > len(places)
        }

    def _is_blank(self, at: int) -> bool:
        box = _box(self._text, at)
        if self._is_tiny(at):
            return True
        shades = [shade for row in self._rows(*box) for shade in (min(row), max(row))]
        return not shades or max(shades) - min(shades) < _BLANK

    def _is_tiny(self, at: int) -> bool:
        _, bottom, _, top = _box(self._text, at, loose=True)
        return abs(top - bottom) < _TINY

    def _rows(self, left: float, bottom: float, right: float, top: float) -> Iterator[memoryview]:
        """Yield the rows of the drawing within a box that have any width."""
        ends = [self._place(left, bottom), self._place(right, top)]
        first, last = (int(bound(x for x, _ in ends)) for bound in (min, max))
        upper, lower = (int(bound(y for _, y in ends)) for bound in (min, max))
        columns = slice(max(first, 0), min(last + 1, self._bitmap.width))
        for y in range(max(upper, 0), min(lower + 1, self._bitmap.height)):
            start = y * self._bitmap.stride
            row = self._pixels[start + columns.start : start + max(columns.stop, columns.start)]
            if len(row):
                yield row
