"""Questions that name a place: a letter by its reference or date, and in it a question by its number.

"vraag 8 van de brief van 11 mei 2026", "questions 14 and 15 of 7562802", "de tweede vraag van de VVD in het overleg
van maart 2025"; or that name who asked, who answered, or when: "wat zei de minister van Financiën de SP vóór 2026".
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from rag.answer import Place
from rag.asking.askers import Askers, NamedAsker
from rag.asking.dates import NamedDate, Period, latest_month, named_dates, named_period, time_compared
from rag.asking.offices import named_office
from rag.asking.parties import Parties
from rag.filters import Filters, names_of
from rag.letter import Head, Span
from rag.words.countries import foreign_voice

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
_SAID = re.compile(
    r"\b(?:say|said|says|write|wrote|answer\w*|reply|replied|tell|told|position|stance|view|ask|asked|letters?|"
    r"changed|timeline|veranderd|veranderde|tijdlijn|"
    r"zei|zegt|gezegd|schreef|geschreven|antwoord\w*|standpunt|vroeg|gevraagd|reactie|reageerde|brief|brieven)\b",
    re.I,
)
"""How a question shows that a period is that of what was said."""

_FRAGMENT = 4
"""Words up to which a question is a fragment that follows on another: "and before 2026?"."""

_CHAMBERS = {
    "Eerste Kamer": re.compile(r"\b(?:eerste kamer|senaat|senate|upper house)\b", re.I),
}
"""Only the Eerste Kamer is named to tell letters apart; "de Tweede Kamer" stands in questions about anything."""

INTRODUCTION = 1_500
"""Characters at the head of a letter without a date in which a month may name it."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: letters (None: none), question numbers, parties, years; and its other words.

    ``office`` is what the ministers of a letter must hold for it to be of the minister that is named; ``asker`` is the
    member who asked the questions of the letters.
    """

    letters: frozenset[str] | None
    numbers: tuple[str, ...]
    parties: tuple[str, ...]
    years: tuple[str, ...]
    rest: str
    office: str | None = None
    period: Period | None = None
    asker: str | None = None

    @property
    def filters(self) -> tuple[Filters, ...]:
        """Who asked and who answered, as filters of which a place meets one; none when nobody is named.

        With a number the party is part of the place's name.
        """
        if self.parties and not self.numbers:
            return tuple(Filters(party=one, minister=self.office) for one in self.parties)
        return (Filters(minister=self.office),) if self.office else ()

    @property
    def narrows(self) -> bool:
        """Say whether anything is named that only some places meet."""
        return self.letters is not None or bool(self.filters or self.years or self.period or self.numbers)

    @property
    def is_place(self) -> bool:
        """Say whether the question names exchanges: a number, and the letter or party that it counts in."""
        return bool(self.numbers) and (self.letters is not None or bool(self.parties))

    def admits(self, place: Place) -> bool:
        """Say whether a place is one of the exchanges that are named."""
        exchange = place.exchange
        return (
            exchange is not None
            and (self.letters is None or place.letter.id in self.letters)
            and (not self.parties or exchange.party in self.parties)
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
        self._ministers: set[str] = set()
        self._asking = set(parties)
        known = list(heads)
        for head in known:
            self._add(head)
        self._parties, self._askers = Parties(self._asking), Askers(known)

    def _add(self, head: Head) -> None:
        for name in names_of(head):
            self._names.setdefault(name, set()).add(head.id)
        if head.date is not None:
            self._dates.setdefault(head.date, set()).add(head.id)
        if head.chamber is not None:
            self._chambers.setdefault(head.chamber, set()).add(head.id)
        self._ministers.update(one.name for one in head.ministers if one.name)
        self._asking.update(one.party for one in head.askers if one.party)

    def read(self, question: str) -> Named:
        """Read which letters, question numbers, party, minister and period a question names."""
        numbers = [number for match in _NUMBERED.finditer(question) for number in _listed(match)]
        numbers += [_ORDINAL[match.group(1).casefold()] for match in _COUNTED.finditer(question)]
        compared = time_compared(question)
        period, rest = self._period(_NUMBERED.sub(" ", _without(question, compared) if compared else question))
        office, rest = self._office(rest)
        parties, rest = self._parties.named(question), self._parties.without(rest)
        asker, rest = self._asker(rest)
        letters = asker.letters if asker else None
        of_letter = bool(numbers or parties or _SAID.search(question))
        for reader in (self._by_name, partial(self._by_date, of_letter=of_letter), self._by_chamber):
            found, rest = reader(rest)
            if found is not None:
                letters = found if letters is None else letters & found
        years = tuple(dict.fromkeys(_YEAR.findall(rest)))
        for year in years if numbers else ():
            letters = self.of_year(year) if letters is None else letters & self.of_year(year)
        return Named(
            letters,
            tuple(dict.fromkeys(numbers)),
            parties,
            years,
            " ".join(rest.split()),
            office,
            period,
            asker=asker.name if asker else None,
        )

    def moment(self, letter: Head) -> str:
        """Return the date of a letter; of one without, the month that its introduction names, or nothing."""
        latest = self._undated.get(letter.id)
        return letter.date or (f"{latest[0]}-{latest[1]:02}" if latest else "")

    def of_period(self, period: Period) -> frozenset[str]:
        """Return the letters of a period; one without a date as in :meth:`of_year`."""
        dated = {one for date, letters in self._dates.items() if period.holds(date) for one in letters}
        undated = {
            one
            for one, latest in self._undated.items()
            if latest is None or period.holds(f"{latest[0]}-{latest[1]:02}")
        }
        return frozenset(dated | undated)

    def _period(self, question: str) -> tuple[Period | None, str]:
        """Return the period of the letters that are asked for: what is said in it, not what happens in it."""
        period = named_period(question)
        if period is None or not (_SAID.search(question) or len(question.split()) <= _FRAGMENT):
            return None, question
        return period, _without(question, period.span)

    def _office(self, question: str) -> tuple[str | None, str]:
        """Return whose words of the cabinet are asked for; the minister of another country is not among it."""
        if foreign_voice(question, "nl") or foreign_voice(question, "en"):
            return None, question
        office = named_office(question, self._ministers)
        return (office.within, _without(question, office.span)) if office else (None, question)

    def _asker(self, question: str) -> tuple[NamedAsker | None, str]:
        asker = self._askers.named(question)
        return asker, _without(question, asker.span) if asker else question

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

        ``of_letter`` says that any date is that of a letter: the question names a question by its number, or asks what
        was asked or said then.
        """
        for named in named_dates(question):
            found = self._of(named, of_letter=of_letter or named.of_letter)
            if found or named.of_letter:
                return frozenset(found), _without(question, named.span)
        return None, question

    def _of(self, named: NamedDate, *, of_letter: bool) -> set[str]:
        """Return the letters of a date; failing that, of a month, those without one whose introduction names it last.

        A month that is not that of a letter may be about anything, and tells no letter without a date.
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


def _without(question: str, span: Span) -> str:
    return f"{question[: span[0]]} {question[span[1] :]}"


def _listed(match: re.Match[str]) -> list[str]:
    """Return the numbers of ``5, 6 en 8`` and of ``5 t/m 8``, in their order."""

    def spelled(found: re.Match[str]) -> str:
        first, last = int(found.group(1)), int(found.group(2))
        return " ".join(str(number) for number in range(first, last + 1)) if first < last else found.group()

    return re.findall(_NUMBER, _RANGE.sub(spelled, match.group(1)))
