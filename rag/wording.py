"""All the words that answers are framed in, Dutch and English."""

import datetime
import re
from collections.abc import Mapping, Sequence

from rag.answer import Language, Place
from rag.letter import Exchange, Letter
from rag.named import Named

_MONTHS: dict[Language, str] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}

_PORTFOLIOS = {
    "Algemene Zaken": "General Affairs",
    "Asiel en Migratie": "Asylum and Migration",
    "Binnenlandse Zaken en Koninkrijksrelaties": "the Interior and Kingdom Relations",
    "Buitenlandse Handel en Ontwikkelingshulp": "Foreign Trade and Development Aid",
    "Buitenlandse Handel en Ontwikkelingssamenwerking": "Foreign Trade and Development Cooperation",
    "Buitenlandse Zaken": "Foreign Affairs",
    "Defensie": "Defence",
    "Economische Zaken": "Economic Affairs",
    "Economische Zaken en Klimaat": "Economic Affairs and Climate Policy",
    "Financiën": "Finance",
    "Infrastructuur en Waterstaat": "Infrastructure and Water Management",
    "Justitie en Veiligheid": "Justice and Security",
    "Klimaat en Groene Groei": "Climate Policy and Green Growth",
    "Landbouw, Natuur en Voedselkwaliteit": "Agriculture, Nature and Food Quality",
    "Landbouw, Visserij, Voedselzekerheid en Natuur": "Agriculture, Fisheries, Food Security and Nature",
    "Langdurige Zorg en Sport": "Long-term Care and Sport",
    "Onderwijs, Cultuur en Wetenschap": "Education, Culture and Science",
    "Sociale Zaken en Werkgelegenheid": "Social Affairs and Employment",
    "Veiligheid en Justitie": "Security and Justice",
    "Volkshuisvesting en Ruimtelijke Ordening": "Housing and Spatial Planning",
    "Volksgezondheid, Welzijn en Sport": "Health, Welfare and Sport",
}

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
        "year": "jaar {}",
        "word": "“{}” voor “{}”",
    },
    "en": {
        "letter": "letter {}",
        "question": "question {}",
        "party": "{} group",
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
    told += [say["party"].format(named.party)] if named.party else []
    told += [say["year"].format(year) for year in named.years]
    return (*told, *(say["word"].format(meant, word) for word, meant in corrections.items()))


def date(iso: str, language: Language) -> str:
    """Write an ISO date in full: ``18 juni 2026``, ``18 June 2026``."""
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[language].split()[day.month - 1]} {day.year}"


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
            return f"{english} {preposition} {_PORTFOLIOS.get(portfolio, portfolio)}"
    return office


def introduction(place: Place, language: Language) -> str:
    """Introduce a quote by when, who, and in answer to what, up to the colon."""
    letter, exchange = place.letter, place.exchange
    if exchange is None and (letter.kind in _OF_PARLIAMENT or _ASKING.match(letter.at(place.span))):
        return {"nl": "In het stuk staat:", "en": "The document says:"}[language]
    who = speaker(letter, language)
    if language == "nl":
        when = (
            f"Op {date(letter.date, 'nl')}"
            if letter.date
            else _UNDATED_NL.get(letter.kind, "In een brief zonder datum")
        )
        verb = f"antwoordde {who} op {_asked_nl(exchange)}" if exchange else f"schreef {who}".rstrip(",")
        return f"{when} {verb}:"
    when = f"On {date(letter.date, 'en')}" if letter.date else _UNDATED_EN.get(letter.kind, "In an undated letter")
    verb = f"{who} answered {_asked_en(exchange)}" if exchange else f"{who} wrote"
    return f"{when}, {verb}:"


def asked(place: Place, language: Language) -> str:
    """Introduce the words of a question by when, who asked, and its number, up to the colon."""
    letter, exchange = place.letter, place.exchange
    who = askers(place, language)
    numbers = _listed(exchange.numbers, {"nl": "en", "en": "and"}[language]) if exchange else ""
    if language == "nl":
        when = f"Op {date(letter.submitted, 'nl')} vroeg" if letter.submitted else "Gevraagd werd door"
        return f"{when} {who} (vraag {numbers}):"
    when = f"On {date(letter.submitted, 'en')}, {who} asked" if letter.submitted else f"Asked by {who}"
    return f"{when} (question {numbers}):"


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
_UNDATED_NL = {"consultation": "In een schriftelijk overleg zonder datum"}
_UNDATED_EN = {"consultation": "In an undated written consultation"}


def pointing(place: Place, target: Place, language: Language) -> str:
    """Say which place an answer points to; the letter is named when it is another one."""
    other = "" if place.letter.id == target.letter.id else f" ({target.letter.citation})"
    if language == "nl":
        return f"Het antwoord verwijst naar het {reference_place(target)}{other}"
    return f"The answer refers to the {_place_en(target)}{other}"


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
    noun = "vraag" if len(exchange.numbers) == 1 else "vragen"
    of = f" van de {exchange.party}-fractie" if exchange.party else ""
    return f"{noun} {_listed(exchange.numbers, 'en')}{of}"


def _asked_en(exchange: Exchange) -> str:
    noun = "question" if len(exchange.numbers) == 1 else "questions"
    of = f" of the {exchange.party} group" if exchange.party else ""
    return f"{noun} {_listed(exchange.numbers, 'and')}{of}"


def _listed(numbers: Sequence[str], last: str) -> str:
    if len(numbers) < 2:
        return "".join(numbers)
    return f"{', '.join(numbers[:-1])} {last} {numbers[-1]}"
