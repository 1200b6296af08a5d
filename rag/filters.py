"""Filters narrow a question to some letters or exchanges; they mean the same everywhere."""

import datetime
import re
from dataclasses import dataclass
from typing import get_args

from rag.errors import QuestionError
from rag.letter import Chamber, Exchange, Head, Kind, Letter

_TOGETHER = re.compile(r",\s*|\s+en\s+")
"""What stands between parties that ask together."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a place must meet; None and an empty string ask nothing.

    ``since`` and ``until`` are ISO dates, both inclusive; a letter without a date meets neither.

    Raises:
        QuestionError: a date or kind that does not exist.
    """

    since: str | None = None
    until: str | None = None
    party: str | None = None
    minister: str | None = None
    kind: str | None = None
    letter: str | None = None
    chamber: str | None = None

    def __post_init__(self) -> None:
        for name in ("since", "until"):
            _check_date(name, getattr(self, name))
        if self.kind and self.kind not in get_args(Kind):
            raise QuestionError(f"--kind {self.kind}: no such kind; choose one of {', '.join(get_args(Kind))}.")
        if self.chamber and self.chamber not in get_args(Chamber):
            raise QuestionError(
                f"--chamber {self.chamber}: no such chamber; choose one of {', '.join(get_args(Chamber))}."
            )

    def __bool__(self) -> bool:
        return any((self.since, self.until, self.party, self.minister, self.kind, self.letter, self.chamber))

    def admits_letter(self, letter: Head) -> bool:
        """Say whether the letter's head meets the filters, its parties left aside."""
        return (
            (not self.since or (letter.date or "") >= self.since)
            and (not self.until or (letter.date is not None and letter.date <= self.until))
            and (not self.kind or letter.kind == self.kind)
            and (not self.chamber or letter.chamber == self.chamber)
            and (not self.minister or any(_within(self.minister, str(one)) for one in letter.ministers))
            and (not self.letter or self.letter.casefold() in names_of(letter))
        )

    def admits(self, letter: Letter, exchange: Exchange | None) -> bool:
        """Say whether a place meets the filters: a party asked this exchange, or the whole letter."""
        if not self.admits_letter(letter):
            return False
        return not self.party or (exchange is not None and self.admits_asker(letter, exchange.party))

    def admits_asker(self, letter: Head, party: str | None) -> bool:
        """Say whether an exchange of a letter is asked by the party; one without a party of its own by any asker."""
        parties = [party] if party else [one.party for one in letter.askers]
        return not self.party or any(_same(self.party, one) for one in parties if one)


def together(party: str) -> list[str]:
    """Return the parties that ask together under one name: ``PVV en VVD`` is two, ``D66`` one."""
    return _TOGETHER.split(party)


def names_of(letter: Head) -> set[str]:
    """Return every name by which a user may call a letter, in lower case."""
    number = f"kst-{letter.dossier}-{letter.number}" if letter.dossier and letter.number else None
    names = (letter.id, letter.reference, letter.question_reference, number, letter.source)
    return {name.casefold() for name in names if name}


def _check_date(name: str, value: str | None) -> None:
    if not value:
        return
    try:
        # fromisoformat also takes 20260511 and week dates, which would not compare as text.
        if datetime.date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    except ValueError as error:
        raise QuestionError(f"--{name} {value}: not a date; write it as 2026-05-11 (year-month-day).") from error


def _within(part: str, whole: str) -> bool:
    return part.casefold().strip() in whole.casefold()


def _same(wanted: str, asking: str) -> bool:
    """Say whether a party is the one that asked, or one of those that asked together."""
    return _folded(wanted) in {_folded(one) for one in (asking, *together(asking))}


def _folded(party: str) -> str:
    return party.casefold().replace(" ", "")
