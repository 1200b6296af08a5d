"""Numbered questions and answers: which answer belongs to which questions, however they are grouped and ordered."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ingest.blocks import Block
from ingest.groups import group_heading
from ingest.numbering import Numbering, in_order, label
from ingest.outline import Draft, Heading, Item, Outline, Running
from ingest.unheaded import part_question

SIGNATURE = re.compile(
    r"(?:Hoogachtend|Met vriendelijke groet)\b.{0,40}|"
    r"(?:De|Het|DE) (?:[Mm]inister|[Ss]taatssecretaris|MINISTER|STAATSSECRETARIS)\b[^.?!]{0,120}"
)
_SAYS_ANSWERED = re.compile(r"\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording|beantwoord)\b")
_LOOK_AHEAD = 3
_ROUNDS_BACK = 60


@dataclass(slots=True)
class _Turn:
    """A numbering heading and the paragraphs under it."""

    asks: bool
    numbers: tuple[str, ...]
    round: int
    party: str | None
    section: str | None
    paragraphs: list[str] = field(default_factory=list)


def outline(blocks: Sequence[Block]) -> Outline:
    """Put blocks in order as exchanges, headings and running text."""
    scribe = _Scribe()
    for index, block in enumerate(blocks):
        scribe.read(block, blocks[index + 1 : index + 1 + _LOOK_AHEAD])
    turns = [item for item in scribe.items if isinstance(item, _Turn)]
    if not any(turn.asks is False for turn in turns) and _answered_all_the_same(scribe.items):
        scribe.items = [part for item in scribe.items for part in _parted(item)]
    result = _assemble(scribe.items)
    result.warnings.extend(
        f"Question {numbers} has lost its heading and perhaps its first words." for numbers in scribe.lost
    )
    return result


class _Scribe:
    """Reads block after block and knows under which heading it stands."""

    def __init__(self) -> None:
        self.items: list[Heading | Running | _Turn] = []
        self.lost: list[str] = []
        self._turn: _Turn | None = None
        self._asked: list[set[str]] = [set()]
        self._pending: list[str] = []
        self._section: str | None = None
        self._party: str | None = None

    def read(self, block: Block, following: Sequence[Block]) -> None:
        """Read one block; the blocks that follow tell whether it is a heading."""
        if block.numbering is not None:
            self._open(block.numbering, block.text)
        elif self._may_head() and _announces_question(block, following):
            self._head(block.text)
        elif self._turn is None or self._is_signed(block):
            self._turn = None
            self.items.append(Running(block.text))
        else:
            self._turn.paragraphs.append(block.text)

    def _may_head(self) -> bool:
        return self._turn is None or (not self._turn.asks and bool(self._turn.paragraphs))

    def _head(self, text: str) -> None:
        party = group_heading(text)
        self._party, self._section = (party, None) if party else (self._party, text)
        self._turn = None
        self.items.append(Heading(text))

    def _is_signed(self, block: Block) -> bool:
        turn = self._turn
        answered = turn is not None and not turn.asks and bool(turn.paragraphs)
        return answered and SIGNATURE.fullmatch(block.text) is not None

    def _open(self, found: Numbering, text: str) -> None:
        if found.role in ("notice", "remark"):
            self.items.append(Heading(text))
            self._turn = None
            return
        asks = found.role == "question"
        if not asks:
            self._find_lost_question(found.numbers)
        numbers = self._ask(found.numbers) if asks else (found.numbers or tuple(self._pending))
        if not numbers:
            numbers = tuple(self._turn.numbers) if self._turn else ("1",)
        self._turn = _Turn(asks, numbers, self._round_of(numbers), self._party, self._section)
        if not asks:
            self._pending.clear()
        self.items.append(self._turn)

    def _find_lost_question(self, numbers: tuple[str, ...]) -> None:
        """Take a question whose heading got lost from the end of the answer before it."""
        turn = self._turn
        if turn is None or turn.asks or len(turn.paragraphs) < 2 or not numbers or self._was_asked(numbers):
            return
        if turn.paragraphs[-1].rstrip().endswith("?"):
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
        if not asked.isdisjoint(numbers):
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


def _announces_question(block: Block, following: Sequence[Block]) -> bool:
    if not (block.like_title or block.heading or group_heading(block.text)):
        return False
    for after in following:
        if after.numbering is not None:
            return after.numbering.role == "question"
        if not (after.like_title or after.heading):
            return False
    return False


def _answered_all_the_same(items: Iterable[Heading | Running | _Turn]) -> bool:
    said = any(isinstance(item, Running) and _SAYS_ANSWERED.search(item.text) for item in items)
    return said and any(isinstance(item, _Turn) and part_question(item.paragraphs)[1] for item in items)


def _parted(item: Heading | Running | _Turn) -> list[Heading | Running | _Turn]:
    if not isinstance(item, _Turn):
        return [item]
    question, answer = part_question(item.paragraphs)
    asked = _Turn(True, item.numbers, item.round, item.party, item.section, question)
    return [asked, _Turn(False, item.numbers, item.round, item.party, item.section, answer)] if answer else [asked]


def _assemble(items: Sequence[Heading | Running | _Turn]) -> Outline:
    turns = [item for item in items if isinstance(item, _Turn)]
    repeated = _repeated_rounds(turns)
    groups = _Groups(turn for turn in turns if turn.round not in repeated)
    made: dict[tuple[int, str], Draft] = {}
    result = Outline()
    for item in items:
        if not isinstance(item, _Turn):
            result.items.append(item)
        elif item.round in repeated:
            result.items.extend(Running(paragraph) for paragraph in item.paragraphs)
        else:
            _add(item, groups, made, result.items)
    _warn(result)
    return result


def _add(turn: _Turn, groups: "_Groups", made: dict[tuple[int, str], Draft], items: list[Item]) -> None:
    key = groups.key(turn)
    draft = made.get(key)
    if draft is None:
        numbers = in_order(groups.numbers(key))
        draft = made[key] = Draft(numbers, label(numbers), party=turn.party, section=turn.section)
        items.append(draft)
    (draft.questions if turn.asks else draft.answers).extend(turn.paragraphs)


class _Groups:
    """Which numbers belong together because one heading, of a question or of an answer, names them together."""

    def __init__(self, turns: Iterable[_Turn]) -> None:
        self._parent: dict[tuple[int, str], tuple[int, str]] = {}
        for turn in turns:
            first = self._root((turn.round, turn.numbers[0]))
            for number in turn.numbers[1:]:
                self._parent[self._root((turn.round, number))] = first

    def _root(self, key: tuple[int, str]) -> tuple[int, str]:
        self._parent.setdefault(key, key)
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def key(self, turn: _Turn) -> tuple[int, str]:
        """Return the key of the exchange to which a turn belongs."""
        return self._root((turn.round, turn.numbers[0]))

    @cached_property
    def _members(self) -> dict[tuple[int, str], list[str]]:
        members: dict[tuple[int, str], list[str]] = {}
        for one in list(self._parent):
            members.setdefault(self._root(one), []).append(one[1])
        return members

    def numbers(self, key: tuple[int, str]) -> list[str]:
        """Return the numbers of an exchange."""
        return self._members[key]


def _repeated_rounds(turns: Sequence[_Turn]) -> set[int]:
    """Rounds that only list questions which a later round repeats with their answers."""
    asked: dict[int, set[str]] = {}
    answered: dict[int, set[str]] = {}
    for turn in turns:
        (asked if turn.asks else answered).setdefault(turn.round, set()).update(turn.numbers)
    repeated: set[int] = set()
    later: set[str] = set()
    for number in sorted(asked.keys() | answered.keys(), reverse=True):
        if number not in answered and later.issuperset(asked[number]):
            repeated.add(number)
        later.update(answered.get(number, ()))
    return repeated


def _warn(result: Outline) -> None:
    answered = any(draft.answers for draft in result.drafts)
    for draft in result.drafts:
        name = " and ".join(draft.numbers)
        if not draft.answers and answered:
            result.warnings.append(f"Question {name} has no answer.")
        if not draft.questions:
            result.warnings.append(f"Answer {name} has no question.")
