"""Sections of a consultation: what stands under the heading of a group or of a part."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ingest.exchanges import answer_headings
from ingest.exchanges.voices import party_speaking, voice
from ingest.lines.blocks import Block
from ingest.lines.groups import Part, group_heading, heads_answers, part_headed
from ingest.marks import bare, seal_page, unseal

_COUNTED = re.compile(r"(?:Deel )?(?:[IVX]{1,4}|[A-Z]|\d)[.:]?\s")
_SIGNED = re.compile(
    r"(?:Hoogachtend|Met vriendelijke groet)\b.{0,40}|(?:De|DE) (?i:minister|staatssecretaris)\b[^.?!]{0,120},"
)


@dataclass(slots=True)
class Section:
    """A heading and what stands under it; ``part`` is None outside questions and answers."""

    heading: str | None = None
    party: str | None = None
    part: Part | None = None
    blocks: list[Block] = field(default_factory=list)

    @property
    def unnumbered(self) -> list[Block]:
        """The blocks that are no heading of a question or an answer."""
        return [block for block in self.blocks if block.numbering is None]

    @property
    def has_marks(self) -> bool:
        """Whether answers stand under a heading of their own here, such as ``Antwoord``."""
        return any(block.numbering is not None and block.numbering.role == "answer" for block in self.blocks)


def sections(blocks: Sequence[Block], part: Part | None = None) -> list[Section]:
    """Part the blocks of a consultation into sections; ``part`` is what holds before any heading says otherwise."""
    binder = _Binder(part)
    for block in answer_headings.marked(_paged(blocks)):
        binder.read(block)
    return [one for section in binder.sections for one in _by_mention(section)]


class _Binder:
    """Knows of each heading what it opens."""

    def __init__(self, part: Part | None) -> None:
        self.sections = [Section(part=part)]
        self._outer = part
        self._part: Part | None = part
        self._seen: set[str] = set()

    def read(self, block: Block) -> None:
        """Read one block: a heading opens a section, anything else belongs to the last."""
        text = bare(block.text).strip()
        party = None if self._part == "aside" or block.numbering else group_heading(text)
        if party is not None:
            self._open(block, party, self._part_of(text, party))
            self._seen.add(party)
        elif block.numbering is None and (headed := part_headed(text)) is not None:
            self._open_part(block, text, headed)
        elif _SIGNED.fullmatch(text) and self.sections[-1].part is not None:
            self.sections.append(Section(blocks=[block]))
        else:
            self.sections[-1].blocks.append(block)

    def _part_of(self, text: str, party: str) -> Part:
        if heads_answers(text):
            return "replied"
        if self._part is not None:
            return self._part
        return "replied" if self.sections[-1].part == "replied" and party in self._seen else "asked"

    def _open_part(self, block: Block, text: str, headed: Part) -> None:
        if _COUNTED.match(text) or headed != "replied":
            self._part = self._outer or headed
            self._open(block, None, self._part)
        else:
            # Without a count it may be an answer within the section of a group, or the part of all answers.
            self._part = self._outer
            self._open(block, self.sections[-1].party if not self._all_asked() else None, headed)

    def _all_asked(self) -> bool:
        return self.sections[-1].party is None or (len(self._seen) > 1 and not self._has_replied())

    def _has_replied(self) -> bool:
        return any(one.part == "replied" or one.has_marks for one in self.sections)

    def _open(self, block: Block, party: str | None, part: Part) -> None:
        self.sections.append(Section(block.text, party, part))


def _paged(blocks: Iterable[Block]) -> list[Block]:
    """Let each block say on which page it starts, because questions move to their answers."""
    paged: list[Block] = []
    page: int | None = None
    for block in blocks:
        pages = unseal(block.text).pages
        headed = bool(pages) and pages[0][0] == 0
        paged.append(block if page is None or headed else replace(block, text=seal_page(page) + block.text))
        page = pages[-1][1] if pages else page
    return paged


def _by_mention(section: Section) -> list[Section]:
    """Part the questions that stand under no heading of a group by the groups that they name."""
    if section.part != "asked" or section.party is not None or section.has_marks:
        return [section]
    found = [Section(section.heading, None, section.part)]
    for block in section.blocks:
        words = bare(block.text)
        party = party_speaking(words) if voice(words) in ("asks", "tells") else None
        if party is not None and party != found[-1].party:
            found.append(Section(None, party, section.part))
        found[-1].blocks.append(block)
    return found
