"""Questions that name a place: a letter by its reference or date, and in it a question by its number.

"vraag 8 van de brief van 11 mei 2026", "questions 14 and 15 of 7562802", "de tweede vraag van de VVD in het overleg
van maart 2025".
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from rag.answer import Place
from rag.dates import NamedDate, latest_month, named_dates
from rag.filters import names_of
from rag.letter import Head

_ORDINALS = (
    "eerste first", "tweede second", "derde third", "vierde fourth", "vijfde fifth", "zesde sixth", "zevende seventh",
    "achtste eighth", "negende ninth", "tiende tenth", "elfde eleventh", "twaalfde twelfth", "dertiende thirteenth",
    "veertiende fourteenth", "vijftiende fifteenth", "zestiende sixteenth", "zeventiende seventeenth",
    "achttiende eighteenth", "negentiende nineteenth", "twintigste twentieth",
)  # fmt: skip
_ORDINAL = {name: str(number) for number, names in enumerate(_ORDINALS, 1) for name in names.split()}

_NUMBER = r"\d{1,3}[a-z]?"
_BETWEEN = r"\s*(?:,?\s*(?:en|and|&)\s|,|t/m|tot en met|to|through|[-–])\s*"
_NUMBERED = re.compile(
    rf"\b(?:vra(?:ag|gen)|questions?)\s+(?:(?:nr|nummers?|numbers?|nos?)\b\.?\s*)?({_NUMBER}(?:{_BETWEEN}{_NUMBER})*)\b",
    re.I,
)
_RANGE = re.compile(r"(\d{1,3})\s*(?:t/m|tot en met|to|through|[-–])\s*(\d{1,3})", re.I)
_COUNTED = re.compile(rf"\b({'|'.join(_ORDINAL)})\s+(?:question\b|vraag\b|[\w'-]+\s+question\b|[\w-]+-vraag\b)", re.I)
_YEAR = re.compile(r"\b(?:19[5-9]|20[0-4])\d\b")
_TOKEN = re.compile(r"[\w-]+")
_CHAMBERS = {
    "Eerste Kamer": re.compile(r"\b(?:eerste kamer|senaat|senate|upper house)\b", re.I),
}
"""Only the Eerste Kamer is named to tell letters apart; "de Tweede Kamer" stands in questions about anything."""

INTRODUCTION = 1_500
"""Characters at the head of a letter without a date in which a month may name it."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: letters (None: none), question numbers, a party, years; and its other words."""

    letters: frozenset[str] | None
    numbers: tuple[str, ...]
    party: str | None
    years: tuple[str, ...]
    rest: str

    @property
    def is_place(self) -> bool:
        """Say whether the question names exchanges: a number, and the letter or party that it counts in."""
        return bool(self.numbers) and (self.letters is not None or self.party is not None)

    def admits(self, place: Place) -> bool:
        """Say whether a place is one of the exchanges that are named."""
        exchange = place.exchange
        return (
            exchange is not None
            and (self.letters is None or place.letter.id in self.letters)
            and (self.party is None or exchange.party == self.party)
            and not set(self.numbers).isdisjoint(exchange.numbers)
        )


class Gazetteer:
    """The names of all letters: references, dates, chambers, parties.

    ``parties`` are those that ask for themselves; ``introductions`` are the first words of letters without a date, by
    the ids of these.
    """

    def __init__(self, heads: Iterable[Head], parties: Collection[str], introductions: Mapping[str, str]) -> None:
        self._names: dict[str, set[str]] = {}
        self._dates: dict[str, set[str]] = {}
        self._undated = {letter: latest_month(words) for letter, words in introductions.items()}
        self._chambers: dict[str, set[str]] = {}
        named = "|".join(map(re.escape, sorted(parties, key=lambda one: (-len(one), one))))
        self._parties = {one.casefold(): one for one in parties}
        self._party_named = re.compile(rf"(?<![\w-])(?:{named})(?!\w)", re.I) if parties else None
        for head in heads:
            self._add(head)

    def _add(self, head: Head) -> None:
        for name in names_of(head):
            self._names.setdefault(name, set()).add(head.id)
        if head.date is not None:
            self._dates.setdefault(head.date, set()).add(head.id)
        if head.chamber is not None:
            self._chambers.setdefault(head.chamber, set()).add(head.id)

    def read(self, question: str) -> Named:
        """Read which letters, question numbers and party a question names."""
        numbers = [number for match in _NUMBERED.finditer(question) for number in _listed(match)]
        numbers += [_ORDINAL[match.group(1).casefold()] for match in _COUNTED.finditer(question)]
        letters, rest = self._by_name(_NUMBERED.sub(" ", question))
        for reader in (partial(self._by_date, of_letter=bool(numbers)), self._by_chamber):
            found, rest = reader(rest)
            if found is not None:
                letters = found if letters is None else letters & found
        party = self._party(question) if numbers else None
        years = tuple(dict.fromkeys(_YEAR.findall(rest)))
        for year in years if numbers else ():
            letters = self.of_year(year) if letters is None else letters & self.of_year(year)
        return Named(letters, tuple(dict.fromkeys(numbers)), party, years, " ".join(rest.split()))

    def of_year(self, year: str) -> frozenset[str]:
        """Return the letters that may be of a year.

        One without a date is of the latest year that its introduction names; when that names none, of any year.
        """
        dated = {one for date, letters in self._dates.items() if date.startswith(year) for one in letters}
        undated = {one for one, latest in self._undated.items() if latest is None or latest[0] == int(year)}
        return frozenset(dated | undated)

    def _by_name(self, question: str) -> tuple[frozenset[str] | None, str]:
        found: set[str] = set()
        for match in list(_TOKEN.finditer(question))[::-1]:
            named = self._names.get(match.group().casefold())
            if named:
                found |= named
                question = f"{question[: match.start()]} {question[match.end() :]}"
        return frozenset(found) or None, question

    def _by_date(self, question: str, *, of_letter: bool) -> tuple[frozenset[str] | None, str]:
        """Return the letters of a date; none at all when the question names a letter of a date that none has.

        ``of_letter`` says that any date is that of a letter: the question names a question by its number.
        """
        for named in named_dates(question):
            found = self._of(named, of_letter=of_letter or named.of_letter)
            if found or named.of_letter:
                return frozenset(found), f"{question[: named.span[0]]} {question[named.span[1] :]}"
        return None, question

    def _of(self, named: NamedDate, *, of_letter: bool) -> set[str]:
        """Return the letters of a date; failing that, of a month, those without one whose introduction names it last.

        A month that is not said to be that of a letter may be about anything, and tells no letter without a date.
        """
        found = {one for date, letters in self._dates.items() if named.fits(date) for one in letters}
        if found or named.day or not of_letter:
            return found
        return {one for one, latest in self._undated.items() if latest == (named.year, named.month)}

    def _by_chamber(self, question: str) -> tuple[frozenset[str] | None, str]:
        for chamber, pattern in _CHAMBERS.items():
            if pattern.search(question) and chamber in self._chambers:
                return frozenset(self._chambers[chamber]), pattern.sub(" ", question)
        return None, question

    def _party(self, question: str) -> str | None:
        found = self._party_named.findall(question) if self._party_named else []
        return self._parties[max(found, key=len).casefold()] if found else None


def _listed(match: re.Match[str]) -> list[str]:
    """Return the numbers of ``5, 6 en 8`` and of ``5 t/m 8``, in their order."""

    def spelled(found: re.Match[str]) -> str:
        first, last = int(found.group(1)), int(found.group(2))
        return " ".join(str(number) for number in range(first, last + 1)) if first < last else found.group()

    return re.findall(_NUMBER, _RANGE.sub(spelled, match.group(1)))
