"""Numbered questions and answers: which answer belongs to which questions, however they are grouped and ordered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.exchanges.assembly import assemble
from ingest.exchanges.outline import Heading, Outline, Running
from ingest.exchanges.section_titles import is_section_title
from ingest.exchanges.turns import Entry, Turn
from ingest.exchanges.unheaded import ends_with_paragraph, is_answered_below, part_further, part_question
from ingest.lines.blocks import Block
from ingest.lines.groups import group_heading
from ingest.lines.numbering import Numbering
from ingest.marks import bare

_OFFICE_WORD = r"(?:[A-ZÀ-Þ][\w.’'-]*|en|de|den|der|het|van|voor|te)"
SIGNATURE = re.compile(
    r"(?:Hoogachtend|Met vriendelijke groet)\b.{0,40}|"
    rf"(?:De|Het|DE) (?:[Mm]inister|[Ss]taatssecretaris|MINISTER|STAATSSECRETARIS)(?:-[\w-]+)?"
    rf"(?:,? {_OFFICE_WORD}){{0,20}},?"
)
_COMMITTEE = re.compile(r"(?i:de (?:fungerend |adjunct-)?(?:voorzitter|griffier) van de\b.{0,80}commissie)")
_SAYS_ANSWERED = re.compile(r"\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording|beantwoord)\b")
_POSTPONED = re.compile(
    r"\b(?:niet|nog niet) binnen de\b.{0,40}\btermijn|\b[Uu]itstel\b|\bnog niet\b.{0,40}\bbeantwoord"
)
_LOOK_AHEAD = 3
_FEWEST_LEFT = 2
_ROUNDS_BACK = 60


def outline(blocks: Sequence[Block]) -> Outline:
    """Put blocks in order as exchanges, headings and running text."""
    scribe = _Scribe()
    for index, block in enumerate(blocks):
        scribe.read(block, blocks[index + 1 : index + 1 + _LOOK_AHEAD])
    result = assemble(scribe.items if scribe.noticed else _with_unheaded_answers(scribe.items))
    result.warnings.extend(
        f"Question {numbers} has lost its heading and perhaps its first words." for numbers in scribe.lost
    )
    return result


class _Scribe:
    """Reads block after block and knows under which heading it stands."""

    def __init__(self) -> None:
        self.items: list[Entry] = []
        self.lost: list[str] = []
        self.noticed = False
        self._turn: Turn | None = None
        self._asked: list[set[str]] = [set()]
        self._pending: list[str] = []
        self._section: str | None = None
        self._party: str | None = None

    def read(self, block: Block, following: Sequence[Block]) -> None:
        """Read one block; the blocks that follow tell whether it is a heading."""
        if block.numbering is not None:
            self._open(block.numbering, block.text)
        elif self._may_head() and not self._signs() and self._announces(block, following):
            self._head(block.text)
        elif self._turn is None or self._is_signed(block):
            self._turn = None
            self.items.append(Running(block.text))
        else:
            self._turn.paragraphs.append(block.text)

    def _may_head(self) -> bool:
        turn = self._turn
        return turn is None or (
            bool(turn.paragraphs) and (not turn.asks or bare(turn.paragraphs[-1]).rstrip()[-1:] in ".?")
        )

    def _announces(self, block: Block, following: Sequence[Block]) -> bool:
        """Whether a block is the heading of a question, or of an answer whose question the letter lacks."""
        found = next((after.numbering for after in following if after.numbering is not None), None)
        if found is None:
            return False
        fresh = not self._asked[-1] or not self._asked[-1].isdisjoint(found.numbers)
        if not _is_title(block, self._turn.paragraphs[-1] if self._turn is not None else None, fresh=fresh):
            return False
        between = takewhile(lambda after: after.numbering is None, following)
        if not all(_is_title(after, None, fresh=fresh) for after in between):
            return False
        lacks = found.role == "answer" and bool(found.numbers) and not self._was_asked(found.numbers)
        return found.role == "question" or lacks

    def _signs(self) -> bool:
        """Whether an office has just been named as that of who signs, so that a name follows."""
        last = self.items[-1] if self.items else None
        if not isinstance(last, Running) or not last.text.endswith(","):
            return False
        return SIGNATURE.fullmatch(last.text) is not None or _COMMITTEE.match(last.text) is not None

    def _head(self, text: str) -> None:
        party = group_heading(text)
        self._party, self._section = (party, None) if party else (self._party, bare(text).strip())
        self._turn = None
        self.items.append(Heading(text))

    def _is_signed(self, block: Block) -> bool:
        turn = self._turn
        return turn is not None and bool(turn.paragraphs) and SIGNATURE.fullmatch(block.text) is not None

    def _open(self, found: Numbering, text: str) -> None:
        if found.role in ("notice", "remark"):
            self.noticed |= found.role == "notice"
            self.items.append(Heading(text))
            self._turn = None
            return
        asks = found.role == "question"
        if not asks:
            self._find_lost_question(found.numbers)
        numbers = self._ask(found.numbers) if asks else (found.numbers or tuple(self._pending))
        if not numbers:
            numbers = tuple(self._turn.numbers) if self._turn else ("1",)
        self._turn = Turn(asks, numbers, self._round_of(numbers), self._party, self._section)
        if not asks:
            self._pending.clear()
        self.items.append(self._turn)

    def _find_lost_question(self, numbers: tuple[str, ...]) -> None:
        """Take a question whose heading got lost from the end of the answer before it."""
        turn = self._turn
        if turn is None or turn.asks or len(turn.paragraphs) < 2 or not numbers or self._was_asked(numbers):
            return
        if bare(turn.paragraphs[-1]).rstrip().endswith("?"):
            lost = turn.paragraphs.pop()
            self._open(Numbering("question", numbers), "")
            if self._turn is not None:
                self._turn.paragraphs.append(lost)
            self.lost.append(" and ".join(numbers))

    def _was_asked(self, numbers: Iterable[str]) -> bool:
        return any(number in asked for asked in self._asked[-_ROUNDS_BACK:] for number in numbers)

    def _ask(self, numbers: tuple[str, ...]) -> tuple[str, ...]:
        asked = self._asked[-1]
        if not numbers:
            counted = [int(number) for number in asked if number.isdecimal()]
            numbers = (str(max(counted, default=0) + 1),)
        if not asked.isdisjoint(numbers) or (asked and not self._pending and numbers[0] in ("1", "1a")):
            self._asked.append(set())
            self._pending.clear()
        self._asked[-1].update(numbers)
        self._pending.extend(numbers)
        return numbers

    def _round_of(self, numbers: Iterable[str]) -> int:
        wanted = set(numbers)
        for number in range(len(self._asked) - 1, max(-1, len(self._asked) - _ROUNDS_BACK), -1):
            if not self._asked[number].isdisjoint(wanted):
                return number
        return len(self._asked) - 1


def _is_title(block: Block, above: str | None, *, fresh: bool) -> bool:
    """Whether a block is the title of a section or the heading of a group; ``above`` ends the exchange above it."""
    if group_heading(block.text) is not None:
        return not block.inside and not bare(above or "").rstrip().endswith(":")
    return (block.like_title or block.heading) and is_section_title(block, above, fresh=fresh)


def _with_unheaded_answers(items: list[Entry]) -> list[Entry]:
    """Part questions and answers under one number where no heading parts them."""
    turns = [item for item in items if isinstance(item, Turn)]
    answered = {(turn.round, number) for turn in turns if not turn.asks for number in turn.numbers}
    left = [turn for turn in turns if turn.asks and answered.isdisjoint((turn.round, one) for one in turn.numbers)]
    if answered:
        left = [turn for turn in left if is_answered_below(turn.paragraphs)]
    elif not _answered_all_the_same(items):
        return items
    if len(left) < (_FEWEST_LEFT if answered else 1):
        return items
    whole = ends_with_paragraph(turn.paragraphs for turn in left)
    parted = {id(turn): _parted(turn, whole=whole, last=not answered and turn is turns[-1]) for turn in left}
    return [part for item in items for part in parted.get(id(item), [item])]


def _answered_all_the_same(items: Sequence[Entry]) -> bool:
    running = [item.text for item in items if isinstance(item, Running)]
    said = any(map(_SAYS_ANSWERED.search, running)) and not any(map(_POSTPONED.search, running))
    return said and any(isinstance(item, Turn) and part_question(item.paragraphs)[1] for item in items)


def _parted(turn: Turn, *, whole: bool, last: bool) -> Sequence[Entry]:
    question, answer = part_question(turn.paragraphs, whole=whole)
    if not answer:
        return [turn]
    first, *more = part_further(answer) if last else [answer]
    made = [replace(turn, paragraphs=question), replace(turn, asks=False, paragraphs=first)]
    for number, (asked, *answers) in enumerate(more, start=int(re.sub(r"\D", "", turn.numbers[-1])) + 1):
        further = replace(turn, numbers=(str(number),), paragraphs=[asked])
        made.extend((further, replace(further, asks=False, paragraphs=answers)))
    return made
