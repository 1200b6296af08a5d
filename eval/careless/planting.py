"""Errors planted in true sentences: what a careless language model makes of them."""

import random
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.careless.honest import Honest
from rag.answer import Language
from rag.answering import wording
from rag.asking.dates import MONTH

_TABLES = tomllib.loads((Path(__file__).parent / "planting.toml").read_text(encoding="utf-8"))
_NEGATION: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"\s*\b(?:niet|geen|nooit|zonder)\b", re.IGNORECASE),
    "en": re.compile(r"\s*\b(?:not|no|never|none|without)\b", re.IGNORECASE),
}
_VERB: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(?:is|zijn|wordt|worden|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|heeft|hebben|wil|bevindt|bestaan|gaat|komt)\b"
    ),
    "en": re.compile(r"\b(?:is|are|was|were|can|may|must|will|has|have|should|does|do)\b"),
}
_MONTH = re.compile(rf"(?:(?<=\d )|(?<=\bin )|(?<=\bna ))(?:{'|'.join(MONTH)})\b", re.IGNORECASE)


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
    yield from (Planted("negation dropped", one) for one in _undenied(text, language))
    if not _NEGATION[language].search(text):
        yield from (Planted("negation added", one) for one in _denied(text, language))
    yield from (Planted("number changed", one) for one in _renumbered(text, chance))
    yield from (Planted("date changed", one) for one in _redated(text, language, chance))
    for kind, table in (("name changed", "names"), ("unit changed", "units"), ("opposite said", "opposites")):
        yield from (Planted(kind, one) for one in _swapped(text, _TABLES[table][language]))
    if honest.citation.place.letter.ministers and not text.startswith(("Op ", "On ")):
        for frame in _TABLES["frames"][language]:
            yield Planted("speaker changed", frame.format(text[0].lower() + text[1:]))
    for detail in _TABLES["details"][language]:
        yield Planted("detail added", f"{text.rstrip('.')}{detail}")
    yield Planted("citation invented", text, (9,))
    yield Planted("letters swapped", text, (2,))


def _undenied(text: str, language: Language) -> Iterator[str]:
    for found in _NEGATION[language].finditer(text):
        instead = _TABLES["undenied"].get(found.group().strip().lower(), "")
        changed = " ".join(f"{text[: found.start()]} {instead} {text[found.end() :]}".split())
        yield changed[0].upper() + changed[1:]


def _denied(text: str, language: Language) -> Iterator[str]:
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


def _redated(text: str, language: Language, chance: random.Random) -> Iterator[str]:
    months = [wording.date(f"2000-{n:02}-01", language).split()[1] for n in range(1, 13)]
    for found in _MONTH.finditer(text):
        other = chance.choice([one for one in months if one.casefold() != found.group().casefold()])
        yield f"{text[: found.start()]}{other}{text[found.end() :]}"


def _swapped(text: str, table: Mapping[str, str]) -> Iterator[str]:
    for one, other in table.items():
        pattern = re.compile(rf"\b{re.escape(one)}\b")
        if pattern.search(text):
            yield pattern.sub(other, text, count=1)
