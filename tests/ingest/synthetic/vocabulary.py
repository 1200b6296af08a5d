"""Made sentences: what askers ask and cabinets answer, about dikes, homes and trains.

A bar in a word shows where a typesetter may break it; a tilde is a space at which no line ends. There is no bar
behind what is a word of its own among these sentences: without a dictionary, nothing on the page tells whether
``kust-`` and ``onderhoud`` at a line end are one word or two with a hyphen.
"""

from random import Random

_THINGS = (
    "de dijk|ver|ster|king", "het woning|tekort", "de jeugd|zorg|regio’s", "de spoorver|bindingen", "de EU-lidstaten",
    "de leer|lin|gen|daling", "het kustonder|houd", "de bij|stands|normen", "de NS-stations", "de waterschap|pen",
    "het stikstof|beleid", "de huis|artsen|posten", "de inkomens|grens", "het CCS-project", "de loket|functie",
    "de bouw- en sloop|vergunningen", "de Noord-Hollandse gemeenten", "de haven- of industrie|gebieden",
    "de crisis|op|vang|plekken", "het vlieg|verkeer", "de patiënten|dossiers", "de energie|toeslag", "het OV-net",
    "de drieën|twintig molens", "de coöpe|ratieve banken", "het MKB-krediet",
)  # fmt: skip
_PEOPLE = (
    "de gemeenten", "de provincies", "de Inspectie Leef|omgeving", "de uit|voerders", "de woning|corpo|raties",
    "het Planbureau", "de betrok|ken ondernemers", "de Europese Commissie", "de Autoriteit Ruimte",
    "de school|besturen", "de toe|zicht|houders",
)  # fmt: skip
_TIMES = (
    "in 2024", "sinds 1 januari 2022", "voor het eind van 2027", "in de afgelopen 10 jaar", "vanaf 15~maart~2025",
    "in het eerste kwartaal", "per 1 juli", "in de komende jaren", "na het zomer|reces",
)  # fmt: skip
_AMOUNTS = (
    "82.000 euro", "ruim 74% van het budget", "1,5 miljoen euro", "3 tot 5 procent", "€ 30 miljoen",
    "twintig voltijds|banen", "20 m2 per huis|houden", "12.500 ton CO2",
)  # fmt: skip
_VERBS = ("ver|ster|ken", "uit|stellen", "onder|zoeken", "ver|een|voudigen", "bekos|tigen", "aan|passen", "be|waken")
_ASK = (
    "Kunt u toe|lichten hoe {thing} {time} {verb_past} en wat dat voor {people} betekent?",
    "Hoe beoor|deelt u het besluit van {people} om {thing} te {verb}?",
    "Deelt u de mening dat {people} {thing} {time} hadden moeten {verb}?",
    "Welke stappen heeft u {time} gezet om {thing} te {verb}, en zijn daar {amount} voor be|schik|baar?",
    "Klopt het bericht «Wie betaalt {thing}?» en wat is uw reactie daarop?",
    "Waarom is er {time} {amount} uit|gegeven aan {thing}, terwijl {people} daar niet om hadden ge|vraagd?",
    "Bent u bereid om samen met {people} {thing} te {verb}?",
    "Wat is de stand van zaken van {thing}, in het bij|zonder in Noord-Brabant en Zuid-Limburg?",
    "Is het waar dat {thing} {amount} kost?",
)
_LEAD = (
    "Uit onder|zoek van {people} blijkt dat {thing} {time} {amount} heeft gekost.",
    "In uw brief van 3~mei~2024 schreef u dat {people} {thing} gaan {verb}.",
    "U stelde eerder dat het «niet de bedoeling» was {thing} te {verb}.",
)
_MORE = ("Zo ja, wanneer?", "Zo nee, waarom niet?", "En hoe verhoudt zich dat tot {thing}?", "Waarom wel of niet?")
_TELL = (
    "Het klopt dat {people} {thing} {time} zijn gaan {verb}.",
    "Met {people} is {time} af|ge|sproken dat {thing} voor|rang krijgt en dat daar {amount} voor is.",
    "Ik deel die op|vatting niet, omdat {people} zelf over {thing} gaan.",
    "Voor {thing} is {time} {amount} uit|getrok|ken.",
    "Zoals in de brief van 11~mei~2026 is gemeld, wordt {thing} door {people} geëva|lueerd.",
    "De minister heeft {people} ge|vraagd {thing} verder te {verb} en daar|over voor het eind van het jaar te "
    "berichten.",
    "Dit raakt ook de NS-stations en de havens van Noord-Holland, d.w.z. {amount}.",
    "Artikel 3 van de wet, jo. artikel 12, laat {people} daarin vrij.",
    "Ja, {thing} blijft een zaak van {people}.",
    "Nee.",
    "Dat is nog niet bekend.",
)  # fmt: skip
_POINT = (
    "Zie het antwoord op vraag {number}.",
    "Vraag {number} is hier|boven al be|ant|woord.",
    "Zoals in het antwoord op vraag {number} staat, zijn {people} nu aan zet.",
)
_NOTES = (
    "Kamerstuk 32~317, nr.~967",
    "Het Dagblad, 2~juli~2023, «Wie betaalt de dijken?»",
    "Aanhangsel Handelingen, vergaderjaar 2022–2023, nr.~844",
    "https://www.voorbeeld.nl/nieuws/2024/dijk_12",
    "Zie ook de brief van 3~mei~2024 over de versterking van dijken en kaden langs de grote rivieren en de kust",
    "«Huizen te duur», Avondkrant, 14~mei~2024",
)
_TITLES = (
    "Water en veiligheid", "Onderwijs en opvang", "Terugblik op het stelsel", "Wonen langs de kust",
    "Financiën en toezicht", "Zorg in de regio", "Spoor, haven en luchtvaart", "Uitvoering van het akkoord",
    "Gevolgen voor het MKB", "Natuur en landbouw na de droogte",
)  # fmt: skip


def _fill(rng: Random, template: str) -> str:
    return template.format(
        thing=rng.choice(_THINGS),
        people=rng.choice(_PEOPLE),
        time=rng.choice(_TIMES),
        amount=rng.choice(_AMOUNTS),
        verb=rng.choice(_VERBS),
        verb_past=rng.choice(("is ver|lopen", "is op|gezet", "wordt ge|regeld")),
        number=rng.randint(1, 12),
    )


def question(rng: Random) -> str:
    """Return one to four sentences that ask; the last one ends with a question mark."""
    said = [_fill(rng, rng.choice(_LEAD))] if rng.random() < 0.25 else []
    said += [_fill(rng, rng.choice(_ASK)) for _ in range(rng.choice((1, 1, 1, 2)))]
    said += [_fill(rng, rng.choice(_MORE))] if rng.random() < 0.3 else []
    return " ".join(said)


def answer(rng: Random) -> list[str]:
    """Return the paragraphs of an answer, each of one to five sentences."""
    paragraphs = [" ".join(_fill(rng, rng.choice(_TELL)) for _ in range(rng.randint(1, 5)))]
    paragraphs += [
        " ".join(_fill(rng, one) for one in rng.sample(_TELL[1:6], 2)) for _ in range(rng.choice((0, 0, 1, 2)))
    ]
    if rng.random() < 0.15:
        paragraphs.insert(0, _fill(rng, rng.choice(_POINT)))
    return paragraphs


def enumeration(rng: Random) -> list[str]:
    """Return the paragraphs of an answer that lists points: what leads in to it, and the points."""
    lead = f"{_fill(rng, _TELL[3])} Het gaat om het volgende:"
    marks = rng.choice((("a.", "b.", "c."), ("i.", "ii.", "iii."), ("–", "–", "–"), ("•", "•", "•")))
    points = [f"{mark}~{rng.choice(_THINGS)}, {rng.choice(_TIMES)}" for mark in marks]
    return [lead, *(f"{point};" for point in points[:-1]), f"{points[-1]}."]


def note(rng: Random) -> str:
    """Return the text of a note."""
    return rng.choice(_NOTES)


def titles(rng: Random, count: int) -> list[str]:
    """Return different headings of sections."""
    return rng.sample(_TITLES, count)


def subject(rng: Random) -> str:
    """Return what a letter is about, in words that need no breaking."""
    return f"{rng.choice(_THINGS)} en {rng.choice(_THINGS)}".replace("|", "")


def group_question(rng: Random, party: str) -> list[str]:
    """Return the paragraphs of a question in a consultation, asked in the name of a group."""
    first = rng.choice(
        (
            "De leden van de {party}-fractie lezen dat {thing} {time} {amount} heeft gekost.",
            "De leden van de {party}-fractie merken op dat {people} {thing} willen {verb}.",
            "De leden van de {party}-fractie vragen de minister waarom {people} {thing} niet {verb}.",
            "Ook lezen de leden van de {party}-fractie dat {people} {thing} {time} willen {verb}.",
        )
    )
    then = rng.choice(
        (
            "Kan de minister toe|lichten wat dit voor {people} betekent?",
            "Deze leden vragen hoe de minister {thing} denkt te {verb}.",
            "Is de minister bereid {thing} te {verb}? Zo nee, waarom niet?",
        )
    )
    said = [_fill(rng, first.replace("{party}", party)), _fill(rng, then)]
    return said if rng.random() < 0.3 else [" ".join(said)]


def group_answer(rng: Random) -> list[str]:
    """Return the paragraphs of an answer in a consultation, in the cabinet's voice."""
    first = rng.choice(
        (
            "Het kabinet hecht aan {thing} en heeft daar {time} {amount} voor uit|getrok|ken.",
            "Ik ben met {people} in gesprek over {thing}.",
            "Het kabinet deelt deze zorg niet, omdat {people} zelf over {thing} gaan.",
            "Uw Kamer is {time} over {thing} geïnfor|meerd.",
        )
    )
    more = [
        _fill(rng, one)
        for one in rng.sample(
            (
                "Het kabinet zal {people} vragen {thing} te {verb}.",
                "Daarom zet het kabinet in op {thing}.",
                "Ik zal uw Kamer daar|over {time} berichten.",
            ),
            rng.choice((0, 1, 2)),
        )
    ]
    said = [_fill(rng, first), *more]
    return said if rng.random() < 0.3 else [" ".join(said)]
