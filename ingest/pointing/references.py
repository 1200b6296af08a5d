"""References to other letters in running text, brought to one form each.

``Kamerstuk 32 317, nr. 974`` is ``kst-32317-974``, ``Aanhangsel Handelingen II 2023/24, nr. 1314`` is
``ah-tk-20232024-1314`` (``ah-20232024-1314`` when no chamber is named), a case is ``2026Z04651``, a reference
``kenmerk-7268126``, ``mijn brief van 11 mei 2026`` is ``brief-2026-05-11``, with the office after a slash when it is
named. What is not written as it should be, a year that does not follow on the first, is no reference.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dates import DATE, iso
from rag.letter import Span

_YEARS = r"(?P<{0}>\d{{4}})\s*[–—/-]\s*(?P<{1}>\d{{4}}|\d{{2}})(?!\d)"
_SESSION = rf"(?:(?:vergaderjaar\s*)?{_YEARS.format('first', 'last')},?\s*)?"
_NUMBER = r"(?:[Nn]rs?\.?|nummer|no\.?)\s*"
_DOSSIER = r"(?P<{0}>\d{{2}}\s?\d{{3}})(?:(?:\s|-)(?P<{1}>[IVXLC]{{1,6}}\b|\d{{2}}(?!\d)))?"
_PAPER = re.compile(
    rf"\bKamerstuk(?:ken)?\s*(?:(?:I{{1,2}}|TK|EK|Tweede Kamer|Eerste Kamer)\b)?,?\s*{_SESSION}"
    rf"{_DOSSIER.format('dossier', 'addition')}(?:,\s*|\s+)(?:{_NUMBER})?(?P<number>\d{{1,4}}|[A-Z]{{1,3}})\b(?!\.\d)"
    rf"|(?<![\d.,])\b{_DOSSIER.format('bare', 'bare_addition')}(?:,\s*|\s+){_NUMBER}(?P<bare_number>\d{{1,4}})\b",
)
_APPENDIX = re.compile(
    r"\bAanhangsel(?: van de)?(?: Handelingen)?\s*(?P<house>I{1,2}\b|TK\b|EK\b|Tweede Kamer|Eerste Kamer)?,?\s*"
    rf"(?:vergaderjaar\s*)?{_YEARS.format('first', 'last')},?\s*(?:{_NUMBER})?(?P<number>\d{{1,5}})\b"
)
_WRITTEN = re.compile(r"\b(?P<id>(?:ah-(?:tk|ek)-\d{8}|kst-\d{5}(?:-[IVXLC\d]+)?)-\w{1,6})\b")
_CASE = re.compile(r"\b(?P<case>\d{4}[ZDP]\d{5})\b")
_MARK = re.compile(r"\bkenmerk:?\s+(?P<mark>(?=[\w./-]*\d)[\w./-]{4,30}\w)")
_DATED = re.compile(
    r"\b(?:(?:Kamer)?brie(?:f|ven)|antwoord(?:en)?|beantwoording)\s+(?:(?:op|aan)\s+[^.;()]{1,60}?\s+)?"
    r"(?:van (?:de )?(?P<office>(?:[Mm]inister|[Ss]taatssecretaris)(?:-president)?"
    rf"(?: (?:van|voor) [A-Z][\w, ]{{2,60}}?)?) )?(?:van|d\.d\.|dd\.?) (?P<date>{DATE})"
)
_DIGITS = re.compile(r"\d{3}")
"""What every reference has; a text without it is not looked at any closer."""

_HOUSES = {"I": "ek-", "EK": "ek-", "Eerste Kamer": "ek-", "II": "tk-", "TK": "tk-", "Tweede Kamer": "tk-"}
_NO_LETTER = re.compile(r"\b(?:motie|amendement|wetsvoorstel|voorstel van wet|initiatiefnota)\b[^;)]{0,80}$", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference, in its one form, and where it stands."""

    name: str
    span: Span


def references(text: str) -> list[Reference]:
    """Return the references to letters in a text, in order; those to motions and bills are none.

    A dated letter whose number stands beside it is named once, by its number.
    """
    if _DIGITS.search(text) is None:
        return []
    named = [one for one in _named(text) if not _NO_LETTER.search(text[: one.span[0]])]
    dated = [one for one in _dated(text) if not any(_beside(text, one.span, other.span) for other in named)]
    return sorted([*named, *dated], key=lambda one: one.span)


def _named(text: str) -> Iterator[Reference]:
    for found in _WRITTEN.finditer(text):
        yield Reference(found["id"], found.span())
    for found in _PAPER.finditer(text):
        dossier = "".join((found["dossier"] or found["bare"]).split())
        parts = (dossier, found["addition"] or found["bare_addition"], found["number"] or found["bare_number"])
        if _follow(found["first"], found["last"]):
            yield Reference("-".join(("kst", *filter(None, parts))), found.span())
    for found in _APPENDIX.finditer(text):
        if _follow(found["first"], found["last"]):
            years = f"{found['first']}{int(found['first']) + 1}"
            yield Reference(f"ah-{_HOUSES.get(found['house'] or '', '')}{years}-{found['number']}", found.span())
    for found in _CASE.finditer(text):
        yield Reference(found["case"], found.span())
    for found in _MARK.finditer(text):
        if not _CASE.fullmatch(found["mark"]):
            yield Reference(f"kenmerk-{found['mark']}", found.span())


def _dated(text: str) -> Iterator[Reference]:
    for found in _DATED.finditer(text):
        day = iso(found["date"])
        if day is not None:
            office = (found["office"] or "").strip(" ,").casefold()
            # A minister without a portfolio is any minister.
            sender = f"/{office}" if " " in office or office == "minister-president" else ""
            yield Reference(f"brief-{day}{sender}", found.span())


def _follow(first: str | None, last: str | None) -> bool:
    """Say whether two years are a parliamentary year; without years there is nothing against it."""
    return first is None or last is None or int(last) in (int(first) + 1, (int(first) + 1) % 100)


def _beside(text: str, dated: Span, other: Span) -> bool:
    between = text[dated[1] : other[0]] if dated[1] <= other[0] else "."
    return (len(between) <= 20 and "(" in between) or between.strip(" ,") == ""
