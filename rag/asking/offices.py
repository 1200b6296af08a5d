"""Offices: the portfolios of ministers in Dutch and in English, and the one that a question names.

A portfolio has the name that letters of some years use, its English name, and the short names that people say instead:
"minister of Health", "de minister van VWS", "de asielminister".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.letter import Span


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A portfolio: its Dutch and English name, the words by which letters are told to be of it, and short names."""

    dutch: str
    english: str
    key: str
    short: tuple[str, ...]


def _portfolio(dutch: str, english: str, key: str, short: str) -> Portfolio:
    return Portfolio(dutch, english, key, tuple(short.split("|")))


PORTFOLIOS = (
    _portfolio("Algemene Zaken", "General Affairs", "Algemene Zaken", "AZ"),
    _portfolio(
        "Asiel en Migratie", "Asylum and Migration", "Asiel", "Asiel|Migratie|AenM|Asylum|Migration|Immigration"
    ),
    _portfolio(
        "Binnenlandse Zaken en Koninkrijksrelaties",
        "the Interior and Kingdom Relations",
        "Binnenlandse Zaken",
        "Binnenlandse Zaken|BZK|Interior|the Interior|Home Affairs",
    ),
    _portfolio(
        "Buitenlandse Handel en Ontwikkelingshulp",
        "Foreign Trade and Development Aid",
        "Buitenlandse Handel",
        "Buitenlandse Handel|Ontwikkelingshulp|BHO|Foreign Trade|Development Aid|Trade",
    ),
    _portfolio(
        "Buitenlandse Handel en Ontwikkelingssamenwerking",
        "Foreign Trade and Development Cooperation",
        "Buitenlandse Handel",
        "Ontwikkelingssamenwerking|BHOS|Development Cooperation",
    ),
    _portfolio("Buitenlandse Zaken", "Foreign Affairs", "Buitenlandse Zaken", "BZ|Foreign Affairs|Foreign"),
    _portfolio("Defensie", "Defence", "Defensie", "Defense|DEF"),
    _portfolio("Digitalisering", "Digitalisation", "Digitalisering", "Koninkrijksrelaties en Digitalisering"),
    _portfolio("Economische Zaken", "Economic Affairs", "Economische Zaken", "EZ|EZK|Economy|the Economy|Economics"),
    _portfolio("Economische Zaken en Klimaat", "Economic Affairs and Climate Policy", "Economische Zaken", "EZK"),
    _portfolio("Fiscaliteit en Belastingdienst", "Taxation and the Tax Administration", "Belastingdienst", "Taxation"),
    _portfolio("Financiën", "Finance", "Financiën", "Financien|FIN|the Treasury"),
    _portfolio(
        "Infrastructuur en Waterstaat",
        "Infrastructure and Water Management",
        "Infrastructuur",
        "Infrastructuur|IenW|Infrastructure|Transport|Waterstaat|Verkeer",
    ),
    _portfolio(
        "Justitie en Veiligheid",
        "Justice and Security",
        "Justitie",
        "Justitie|JenV|Justice|Security|Veiligheid en Justitie|Security and Justice",
    ),
    _portfolio("Veiligheid en Justitie", "Security and Justice", "Justitie", "VenJ"),
    _portfolio(
        "Klimaat en Groene Groei", "Climate Policy and Green Growth", "Klimaat", "Klimaat|KGG|Climate|Energy|Energie"
    ),
    _portfolio(
        "Landbouw, Natuur en Voedselkwaliteit",
        "Agriculture, Nature and Food Quality",
        "Landbouw",
        "Landbouw|LNV|LVVN|Agriculture|Farming|Natuur|Nature",
    ),
    _portfolio(
        "Landbouw, Visserij, Voedselzekerheid en Natuur",
        "Agriculture, Fisheries, Food Security and Nature",
        "Landbouw",
        "Visserij|Fisheries",
    ),
    _portfolio(
        "Langdurige Zorg en Sport", "Long-term Care and Sport", "Langdurige Zorg", "Langdurige Zorg|Long-term Care"
    ),
    _portfolio(
        "Onderwijs, Cultuur en Wetenschap",
        "Education, Culture and Science",
        "Onderwijs",
        "Onderwijs|OCW|Education|Culture|Cultuur|Science|Wetenschap",
    ),
    _portfolio("Rechtsbescherming", "Legal Protection", "Rechtsbescherming", "Legal Protection"),
    _portfolio(
        "Sociale Zaken en Werkgelegenheid",
        "Social Affairs and Employment",
        "Sociale Zaken",
        "Sociale Zaken|SZW|Social Affairs|Employment|Werkgelegenheid",
    ),
    _portfolio("Toeslagen en Douane", "Benefits and Customs", "Toeslagen", "Toeslagen|Customs"),
    _portfolio(
        "Volkshuisvesting en Ruimtelijke Ordening",
        "Housing and Spatial Planning",
        "Volkshuisvesting",
        "Volkshuisvesting|VRO|Housing|Wonen|Ruimtelijke Ordening",
    ),
    _portfolio(
        "Volksgezondheid, Welzijn en Sport",
        "Health, Welfare and Sport",
        "Volksgezondheid",
        "Volksgezondheid|VWS|Health|Public Health|Zorg|Sport",
    ),
)

ENGLISH = {one.dutch: one.english for one in PORTFOLIOS}

_OFFICE = r"(?:minister|staatssecretaris|state secretary|secretary of state|ministry|ministerie|bewindspersoon)"
_SPEAKS = (
    r"(?:^\W*(?:[\w'’-]+\W+){0,4}|\b(?:according to|volgens|namens|by|door|from|did|does|has|zei|zegt|schreef|vindt|"
    r"antwoordde|antwoordt|reageerde|stelt|meldt|(?:standpunt|beleid|visie|reactie|antwoord(?:en)?|brie(?:f|ven)|mening|"
    r"positie|position|views?|policy|stance|letters?|answers?|response|opinion)\W+(?:van|of))\W+)(?:the\s+|de\s+|het\s+)?"
)
"""What stands before the one who is asked about: the question's first words, a verb of saying, or what was said."""

_CALLED = {
    name.removeprefix("the ").casefold(): one.key for one in PORTFOLIOS for name in (*one.short, one.dutch, one.english)
}
_NAMES = "|".join(map(re.escape, sorted(_CALLED, key=lambda one: (-len(one), one))))
_OFFICE_NAMED = re.compile(
    rf"{_SPEAKS}(?P<office>{_OFFICE}\s+(?:of|for|van|voor)\s+(?:the\s+|de\s+)?(?P<after>{_NAMES})(?!\w)"
    rf"|(?P<before>{_NAMES})[ -]?{_OFFICE}\b)",
    re.I,
)
_PREMIER = re.compile(rf"{_SPEAKS}(?P<office>premier|minister-president|prime minister)\b", re.I)
_PERSON = re.compile(
    rf"(?<!de )(?<!the )\b(?P<office>(?i:{_OFFICE})\s+(?P<name>(?:(?i:van|de|den|der|ten|ter)\s+){{0,2}}[A-Z][\w'-]+))"
)


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """The minister whose words a question asks for: what a letter's ministers must hold, and where it says so."""

    within: str
    span: Span


def named_office(question: str, names: Iterable[str]) -> NamedOffice | None:
    """Return the minister that a question names as the one who speaks; None when it names none.

    ``names`` are those of the ministers of the letters. A name that none of them has is a minister all the same:
    "minister Kaag" wrote no letter here.
    """
    office = _OFFICE_NAMED.search(question)
    if office:
        called_by = office["after"] or office["before"]
        return NamedOffice(_CALLED[called_by.casefold()], office.span("office"))
    premier = _PREMIER.search(question)
    if premier:
        return NamedOffice("minister-president", premier.span("office"))
    for name in sorted(map(surname, names), key=lambda one: (-len(one), one)):
        called = re.search(rf"(?:{_OFFICE}\s+)?(?<!\w){re.escape(name)}(?!\w)", question, re.I)
        if called:
            return NamedOffice(name, called.span())
    person = _PERSON.search(question)
    return NamedOffice(person["name"], person.span("office")) if person else None


def surname(name: str) -> str:
    """Return the surname in "Bart van den Brink" and in "S.W. Sjoerdsma", with its prefixes."""
    words = name.split()
    first = next((at for at, word in enumerate(words[1:], 1) if word[0].islower()), len(words) - 1)
    return " ".join(words[first:])
