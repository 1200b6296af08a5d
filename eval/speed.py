"""Speed and memory: ``python -m eval.speed`` prints what an ingest and a question take on this machine.

Letters are drawn (:mod:`eval.drawing`), ingested by the command itself, in a process of its own, and then asked the
questions of the shipped sets. ``--exchanges 10000 100000`` measures with so many, one index after the other, and says
how the cost of a question grows; ``--pdfs FOLDER`` reads PDFs too.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.bench.warm import Warm, timed
from eval.drawing import EXCHANGES, Vocabulary, draw_letters
from eval.sets import read_sets, shipped_sets
from ingest.sources import Source
from ingest.workers import read_all
from rag.assistant import Assistant
from rag.settings import Settings

DEFAULT = 10_000
"""Exchanges that are drawn unless others are asked for."""

COPIES = 20
"""Times that each PDF is read."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What so many exchanges take: to ingest them, to open their index and ask, in seconds, and warm."""

    exchanges: int
    ingest: float
    cold: float
    warm: Warm


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m eval.speed", description="Measures speed and memory.")
    parser.add_argument("--exchanges", type=int, nargs="+", default=[DEFAULT], help="how many exchanges to draw")
    parser.add_argument("--pdfs", type=Path, help="a folder of PDFs to read besides")
    options = parser.parse_args(arguments)
    vocabulary = _vocabulary()
    measured = [_print(measure(number, vocabulary)) for number in options.exchanges]
    for less, more in pairwise(measured):
        print(growth(less, more))
    if options.pdfs:
        _read(options.pdfs)


def measure(exchanges: int, vocabulary: Vocabulary) -> Measured:
    """Draw, ingest and ask about so many exchanges."""
    questions = [one.question for one in read_sets(shipped_sets())]
    with TemporaryDirectory() as place:
        folder = Path(place)
        draw_letters(vocabulary, folder / "letters", max(exchanges // EXCHANGES, 1))
        index = ("--index", str(folder / "drawn"))
        report, ingested = _command("ingest", *index, str(folder / "letters"))
        _, cold = _command("ask", *index, questions[0])
        warm = timed(Settings(index=folder / "drawn"), questions)
    return Measured(report["exchanges"], ingested, cold, warm)


def _vocabulary() -> Vocabulary:
    """Return the words of the letters in the corpus."""
    with TemporaryDirectory() as place:
        _command("ingest", "--index", place)
        assistant = Assistant.open(Settings(index=Path(place)))
        try:
            return Vocabulary(assistant.letters())
        finally:
            assistant.close()


def _command(*arguments: str) -> tuple[dict[str, int], float]:
    """Run the command, as a user does; return what it prints and the seconds that it took from start to end."""
    started = time.perf_counter()
    code = "import sys; from ui.commands import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *arguments, "--json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own command
    return json.loads(done.stdout), time.perf_counter() - started


def _print(one: Measured) -> Measured:
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    warm = one.warm
    print(
        f"{one.exchanges:,} exchanges: ingested in {one.ingest:.1f} s, {one.exchanges / one.ingest:,.0f} a second,"
        f" the largest process took {peak:,.0f} MB\n"
        f"  cold: the index opens in {warm.opened:.1f} s, the first question is answered {one.cold:.1f} s after the"
        f" command (asked: 3)\n"
        f"  warm: by words p50 {warm.lexical_p50:.1f} ms, p95 {warm.lexical_p95:.1f} ms; whole search p50"
        f" {warm.search_p50:.1f} ms, p95 {warm.search_p95:.1f} ms (asked: 60); answer p50 {warm.answer_p50:.1f} ms,"
        f" p95 {warm.answer_p95:.1f} ms; {warm.memory:,.0f} MB (asked: 4,096)",
        flush=True,
    )
    return one


def growth(less: Measured, more: Measured) -> str:
    """Say how the cost of a question grows with the number of exchanges."""
    corpus = more.exchanges / less.exchanges
    cost = more.warm.search_p50 / less.warm.search_p50
    return f"{corpus:.1f} times the exchanges take a question {cost:.1f} times as long (p50)"


def _read(folder: Path) -> None:
    """Read the PDFs of a folder again and again: a second copy of a letter would not be kept by an ingest."""
    sources = [Source(folder, path.name) for path in sorted(folder.glob("*.pdf"))] * COPIES
    started = time.perf_counter()
    failed = [source.name for source, reading in read_all(sources) if reading.error]
    rate = len(sources) / (time.perf_counter() - started)
    print(f"PDFs: {len(sources):,} read, {rate:,.0f} a second; failed: {', '.join(sorted(set(failed))) or 'none'}")


if __name__ == "__main__":
    main()
