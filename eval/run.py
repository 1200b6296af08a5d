"""A run: every question of the sets goes to the assistant, and the answers are held against the gold."""

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from eval.figures import NAMES, Outcome, figures_of
from eval.gates import Gate, judge
from eval.report import Report
from eval.sets import Gold, Question, locate
from rag.answer import Answer, Hit
from rag.letter import Letter

DEPTH = 10


class Answering(Protocol):
    """What is judged: it answers, it searches, and it names its letters."""

    def ask(self, question: str) -> Answer:
        """Answer a question."""
        ...

    def search(self, question: str, k: int = DEPTH) -> tuple[Hit, ...]:
        """Return the best places for a question, the best first."""
        ...

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters."""
        ...


def evaluate(
    assistant: Answering,
    questions: Sequence[Question],
    gates: Sequence[Gate] = (),
    tell: Callable[[int, int], None] | None = None,
) -> Report:
    """Ask every question and return what came of it; ``tell`` hears how many are done, of how many.

    Raises:
        SetError: a question names a place that the letters do not have, or a gate a figure that does not exist.
    """
    judge(gates, {}, NAMES)
    letters = assistant.letters()
    known = [_known(question, letters) for question in questions]
    outcomes = []
    for done, (question, (gold, neutral)) in enumerate(zip(questions, known, strict=True), 1):
        outcomes.append(_outcome(assistant, question, gold, neutral))
        if tell:
            tell(done, len(questions))
    figures = figures_of(outcomes, {letter.id: letter for letter in letters})
    return Report(tuple(outcomes), figures, judge(gates, figures, NAMES))


def _known(question: Question, letters: Sequence[Letter]) -> tuple[tuple[str, ...], frozenset[str]]:
    gold = tuple(dict.fromkeys(_key(one, letters) for one in question.gold))
    return gold, frozenset(_key(one, letters) for one in question.also) - set(gold)


def _key(gold: Gold, letters: Sequence[Letter]) -> str:
    return locate(gold, letters).key


def _outcome(assistant: Answering, question: Question, gold: tuple[str, ...], neutral: frozenset[str]) -> Outcome:
    started = time.perf_counter()
    answer = assistant.ask(question.question)
    answer_ms = (time.perf_counter() - started) * 1000
    # Places that count neither way are taken out of the ranking, so it must reach deeper than what is counted.
    depth = DEPTH + len(neutral)
    ranking = tuple(hit.place.key for hit in assistant.search(question.question, depth)) if gold else ()
    return Outcome(question, answer, ranking, gold, neutral, answer_ms)
