"""Dutch dates, read as they are written; nothing is filled in."""

import datetime
import re

from rag.words.months import DUTCH_MONTH, MONTHS

DATE = rf"\d{{1,2}}(?:e|ste)? (?:{DUTCH_MONTH}) \d{{4}}"
_DATE = re.compile(rf"(\d{{1,2}})(?:e|ste)? ({DUTCH_MONTH}) (\d{{4}})", re.IGNORECASE)
_NUMERIC = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})")


def iso(written: str) -> str | None:
    """Return the first date of a text as year-month-day; None when there is none, or no such day."""
    if found := _DATE.search(written):
        return _day(found[3], MONTHS["nl"].index(found[2].lower()) + 1, found[1])
    if numeric := _NUMERIC.search(written):
        return _day(numeric[3], int(numeric[2]), numeric[1])
    return None


def in_words(date: str) -> str:
    """Return an ISO date as a Dutch letter writes it: ``18 juni 2026``."""
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {MONTHS['nl'][day.month - 1]} {day.year}"


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
