"""Speed and memory: ``python -m eval.speed [FOLDER]`` prints what an ingest and a question take on this machine.

Letters are made by shuffling the sentences of the letters in the corpus; they are ingested by the command itself, in
a process of its own, and then asked about. With a FOLDER of PDFs, these are read too.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.warm import milliseconds
from eval.metrics import percentile
from ingest.sources import Source
from ingest.workers import read_all
from rag.assistant import Assistant
from rag.letter import Letter
from rag.sentences import sentences
from rag.settings import Settings

LETTERS = 1_000
EXCHANGES = 10
"""Exchanges in a letter."""

COPIES = 20
"""Times that each PDF is read."""

ASKED = 200
SEED = 5

_HEAD = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum {day} maart 2026
Betreft Antwoorden op Kamervragen, {reference}

Onze referentie
{reference}
"""
_EXCHANGE = """
Vraag {number}

{question}

Antwoord op vraag {number}

{answer}
"""


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        known = folder / "known"
        _ingest(known, [])
        letters = _letters(known)
        made = folder / "letters"
        questions = make_letters(letters, made)
        _print("text letters", _ingest(folder / "made", [made]))
        _ask(folder / "made", questions)
        if arguments:
            _read(Path(arguments[0]))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"memory: the largest process of an ingest took {peak:,.0f} MB")


def make_letters(letters: Iterable[Letter], folder: Path, number: int = LETTERS) -> list[str]:
    """Write made letters into a folder; return questions to ask about them."""
    asked: list[str] = []
    answered: list[str] = []
    for letter in letters:
        for exchange in letter.exchanges:
            for spoken, span in ((asked, exchange.question_span), (answered, exchange.answer_span)):
                spoken += [letter.text[start:end] for start, end in sentences(letter.text, span or (0, 0))]
    chance = random.Random(SEED)
    folder.mkdir()
    for reference in range(7_000_000, 7_000_000 + number):
        words = _HEAD.format(day=1 + reference % 28, reference=reference)
        for count in range(1, EXCHANGES + 1):
            question = " ".join(chance.choices(asked, k=chance.randint(1, 4)))
            answer = " ".join(chance.choices(answered, k=chance.randint(1, 10)))
            words += _EXCHANGE.format(number=count, question=question, answer=answer)
        (folder / f"{reference}.txt").write_text(words, encoding="utf-8")
    return chance.choices([one for one in asked if one.endswith("?")], k=ASKED)


def _letters(index: Path) -> tuple[Letter, ...]:
    assistant = Assistant.open(Settings(index=index))
    try:
        return assistant.letters()
    finally:
        assistant.close()


def _ingest(index: Path, paths: Sequence[Path]) -> dict[str, float]:
    """Ingest with the command, as a user does; return its report with the seconds that the whole command took."""
    started = time.perf_counter()
    code = "import sys; from ui.commands import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "ingest", "--json", "--index", str(index), *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own command
    return {**json.loads(done.stdout), "command": time.perf_counter() - started}


def _print(what: str, report: dict[str, float]) -> None:
    seconds = report["command"]
    print(
        f"{what}: {report['letters']:,} letters, {report['exchanges']:,} exchanges in {seconds:.1f} s: "
        f"{report['exchanges'] / seconds:,.0f} exchanges a second, {report['letters'] / seconds:,.1f} letters a second"
    )


def _read(folder: Path) -> None:
    """Read the PDFs of a folder again and again: a second copy of a letter would not be kept by an ingest."""
    sources = [Source(folder, path.name) for path in sorted(folder.glob("*.pdf"))] * COPIES
    started = time.perf_counter()
    failed = [source.name for source, reading in read_all(sources) if reading.error]
    rate = len(sources) / (time.perf_counter() - started)
    print(f"PDFs: {len(sources):,} read, {rate:,.0f} a second; failed: {', '.join(sorted(set(failed))) or 'none'}")


def _ask(index: Path, questions: Sequence[str]) -> None:
    started = time.perf_counter()
    assistant = Assistant.open(Settings(index=index))
    opened = time.perf_counter() - started
    try:
        taken = milliseconds(assistant.ask, questions)
    finally:
        assistant.close()
    middle, slow = (percentile(taken, percent) for percent in (50, 95))
    print(f"questions: index opened in {opened:.1f} s; p50 {middle:.1f} ms, p95 {slow:.1f} ms over {len(taken)}")


if __name__ == "__main__":
    main(sys.argv[1:])
