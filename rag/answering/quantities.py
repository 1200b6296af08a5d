"""Quantities: questions that ask how many or how much money, and answers that tell it."""

import re
from typing import Literal

from rag.words.months import DUTCH_MONTH

Quantity = Literal["number", "money"]

_ASKED = re.compile(
    r"\b(?:how (?:many|much|high|large|big|often)|hoe ?veel|hoe (?:hoog|groot|vaak)|"
    r"what (?:percentage|share|proportion|amount|sum)|what (?:is|was) the (?:number|amount|total|percentage|share)|"
    r"what (?:do|does|did|will|would) .{2,40} cost|welke? (?:percentage|deel|aantal|bedrag)|"
    r"wat (?:is|was) het (?:aantal|bedrag|totaal|percentage)|wat (?:kost|kosten|kostte|gaat .{2,40} kosten))\b",
    re.IGNORECASE,
)
_ASKED_MONEY = re.compile(
    r"\b(?:costs?|pay|pays|paid|money|budget|spend|spent|fund(?:s|ing)?|price|euros?|kosten|kost|kostte|betaal\w*|betalen|"
    r"bedrag|bedragen|geld|uitgegeven|gereserveerd|prijs)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:how (?:many|often)|hoe vaak|hoe ?veel (?:tijd|moeite|mensen)|percentage|procent)\b", re.IGNORECASE
)
"""How a question shows that it counts something else, whatever it says of money."""

_MONEY = re.compile(
    r"€|\b(?:euro|miljoen|miljard|mln|mld|kost\w*|bedrag\w*|budget\w*|\w*begroting\w*|\w*financier\w*|financiële|"
    r"bekostig\w*|uitgaven|geld|middelen)\b",
    re.IGNORECASE,
)
_COUNTS_NOTHING = re.compile(
    rf"\b\d{{1,2}} (?:{DUTCH_MONTH})(?: \d{{4}})?\b|\b(?:19|20)\d\d\b|\b\d{{4}}/\d{{2,4}}\b|\b[a-z]+\d+\b"
    r"|\b(?:artikel|artikelen|art\.|lid|vraag|vragen|nr\.|kamerstuk|bijlage|fase|deel)\s+\d[\w.:-]*"
    r"|\b\d[\d ]* ?(?:, ?)?nr\.? ?\d+|\bin acht\b|\bacht (?:het|de|ik|zij|hij|wij|men|nederland|uw?)\b",
    re.IGNORECASE,
)
"""Figures that are no quantity: dates, articles, references; and "acht" as a verb."""

_TOLD = re.compile(
    r"\d|€|\b(?:geen|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w*honderd\w*|\w*duizend\w*|"
    r"\w*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig|miljoen|miljard|procent|helft|kwart|(?:een|twee) ?derde|"
    r"meerdere|enkele|tientallen|aantal\w*|cijfers|gegevens|(?:niet|zover) bekend|onbekend|geregistreerd)\b",
    re.IGNORECASE,
)
"""A number, or words by which an answer says that there is none to give."""


def quantity_asked(question: str) -> Quantity | None:
    """Return the quantity that a question asks for: how many, or how much money; None when it asks for none."""
    if not _ASKED.search(question):
        return None
    return "money" if _ASKED_MONEY.search(question) and not _COUNTED.search(question) else "number"


def tells_quantity(answer: str, quantity: Quantity) -> bool:
    """Say whether an answer tells a quantity, or that it is not known; of money, if it speaks of that."""
    told = _TOLD.search(_COUNTS_NOTHING.sub(" ", answer)) is not None
    return told and (quantity == "number" or _MONEY.search(answer) is not None)
