"""Example questions, taken from the letters in use: each is answered there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rag.answer import Language
from rag.answering.sentences import sentences
from rag.letter import Exchange, Letter

SHOWN = 5
"""Examples for a language at most."""

_LETTERS = 200
_LENGTH = range(20, 125)
_BEST = 85
_ASKS = re.compile(
    r"(?:Wat|Welke?|Waarom|Wanneer|Hoe|Hoeveel|Hoezo|Wie|Waar|Op welke|In hoeverre|In welke|Onder welke|Is|Zijn|Heeft|"
    r"Hebben|Wordt|Worden|Kan|Kunnen|Klopt|Deelt|Acht|Bent|Ziet|Gaat|Komt|Komen|Krijgt|Krijgen)\b"
)
_LEANS = re.compile(
    r"\b(?:dit|dat|deze|die|daar\w*|hier\w*|ervan|erop|erom|erbij|zij|hij|ze|hen|hun|zulke|dergelijke|zo ja|zo nee|"
    r"genoemde?|eerdere?|vorige?|bovenstaande|u|uw|leden|ook|dan|nog|al|wel)\b",
    re.IGNORECASE,
)
"""Words that lean on what was said before, or speak to somebody."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question that was asked in a letter, or about one, in the language that it is in."""

    language: Language
    question: str
    letter: Letter
    exchange: Exchange


def examples(letters: Sequence[Letter]) -> tuple[Example, ...]:
    """Choose examples from letters, some in each language: those that stand on their own, from many letters."""
    by_letter = [list(_ranked(letter)) for letter in letters[:_LETTERS]]
    in_turn = [one for row in zip_longest(*by_letter) for one in row if one is not None]
    return (*_dutch(in_turn), *_english(in_turn))


def _dutch(candidates: Iterable[Example]) -> list[Example]:
    return list({one.question: one for one in candidates}.values())[:SHOWN]


def _english(candidates: Iterable[Example]) -> Iterator[Example]:
    """Ask in English for some of the same: by number, since the words of the letters are Dutch."""
    named = [one for one in candidates if one.exchange.party is None and one.letter.reference]
    for one in list({one.letter.id: one for one in named}.values())[: SHOWN - 3]:
        number = one.exchange.numbers[0]
        asked = f"What did the minister answer to question {number} of letter {one.letter.reference}?"
        yield Example("en", asked, one.letter, one.exchange)


def _ranked(letter: Letter) -> Iterator[Example]:
    """Yield the questions of a letter that could be asked by anybody, the best first."""
    found = [
        (abs(len(question) - _BEST), question, exchange)
        for exchange in letter.exchanges
        if exchange.answer_span is not None and exchange.question_span is not None
        for question in _questions(letter, exchange)
    ]
    for _, question, exchange in sorted(found, key=lambda one: one[:2])[:SHOWN]:
        yield Example("nl", question, letter, exchange)


def _questions(letter: Letter, exchange: Exchange) -> Iterator[str]:
    for start, end in sentences(letter.text, exchange.question_span):
        words = " ".join(letter.text[start:end].split())
        if words.endswith("?") and len(words) in _LENGTH and _ASKS.match(words) and not _LEANS.search(words):
            yield words
