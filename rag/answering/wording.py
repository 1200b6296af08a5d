"""All the words that answers are framed in, Dutch and English."""

import datetime
import re
from collections.abc import Mapping, Sequence

from rag.answer import Language, Place
from rag.asking.named import Named
from rag.asking.offices import ENGLISH
from rag.letter import Exchange, Letter
from rag.words.months import MONTHS

NOT_FOUND: dict[Language, str] = {
    "nl": "Deze brieven geven geen antwoord op deze vraag.",
    "en": "These letters do not answer this question.",
}
FILTERED_OUT: dict[Language, str] = {
    "nl": "Geen brief voldoet aan deze filters; neem er een weg, of kies andere.",
    "en": "No letter meets these filters; take one away, or choose others.",
}
REFUSED: dict[Language, str] = {
    "nl": "Dit is geen vraag voor deze brieven. Vraag naar wat het kabinet over een onderwerp schreef.",
    "en": "This is not a question for these letters. Ask what the cabinet wrote about a subject.",
}
DOUBTED: dict[Language, str] = {
    "nl": "Het is niet zeker dat dit de vraag beantwoordt: het is wat er in deze brieven het dichtst bij komt.",
    "en": "It is not certain that this answers the question: it is what comes nearest in these letters.",
}
UNANSWERED: dict[Language, str] = {
    "nl": "Dit is gevraagd, maar deze brieven bevatten er (nog) geen antwoord op:",
    "en": "This was asked, but these letters do not (yet) hold an answer to it:",
}
RELATED: dict[Language, str] = {
    "nl": "Wat er het dichtst bij komt, maar het niet beantwoordt:",
    "en": "What comes nearest, but does not answer it:",
}


UNDERSTOOD: dict[Language, str] = {"nl": "Begrepen", "en": "Understood"}
_NAMED: dict[Language, dict[str, str]] = {
    "nl": {
        "letter": "brief {}",
        "question": "vraag {}",
        "party": "fractie {}",
        "asker": "vraagsteller {}",
        "office": "minister: {}",
        "since": "vanaf {}",
        "until": "tot en met {}",
        "year": "jaar {}",
        "word": "“{}” voor “{}”",
    },
    "en": {
        "letter": "letter {}",
        "question": "question {}",
        "party": "{} group",
        "asker": "asked by {}",
        "office": "minister: {}",
        "since": "from {}",
        "until": "up to {}",
        "year": "year {}",
        "word": "“{}” for “{}”",
    },
}
_LETTERS_NAMED = 3
"""Letters up to which those that a question names are told by their ids."""


def understood(named: Named, corrections: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Say what a question was taken to name, and which words were taken for a slip."""
    say = _NAMED[language]
    letters = sorted(named.letters or ())
    told = [say["letter"].format(name) for name in letters] if len(letters) <= _LETTERS_NAMED else []
    told += [say["question"].format(number) for number in named.numbers]
    told += [say["party"].format(party) for party in named.parties]
    told += [say["asker"].format(named.asker)] if named.asker else []
    told += [say["office"].format(_office_told(named.office, language))] if named.office else []
    if named.period is not None:
        told += [say["since"].format(_end(named.period.since, language, 0))] if named.period.since else []
        told += [say["until"].format(_end(named.period.until, language, 1))] if named.period.until else []
    told += [say["year"].format(year) for year in named.years]
    return (*told, *(say["word"].format(meant, word) for word, meant in corrections.items()))


def nothing_named(named: Named, language: Language) -> str:
    """Say that no letter meets all that a question names; what comes nearest without that is shown beside it."""
    told = ", ".join(understood(named, {}, language))
    if not told:
        return {"nl": "Geen brief is van de genoemde datum.", "en": "No letter is of the date that was named."}[
            language
        ]
    return {
        "nl": f"Niets in deze brieven voldoet hieraan: {told}. Wat erbij staat, is zonder die beperking gezocht.",
        "en": f"Nothing in these letters meets this: {told}. What is shown was searched without it.",
    }[language]


def first_of(shown: int, there: int, language: Language) -> str:
    """Say that a letter has more than what is shown of it."""
    told = {
        "nl": "Dit is het begin: {} van {} antwoorden of alinea's. Open de brief, of vraag naar iets erin.",
        "en": "This is the beginning: {} of {} answers or paragraphs. Open the letter, or ask about something in it.",
    }
    return told[language].format(shown, there)


def _end(iso: str, language: Language, ahead: int) -> str:
    """Write the end of a period; as a month when the day so many days ahead begins one."""
    day = datetime.date.fromisoformat(iso)
    whole = (day + datetime.timedelta(days=ahead)).day == 1
    return month((day.year, day.month), language) if whole else date(iso, language)


def month(year_and_month: tuple[int, int], language: Language) -> str:
    """Write a month of a year in full: ``maart 2025``."""
    year, number = year_and_month
    return f"{MONTHS[language][number - 1]} {year}"


def _office_told(office: str, language: Language) -> str:
    """Name the minister that a question was taken to name: by the portfolio in its language, or by name."""
    if language == "en":
        return next((english for dutch, english in ENGLISH.items() if dutch.startswith(office)), office)
    return office


def date(iso: str, language: Language) -> str:
    """Write an ISO date in full: ``18 juni 2026``, ``18 June 2026``."""
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def speaker(letter: Letter, language: Language) -> str:
    """Say who answers in a letter: ``de minister van Asiel en Migratie``, else the cabinet."""
    if not letter.ministers:
        return {"nl": "het kabinet", "en": "the cabinet"}[language]
    first, *others = (_titled(one.office, language) for one in letter.ministers)
    if not others:
        return first
    behalf = {"nl": "mede namens", "en": "also on behalf of"}[language]
    return f"{first}, {behalf} {_listed(others, {'nl': 'en', 'en': 'and'}[language])},"


def _titled(office: str, language: Language) -> str:
    return f"de {office[0].lower()}{office[1:]}" if language == "nl" else f"the {_office(office)}"


def _office(office: str) -> str:
    """Return an office in English; a portfolio that is not known keeps its Dutch name."""
    for dutch, english in (("minister-president", "Prime Minister"),):
        if office.casefold() == dutch:
            return english
    for dutch, english in (("staatssecretaris", "State Secretary"), ("minister", "Minister")):
        if office.casefold().startswith(dutch + " "):
            portfolio = office[len(dutch) :].strip().partition(" ")[2]
            preposition = "for" if english == "State Secretary" else "of"
            return f"{english} {preposition} {' – '.join(ENGLISH.get(one, one) for one in portfolio.split(' – '))}"
    return office


def introduction(
    place: Place, language: Language, *, moment: str = "", question: str = "", unsettled: bool = False
) -> str:
    """Introduce a quote by when, who, and in answer to what, up to the colon.

    Args:
        place: where the quote stands.
        language: the language to say it in.
        moment: the month, as ``2025-03``, that a letter without a date names at its head.
        question: the question that it answers, as it is to be shown.
        unsettled: whether the quote settles nothing.
    """
    letter, exchange = place.letter, place.exchange
    if exchange is None and (letter.kind in _OF_PARLIAMENT or _ASKING.match(letter.at(place.span))):
        return {"nl": "In het stuk staat:", "en": "The document says:"}[language]
    who, when = speaker(letter, language), _when(letter, language, moment)
    shown = f" ({question})" if question else ""
    open_ = {"nl": ", zonder het vast te leggen", "en": ", without settling it"}[language] if unsettled else ""
    if language == "nl":
        verb = f"antwoordde {who} op {_asked_nl(exchange)}" if exchange else f"schreef {who}".rstrip(",")
        return f"{when} {verb}{shown}{open_}:"
    verb = f"{who} answered {_asked_en(exchange)}" if exchange else f"{who} wrote"
    return f"{when}, {verb}{shown}{open_}:"


def _when(letter: Letter, language: Language, moment: str) -> str:
    """Say when a letter was sent; of one without a date, which month its head names."""
    if letter.date:
        return f"{_ON[language]} {date(letter.date, language)}"
    undated = _UNDATED[language].get(letter.kind, _UNDATED[language]["letter"])
    if not moment:
        return undated
    year, number = moment.split("-")
    named = month((int(year), int(number)), language)
    return f"{undated} ({_HEADED[language].format(named)})"


def asked(place: Place, language: Language) -> str:
    """Introduce the words of a question by when, who asked, and its number, up to the colon."""
    letter, exchange = place.letter, place.exchange
    who = askers(place, language)
    numbers = exchange.numbers if exchange else ()
    if language == "nl":
        verb = "vroegen" if _ask_together(place) else "vroeg"
        when = f"Op {date(letter.submitted, 'nl')} {verb}" if letter.submitted else "Gevraagd werd door"
        return f"{when} {who} ({_numbered_nl(numbers)}):" if numbers else f"{when} {who}:"
    when = f"On {date(letter.submitted, 'en')}, {who} asked" if letter.submitted else f"Asked by {who}"
    return f"{when} ({_numbered_en(numbers)}):" if numbers else f"{when}:"


def _ask_together(place: Place) -> bool:
    """Say whether more than one member or group asked."""
    by_a_group = place.exchange is not None and place.exchange.party
    return not by_a_group and len(place.letter.askers) > 1


def askers(place: Place, language: Language) -> str:
    """Say who asked: the members with their parties, or the groups; else that the letter does not say."""
    letter, exchange = place.letter, place.exchange
    if exchange is not None and exchange.party:
        return {"nl": f"de {exchange.party}-fractie", "en": f"the {exchange.party} group"}[language]
    named = [f"{one.name} ({one.party})" if one.name and one.party else one.name or one.party for one in letter.askers]
    known = [one for one in named if one]
    unknown = {"nl": "een vraagsteller die de brief niet noemt", "en": "someone the letter does not name"}[language]
    return _listed(known, {"nl": "en", "en": "and"}[language]) if known else unknown


_OF_PARLIAMENT = ("consultation", "questions")
"""Kinds whose running text is the committee's or the asker's, not a minister's."""

_ASKING = re.compile(r"Vragen (?:van|gesteld door) ")
_ON: dict[Language, str] = {"nl": "Op", "en": "On"}
_UNDATED: dict[Language, dict[str, str]] = {
    "nl": {
        "letter": "In een brief zonder datum",
        "consultation": "In een schriftelijk overleg zonder datum",
    },
    "en": {"letter": "In an undated letter", "consultation": "In an undated written consultation"},
}
_HEADED: dict[Language, str] = {"nl": "de inleiding noemt {}", "en": "its introduction names {}"}


def pointing(place: Place, target: Place, language: Language) -> str:
    """Say which place an answer points to; the letter is named when it is another one."""
    other = "" if place.letter.id == target.letter.id else f" ({target.letter.citation})"
    if language == "nl":
        return f"Het antwoord verwijst naar het {reference_place(target)}{other}"
    return f"The answer refers to the {_place_en(target)}{other}"


def elsewhere(words: str, language: Language) -> str:
    """Say that an answer points to something that is not among these letters, in its own pointing words."""
    return {
        "nl": f"Het antwoord verwijst naar iets dat niet in deze brieven staat: “{words}”",
        "en": f"The answer refers to something that is not in these letters: “{words}”",
    }[language]


TURNINGS: dict[Language, dict[str, str]] = {
    "nl": {
        "new": "In deze brieven staat dit hier voor het eerst:",
        "gone": "In latere van deze brieven komt dit niet terug:",
    },
    "en": {
        "new": "In these letters this is said here for the first time:",
        "gone": "Later ones of these letters do not say this again:",
    },
}


def reference_place(place: Place) -> str:
    """Name the place in a letter as a Dutch source reference does: ``antwoord op vraag 7``."""
    if place.exchange is not None:
        return f"antwoord op {_asked_nl(place.exchange)}"
    return f"alinea {place.paragraph.n}" if place.paragraph else ""


def reference_question(place: Place) -> str:
    """Name a question as a source reference does: ``vraag 7 van de SP-fractie``."""
    return _asked_nl(place.exchange) if place.exchange is not None else ""


def _place_en(place: Place) -> str:
    if place.exchange is not None:
        return f"answer to {_asked_en(place.exchange)}"
    return f"paragraph {place.paragraph.n}" if place.paragraph else ""


def _asked_nl(exchange: Exchange) -> str:
    of = f" van de {exchange.party}-fractie" if exchange.party else ""
    return f"{_numbered_nl(exchange.numbers)}{of}"


def _asked_en(exchange: Exchange) -> str:
    of = f" of the {exchange.party} group" if exchange.party else ""
    return f"{_numbered_en(exchange.numbers)}{of}"


def _numbered_nl(numbers: Sequence[str]) -> str:
    return f"{'vraag' if len(numbers) == 1 else 'vragen'} {_listed(numbers, 'en')}"


def _numbered_en(numbers: Sequence[str]) -> str:
    return f"{'question' if len(numbers) == 1 else 'questions'} {_listed(numbers, 'and')}"


def _listed(numbers: Sequence[str], last: str) -> str:
    if len(numbers) < 2:
        return "".join(numbers)
    return f"{', '.join(numbers[:-1])} {last} {numbers[-1]}"
