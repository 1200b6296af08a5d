import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rag.settings import Settings
from ui.commands import main

ROOT = Path(__file__).parents[2]
QUESTION = "what did the cabinet say about UNHCR access?"
RUN = [sys.executable, "-c", "import sys; from ui.commands import main; sys.exit(main())"]
"""The command as a process of its own; only that shows what a pipe or a terminal gets."""

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def copied(settings: Settings, tmp_path: Path) -> Path:
    """A copy of the index of the five letters, to be damaged at will."""
    shutil.copytree(settings.index, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with one letter, and with what is none."""
    folder = tmp_path / "brieven"
    folder.mkdir()
    shutil.copy(next((ROOT / "corpus").glob("*7268126.txt")), folder)
    (folder / "leeg.txt").write_text("")
    (folder / "taart.txt").write_text("Appeltaart: appels, meel en boter.")
    (folder / "foto.jpeg").write_bytes(b"\xff\xd8")
    return folder


def _document(captured: Captured, *arguments: object, status: int = 0) -> dict[str, Any]:
    assert main([str(one) for one in arguments]) == status
    document: dict[str, Any] = json.loads(captured.readouterr().out)
    return document


def _failure(captured: Captured, *arguments: object) -> str:
    """Run what must fail: nothing on stdout, one sentence on stderr."""
    assert main([str(one) for one in arguments]) == 1
    out, err = captured.readouterr()
    assert out == ""
    assert err.startswith("vraagbaak: ")
    assert err.count("\n") == 1
    return err


def test_every_document_has_its_fields(settings: Settings, capsys: Captured) -> None:
    index = ("--json", "--index", settings.index)
    answer = _document(capsys, "ask", QUESTION, *index)
    assert answer["status"] == "answered"
    assert {"question", "language", "answer", "citations", "related", "model", "timings_ms", "index"} <= set(answer)
    found = _document(capsys, "search", QUESTION, "-k", 3, *index)
    assert found["question"] == QUESTION
    assert [one["rank"] for one in found["results"]] == [1, 2, 3]
    assert {"score", "letter", "exchange", "paragraph", "start", "end"} <= set(found["results"][0])
    whole = _document(capsys, "show", "7268126", *index)
    assert {"letter", "text", "exchanges", "paragraphs", "notes", "warnings"} <= set(whole)
    assert len(whole["exchanges"]) == 13
    assert {one["id"]: one["exchanges"] for one in _document(capsys, "letters", *index)["letters"]}["7268126"] == 13
    checks = _document(capsys, "doctor", *index)
    assert checks["ok"] is True
    assert all(set(one) == {"name", "ok", "detail", "fix"} for one in checks["checks"])


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        (["ask", QUESTION], "[1] "),
        (["ask", "Wat is het standpunt over stikstof en de veestapel?"], "Deze brieven geven geen antwoord"),
        (["ask", "Wat is UNHCR?", "--lang", "en"], "answered question"),
        (["search", "UNHCR", "-k", "1"], " 1. "),
        (["show", "2026Z04651"], "Vraag 13"),
        (["letters"], "kst-32317-974"),
        (["doctor"], "ok "),
    ],
)
def test_without_json_there_is_text(settings: Settings, capsys: Captured, arguments: list[str], seen: str) -> None:
    assert main([*arguments, "--index", str(settings.index)]) == 0
    out, err = capsys.readouterr()
    assert seen.casefold() in out.casefold()
    assert err == ""


def test_filters_narrow_the_results(settings: Settings, capsys: Captured) -> None:
    found = _document(
        capsys, "search", "UNHCR", "--party", "SP", "--until", "2026-12-31", "--json", "--index", settings.index
    )
    assert all(one["exchange"]["party"] == "SP" for one in found["results"])
    found = _document(capsys, "search", "UNHCR", "--letter", "7562802", "--json", "--index", settings.index)
    assert {one["letter"]["id"] for one in found["results"]} == {"7562802"}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "COMMAND"),
        (["vraag"], "vraag"),
        (["ask"], "QUESTION"),
        (["ask", "vraag", "--batch", "vragen.txt"], "--batch"),
        (["search", "vraag", "-k", "0"], "-k: 0"),
        (["search", "vraag", "-k", "-1"], "-k: -1"),
        (["search", "vraag", "-k", "tien"], "-k: tien"),
        (["search", "vraag", "--since", "2026-13-01"], "--since 2026-13-01: not a date"),
        (["ask", "vraag", "--until", "gisteren"], "--until gisteren: not a date"),
        (["ask", "vraag", "--kind", "brief"], "answers, consultation, letter"),
        (["ask", "vraag", "--lang", "fr"], "--lang"),
        (["ask", "vraag", "--onbekend"], "--onbekend"),
        (["show"], "LETTER"),
        (["chat", "--port", "poort"], "--port"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_sentence(capsys: Captured, arguments: list[str], named: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert named in err
    assert "--help" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ask", ""], "question is empty"),
        (["search", " \n "], "question is empty"),
        (["ask", "a" * 10_000, "--json"], "10000 characters, 2000 is the most"),
        (["ask", "\udcff", "--json"], "not UTF-8 text"),
        (["ask", "--batch", "nergens.txt"], "--batch nergens.txt: cannot be read"),
        (["ask", "--batch", "/"], "--batch /: cannot be read"),
        (["show", "nergens"], "nergens: no letter is called that; `vraagbaak letters`"),
        (["remove", "nergens"], "nergens: no such letter; `vraagbaak letters`"),
    ],
)
def test_what_cannot_be_asked_ends_with_1_and_one_sentence(
    settings: Settings, capsys: Captured, arguments: list[str], told: str
) -> None:
    assert told in _failure(capsys, *arguments, "--index", settings.index)


def test_without_an_index_the_next_step_is_named(tmp_path: Path, capsys: Captured) -> None:
    for command in (["ask", "vraag"], ["search", "vraag"], ["show", "a"], ["letters"], ["remove", "a"]):
        assert "run `vraagbaak ingest`" in _failure(capsys, *command, "--index", tmp_path / "nergens")
    assert not (tmp_path / "nergens").exists()
    (tmp_path / "bestand").write_text("")
    assert "bestand: is no folder" in _failure(capsys, "ask", "vraag", "--index", tmp_path / "bestand")
    assert _document(capsys, "doctor", "--json", "--index", tmp_path / "nergens", status=1)["ok"] is False


@pytest.mark.parametrize("content", ["", "gen-77\n", "../..\n", "gen", b"\xff\xfe"])
def test_a_pointer_to_nowhere_is_named_and_mended(copied: Path, capsys: Captured, content: str | bytes) -> None:
    (copied / "CURRENT").write_bytes(content if isinstance(content, bytes) else content.encode())
    assert "run `vraagbaak doctor --repair`" in _failure(capsys, "ask", QUESTION, "--json", "--index", copied)
    assert _document(capsys, "doctor", "--repair", "--json", "--index", copied)["ok"] is True
    assert _document(capsys, "ask", QUESTION, "--json", "--index", copied)["status"] == "answered"


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "sizes.json",
        "places.json",
        "words.json",
        "letters.sqlite",
        "lexical/vocabulary.json",
        "lexical/indptr.npy",
        "lexical/places.npy",
        "lexical/weights.npy",
        "vectors/chroma.sqlite3",
    ],
)
def test_a_damaged_index_is_named_with_the_next_step(copied: Path, capsys: Captured, name: str) -> None:
    damaged = copied / "gen-1" / name
    whole = damaged.read_bytes()
    for left in (whole[: len(whole) // 2], b""):
        damaged.write_bytes(left)
        told = _failure(capsys, "ask", QUESTION, "--json", "--index", copied)
        assert str(copied / "gen-1") in told
        assert "run `vraagbaak doctor --repair`" in told
    damaged.unlink()
    assert "run `vraagbaak doctor --repair`" in _failure(capsys, "search", QUESTION, "--index", copied)


def test_an_index_of_another_version_is_refused_with_both(copied: Path, capsys: Captured) -> None:
    manifest = json.loads((copied / "gen-1" / "manifest.json").read_text())
    manifest["make"]["format"] = "99"
    (copied / "gen-1" / "manifest.json").write_text(json.dumps(manifest))
    told = _failure(capsys, "ask", QUESTION, "--index", copied)
    assert "format “99”" in told
    assert "run `vraagbaak ingest`" in told


def test_a_damaged_store_is_named_and_left_alone(copied: Path, letters: Path, capsys: Captured) -> None:
    (copied / "letters.sqlite").write_bytes(b"no store" * 900)
    assert "put back a copy" in _failure(capsys, "ingest", letters, "--index", copied)
    assert (copied / "letters.sqlite").read_bytes() == b"no store" * 900
    assert _document(capsys, "ask", QUESTION, "--json", "--index", copied)["status"] == "answered"


def test_bad_settings_are_named(monkeypatch: pytest.MonkeyPatch, settings: Settings, capsys: Captured) -> None:
    monkeypatch.setenv("VRAAGBAAK_EMBEDDING", "elders")
    assert "embedding elders" in _failure(capsys, "ask", QUESTION, "--index", settings.index)


def test_ingest_and_remove_report_in_text_too(letters: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["ingest", str(letters), "--index", str(tmp_path / "index")]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 letter, 13 exchanges, ")
    assert "Skipped foto.jpeg: no reader for “.jpeg” files" in out
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["leeg.txt", "taart.txt"]
    assert main(["remove", "7268126", "--index", str(tmp_path / "index")]) == 0
    assert capsys.readouterr().out == "1 letter removed.\n"
    assert main(["letters", "--index", str(tmp_path / "index")]) == 0
    assert capsys.readouterr().out.startswith("There are no letters")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("foto.jpeg", b"\xff\xd8", "foto.jpeg: files of type .jpeg cannot be read"),
        ("leeg.txt", b"", "leeg.txt: the file is empty"),
        ("taart.txt", b"Appels, meel en boter.", "taart.txt: no letter"),
        ("ruis.txt", bytes(range(256)) * 9, "ruis.txt: the"),
    ],
)
def test_a_file_that_is_no_letter_is_named_and_the_others_stay(
    copied: Path, tmp_path: Path, capsys: Captured, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["ingest", str(tmp_path / name), "--json", "--index", str(copied)]) == 1
    out, err = capsys.readouterr()
    assert told in err
    assert err.count("\n") == 1
    report = json.loads(out)
    assert [one["source"] for one in report["failed"]] == [name]
    assert report["letters"] == 5


def test_a_batch_gives_a_document_a_line(settings: Settings, tmp_path: Path, capsys: Captured) -> None:
    lines = [QUESTION.encode(), b"", b"  ", b"a" * 10_000, b"\xff\xfe", "één\u2028regel hubs\r".encode(), b"Oeganda?"]
    (tmp_path / "vragen.txt").write_bytes(b"\n".join(lines))
    for command, key in (("ask", "answer"), ("search", "results")):
        assert main([command, "--batch", str(tmp_path / "vragen.txt"), "--index", str(settings.index)]) == 1
        out, err = capsys.readouterr()
        first, long, wrong, split, last = (json.loads(line) for line in out.splitlines())
        assert key in first
        assert key in split
        assert key in last
        assert (first["question"], last["question"]) == (QUESTION, "Oeganda?")
        assert set(long) == set(wrong) == {"question", "error"}
        assert long["question"] == "a" * 10_000
        assert [line.split(":")[1].split()[-1] for line in err.splitlines()] == ["4", "5"]


def _start(*arguments: str, stdin: int | None = None, stdout: int = subprocess.PIPE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*RUN, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "default", "PYTHONIOENCODING": "ascii"},
        encoding="utf-8",
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def test_a_caller_may_pipe_questions_one_at_a_time(settings: Settings) -> None:
    given = ("search", "--batch", "-", "-k", "1", "--index", str(settings.index))
    with _start(*given, stdin=subprocess.PIPE) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        for question in ("Oeganda", "veilige derde landen", "Curaçao", QUESTION):
            run.stdin.write(f"{question}\n")
            run.stdin.flush()
            assert json.loads(run.stdout.readline())["question"] == question
        rest, err = run.communicate(timeout=30)
    assert (rest, err, run.returncode) == ("", "", 0)


def test_who_stops_reading_sees_no_traceback(settings: Settings) -> None:
    given = ("search", "--batch", "-", "--index", str(settings.index))
    with _start(*given, stdin=subprocess.PIPE) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        run.stdin.write(f"{QUESTION}\n" * 2)
        run.stdin.flush()
        assert QUESTION in run.stdout.readline()
        run.stdout.close()
        run.stdin.write(f"{QUESTION}\n" * 30)
        run.stdin.close()
        assert run.stderr is not None
        assert run.stderr.read() == ""
    assert run.returncode == 141


def test_a_failing_ingest_still_prints_one_document(letters: Path, tmp_path: Path) -> None:
    given = ("ingest", str(letters), "--json", "--index", str(tmp_path / "index"))
    with _start(*given) as run:
        out, err = run.communicate(timeout=60)
    assert run.returncode == 1
    report = json.loads(out)
    assert (report["letters"], report["added"]) == (1, 1)
    assert [one["source"] for one in report["failed"]] == ["leeg.txt", "taart.txt"]
    assert [one["source"] for one in report["skipped"]] == ["foto.jpeg"]
    assert err.splitlines() == [f"vraagbaak: {one['error']}" for one in report["failed"]], "and no progress"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_that_cannot_be_written_is_no_traceback(settings: Settings) -> None:
    with (
        Path("/dev/full").open("w") as full,
        _start("letters", "--index", str(settings.index), stdout=full.fileno()) as run,
    ):
        _, err = run.communicate(timeout=30)
    assert run.returncode == 1
    assert err == "vraagbaak: The output cannot be written (No space left on device); make room for it.\n"


def test_a_line_for_a_password_file_is_made(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("geheim\n"))
    assert main(["password", "anna"]) == 0
    name, salt, proof = capsys.readouterr().out.strip().split(":")
    assert name == "anna"
    assert len(salt) == 32
    assert len(proof) == 128
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert main(["password", "anna"]) == 1
    assert "the password is empty" in capsys.readouterr().err


def test_chat_does_not_open_on_what_can_be_no_index(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert main(["chat", "--index", str(tmp_path / "file")]) == 1
    assert "is no folder" in capsys.readouterr().err


def test_chat_does_not_open_without_the_passwords_it_is_to_ask(capsys: Captured, settings: Settings) -> None:
    arguments = ["chat", "--index", str(settings.index), "--port", "0", "--passwords", "nergens"]
    assert main(arguments) == 1
    assert "nergens: the password file cannot be read" in capsys.readouterr().err
