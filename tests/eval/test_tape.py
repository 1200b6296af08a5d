from collections.abc import Generator, Sequence
from pathlib import Path

import pytest

from eval.errors import RecordError
from eval.tape import Tape
from rag.writing.opening import Message, Speak

ASKED: list[Message] = [("system", "Schrijf kort."), ("human", "Hoeveel schepen?")]


class Model:
    """A model that counts how often it is asked, and can break off."""

    def __init__(self) -> None:
        self.asked = 0
        self.breaks = False

    def open(self) -> Speak:
        return self._speak

    def _speak(self, messages: Sequence[Message]) -> Generator[str, None, None]:
        self.asked += 1
        yield f"{messages[-1][1]} "
        if self.breaks:
            raise ConnectionError("gone")
        yield "1.250."


def test_what_was_recorded_is_replayed_without_the_model(tmp_path: Path) -> None:
    model, path = Model(), tmp_path / "tape.jsonl"
    recording = Tape(path, "small", model.open)
    assert list(recording.speak(ASKED)) == ["Hoeveel schepen? ", "1.250."]
    assert list(recording.speak(ASKED)) == ["Hoeveel schepen? 1.250."]
    assert model.asked == 1
    replaying = Tape(path, "small")
    assert list(replaying.speak(ASKED)) == ["Hoeveel schepen? 1.250."]
    replaying.check()


def test_another_prompt_or_model_is_not_on_the_tape(tmp_path: Path) -> None:
    path = tmp_path / "tape.jsonl"
    list(Tape(path, "small", Model().open).speak(ASKED))
    for name, asked in (("small", ASKED[1:]), ("large", ASKED)):
        tape = Tape(path, name)
        with pytest.raises(RecordError, match="holds no reply"):
            list(tape.speak(asked))
        with pytest.raises(RecordError, match="1 replies are not on it"):
            tape.check()


def test_a_reply_that_broke_off_is_not_kept(tmp_path: Path) -> None:
    model, path = Model(), tmp_path / "tape.jsonl"
    model.breaks = True
    tape = Tape(path, "small", model.open)
    with pytest.raises(ConnectionError):
        list(tape.speak(ASKED))
    pieces = tape.speak(ASKED)
    next(pieces)
    pieces.close()
    assert not path.exists()


def test_what_is_no_tape_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is no tape"):
        Tape(tmp_path / "none", "small")
    path = tmp_path / "tape.jsonl"
    path.write_text("[]")
    with pytest.raises(RecordError, match="is no tape"):
        Tape(path, "small", Model().open)
