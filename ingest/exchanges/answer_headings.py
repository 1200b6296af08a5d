"""Headings over single answers: ``Antwoord van het kabinet`` time and again within the section of one group.

The same words once may head the part of all answers; where they come back within one group, each stands over one
answer, just as a bare ``Antwoord`` does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.lines.blocks import Block
from ingest.lines.groups import group_heading, heads_answers, part_headed
from ingest.lines.numbering import Numbering
from ingest.marks import bare

_UNCOUNTED = re.compile(r"(?:antwoord|reactie|beantwoording)", re.IGNORECASE)
_FEWEST = 2


def marked(blocks: Sequence[Block]) -> list[Block]:
    """Let headings that come back within the section of a group, each over an answer, mark answers."""
    found = _Finder(blocks)
    if not found.come_back:
        return list(blocks)
    mark = Numbering("answer", ())
    return [replace(one, numbering=mark) if at in found.places else one for at, one in enumerate(blocks)]


class _Finder:
    """Finds the headings that may stand over single answers; ``come_back`` once a group has several."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.places: set[int] = set()
        self.come_back = False
        self._counts: dict[str, int] = {}
        self._grouped = False
        for at, block in enumerate(blocks):
            if block.numbering is None:
                self._read(bare(block.text).strip(), at, blocks)

    def _read(self, text: str, at: int, blocks: Sequence[Block]) -> None:
        if _may_head_one(text):
            if self._grouped and 0 < at < len(blocks) - 1 and _is_text(blocks[at - 1]) and _is_text(blocks[at + 1]):
                self._count(text, at)
        elif (headed := part_headed(text)) is not None or group_heading(text) is not None:
            self._grouped = headed is None
            self._counts.clear()

    def _count(self, text: str, at: int) -> None:
        self.places.add(at)
        kind = text if heads_answers(text) else ""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        self.come_back = self.come_back or self._counts[kind] >= _FEWEST


def _may_head_one(text: str) -> bool:
    """Say whether a heading without a count tells who answers, or whom: it may stand over one answer."""
    if _UNCOUNTED.match(text) is None:
        return False
    return heads_answers(text) if group_heading(text) is not None else part_headed(text) == "replied"


def _is_text(block: Block) -> bool:
    text = bare(block.text)
    return block.numbering is None and group_heading(text) is None and part_headed(text) is None
