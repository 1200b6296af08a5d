"""An ingest that is killed at any moment changes nothing that a reader sees, and the next one finishes the work."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.run import ingest
from rag.assistant import Assistant
from rag.doctor import examine
from rag.settings import Settings

KILLS = 20
COMMAND = "import sys; from ui.commands import main; sys.exit(main(sys.argv[1:]))"
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


def test_a_reader_never_sees_a_killed_ingest(settings: Settings) -> None:
    chance = random.Random(7)
    assistant = Assistant.open(settings)
    environment = {**os.environ, "VRAAGBAAK_CORPUS": str(settings.corpus)}
    for count in range(101, 101 + KILLS):
        _write(settings.corpus, count)
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "ingest", "--index", str(settings.index)],
            env=environment,
            cwd=Path(__file__).parents[1],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + chance.uniform(0.4, 1.6)
        while time.monotonic() < end:
            seen = _counts(assistant)
            assert len(set(seen)) == 1, f"answers of two generations are mixed: {seen}"
            assert 100 <= seen[0] <= count
        process.send_signal(signal.SIGKILL)
        process.wait()
        fresh = Assistant.open(settings)
        assert len(set(_counts(fresh))) == 1
        fresh.close()
    report = ingest(settings)
    assert report.failed == []
    assert set(_counts(assistant)) == {100 + KILLS}
    assistant.close()
    assert [one.name for one in examine(settings) if not one.ok] == []
