"""Dates as a question names them: ``18 juni 2026``, ``June 18``, ``18-06-2026``, ``maart 2025``, ``brief van juni``."""

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from rag.letter import Span
from rag.words.months import MONTHS

MONTH = {
    name.casefold(): number
    for number, names in enumerate(zip(MONTHS["nl"], MONTHS["en"], strict=True), 1)
    for name in names
}

_NAME = "|".join(MONTH)
_LETTER = r"(?:brief|letter|antwoord(?:en)?|overleg|consultation|verslag|kamerbrief|answers?)"
_DATED = re.compile(
    rf"\b(?:(?P<letter>{_LETTER})\s+(?:van|of|from|dated|uit|in)|in|uit|from|of|van|the)\s+(?:the\s+|de\s+)?"
    r"(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<figures>\d{1,2}[-/]\d{1,2}[-/]\d{4})"
    rf"|(?P<day>\d{{1,2}})\s+(?P<month>{_NAME})\b(?:\s+(?P<year>\d{{4}}))?"
    rf"|(?P<first>{_NAME})\s+(?:(?P<second>\d{{1,2}})\b(?:,?\s+(?P<third>\d{{4}}))?|(?P<alone>\d{{4}}))"
    rf"|(?P<only>{_NAME})\b)",
    re.I,
)
_IN_FULL = re.compile(rf"\b(?P<month>{_NAME})\s+(?P<year>\d{{4}})\b", re.I)


_WHEN = rf"(?:(?:(?:\d{{1,2}}\s+)?(?:{_NAME})|(?:the\s+)?(?:start|beginning)\s+of|begin|early)\s+)?(?:19|20)\d\d"
_NOT_OF_LETTER = "".join(rf"(?<!\b{one} )" for one in ("letter", "letters", "answer", "answers", "consultation"))
_OF = r"(?:gezegd|geschreven|geantwoord|gemeld|toegezegd|gevraagd|van)"
"""Words beside which "voor 2026" is before that year, and not for it."""

_PERIOD = re.compile(
    rf"\b(?:(?:between|tussen)\s+(?P<between>{_WHEN})\s+(?:and|en)\s+(?P<and>{_WHEN})"
    rf"|(?:(?:from|van)\s+(?P<from>{_WHEN})\s+(?:to|until|till|through|tot en met|t/m|tot)"
    rf"|(?:period|periode|years|jaren)\s+(?P<year>(?:19|20)\d\d)\s*[-–])\s*(?P<to>{_WHEN})"
    rf"|(?:through|up to and including|tot en met|t/m)\s+(?P<until>{_WHEN})"
    rf"|(?:until|till|up to|tot)\s+(?P<till>{_WHEN})"
    rf"|(?:before|prior to|earlier than|vóór|eerder dan|voorafgaand aan|^en voor|{_OF}\s+voor)\s+(?P<before>{_WHEN})"
    rf"|voor\s+(?P<earlier>{_WHEN})(?=\s+{_OF}\b)"
    rf"|(?:since|{_NOT_OF_LETTER}from|sinds|sedert|vanaf)\s+(?P<since>{_WHEN})"
    rf"|(?:after|later than|na|later dan)\s+(?P<after>{_WHEN}))\b",
    re.I,
)


_COMPARED = re.compile(
    rf"\b(?:than|dan|compared (?:to|with)|vergeleken met|ten opzichte van)\s+(?:in\s+)?{_WHEN}\b", re.I
)
"""How a question names a time that it only compares with."""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that a question names, what is not said being None, and where.

    ``of_letter`` tells "the brief of that date" from a date that may be about anything.
    """

    year: int | None
    month: int
    day: int | None
    of_letter: bool
    span: Span

    def fits(self, iso: str) -> bool:
        """Say whether an ISO date is this one, as far as it is said."""
        year, month, day = (int(part) for part in iso.split("-"))
        return self.year in (None, year) and self.month == month and self.day in (None, day)


def named_dates(question: str) -> Iterator[NamedDate]:
    """Yield the dates that a question names; a month alone only as that of a letter."""
    for found in _DATED.finditer(question):
        parts = _parts(found)
        if parts is not None and 1 <= parts[1] <= len(MONTHS["nl"]):
            yield NamedDate(*parts, of_letter=found["letter"] is not None, span=found.span())


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that a question names: its first and last day, ISO, None being open; and where it says so."""

    since: str | None
    until: str | None
    span: Span

    def holds(self, moment: str) -> bool:
        """Say whether an ISO date, or some day of a month like ``2025-03``, lies in it."""
        size = len(moment)
        return (self.since is None or self.since[:size] <= moment) and (
            self.until is None or moment <= self.until[:size]
        )


def named_period(question: str) -> Period | None:
    """Return the period that a question names: ``since 2025``, ``vóór 18 maart 2026``, ``between 2024 and 2025``."""
    found = _PERIOD.search(question)
    if not found:
        return None
    start, end = found["between"] or found["from"] or found["year"], found["and"] or found["to"]
    if start:
        start, end = sorted((start, end), key=_first)
        return Period(_first(start).isoformat(), _last(end).isoformat(), found.span())
    if before := found["before"] or found["earlier"] or (found["till"] and _up_to(found["till"])):
        return Period(None, (_first(before) - _DAY).isoformat(), found.span())
    if last := found["until"] or found["till"]:
        return Period(None, _last(last).isoformat(), found.span())
    if found["after"]:
        return Period((_last(found["after"]) + _DAY).isoformat(), None, found.span())
    return Period(_first(found["since"]).isoformat(), None, found.span())


def time_compared(question: str) -> Span | None:
    """Return where a question names a time that it compares with: "is that different now than in 2025?"."""
    found = _COMPARED.search(question)
    return found.span() if found else None


_DAY = datetime.timedelta(days=1)


def _up_to(words: str) -> str | None:
    """Return the year or month that "tot" leaves out; None for a day, which it takes in."""
    return None if words[0].isdigit() and " " in words else words


def _first(words: str) -> datetime.date:
    """Return the first day of a year or month, or the day itself, as words name it."""
    year, month, day = _year_month_day(words)
    return datetime.date(year, month or 1, day or 1)


def _last(words: str) -> datetime.date:
    year, month, day = _year_month_day(words)
    month = month or len(MONTHS["nl"])
    return datetime.date(year, month, day or monthrange(year, month)[1])


def _year_month_day(words: str) -> tuple[int, int | None, int | None]:
    """Return what words name of a date; a day that its month does not have is its nearest one."""
    *named, year = words.casefold().split()
    month = MONTH.get(named[-1]) if named else None
    if month is None or not named[0].isdigit():
        return int(year), month, None
    return int(year), month, min(max(int(named[0]), 1), monthrange(int(year), month)[1])


def latest_month(text: str) -> tuple[int, int] | None:
    """Return the latest year and month that a text names together."""
    return max(((int(one["year"]), MONTH[one["month"].casefold()]) for one in _IN_FULL.finditer(text)), default=None)


def _parts(found: re.Match[str]) -> tuple[int | None, int, int | None] | None:
    if found["iso"]:
        year, month, day = found["iso"].split("-")
        return int(year), int(month), int(day)
    if found["figures"]:
        day, month, year = re.split("[-/]", found["figures"])
        return int(year), int(month), int(day)
    if found["only"]:
        return (None, MONTH[found["only"].casefold()], None) if found["letter"] else None
    name, day = found["month"] or found["first"], found["day"] or found["second"]
    said = found["year"] or found["third"] or found["alone"]
    return int(said) if said else None, MONTH[name.casefold()], int(day) if day else None
