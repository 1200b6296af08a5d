"""Errors planted in true sentences: what a careless language model makes of them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.careless.honest import Honest

_NEGATION = {
    "nl": re.compile(r"\s*\b(?:niet|geen|nooit|zonder)\b", re.IGNORECASE),
    "en": re.compile(r"\s*\b(?:not|no|never|none|without)\b", re.IGNORECASE),
}
_UNDENIED = {
    "geen": "een",
    "zonder": "met",
    "no": "a",
    "without": "with",
    "none": "all",
    "nooit": "altijd",
    "never": "always",
}
_VERB = {
    "nl": re.compile(
        r"\b(?:is|zijn|wordt|worden|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|heeft|hebben|wil|bevindt|bestaan|gaat|komt)\b"
    ),
    "en": re.compile(r"\b(?:is|are|was|were|can|may|must|will|has|have|should|does|do)\b"),
}
_UNITS = {
    "nl": (
        ("miljoen", "miljard"),
        ("euro", "dollar"),
        ("procent", "procentpunt"),
        ("jaar", "maanden"),
        ("miljard", "miljoen"),
    ),
    "en": (
        ("million", "billion"),
        ("euros", "dollars"),
        ("percent", "percentage points"),
        ("year", "month"),
        ("billion", "million"),
    ),
}
_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_NAMES = {
    "nl": (
        ("Oeganda", "Rwanda"), ("Duitsland", "Frankrijk"), ("Gambia", "Senegal"), ("Ethiopië", "Eritrea"), ("Syrië", "Irak"), ("Egypte", "Tunesië"),
        ("Europese Commissie", "Europese Centrale Bank"), ("UNHCR", "UNICEF"), ("Frontex", "Europol"), ("Griekenland", "Italië"), ("Mongolië", "Marokko"),
        ("RIVM", "CBS"), ("NVWA", "ACM"), ("NS", "ProRail"), ("Nobian", "Shell"), ("Deltares", "TNO"), ("Oekraïne", "Georgië"), ("Chinese", "Indiase"),
        ("Israëlische", "Libanese"), ("Catalpa", "Partou"), ("WNT", "WOR"), ("Simons", "Jansen"), ("FRA", "EDPS"), ("Aanjaagteam", "Adviescollege"),
    ),
    "en": (
        ("Uganda", "Rwanda"), ("Germany", "France"), ("Gambia", "Senegal"), ("Ethiopia", "Eritrea"), ("Syria", "Iraq"), ("Egypt", "Tunisia"),
        ("European Commission", "European Central Bank"), ("UNHCR", "UNICEF"), ("Frontex", "Europol"), ("Greece", "Italy"), ("Mongolia", "Morocco"),
        ("RIVM", "CBS"), ("NVWA", "ACM"), ("NS", "ProRail"), ("Nobian", "Shell"), ("Deltares", "TNO"), ("Ukraine", "Georgia"), ("China", "India"),
        ("Israeli", "Lebanese"), ("Catalpa", "Partou"), ("WNT", "WOR"), ("Simons", "Jansen"), ("FRA", "EDPS"), ("British", "Irish"),
    ),
}  # fmt: skip
_OPPOSITES = {
    "nl": (("vrijwillig", "gedwongen"), ("verbeterd", "verslechterd"), ("daalt", "stijgt"), ("hoger", "lager"), ("gestegen", "gedaald"),
           ("buiten", "binnen"), ("opgehoogd", "verlaagd"), ("ruimer", "beperkter"), ("voorstander", "tegenstander"), ("stegen", "daalden"),
           ("voor het einde", "na het einde")),
    "en": (("voluntary", "forced"), ("voluntarily", "under compulsion"), ("improved", "worsened"), ("falls", "rises"), ("higher", "lower"),
           ("increase", "decrease"), ("outside", "inside"), ("raised", "lowered"), ("extension", "restriction"), ("before the end", "after the end"),
           ("More than", "Less than"), ("strengthen", "weaken")),
}  # fmt: skip
_FRAMES = {
    "nl": (
        "Op 3 februari 2019 schreef de minister van Asiel en Migratie dat {}",
        "De staatssecretaris van Defensie antwoordde dat {}",
    ),
    "en": (
        "On 3 February 2019 the Minister of Asylum and Migration wrote that {}",
        "The State Secretary for Defence answered that {}",
    ),
}


_DETAILS = {
    "nl": (
        ", en de premier heeft hierover afgelopen weekend een akkoord gesloten met werkgevers.",
        ", waarvoor gemeenten extra geld krijgen.",
        ", aldus een woordvoerder in een interview met een krant.",
    ),
    "en": (
        ", and the prime minister struck a deal on this with employers last weekend.",
        ", for which municipalities receive extra money.",
        ", a spokesman told a newspaper in an interview.",
    ),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence with an error in it, its marks, and what kind of error."""

    kind: str
    sentence: str
    numbers: tuple[int, ...] = (1,)


def planted(honest: Honest) -> Iterator[Planted]:
    """Yield what a careless model makes of a true sentence, each with one error."""
    text, language = honest.sentence, honest.language
    chance = random.Random(text)
    yield from (Planted("negation dropped", one) for one in _without_negation(text, language))
    if not any(True for _ in _NEGATION[language].finditer(text)):
        yield from (Planted("negation added", one) for one in _denied(text, language))
    yield from (Planted("number changed", one) for one in _renumbered(text, chance))
    yield from (Planted("date changed", one) for one in _redated(text, language, chance))
    yield from (Planted("name changed", one) for one in _swapped(text, _NAMES[language]))
    yield from (Planted("unit changed", one) for one in _swapped(text, _UNITS[language]))
    yield from (Planted("opposite said", one) for one in _swapped(text, _OPPOSITES[language]))
    for frame in _FRAMES[language]:
        if honest.citation.place.letter.ministers and not text.startswith(("Op ", "On ")):
            yield Planted("speaker changed", frame.format(text[0].lower() + text[1:]))
    for detail in _DETAILS[language]:
        yield Planted("detail added", f"{text.rstrip('.')}{detail}")
    yield Planted("citation invented", text, (9,))
    yield Planted("letters swapped", text, (2,))


def _without_negation(text: str, language: str) -> Iterator[str]:
    for found in _NEGATION[language].finditer(text):
        word = found.group().strip().lower()
        instead = f" {_UNDENIED[word]}" if word in _UNDENIED else ""
        changed = f"{text[: found.start()]}{instead}{text[found.end() :]}".strip()
        yield changed[0].upper() + changed[1:]


def _denied(text: str, language: str) -> Iterator[str]:
    found = _VERB[language].search(text)
    if found:
        yield f"{text[: found.end()]} {'niet' if language == 'nl' else 'not'}{text[found.end() :]}"


def _renumbered(text: str, chance: random.Random) -> Iterator[str]:
    for found in re.finditer(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w])", text):
        digits = [at for at, sign in enumerate(found.group()) if sign.isdigit()]
        at = chance.choice(digits)
        other = chance.choice([n for n in "123456789" if n != found.group()[at]])
        number = f"{found.group()[:at]}{other}{found.group()[at + 1 :]}"
        yield f"{text[: found.start()]}{number}{text[found.end() :]}"


def _redated(text: str, language: str, chance: random.Random) -> Iterator[str]:
    for month in _MONTHS[language]:
        pattern = re.compile(
            rf"(?<=\d )\b{month}\b|(?<=in ){month}\b|(?<=after ){month}\b|(?<=na ){month}\b|(?<=between ){month}\b|(?<=tussen ){month}\b"
        )
        if pattern.search(text):
            yield pattern.sub(chance.choice([one for one in _MONTHS[language] if one != month]), text, count=1)


def _swapped(text: str, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    for one, other in pairs:
        pattern = re.compile(rf"\b{re.escape(one)}\b")
        if pattern.search(text):
            yield pattern.sub(other, text, count=1)
