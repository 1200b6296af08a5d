"""OCR: pages that are only pictures, read by the program tesseract, where that is installed with Dutch."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2 as pdfium

from ingest import limits
from rag.errors import LetterError

MOST_SCANNED = 100
"""Pages of one letter that are read as pictures."""

PAGE_SECONDS = 60
"""How long one picture of a page may take."""

MISSING = "tesseract with Dutch is not installed (Debian: apt install tesseract-ocr tesseract-ocr-nld)"
"""What is said where pages cannot be read as pictures."""

_DPI = 300
_MOST_PIXELS = 25_000_000
_POINTS = 72
_GRACE = 30
_WORD_ROW = "5\t"
_COLUMN = 2.5
_SPECK = 60.0


def is_installed() -> bool:
    """Say whether tesseract is here, and knows Dutch."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    listed = subprocess.run(  # noqa: S603 - the arguments are ours
        [program, "--list-langs"], capture_output=True, check=False, timeout=PAGE_SECONDS
    )
    return b"nld" in listed.stdout.split()


def read_page(page: pdfium.PdfPage, number: int, source: str) -> list[str]:
    """Return the lines that are read from the picture of a page; an empty one where a paragraph ends.

    Raises:
        LetterError: it took too long, or tesseract failed.
    """
    limits.prolong(PAGE_SECONDS + _GRACE)
    try:
        done = subprocess.run(  # noqa: S603 - the program and its arguments are ours
            ["tesseract", "stdin", "stdout", "-l", "nld", "--dpi", str(_DPI), "tsv"],  # noqa: S607 - whichever is installed
            input=_picture(page),
            capture_output=True,
            check=True,
            timeout=PAGE_SECONDS,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise LetterError(
            f"{source}: page {number} is a picture, and reading it took longer than {PAGE_SECONDS} s; save the PDF "
            "with a text layer."
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise LetterError(
            f"{source}: page {number} is a picture, and tesseract could not read it ({error}); save the PDF with a "
            "text layer."
        ) from error
    return list(_lines(done.stdout.decode("utf-8", "replace")))


def _lines(table: str) -> Iterator[str]:
    """Yield the lines of the table that tesseract writes: a row for each word, with its line and its box."""
    words = [_Word.of(row.split("\t")) for row in table.split("\n") if row.startswith(_WORD_ROW)]
    paragraph: tuple[str, ...] | None = None
    for line, together in groupby((word for word in words if not word.is_speck), key=lambda word: word.line):
        if paragraph is not None and line[:-1] != paragraph:
            yield ""
        paragraph = line[:-1]
        yield from _columns(list(together))


def _columns(words: Sequence["_Word"]) -> Iterator[str]:
    """Yield the words of a line, those of another column apart."""
    start = 0
    for at, (before, after) in enumerate(pairwise(words), 1):
        if after.left - before.right > _COLUMN * max(before.height, after.height):
            yield " ".join(word.text for word in words[start:at])
            start = at
    yield " ".join(word.text for word in words[start:])


@dataclass(frozen=True, slots=True)
class _Word:
    """A word where it stands, in points of the picture; ``sure`` goes to 100."""

    line: tuple[str, ...]
    left: int
    right: int
    height: int
    sure: float
    text: str

    @classmethod
    def of(cls, row: Sequence[str]) -> "_Word":
        """Make a word of a row: level, page, block, paragraph, line, word, left, top, width, height, sure, text."""
        left, _, width, height = map(int, row[6:10])
        return cls(tuple(row[2:5]), left, left + width, height, float(row[10]), row[11].strip())

    @property
    def is_speck(self) -> bool:
        """Whether this is dirt or a ruled line, taken for a sign."""
        return not any(map(str.isalnum, self.text)) and self.sure < _SPECK


def _picture(page: pdfium.PdfPage) -> bytes:
    """Draw a page in shades of grey, as a portable grey map."""
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    pixels = memoryview(bitmap.buffer).cast("B")
    rows = (pixels[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
