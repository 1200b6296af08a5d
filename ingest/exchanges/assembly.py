"""Assembly: turns put together as exchanges, by the numbers that their headings share."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from ingest.exchanges import series
from ingest.exchanges.listings import without_listings
from ingest.exchanges.outline import Draft, Item, Outline
from ingest.exchanges.turns import Entry, Turn
from ingest.lines.numbering import in_order, label

Key = tuple[int, str]
"""A round of numbers and one number in it."""


def assemble(entries: Sequence[Entry]) -> Outline:
    """Put turns together as exchanges, by the numbers that their headings share."""
    entries = without_listings(entries)
    groups = _Groups(entry for entry in entries if isinstance(entry, Turn))
    made: dict[Key, Draft] = {}
    result = Outline()
    for entry in entries:
        if isinstance(entry, Turn):
            _add(entry, groups, made, result.items)
        else:
            result.items.append(entry)
    if series.tell_apart([(key[0], draft) for key, draft in made.items()]):
        result.warnings.append("The numbers of the questions start again; their labels say which series is meant.")
    _warn(result)
    return result


def _add(turn: Turn, groups: "_Groups", made: dict[Key, Draft], items: list[Item]) -> None:
    key = groups.key(turn)
    draft = made.get(key)
    if draft is None:
        numbers = in_order(groups.numbers(key))
        draft = made[key] = Draft(numbers, label(numbers), party=turn.party, section=turn.section)
        items.append(draft)
    (draft.questions if turn.asks else draft.answers).extend(turn.paragraphs)


class _Groups:
    """Which numbers belong together because one heading, of a question or of an answer, names them together."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self._parent: dict[Key, Key] = {}
        for turn in turns:
            first = self._root((turn.round, turn.numbers[0]))
            for number in turn.numbers[1:]:
                self._parent[self._root((turn.round, number))] = first

    def _root(self, key: Key) -> Key:
        self._parent.setdefault(key, key)
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def key(self, turn: Turn) -> Key:
        """Return the key of the exchange to which a turn belongs."""
        return self._root((turn.round, turn.numbers[0]))

    @cached_property
    def _members(self) -> dict[Key, list[str]]:
        members: dict[Key, list[str]] = {}
        for one in list(self._parent):
            members.setdefault(self._root(one), []).append(one[1])
        return members

    def numbers(self, key: Key) -> list[str]:
        """Return the numbers of an exchange."""
        return self._members[key]


def _warn(result: Outline) -> None:
    answered = any(draft.answers for draft in result.drafts)
    for draft in result.drafts:
        name = " and ".join(draft.numbers)
        if not draft.answers and answered:
            result.warnings.append(f"Question {name} has no answer.")
        if not draft.questions:
            result.warnings.append(f"Answer {name} has no question.")
