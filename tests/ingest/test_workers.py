"""Reading in processes of their own: what a file may take, and what is left when reading ends early."""

import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from ingest.limits import Limits
from ingest.sources import Source, digest
from ingest.workers import read_all
from tests.ingest import small_pdf

LETTER = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nVraag 1\n\nWat?\n\nAntwoord 1\n\nDit.\n"
LONG = LETTER + "Vraag 2\n\nHoeveel kost het dan?\n\nAntwoord 2\n\nNiets.\n\n" * 200_000
T = TypeVar("T")
LINUX = sys.platform == "linux"
READ = """
import sys
from pathlib import Path
from ingest.sources import Source
from ingest.workers import read_all
list(read_all([Source(Path(sys.argv[1]), "lang.txt")]))
"""


def _sources(folder: Path, **texts: str) -> list[Source]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [Source(folder, f"{name}.txt") for name in texts]


def _errors(sources: list[Source], limits: Limits) -> dict[str, str | None]:
    return {source.name: reading.error for source, reading in read_all(sources, limits)}


def test_every_source_comes_back_with_what_was_read(tmp_path: Path) -> None:
    sources = _sources(tmp_path, **{f"brief-{at}": LETTER.replace("Dit", f"Dit {at}") for at in range(20)})
    found = dict(read_all(sources))
    assert set(found) == set(sources)
    for at, source in enumerate(sources):
        (letter,) = found[source].letters
        assert (letter.source, found[source].digest) == (source.name, digest(source.read()))
        assert letter.at(letter.exchanges[0].answer_span) == f"Dit {at}."


def test_nothing_to_read_starts_nothing() -> None:
    assert list(read_all([])) == []


def test_a_file_that_takes_too_long_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    sources = _sources(tmp_path, a=LETTER, lang=LONG, b=LETTER, c=LETTER)
    assert _errors(sources, Limits(seconds=0.4)) == {
        "a.txt": None,
        "lang.txt": "lang.txt: took longer than 0.4 s; split it, or leave it out.",
        "b.txt": None,
        "c.txt": None,
    }


@pytest.mark.skipif(not LINUX, reason="only Linux holds a process to an amount of memory")
def test_a_file_that_needs_too_much_memory_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    sources = _sources(tmp_path, a=LETTER, lang=LONG, b=LETTER, c=LETTER)
    assert _errors(sources, Limits(megabytes=150)) == {
        "a.txt": None,
        "lang.txt": "lang.txt: needed more than 150 MB; split it, or leave it out.",
        "b.txt": None,
        "c.txt": None,
    }


@pytest.mark.skipif(not LINUX, reason="only Linux holds a process to an amount of memory")
def test_a_decompression_bomb_ends_a_worker_and_no_more(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    (tmp_path / "bom.pdf").write_bytes(small_pdf.file([packed], filtered=b"/FlateDecode"))
    sources = [Source(tmp_path, "bom.pdf"), *_sources(tmp_path, a=LETTER)]
    errors = _errors(sources, Limits(megabytes=200))
    assert errors["a.txt"] is None
    assert "needed more than 200 MB" in str(errors["bom.pdf"]) or "needs more than 200 MB" in str(errors["bom.pdf"])


def test_a_fault_of_the_program_is_reported_as_that(tmp_path: Path) -> None:
    nested = "<div>" * 100_000
    (tmp_path / "diep.html").write_text(f"<html><body>{nested}")
    ((_, reading),) = read_all([Source(tmp_path, "diep.html")])
    assert str(reading.error).startswith("diep.html: ")


def test_no_code_is_taken_from_the_folder_of_the_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken')")
    monkeypatch.chdir(tmp_path)
    ((_, reading),) = read_all(_sources(tmp_path, a=LETTER))
    assert reading.error is None


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the processes are looked up in /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_no_worker_outlives_the_one_who_started_it(tmp_path: Path, end: signal.Signals) -> None:
    _sources(tmp_path, lang=LONG * 4)
    parent = subprocess.Popen([sys.executable, "-c", READ, str(tmp_path)], stderr=subprocess.DEVNULL)
    workers = _wait_for(lambda: _children(parent.pid))
    parent.send_signal(end)
    parent.wait()
    assert _wait_for(lambda: not any(_is_running(one) for one in workers))


def _wait_for(there: Callable[[], T]) -> T:
    end = time.monotonic() + 30
    while not (found := there()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
