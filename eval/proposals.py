"""A set for one's own letters: questions that their own questions propose, for a person to reword and complete.

Of every letter in turn some exchanges are taken, always the same ones. Their own questions are what is asked, so that
a set made of them measures little before they have been put into other words; questions by number, and by numbers
that do not exist, may stay as they are.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from eval.gold import gold_of
from eval.sets import Question
from rag.answer import Place
from rag.answering.sentences import sentences
from rag.letter import Letter
from rag.words.language import language_of

MOST = 60
"""Questions that are proposed at most in the letters' own words; of the other two sorts, a quarter of it."""

_WORDS = 5
"""Words that a question has at least: fewer ask nothing by themselves ("Zo nee, waarom niet?")."""

_BEYOND = 20
"""How far above the highest number of a letter the number lies that does not exist."""

_BY_NUMBER = "Wat is het antwoord op vraag {number} van {letter}?"


def proposed(letters: Sequence[Letter]) -> tuple[Question, ...]:
    """Return the questions: in the letters' own words, by number, and by numbers that do not exist."""
    places = list(_in_turn([_exchanges(letter) for letter in letters]))
    own = [_own_question(place) for place in places]
    numbered = [letter for letter in letters if letter.exchanges and not any(one.party for one in letter.exchanges)]
    return (
        *_once([question for question in own if question is not None])[:MOST],
        *[_by_number(place) for place in places if place.letter in numbered][: MOST // 4],
        *(_beyond(letter) for letter in numbered[: MOST // 4]),
    )


def _exchanges(letter: Letter) -> list[Place]:
    """Return the exchanges with a question and an answer of their own, in an order that is drawn by their keys."""
    whole = (one for one in letter.exchanges if one.question_span and one.answer_span and not one.refers_to)
    return sorted((Place(letter, one) for one in whole), key=lambda place: _lot(place.key))


def _own_question(place: Place) -> Question | None:
    text, span = place.letter.text, place.exchange.question_span if place.exchange else None
    spoken = (" ".join(text[start:end].split()) for start, end in sentences(text, span or (0, 0)))
    asked = next((one for one in spoken if one.endswith("?") and len(one.split()) >= _WORDS), None)
    return None if asked is None else _answered(f"own-{place.key}", asked, "single", place)


def _by_number(place: Place) -> Question:
    number = place.exchange.numbers[0] if place.exchange else ""
    asked = _BY_NUMBER.format(number=number, letter=place.letter.id)
    return _answered(f"number-{place.key}", asked, "number", place)


def _answered(name: str, asked: str, kind: str, place: Place) -> Question:
    gold = (gold_of(place),)
    return Question(name, language_of(asked), asked, kind, "answered", gold, first_sentence(place))


def _beyond(letter: Letter) -> Question:
    numbers = (re.match(r"\d+", number) for one in letter.exchanges for number in one.numbers)
    number = max((int(found.group()) for found in numbers if found), default=0) + _BEYOND
    asked = _BY_NUMBER.format(number=number, letter=letter.id)
    return Question(f"beyond-{letter.id}", language_of(asked), asked, "no_such_number", "not_found")


def first_sentence(place: Place) -> str:
    """Return the first sentence that may be quoted from a place: a quote to begin with."""
    start, end = next(iter(sentences(place.letter.text, place.span)), place.span)
    return " ".join(place.letter.text[start:end].split())


def _in_turn(groups: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """Yield the first of each group, then the second of each, and so on."""
    return (one for one in chain.from_iterable(zip_longest(*groups)) if one is not None)


def _once(questions: Sequence[Question]) -> list[Question]:
    return list({one.question.casefold(): one for one in reversed(questions)}.values())[::-1]


def _lot(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
