"""The clock: ``python -m eval.bench.warm INDEX`` asks the questions on its input, one a line, of a warm index.

It is a process of its own, so that the memory that it tells is what searching takes.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.metrics import percentile
from rag.assistant import Assistant
from rag.indexing.index import Index
from rag.settings import Settings
from rag.words.language import language_of

WARMING = 20
"""Questions that are asked first and not counted."""


@dataclass(frozen=True, slots=True)
class Warm:
    """Milliseconds that a question takes by its words alone, in a whole search and to be answered; the memory in MB.

    ``opened`` is in seconds: until an index that nobody asked yet can be asked, its first question included.
    """

    opened: float
    lexical_p50: float
    lexical_p95: float
    search_p50: float
    search_p95: float
    answer_p50: float
    answer_p95: float
    memory: float


def timed(settings: Settings, questions: Sequence[str]) -> Warm:
    """Time the questions in a process of its own."""
    command = [sys.executable, "-m", "eval.bench.warm", str(settings.index)]
    done = subprocess.run(command, input="\n".join(questions), text=True, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own command
    return Warm(**json.loads(done.stdout))


def measure(settings: Settings, questions: Sequence[str]) -> Warm:
    """Time the questions here."""
    started = time.perf_counter()
    assistant = Assistant.open(settings)
    assistant.search(questions[0])
    opened = time.perf_counter() - started
    generation = Index(settings).open()

    def by_words(question: str) -> None:
        generation.lexical.ask(generation.queries.concepts(question, language_of(question)))

    try:
        lexical = milliseconds(by_words, questions)
        whole = milliseconds(assistant.search, questions)
        answers = milliseconds(assistant.ask, questions)
    finally:
        generation.close()
        assistant.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = (percentile(taken, percent) for taken in (lexical, whole, answers) for percent in (50, 95))
    return Warm(*(round(value, 2) for value in (opened, *times, memory)))


def milliseconds(ask: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """Return what each question takes, once the first of them have been asked to warm up."""
    for question in questions[:WARMING]:
        ask(question)
    return [_timed(ask, question) for question in questions]


def _timed(ask: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    ask(question)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    print(json.dumps(asdict(measure(Settings(index=Path(sys.argv[1])), sys.stdin.read().splitlines()))))
