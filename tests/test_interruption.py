"""An ingest that is killed at any moment changes nothing that a reader sees, and the next one finishes the work.

It is killed at the start of every step by itself, and at random moments from outside: ``KILLS`` of these, which the
environment can make more.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.run import CHECKING, READING, ingest
from rag.assistant import Assistant
from rag.indexing.doctor import examine
from rag.indexing.steps import Step
from rag.settings import Settings

KILLS = int(os.environ.get("KILLS", "12"))
STAGES = (CHECKING, READING, *Step)
INGEST = """
import os, signal, sys
from ingest.run import ingest
from rag.settings import Settings

def tell(stage, done, total, name=""):
    if stage == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

ingest(Settings(), progress=tell)
"""
LETTER = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum 3 maart 2026
Betreft Antwoorden op Kamervragen over otters

Onze referentie
{reference}

Vraag 1

Hoeveel otters leven er in de Biesbosch?

Antwoord op vraag 1

In de Biesbosch leven {count} otters, zo is geteld.

De staatssecretaris van Landbouw, Natuur en Voedselkwaliteit
"""


def _write(folder: Path, count: int) -> None:
    for reference in ("5550001", "5550002", "5550003"):
        (folder / f"{reference}.txt").write_text(LETTER.format(reference=reference, count=count), encoding="utf-8")


def _counts(assistant: Assistant) -> list[int]:
    """Return the number that each letter's answer gives, checked to be quoted from the letter it names."""
    answer = assistant.ask("Hoeveel otters leven er in de Biesbosch?")
    assert answer.status == "answered"
    for citation in answer.citations:
        assert citation.place.letter.text[citation.start : citation.end] == citation.quote
    return [int(found) for citation in answer.citations for found in re.findall(r"\d+", citation.quote)]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    _write(corpus, 100)
    made = Settings(index=tmp_path / "index", corpus=corpus)
    assert ingest(made).added == 3
    return made


@pytest.fixture
def reader(settings: Settings) -> Iterator[Assistant]:
    """An assistant that was opened before anything was killed, and goes on answering."""
    opened = Assistant.open(settings)
    yield opened
    opened.close()


@contextmanager
def _ingesting(settings: Settings, fatal: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """Run an ingest in a process of its own; it kills itself when it comes to the fatal stage."""
    environment = {"VRAAGBAAK_CORPUS": str(settings.corpus), "VRAAGBAAK_INDEX": str(settings.index)}
    process = subprocess.Popen(
        [sys.executable, "-c", INGEST, fatal], env={**os.environ, **environment}, cwd=Path(__file__).parents[1]
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def _check(settings: Settings, reader: Assistant, latest: int) -> None:
    """Ask the reader, and one who comes new: each answers from one state of the letters, and never from none."""
    fresh = Assistant.open(settings)
    for assistant in (reader, fresh):
        seen = _counts(assistant)
        assert len(set(seen)) == 1, f"answers of two generations are mixed: {seen}"
        assert 100 <= seen[0] <= latest
    fresh.close()


def _finish(settings: Settings, reader: Assistant, latest: int) -> None:
    """Ingest once more, undisturbed: the work is done, and nothing is left lying about."""
    assert ingest(settings).failed == []
    assert set(_counts(reader)) == {latest}
    assert [one.name for one in examine(settings) if not one.ok] == []
    kept = {path.name for path in settings.index.iterdir()}
    assert "staging" not in kept
    assert len([name for name in kept if name.startswith("gen-")]) == 2


@pytest.mark.parametrize("stage", STAGES)
def test_a_reader_never_sees_an_ingest_that_died_at_a_step(settings: Settings, reader: Assistant, stage: str) -> None:
    _write(settings.corpus, 101)
    with _ingesting(settings, fatal=stage) as process:
        assert process.wait() == -signal.SIGKILL, "it was not killed where it should"
    _check(settings, reader, 101)
    _finish(settings, reader, 101)


def test_a_reader_never_sees_an_ingest_that_died_at_any_moment(settings: Settings, reader: Assistant) -> None:
    chance = random.Random(7)
    for count in range(101, 101 + KILLS):
        _write(settings.corpus, count)
        with _ingesting(settings):
            end = time.monotonic() + chance.uniform(0.4, 1.8)
            while time.monotonic() < end:
                _check(settings, reader, count)
        _check(settings, reader, count)
    _finish(settings, reader, 100 + KILLS)
