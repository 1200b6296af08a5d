"""Blocks: paragraphs, list items and headings, made whole again from lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lines import bare_numbers
from ingest.lines.groups import LONGEST_HEADING, group_heading, part_heading
from ingest.lines.hyphens import Hyphens
from ingest.lines.numbering import Numbering, numbering
from ingest.manuscript import Line
from ingest.marks import bare, seal_page

_SPACES = re.compile(r" {2,}")
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]{0,4}$")
_ITEM = re.compile(r"(?:[-–•▪·○*o‣➢]\s+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)(?=\S)")
_DASHED_ITEM = re.compile(r"[-–•*]\s+(?=\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)")
_BULLETS = "•▪○‣➢"
"""Signs that start a list item and nothing else."""
_FIGURE = re.compile(r"\d[\d.,]*(?:[.;:?!)]|$| [^\W\d_])")
_ITEM_MAY_FOLLOW = re.compile(r"(?:[.:;,?!)]|\ben(?:/of)?|\bof)$")
_FUNCTION = frozenset(
    re.findall(
        r"\w+",
        "de het een van in en of op te voor met aan bij tot uit door over dat die als om naar dan is zijn wordt worden "
        "niet ook maar onder tussen tegen hun haar zijn deze dit wel nog er zal",
    )
)
_TITLE = 110
_TITLE_OF_ANSWERS = re.compile(r"(?:Antwoorden|ANTWOORDEN):?")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or heading. ``numbering`` is set where the block only numbers questions or answers.

    ``inside`` says that the format marks the block as part of a question or an answer.
    """

    text: str
    numbering: Numbering | None = None
    heading: bool = False
    after_gap: bool = False
    inside: bool = False

    @property
    def like_title(self) -> bool:
        """Whether the block could be a heading: short, one line, without a full stop."""
        text = bare(self.text).rstrip()
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
    numbered = bare_numbers.found(lines)
    for at, line in enumerate(lines):
        builder.read(line, Numbering("question", numbered[at]) if at in numbered else None)
    return list(_without_title([block.finished() for block in _merged(builder)]))


class _Growing:
    """A block to which lines are still joined; it keeps its last line apart, so that joining costs no copying."""

    __slots__ = ("after_gap", "heading", "inside", "length", "numbering", "pieces")

    def __init__(
        self,
        text: str,
        *,
        numbering: Numbering | None = None,
        heading: bool = False,
        gap: bool = False,
        inside: bool = False,
    ) -> None:
        self.pieces = [text]
        self.length = len(text)
        self.numbering = numbering
        self.heading = heading
        self.after_gap = gap
        self.inside = inside

    @property
    def tail(self) -> str:
        """The last line, its seals taken out."""
        return bare(self.pieces[-1]).rstrip()

    @property
    def heads_group(self) -> bool:
        """Whether it is the heading of a group."""
        return self.length <= LONGEST_HEADING and group_heading("".join(self.pieces)) is not None

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

    def take_title(self, short: int) -> str | None:
        """Take the last line off where it looks like a heading: short, unended, and behind an ended sentence."""
        if self.numbering is not None or len(self.pieces) < 2 or len(self.pieces[-1]) > short:
            return None
        if not Block(self.tail).like_title or _ENDED.search(bare(self.pieces[-2]).rstrip()) is None:
            return None
        title = self.pieces.pop()
        self.length -= len(title)
        return title

    def absorb(self, other: "_Growing", hyphens: Hyphens) -> None:
        """Join the second half of a paragraph."""
        first, *rest = other.pieces
        self.join(first, hyphens)
        self.pieces.extend(rest)
        self.length += other.length - len(first)

    def finished(self) -> Block:
        """Return the block."""
        return Block("".join(self.pieces), self.numbering, self.heading, self.after_gap, self.inside)


class _Builder:
    """Reads lines and knows whether the next one continues a paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.hyphens = Hyphens(line.text for line in lines)
        self.blocks: list[_Growing] = []
        self.short = _width(lines) * 4 // 5
        self._page: int | None = None
        self._gap = self._starts = False
        self._length = 0

    def read(self, line: Line, bare_number: Numbering | None) -> None:
        """Read one line; ``bare_number`` is what it numbers where a bare number numbers a question."""
        if line.gap or line.opens:
            self._gap = True
        if not line.text or line.gap:
            self._starts = True
        if not line.text:
            return
        text = _SPACES.sub(" ", line.text) if "  " in line.text else line.text
        found = bare_number or numbering(text)
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
            self.blocks.append(_Growing(_item(text), heading=line.heading, gap=self._gap, inside=line.inside))
        elif self._is_item(bare(text)):
            self.blocks[-1].append(_item(text))
        else:
            self.blocks[-1].join(text, self.hyphens)
        self._gap = self._starts = False
        self._length = length

    def _is_item(self, text: str) -> bool:
        return _ITEM.match(text) is not None and (
            text[0] in _BULLETS or _ITEM_MAY_FOLLOW.search(self.blocks[-1].tail[-12:]) is not None
        )

    def _part_title(self) -> None:
        """Part a heading from the paragraph that stands right before it without an empty line between them."""
        if not self.blocks or (title := self.blocks[-1].take_title(self.short)) is None:
            return
        self.blocks.append(_Growing(title))

    def _heads(self, found: Numbering) -> bool:
        if found.role == "question" or (found.role == "answer" and found.numbers):
            self._part_title()
        if self._starts or not self.blocks or not found.rest or self.blocks[-1].numbering is not None:
            return True
        last = self.blocks[-1]
        return _ENDED.search(last.tail) is not None or (len(last.pieces) == 1 and last.finished().like_title)

    def _is_new(self, line: Line) -> bool:
        block = self.blocks[-1]
        if block.numbering is not None or line.heading or block.heading:
            return True
        if not line.opens or line.text[:1].islower():
            return False
        return bool(part_heading(line.text)) or (self._length < self.short and _ENDED.search(block.tail) is not None)


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _item(text: str) -> str:
    dashed = _DASHED_ITEM.match(text)
    return text[dashed.end() :] if dashed else text


def _merged(builder: _Builder) -> list[_Growing]:
    merged: list[_Growing] = []
    for block in builder.blocks:
        if merged and _halves(merged[-1], block, min(builder.short, _TITLE)):
            merged[-1].absorb(block, builder.hyphens)
        else:
            merged.append(block)
    return merged


def _halves(first: _Growing, second: _Growing, full: int) -> bool:
    """Say whether two blocks are one paragraph that a page end, a note or a converter parted.

    From a length of ``full`` on, a line is taken to go on: no heading is that long.
    """
    if first.numbering or second.numbering or first.heading or second.heading:
        return False
    end, start = first.tail[-60:], bare(second.pieces[0][:80]).lstrip()
    if not end or not start or _ENDED.search(end) or _ITEM.match(start):
        return False
    if end.endswith("-") and not end.endswith(" -"):
        return second.after_gap or start[0].islower()
    if first.heads_group or second.heads_group:
        return False
    if start[0].islower():
        return end[-1] != "," or first.length > 60 or second.after_gap
    if end.rpartition(" ")[2] in _FUNCTION or (_FIGURE.match(start) and end[-1].islower()):
        return second.after_gap
    return second.after_gap and first.length > 30 and (end[-1] == "," or len(first.tail) >= full)


def _without_title(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out a title ``Antwoorden`` that stands before anything is asked: no answer stands under it."""
    headings = [block for block in blocks if block.numbering or group_heading(block.text) or part_heading(block.text)]
    title, following = [*headings[:2], None, None][:2]
    titled = title is not None and following is not None and _TITLE_OF_ANSWERS.fullmatch(bare(title.text)) is not None
    opens = following is not None and (
        following.numbering is None or following.numbering.role == "question" or bool(following.numbering.numbers)
    )
    return (block for block in blocks if not (titled and opens and block is title))
