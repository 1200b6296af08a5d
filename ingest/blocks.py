"""Blocks: paragraphs, list items and headings, made whole again from lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.groups import part_heading
from ingest.hyphens import Hyphens
from ingest.manuscript import Line
from ingest.marks import bare, seal_page
from ingest.numbering import Numbering, numbering

_SPACES = re.compile(r" {2,}")
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]{0,4}$")
_ITEM = re.compile(r"(?:[-–•▪·○*o‣➢]\s+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)(?=\S)")
_DASHED_ITEM = re.compile(r"[-–•*]\s+(?=\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)")
_ITEM_MAY_FOLLOW = re.compile(r"(?:[.:;,?!)]|\ben(?:/of)?|\bof)$")
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "de het een van in en of op te voor met aan bij tot uit door over dat die als om naar dan is zijn wordt worden "
        "niet ook maar onder tussen tegen hun haar zijn deze dit wel nog er zal",
    )
)
_TITLE = 110


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or heading. ``numbering`` is set where the block only numbers questions or answers."""

    text: str
    numbering: Numbering | None = None
    heading: bool = False
    after_gap: bool = False

    @property
    def like_title(self) -> bool:
        """Whether the block could be a heading: short, one line, without a full stop."""
        text = self.text
        return (
            self.numbering is None
            and len(text) <= _TITLE
            and "\n" not in text
            and _ENDED.search(text) is None
            and text[-1:] not in ",-"
            and not text[:1].islower()
            and _ITEM.match(text) is None
        )


def build(lines: Sequence[Line]) -> list[Block]:
    """Make blocks of cleaned lines: wrapped lines joined, halves that a page or a note parted made whole."""
    builder = _Builder(lines)
    for line in lines:
        builder.read(line)
    return [block.finished() for block in _merged(builder.blocks, builder.hyphens)]


class _Growing:
    """A block to which lines are still joined; it keeps its last line apart, so that joining costs no copying."""

    __slots__ = ("after_gap", "heading", "length", "numbering", "pieces")

    def __init__(
        self, text: str, *, numbering: Numbering | None = None, heading: bool = False, gap: bool = False
    ) -> None:
        self.pieces = [text]
        self.length = len(text)
        self.numbering = numbering
        self.heading = heading
        self.after_gap = gap

    @property
    def tail(self) -> str:
        """The last line, its seals taken out."""
        return bare(self.pieces[-1]).rstrip()

    def join(self, text: str, hyphens: Hyphens) -> None:
        """Join what follows a line end."""
        last = self.pieces[-1]
        joined = hyphens.join(last, text)
        self.length += len(joined) - len(last)
        self.pieces[-1] = joined[: len(joined) - len(text)]
        self.pieces.append(joined[len(joined) - len(text) :])

    def append(self, text: str) -> None:
        """Add a list item on a line of its own."""
        self.length += len(text) + 1
        self.pieces.extend(("\n", text))

    def absorb(self, other: "_Growing", hyphens: Hyphens) -> None:
        """Join the second half of a paragraph."""
        first, *rest = other.pieces
        self.join(first, hyphens)
        self.pieces.extend(rest)
        self.length += other.length - len(first)

    def finished(self) -> Block:
        """Return the block."""
        return Block("".join(self.pieces), self.numbering, self.heading, self.after_gap)


class _Builder:
    """Reads lines and knows whether the next one continues a paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.hyphens = Hyphens(line.text for line in lines)
        self.blocks: list[_Growing] = []
        self._short = _width(lines) * 4 // 5
        self._page: int | None = None
        self._gap = self._starts = False
        self._length = 0

    def read(self, line: Line) -> None:
        """Read one line."""
        if line.gap or line.opens:
            self._gap = True
        if not line.text or line.gap:
            self._starts = True
        if not line.text:
            return
        text = _SPACES.sub(" ", line.text) if "  " in line.text else line.text
        found = numbering(text)
        if found is not None and self._heads(found):
            self.blocks.append(_Growing(text, numbering=replace(found, rest=""), gap=self._gap))
            text, self._starts = found.rest, True
            if not text:
                return
        self._place(text, line)

    def _place(self, text: str, line: Line) -> None:
        length = len(text)
        if line.page is not None and line.page != self._page:
            text, self._page = seal_page(line.page) + text, line.page
        if self._starts or not self.blocks or self._is_new(line):
            self.blocks.append(_Growing(_item(text), heading=line.heading, gap=self._gap))
        elif _ITEM.match(text) and _ITEM_MAY_FOLLOW.search(self.blocks[-1].tail[-12:]):
            self.blocks[-1].append(_item(text))
        else:
            self.blocks[-1].join(text, self.hyphens)
        self._gap = self._starts = False
        self._length = length

    def _heads(self, found: Numbering) -> bool:
        if self._starts or not self.blocks or not found.rest or self.blocks[-1].numbering is not None:
            return True
        return _ENDED.search(self.blocks[-1].tail) is not None

    def _is_new(self, line: Line) -> bool:
        block = self.blocks[-1]
        if block.numbering is not None or line.heading or block.heading:
            return True
        if not line.opens or line.text[:1].islower():
            return False
        return part_heading(line.text) or (self._length < self._short and _ENDED.search(block.tail) is not None)


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _item(text: str) -> str:
    dashed = _DASHED_ITEM.match(text)
    return text[dashed.end() :] if dashed else text


def _merged(blocks: Iterable[_Growing], hyphens: Hyphens) -> list[_Growing]:
    merged: list[_Growing] = []
    for block in blocks:
        if merged and _halves(merged[-1], block):
            merged[-1].absorb(block, hyphens)
        else:
            merged.append(block)
    return merged


def _halves(first: _Growing, second: _Growing) -> bool:
    """Say whether two blocks are one paragraph that a page end, a note or a converter parted."""
    if first.numbering or second.numbering or first.heading or second.heading:
        return False
    end, start = first.tail[-60:], bare(second.pieces[0][:80]).lstrip()
    if not end or not start or _ENDED.search(end) or _ITEM.match(start):
        return False
    if end.endswith("-") and not end.endswith(" -"):
        return second.after_gap or start[0].islower()
    if start[0].islower():
        return end[-1] != "," or first.length > 60
    return second.after_gap and (end[-1] == "," or end.rpartition(" ")[2] in _FUNCTION) and first.length > 30
