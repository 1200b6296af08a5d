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
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-–•▪·○*o‣➢]\s+|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+)(?=\S)")
_DASHED_ITEM = re.compile(r"[-–•*]\s+(?=\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s)")
_ITEM_MAY_FOLLOW = re.compile(r"(?:[.:;,?!)]|\ben(?:/of)?|\bof)$")
_FUNCTION = frozenset(
    "de het een van in en of op te voor met aan bij tot uit door over dat die als om naar dan is zijn wordt worden "
    "niet ook maar onder tussen tegen hun haar zijn deze dit wel nog er zal".split()
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
    hyphens = Hyphens(line.text for line in lines)
    return _merge(_raw(lines, hyphens), hyphens)


def _raw(lines: Sequence[Line], hyphens: Hyphens) -> list[Block]:
    width = _width(lines)
    blocks: list[Block] = []
    page: int | None = None
    gap = starts = False
    length = 0
    for line in lines:
        gap, starts = gap or line.gap or line.opens, starts or not line.text or line.gap
        if not line.text:
            continue
        text = _SPACES.sub(" ", line.text)
        if line.page is not None and line.page != page:
            text, page = seal_page(line.page) + text, line.page
        found = numbering(line.text)
        if found is not None and _heads(found, blocks, starts=starts):
            blocks.append(Block(text, replace(found, rest=""), after_gap=gap))
            text, starts = found.rest, True
            if not text:
                continue
        if not starts and blocks and not _new_paragraph(blocks[-1], line, short=length < width * 4 // 5):
            blocks[-1] = replace(blocks[-1], text=_continue(blocks[-1].text, text, hyphens))
        else:
            blocks.append(Block(_item(text), heading=line.heading, after_gap=gap))
        gap = starts = False
        length = len(text)
    return blocks


def _heads(found: Numbering, blocks: list[Block], *, starts: bool) -> bool:
    if starts or not blocks or not found.rest or blocks[-1].numbering is not None:
        return True
    return _ENDED.search(bare(blocks[-1].text)) is not None


def _new_paragraph(block: Block, line: Line, *, short: bool) -> bool:
    if block.numbering is not None or line.heading or block.heading:
        return True
    if not line.opens or line.text[:1].islower():
        return False
    return part_heading(line.text) or (short and _ENDED.search(block.text[-12:]) is not None)


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _item(text: str) -> str:
    dashed = _DASHED_ITEM.match(text)
    return text[dashed.end() :] if dashed else text


def _continue(before: str, text: str, hyphens: Hyphens) -> str:
    if _ITEM.match(text) and _ITEM_MAY_FOLLOW.search(before[-12:]):
        return f"{before}\n{_item(text)}"
    return hyphens.join(before, text)


def _merge(blocks: Iterable[Block], hyphens: Hyphens) -> list[Block]:
    merged: list[Block] = []
    for block in blocks:
        if merged and _halves(merged[-1], block):
            merged[-1] = replace(merged[-1], text=hyphens.join(merged[-1].text, block.text))
        else:
            merged.append(block)
    return merged


def _halves(first: Block, second: Block) -> bool:
    """Say whether two blocks are one paragraph that a page end, a note or a converter parted."""
    if first.numbering or second.numbering or first.heading or second.heading:
        return False
    end, start = bare(first.text[-60:]).rstrip(), bare(second.text[:60]).lstrip()
    if not end or not start or _ENDED.search(end) or _ITEM.match(start):
        return False
    if end.endswith("-") and not end.endswith(" -"):
        return second.after_gap or start[0].islower()
    if start[0].islower():
        return end[-1] != "," or len(first.text) > 60
    return second.after_gap and (end[-1] == "," or end.rpartition(" ")[2] in _FUNCTION) and len(first.text) > 30
