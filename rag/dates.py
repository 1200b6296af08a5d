"""Dates as a question names them: ``18 juni 2026``, ``June 18``, ``18-06-2026``, ``maart 2025``, ``brief van juni``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.letter import Span

_MONTHS = (
    "januari january", "februari february", "maart march", "april", "mei may", "juni june", "juli july",
    "augustus august", "september", "oktober october", "november", "december",
)  # fmt: skip
MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

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


_MONTH_OR_YEAR = rf"(?:(?:{_NAME})\s+)?(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"\b(?:(?:between|tussen)\s+(?P<between>{_MONTH_OR_YEAR})\s+(?:and|en)\s+(?P<and>{_MONTH_OR_YEAR})"
    rf"|(?:before|vóór|^en voor)\s+(?P<before>{_MONTH_OR_YEAR})|(?:until|till|through|tot en met|t/m|tot)\s+"
    rf"(?P<until>{_MONTH_OR_YEAR})|(?:since|from|sinds|sedert|vanaf)\s+(?P<since>{_MONTH_OR_YEAR})"
    rf"|(?:after|na)\s+(?P<after>{_MONTH_OR_YEAR}))\b",
    re.I,
)


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
        if parts is not None and 1 <= parts[1] <= len(_MONTHS):
            yield NamedDate(*parts, of_letter=found["letter"] is not None, span=found.span())


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of months that a question names, both ends inclusive, None being open; and where it says so."""

    since: tuple[int, int] | None
    until: tuple[int, int] | None
    span: Span

    def holds(self, month: tuple[int, int]) -> bool:
        """Say whether a year and month lie in it."""
        return (self.since is None or self.since <= month) and (self.until is None or month <= self.until)


def named_period(question: str) -> Period | None:
    """Return the period that a question names: ``since 2025``, ``vóór maart 2026``, ``between 2024 and 2025``."""
    found = _PERIOD.search(question)
    if not found:
        return None
    if found["between"]:
        return Period(_first(found["between"]), _last(found["and"]), found.span())
    if found["before"]:
        year, month = _first(found["before"])
        return Period(None, (year, month - 1) if month > 1 else (year - 1, len(_MONTHS)), found.span())
    if found["until"]:
        return Period(None, _last(found["until"]), found.span())
    if found["after"]:
        year, month = _last(found["after"])
        return Period((year, month + 1) if month < len(_MONTHS) else (year + 1, 1), None, found.span())
    return Period(_first(found["since"]), None, found.span())


def _first(words: str) -> tuple[int, int]:
    """Return the first month of a year, or the month of one, as words name it."""
    *named, year = words.casefold().split()
    return int(year), MONTH[named[-1]] if named else 1


def _last(words: str) -> tuple[int, int]:
    *named, year = words.casefold().split()
    return int(year), MONTH[named[-1]] if named else len(_MONTHS)


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
