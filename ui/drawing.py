"""Drawing a page of a PDF, in a process of its own: a picture, and which character stands where on it.

``python -m ui.drawing FILE PAGE`` writes to its output a line of JSON, and after it the picture as PNG. It keeps the
limits of reading a letter, so that a file made to do harm costs no more than its own picture.
"""

import ctypes
import io
import json
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest import limits

SECONDS, MEGABYTES = 20, 1024
WIDTH = 1_100
"""Pixels of the picture's width."""

_TALLEST = 4
"""How many times as high as wide a picture is at most."""

_COLOURS = 64
FINE = 10_000
"""Parts of the page that places on it are counted in, across and down."""


def main(path: str, number: str) -> None:
    """Write what is to be drawn of one page, counted from 1; nothing when there is no such page."""
    limits.enter(MEGABYTES)
    limits.allow(SECONDS)
    with pdfium.PdfDocument(Path(path).read_bytes()) as document:
        at = int(number) - 1
        if not 0 <= at < len(document):
            return
        page = document[at]
        text, boxes = _characters(page)
        known = {"count": len(document), "text": text, "boxes": boxes}
        sys.stdout.buffer.write(json.dumps(known).encode() + b"\n" + _picture(page))


def _picture(page: pdfium.PdfPage) -> bytes:
    width, height = page.get_size()
    scale = min(WIDTH / width, WIDTH * _TALLEST / height)
    drawn = page.render(scale=scale).to_pil().convert("RGB").quantize(_COLOURS)
    written = io.BytesIO()
    drawn.save(written, "PNG", optimize=True)
    return written.getvalue()


def _characters(page: pdfium.PdfPage) -> tuple[str, list[list[int]]]:
    """Return the characters of a page, and for each its left, top, right and bottom in ten thousandths of the page."""
    text = page.get_textpage()
    count = text.count_chars()
    signs = [raw.FPDFText_GetUnicode(text.raw, at) for at in range(count)]
    return (
        "".join(chr(sign) if sign and not 0xD800 <= sign < 0xE000 else " " for sign in signs),
        [_box(page, text.get_charbox(at)) for at in range(count)],
    )


def _box(page: pdfium.PdfPage, box: tuple[float, float, float, float]) -> list[int]:
    left, bottom, right, top = box
    corners = [_on_page(page, left, top), _on_page(page, right, bottom)]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return [across[0], down[0], across[1], down[1]]


def _on_page(page: pdfium.PdfPage, x: float, y: float) -> tuple[int, int]:
    """Return where a point of a page stands on its picture, however the page is turned or cut."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page.raw, 0, 0, FINE, FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value, down.value


if __name__ == "__main__":
    main(*sys.argv[1:])
