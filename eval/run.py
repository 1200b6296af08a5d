"""A run: every question goes to the assistant, and what comes back is measured and kept, row by row."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol

from eval.errors import SetError
from eval.lint import faults_of
from eval.outcome import Outcome, Sought
from eval.record import Row
from eval.sets import Question
from rag.answer import Answer, Hit
from rag.letter import Letter

DEPTH = 10
Watch = Callable[[int, int], None]
"""Hears how many questions are done, of how many."""


class Answering(Protocol):
    """What is judged: it answers, it searches, and it names its letters."""

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Answer a question, after those of a conversation."""
        ...

    def search(self, question: str, k: int = DEPTH) -> tuple[Hit, ...]:
        """Return the best places for a question, the best first."""
        ...

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters."""
        ...


def unwatched(done: int, total: int) -> None:
    """Hear nothing."""
    del done, total


def ask_all(
    assistant: Answering, questions: Sequence[Question], watch: Watch = unwatched, jobs: int = 1
) -> Iterator[Row]:
    """Ask every question, ``jobs`` at a time, and yield what came of it, in the order of the questions.

    Raises:
        SetError: the sets claim of the letters what is not so; nothing was asked then.
    """
    letters = assistant.letters()
    sought = [_checked(question, letters) for question in questions]
    by_id = {letter.id: letter for letter in letters}
    ask = partial(_ask, assistant, by_id)
    with ThreadPoolExecutor(jobs) as pool:
        for done, row in enumerate(pool.map(ask, sought) if jobs > 1 else map(ask, sought), 1):
            watch(done, len(sought))
            yield row


def _checked(question: Question, letters: Sequence[Letter]) -> Sought:
    if faults := faults_of(question, letters):
        raise SetError(f"{faults[0]} Correct the set; `vraagbaak eval lint` names all its faults.")
    return Sought.of(question, letters)


def _ask(assistant: Answering, letters: Mapping[str, Letter], sought: Sought) -> Row:
    question = sought.question
    talk: list[Answer] = []
    for earlier in question.after:
        talk.append(assistant.ask(earlier, talk=tuple(talk)))
    started = time.perf_counter()
    answer = assistant.ask(question.question, talk=tuple(talk))
    taken = (time.perf_counter() - started) * 1000
    # Places that count neither way are taken out of the ranking, so it must reach deeper than what is counted.
    hits = assistant.search(answer.searched or question.question, DEPTH + len(sought.neutral))
    return Row.of(Outcome(sought, answer, hits, letters, taken))
