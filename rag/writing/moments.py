"""Dates in a sentence or a quote, Dutch or English, as far as each is said: a year, a month, a day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag.asking.dates import MONTH, latest_month
from rag.letter import Letter
from rag.words.months import DUTCH_MONTH, MONTHS

_NAME = f"(?:{DUTCH_MONTH}|{DUTCH_MONTH.title()}|{'|'.join(MONTHS['en'])})"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|e)?"
_YEAR = r"(?:19|20)\d\d"
_DAYS = rf"{_DAY}(?:\s*(?:,|en|and|&|tot en met|tot|t/m|to|or|of|-|–)\s*{_DAY})?"
_MOMENT = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<figures>\d{{1,2}}[-/]\d{{1,2}}[-/]{_YEAR})\b"
    rf"|\b(?P<before>{_DAYS})\s+(?:of\s+)?(?P<month>{_NAME})\b(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<first>{_NAME})\s+(?P<after>{_DAYS})\b(?![.,]?\d)(?:,?\s+(?P<third>{_YEAR})\b)?"
    rf"|\b(?P<alone>{_NAME})\b(?:\s+(?:of\s+|van\s+)?(?P<whole>{_YEAR})\b)?"
    rf"|(?<![\w/.,-])(?<![A-Za-z]\()(?P<only>{_YEAR})(?!(?!s\b)[\w%]|[.,/]\d)"
)

_HEAD = 1_500
"""Characters at the beginning of a letter without a date in which it may name its month."""

_IN_MAY = re.compile(r"\b(?:in|of|since|until|till|by|from|after|before|during|early|late|last|next|and|to)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def fits(self, other: "Moment") -> bool:
        """Say whether all that is said of this date is said of the other."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or mine == theirs for mine, theirs in pairs)

    def fits_but_for_year(self, other: "Moment") -> bool:
        """Say whether it fits a date whose year is not said."""
        return other.year is None and self.month is not None and Moment(None, self.month, self.day).fits(other)


def moments(text: str) -> list[Moment]:
    """Return the dates that a text names, in their order."""
    return [moment for found in _MOMENT.finditer(text) for moment in _said(found)]


def without_moments(text: str) -> str:
    """Return a text with its dates taken out, so that no figure of theirs counts as a number."""
    return _MOMENT.sub(lambda found: " " if any(_said(found)) else found.group(), text)


def month_of(letter: Letter) -> str:
    """Return the month, as ``2025-03``, that a letter without a date names at its head; nothing for one with a date."""
    latest = None if letter.date else latest_month(letter.text[:_HEAD])
    return f"{latest[0]}-{latest[1]:02}" if latest else ""


def of_iso(dates: Iterable[str | None]) -> list[Moment]:
    """Return ISO dates, or months, as moments."""
    return [Moment(*map(int, one.split("-"))) for one in dates if one]


def _said(found: re.Match[str]) -> Iterator[Moment]:
    if found["iso"]:
        yield Moment(*map(int, found["iso"].split("-")))
    elif found["figures"]:
        day, month, year = map(int, re.split("[-/]", found["figures"]))
        yield Moment(year, month, day)
    elif found["only"]:
        yield Moment(int(found["only"]))
    elif not _is_verb(found):
        name = found["month"] or found["first"] or found["alone"]
        said = found["year"] or found["third"] or found["whole"]
        days = re.findall(r"\d+", found["before"] or found["after"] or "") or [None]
        for day in days:
            yield Moment(int(said) if said else None, MONTH[name.casefold()], int(day) if day else None)


def _is_verb(found: re.Match[str]) -> bool:
    """Say whether "May" stands where it is the verb."""
    return found["alone"] == "May" and not found["whole"] and not _IN_MAY.search(found.string[: found.start()])
