"""The sheet: a page of the PDF that a letter was read from, and where on it a quote stands."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.sources import digest
from rag.errors import LetterError
from rag.letter import Letter, Span
from ui import drawing
from ui.alignment import align

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as parts of the page's width and height."""

_HOME = Path(__file__).parents[1]
_KEPT = 64
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a PNG picture, how many pages there are, its characters, and the box of each."""

    picture: bytes
    count: int
    text: str
    boxes: tuple[Box, ...]


class SheetGone(LetterError):  # noqa: N818 - it names a state that is shown
    """The file of a letter is no longer there, or no longer as it was read; ``changed`` says which."""

    def __init__(self, path: Path, *, changed: bool) -> None:
        what = "has changed since it was read" if changed else "is no longer there"
        super().__init__(f"{path}: the file {what}; read it again with `vraagbaak ingest`.")
        self.path, self.changed = path, changed


def has_sheets(letter: Letter) -> bool:
    """Say whether a letter was read from a file whose pages can be shown."""
    return letter.source.casefold().endswith(".pdf") and bool(letter.pages)


def draw(path: Path, known: str, number: int) -> Sheet:
    """Draw a page of the file that a letter was read from; the last ones drawn are kept.

    Args:
        path: the file.
        known: the digest of the file when it was read.
        number: of the page, counted from 1.

    Raises:
        SheetGone: the file is gone or has changed.
        LetterError: there is no such page, or it cannot be drawn.
    """
    try:
        now = digest(path.read_bytes())
    except OSError as error:
        raise SheetGone(path, changed=False) from error
    if not known.startswith(now):
        raise SheetGone(path, changed=True)
    return _drawn(path, now, number)


def marks(sheet: Sheet, letter: Letter, number: int, quote: Span) -> tuple[Box, ...]:
    """Return where on a page the words of a span of the letter stand, a box a line; none when they are elsewhere."""
    start, end = span_of_page(letter, number)
    known = align(letter.text[start:end], sheet.text)
    places = sorted(known[at - start] for at in range(max(start, quote[0]), min(end, quote[1])) if at - start in known)
    return tuple(_lines(sheet.boxes[at] for at in places))


def span_of_page(letter: Letter, number: int) -> Span:
    """Return the offsets of what the letter's text has from a page."""
    following = [start for start, _ in letter.pages[1:]] + [len(letter.text)]
    for (start, page), end in zip(letter.pages, following, strict=True):
        if page == number:
            return start, end
    return (0, 0)


@lru_cache(_KEPT)
def _drawn(path: Path, _digest: str, number: int) -> Sheet:
    command = [sys.executable, "-P", "-c", _CODE, str(path), str(number)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=drawing.SECONDS + 5, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise LetterError(f"{path.name}, page {number}: drawing it took too long; open the file itself.") from error
    head, _, picture = done.stdout.partition(b"\n")
    if done.returncode or not picture:
        raise LetterError(
            f"{path.name}, page {number}: cannot be drawn, or there is no such page; open the file itself."
        )
    known = json.loads(head)
    boxes = tuple(tuple(part / drawing.FINE for part in box) for box in known["boxes"])
    return Sheet(picture, known["count"], known["text"], boxes)


_CODE = f"import sys; sys.path.append({str(_HOME)!r}); from ui.drawing import main; main(*sys.argv[1:])"


def _lines(boxes: Iterable[Box]) -> Iterator[Box]:
    """Join the boxes of characters that stand on one line."""
    line: Box | None = None
    for box in boxes:
        if line is not None and _beside(line, box):
            line = (min(line[0], box[0]), min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3]))
        else:
            if line is not None:
                yield line
            line = box
    if line is not None:
        yield line


def _beside(line: Box, box: Box) -> bool:
    """Say whether a character stands on a line, to the right of what is there."""
    shared = min(line[3], box[3]) - max(line[1], box[1])
    height = min(line[3] - line[1], box[3] - box[1])
    return shared > height * _SAME_LINE and box[0] >= line[0]
