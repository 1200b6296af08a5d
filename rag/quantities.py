"""Quantities: questions that ask how many, and answers that tell it."""

import re

_ASKED = re.compile(
    r"\b(?:how (?:many|much|high|large|big|often)|hoe ?veel|hoe (?:hoog|groot|vaak)|"
    r"what (?:percentage|share|proportion)|welke? (?:percentage|deel|aantal|bedrag))\b",
    re.IGNORECASE,
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_COUNTS_NOTHING = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b|\b(?:19|20)\d\d\b|\b\d{{4}}/\d{{2,4}}\b|\b[a-z]+\d+\b"
    r"|\b(?:artikel|artikelen|art\.|lid|vraag|vragen|nr\.|kamerstuk|bijlage|fase|deel)\s+\d[\w.:-]*"
    r"|\b\d[\d ]* ?(?:, ?)?nr\.? ?\d+",
    re.IGNORECASE,
)
"""Figures that are no quantity: dates, articles, references."""

_TOLD = re.compile(
    r"\d|€|\b(?:geen|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tig|\w*honderd\w*|\w*duizend\w*|"
    r"miljoen|miljard|procent|helft|kwart|derde|meerdere|enkele|tientallen|aantal\w*|cijfers|gegevens|bekend|onbekend|"
    r"geregistreerd)\b",
    re.IGNORECASE,
)
"""A number, or words by which an answer says that there is none to give."""


def asks_quantity(question: str) -> bool:
    """Say whether a question asks how many or how much."""
    return _ASKED.search(question) is not None


def tells_quantity(answer: str) -> bool:
    """Say whether an answer tells a quantity, or that it is not known."""
    return _TOLD.search(_COUNTS_NOTHING.sub(" ", answer)) is not None
