from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from eval.errors import RecordError
from eval.run import ask_all
from eval.tape import Tape
from eval.written import Written
from rag.settings import Settings
from rag.writing.opening import Message, Speak
from tests.eval.made_letters import COWS, SHIPS, Clerk

SETTINGS = Settings(model="test:small")


def _open() -> Speak:
    def speak(messages: Sequence[Message]) -> Generator[str, None, None]:
        del messages
        yield "The minister said that 1.250 ships called [1]."

    return speak


def _written(tape: Tape) -> Written:
    return Written(Clerk(), SETTINGS, tape)


def test_answers_are_written_and_a_replay_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "tape.jsonl"
    recorded = list(ask_all(_written(Tape(path, SETTINGS.model, _open)), [SHIPS, COWS]))
    replayed = list(ask_all(_written(Tape(path, SETTINGS.model)), [SHIPS, COWS]))
    assert [row.answer for row in recorded] == [row.answer for row in replayed]
    written, _, quotes = recorded[0].answer.partition("\n\n")
    assert written == "The minister said that 1.250 ships called [1]."
    assert "“Er voeren 1.250 schepen binnen.” [1]" in quotes
    assert (recorded[0].passed, recorded[1].status) == (True, "not_found")


def test_what_is_missing_on_the_tape_is_told_and_the_answer_stays_without_a_model(tmp_path: Path) -> None:
    path = tmp_path / "tape.jsonl"
    path.touch()
    tape = Tape(path, SETTINGS.model)
    (row,) = ask_all(_written(tape), [SHIPS])
    assert row.answer.startswith("De minister:")
    assert row.remarks
    with pytest.raises(RecordError, match=r"tape\.jsonl: \d+ replies are not on it"):
        tape.check()
