"""Numbers with their units in a sentence or a quote: Dutch or English, in figures or in words.

``1.250``, ``1,250`` and ``1250`` are one number; ``4,3 procent`` and ``4.3%`` too. Where signs can be read in two ways
("1.250" is a thousand and more in Dutch, little more than one in English) a number has both values.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from rag.writing.moments import without_moments

_Meaning = TypeVar("_Meaning")

_UNITS = {
    "percent": "% procent percent pct",
    "percentage point": "procentpunt procentpunten",
    "euro": "€ eur euro euros euro's",
    "dollar": "$ usd dollar dollars",
    "pound": "£ pond pounds",
    "year": "jaar jaren year years jarig jarige",
    "month": "maand maanden month months",
    "week": "week weken weeks",
    "day": "dag dagen day days",
    "hour": "uur uren uurs hour hours",
    "minute": "minuut minuten minute minutes",
    "kilometre": "km kilometer kilometers kilometre kilometres",
    "metre": "m meter meters metre metres",
    "hectare": "ha hectare hectares hectaren",
    "tonne": "ton tonne tonnes",
    "kilogram": "kg kilo kilogram",
    "degree": "graden degrees",
    "megawatt": "mw megawatt",
    "gigawatt": "gw gigawatt",
}
_UNIT = {form: unit for unit, forms in _UNITS.items() for form in forms.split()}
_SCALE = {
    form: Decimal(10) ** power
    for power, forms in {
        2: "honderd hundred",
        3: "duizend thousand",
        6: "miljoen million mln",
        9: "miljard billion mld bn",
        12: "biljoen trillion",
    }.items()
    for form in forms.split()
}

_ONES = (
    "een one|twee two|drie three|vier four|vijf five|zes six|zeven seven|acht eight|negen nine|tien ten|elf eleven|"
    "twaalf twelve|dertien thirteen|veertien fourteen|vijftien fifteen|zestien sixteen|zeventien seventeen|"
    "achttien eighteen|negentien nineteen"
)
_TENS = (
    "twintig twenty|dertig thirty|veertig forty|vijftig fifty|zestig sixty|zeventig seventy|tachtig eighty|"
    "negentig ninety"
)
_ORDINALS = (
    "tweede second|derde third|vierde fourth|vijfde fifth|zesde sixth|zevende seventh|achtste eighth|negende ninth|"
    "tiende tenth|elfde eleventh|twaalfde twelfth"
)


def _number_words() -> dict[str, int]:
    """Return the numbers that are written as one word; "een" and "one" are left out, which are seldom a number."""
    ones = [pair.split() for pair in _ONES.split("|")]
    found = {word: n for n, pair in enumerate(ones, 1) if n > 1 for word in pair}
    for ten, (dutch, english) in zip(range(20, 100, 10), (pair.split() for pair in _TENS.split("|")), strict=True):
        found |= {dutch: ten, english: ten}
        for n, (one_dutch, one_english) in enumerate(ones[:9], 1):
            link = "ën" if one_dutch.endswith("e") else "en"
            found |= {f"{one_dutch}{link}{dutch}": ten + n, f"{english}-{one_english}": ten + n}
    return found | {"nul": 0, "zero": 0, "tweemaal": 2, "twice": 2, "driemaal": 3}


_WORDS = _number_words()
_HALVES = {"half": Decimal("0.5"), "halve": Decimal("0.5"), "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5")}
_ORDINAL = {word: n for n, pair in enumerate(_ORDINALS.split("|"), 2) for word in pair.split()}
_NOT_COUNTED = re.compile(
    r"\b(?:Tweede Kamer|Second Chamber|derde[ -]?land(?:en)?\w*|third[ -]countr(?:y|ies)|derdelander\w*)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\bpercentage points?\b", re.IGNORECASE)
_FIGURES = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,]\d)|\d+(?:[.,]\d+)*"
_NAMED = "|".join(sorted(map(re.escape, (*_WORDS, *_ORDINAL)), key=len, reverse=True))
_TOKEN = re.compile(
    r"(?P<code>\b[a-z]+(?:\(\d+\))?\d\w*|\b\d[\d.,]*(?!(?:e|de|ste|st|nd|rd|th)\b)[a-z]\w*|\b\d+(?:/\d+)+)"
    rf"|(?:(?P<sign>[€$£]|\bEUR|\bUSD)\s*)?(?<![\w./])(?P<figures>{_FIGURES})(?:[.,][-–])?(?:e|de|ste|st|nd|rd|th)?"
    rf"|\b(?P<half>{'|'.join(_HALVES)})(?:\s+a)?(?=\s+(?:{'|'.join(_SCALE)})\b)|\b(?P<scale>{'|'.join(_SCALE)})\b"
    rf"|\b(?P<word>{_NAMED})(?:\b|(?=jarig|jaarlijks|daags|maand|wekelijks|wekig|delig|voud|ledig))",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"[\s-]*([%€]|[^\W\d_]+(?:['’]s)?)")
_RANGE = re.compile(r"\s*(?:en|and|tot|to|à|of|or|-|–|tot en met|t/m)\s*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in all the values that it can be read as, and its unit where it has one of those known here.

    ``scale`` is what a word such as "miljoen" multiplied it by. ``code`` is a sign with figures in it that is no
    number: ``25bis``, ``CO2``, ``2024/1348``.
    """

    values: frozenset[Decimal] = frozenset()
    unit: str | None = None
    scale: Decimal = Decimal(1)
    code: str = ""

    def fits(self, other: "Figure") -> bool:
        """Say whether the other says the same number, in the same unit if both have one."""
        if self.code or other.code:
            return self.code == other.code
        return bool(self.values & other.values) and (None in (self.unit, other.unit) or self.unit == other.unit)


def figures(text: str) -> list[Figure]:
    """Return the numbers of a text that are no dates, in their order."""
    plain = _NOT_COUNTED.sub(" ", without_moments(_POINTS.sub("procentpunt", text)))
    found: list[Figure] = []
    end = 0
    for token in _TOKEN.finditer(plain):
        if token.start() < end:
            continue  # a word such as "honderd" that multiplies the number before it
        figure, after = _read(token, plain)
        if found and _RANGE.fullmatch(plain[end : token.start()]):
            found[-1] = _as_range(found[-1], figure)
        found.append(figure)
        end = after
    return found


def _read(token: re.Match[str], text: str) -> tuple[Figure, int]:
    """Return the figure of a token, and where what belongs to it ends."""
    if token["code"]:
        return Figure(code=token["code"].casefold().strip(".,")), token.end()
    values = set(_values(token["figures"])) if token["figures"] else {_worth(token)}
    scale, at = _named(text, token.end(), _SCALE)
    unit, at = _named(text, at, _UNIT)
    scale = scale or Decimal(1)
    sign = _UNIT.get((token["sign"] or "").casefold())
    return Figure(frozenset(value * scale for value in values), sign or unit, scale), at


def _named(text: str, at: int, meanings: Mapping[str, _Meaning]) -> tuple[_Meaning | None, int]:
    """Return what the next word means, and where it ends; nothing, and the same place, if it is another word."""
    following = _NEXT_WORD.match(text, at)
    word = following[1].casefold().replace("’", "'") if following else ""
    return (meanings[word], following.end()) if following and word in meanings else (None, at)


def _worth(token: re.Match[str]) -> Decimal:
    """Return the number that a word says; a word such as "miljoen" alone says one of them."""
    if token["half"]:
        return _HALVES[token["half"].casefold()]
    if token["scale"]:
        return _SCALE[token["scale"].casefold()]
    folded = token["word"].casefold()
    return Decimal(_WORDS[folded] if folded in _WORDS else _ORDINAL[folded])


def _values(figures: str) -> Iterator[Decimal]:
    """Yield the values that a number in figures can have."""
    plain = re.sub(r"\s", "", figures)
    *groups, last = re.split("[.,]", plain)
    if not groups or all(len(group) == 3 for group in (*groups[1:], last)):
        yield Decimal("".join((*groups, last)))
    if groups and (len(groups) == 1 or plain.count(plain[-len(last) - 1]) == 1):
        yield Decimal(f"{''.join(groups)}.{last}")


def _as_range(first: Figure, last: Figure) -> Figure:
    """Give the first of two numbers what is said only of the last: in "30 en 40 miljoen euro" both are millions."""
    if first.code or last.code:
        return first
    scaled = {value * last.scale for value in first.values} if first.scale == 1 else set()
    return replace(first, values=first.values | scaled, unit=first.unit or last.unit)


def units(text: str) -> frozenset[str]:
    """Return the units that a text names, with a number or without."""
    named = {_UNIT.get(found[0].casefold()) for found in re.finditer(r"[%€$£]|[^\W\d_]{3,}", text)}
    return frozenset(one for one in named if one)
