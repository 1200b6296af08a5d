import json
import shutil
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.command import SHIPPED_BASELINE, run
from eval.errors import EvalError, RecordError, SetError
from eval.judge import Judge
from eval.record import read_record
from eval.sets import SHIPPED, Question, read_set
from eval.tape import Tape
from rag.answer import Answer
from rag.errors import SettingError
from rag.feedback import Feedback, record
from rag.settings import Settings
from rag.writing.opening import Message, Speak
from ui.arguments import parser

ASKED = 6
MET, MISSED = '[minimum]\n"recall@10" = 0', '[minimum]\n"recall@10" = 1.01'


class Desk:
    """A folder with a few questions and gates, and the command run in it."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.settings, self.folder = settings, folder
        lines = (SHIPPED / "letters.jsonl").read_text(encoding="utf-8").splitlines()[:ASKED]
        (folder / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
        self.questions = read_set(folder / "set.jsonl")
        self.record = folder / "record.jsonl"

    def run(self, *arguments: str | Path, gates: str = MET) -> int:
        """Run the few questions against gates."""
        (self.folder / "gates.toml").write_text(gates, encoding="utf-8")
        given: list[str | Path] = [
            "--set",
            self.folder / "set.jsonl",
            "--gates",
            self.folder / "gates.toml",
            "--record",
            self.record,
        ]
        return self.do(*given, *arguments)

    def do(self, *arguments: str | Path) -> int:
        """Run the command with nothing but these arguments."""
        return run(self.settings, parser().parse_args(["eval", *map(str, arguments)]))


@pytest.fixture
def desk(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return Desk(settings, tmp_path)


def test_a_gate_that_is_met_ends_with_0(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run() == 0
    assert capsys.readouterr().out.endswith(f"{ASKED} questions: no gate missed.\n")


def test_a_gate_that_is_missed_ends_with_3_and_the_document_says_so(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk.run("--json", gates=MISSED) == 3
    document = json.loads(capsys.readouterr().out)
    assert document["failed"] is True
    assert document["gates"][0]["verdict"] == "MISSED"
    assert len(document["questions"]) == ASKED


def test_two_runs_are_the_same_to_the_byte_but_for_their_times(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    def timeless() -> str:
        desk.run("--json")
        document: dict[str, Any] = json.loads(capsys.readouterr().out)
        document["timings_ms"] = None
        for row in document["questions"]:
            row["answer_ms"] = None
        return json.dumps(document)

    assert timeless() == timeless()


def test_each_form_is_written_where_it_was_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    job = desk.folder / "job.md"
    job.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(job))
    starts = {"junit": "<?xml", "markdown": "## ", "html": "<!DOCTYPE html>"}
    desk.run(*(argument for name in starts for argument in (f"--{name}", desk.folder / name)))
    assert all((desk.folder / name).read_text().startswith(start) for name, start in starts.items())
    assert job.read_text() == "before\n" + (desk.folder / "markdown").read_text()


def test_a_report_that_cannot_be_written_is_named(desk: Desk) -> None:
    with pytest.raises(EvalError, match="the report cannot be written"):
        desk.run("--html", desk.folder)


def test_a_run_that_was_stopped_goes_on_from_its_record(desk: Desk) -> None:
    desk.run()
    make, rows = read_record(desk.record, desk.questions)
    head, first, second, *_ = desk.record.read_text().splitlines(keepends=True)
    marked = first.replace('"status": "answered"', '"status": "refused"')
    growing = desk.record.with_name("record.jsonl.part")
    growing.write_text("".join([head, marked, second[:40]]))
    desk.run()
    made, again = read_record(desk.record, desk.questions)
    assert not growing.exists()
    assert made == make
    # What had been kept was not asked again; what had been cut off was.
    assert [row.status for row in again] == ["refused", *(row.status for row in rows[1:])]


@pytest.mark.parametrize("left", ["", '{"made": {"questions": "1", "index": "2", "settings": "3", "code": "4"}}\n'])
def test_what_a_run_of_another_make_left_is_not_used(desk: Desk, left: str) -> None:
    desk.record.with_name("record.jsonl.part").write_text(left)
    assert desk.run() == 0
    assert len(read_record(desk.record, desk.questions)[1]) == ASKED


def test_only_those_that_failed_are_asked_again(desk: Desk) -> None:
    with pytest.raises(RecordError):
        desk.run("--only-failed")
    desk.run()
    head, first, *others = desk.record.read_text().splitlines(keepends=True)
    failing = first.replace('"passed": 1.0', '"passed": 0.0')
    desk.record.write_text("".join([head, failing, *others]))
    failed = [row.question for row in read_record(desk.record, desk.questions)[1] if not row.passed]
    assert desk.questions[0] in failed
    desk.run("--only-failed")
    assert [row.question for row in read_record(desk.record, desk.questions)[1]] == failed


def test_a_baseline_is_kept_and_held_against(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    baseline = desk.folder / "baseline.jsonl"
    desk.run("--save-baseline", baseline)
    assert desk.run("--baseline", baseline, gates='[fall]\n"recall@10" = 0.01') == 0
    assert "±0" in capsys.readouterr().out
    with pytest.raises(RecordError, match="is no record"):
        desk.run("--baseline", desk.folder / "none")


def test_questions_are_chosen(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.run("--kind", "single", "--sample", "1", "--jobs", "2")
    assert "1 question: no gate missed." in capsys.readouterr().out


def test_a_run_with_a_model_needs_its_name_and_its_replies(desk: Desk) -> None:
    tape = desk.folder / "tape.jsonl"
    with pytest.raises(SettingError, match="VRAAGBAAK_MODEL"):
        desk.run("--replies", tape)
    with pytest.raises(SettingError, match="needs --replies"):
        desk.run("--judge", "test:judge")
    desk.settings = desk.settings.model_copy(update={"model": "test:small"})
    with pytest.raises(RecordError, match="is no tape"):
        desk.run("--replies", tape)
    tape.touch()
    with pytest.raises(RecordError, match="replies are not on it"):
        desk.run("--replies", tape)


def _yes() -> Speak:
    def speak(messages: Sequence[Message]) -> Generator[str, None, None]:
        del messages
        yield "RIGHT"

    return speak


def test_a_judge_is_reported(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    tape = desk.folder / "tape.jsonl"
    desk.run()
    judge = Judge(Tape(tape, "test:judge", _yes).speak)
    for row in read_record(desk.record, desk.questions)[1]:
        judge.judged(row)
    capsys.readouterr()
    assert desk.run("--judge", "test:judge", "--replies", tape, "--json") == 0
    assert json.loads(capsys.readouterr().out)["figures"]["judge"]["value"] == 1


def test_a_set_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(SetError, match=r"none\.jsonl"):
        desk.do("--set", desk.folder / "none.jsonl")


def test_lint_prints_the_balance_and_finds_what_is_wrong(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.do("lint") == 0
    out = capsys.readouterr().out
    assert "false_premise   15   15" in out
    assert out.endswith("questions, no faults\n")
    wrong = desk.folder / "wrong.jsonl"
    line = (desk.folder / "set.jsonl").read_text().splitlines()[0]
    wrong.write_text(line.replace('"numbers": ["7"]', '"numbers": ["70"]'))
    assert desk.do("lint", "--set", wrong) == 1
    shown = capsys.readouterr()
    assert shown.out.endswith("1 questions, 1 fault\n")
    assert "no such place" in shown.err


def test_a_set_for_ones_own_letters_is_proposed_and_is_sound(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    own = desk.folder / "own.jsonl"
    assert desk.do("init", own) == 0
    assert f"vraagbaak eval lint --set {own}" in capsys.readouterr().out
    assert desk.do("--set", own, "lint") == 0
    with pytest.raises(SetError, match="is there already"):
        desk.do("init", own)


def test_what_people_said_becomes_a_set(desk: Desk) -> None:
    heard = desk.folder / "heard.jsonl"
    shutil.copytree(desk.settings.index, desk.folder / "index")  # feedback is kept there, and others use that one
    desk.settings = desk.settings.model_copy(update={"index": desk.folder / "index"})
    with pytest.raises(SetError, match="no feedback"):
        desk.do("import-feedback", heard)
    record(desk.settings, Feedback.on(Answer("Komt er een kade?", "nl", "not_found", "Nee."), "right"))
    assert desk.do("import-feedback", heard) == 0
    assert [one.question for one in read_set(heard)] == ["Komt er een kade?"]


def test_the_shipped_baseline_is_of_the_shipped_questions(shipped: tuple[Question, ...]) -> None:
    _, rows = read_record(SHIPPED_BASELINE, shipped)
    assert [row.question for row in rows] == list(shipped)
    assert not any(row.answer or row.answer_ms for row in rows)
