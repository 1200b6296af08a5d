import io
import os
import pty

import pytest

from ui.progress import progress_line


class Terminal(io.StringIO):
    """What is written to it, and the claim to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_there_is_no_progress() -> None:
    assert progress_line(io.StringIO()) is None


def test_a_real_terminal_gets_progress() -> None:
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as stream:
        draw = progress_line(stream)
        assert draw is not None
        draw(1, 2, "brief.txt")
        assert b"1/2 files" in os.read(reader, 1000)
    os.close(reader)


def test_one_line_is_drawn_over_and_ended_when_all_is_done() -> None:
    stream = Terminal()
    draw = progress_line(stream)
    assert draw is not None
    for done in range(1, 4):
        draw(done, 3, f"brief-{done}.txt")
    lines = stream.getvalue().split("\r\x1b[K")
    assert lines[0] == ""
    assert [line.split(",")[0] for line in lines[1:]] == ["1/3 files", "2/3 files", "3/3 files"]
    assert [line.endswith("\n") for line in lines[1:]] == [False, False, True]
    assert "brief-3.txt" in lines[3]


def test_no_line_is_longer_than_the_terminal_or_moves_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    stream = Terminal()
    draw = progress_line(stream)
    assert draw is not None
    draw(1, 2, "\x1b[2Jbrief\n" + "lang" * 40)
    shown = stream.getvalue().removeprefix("\r\x1b[K")
    assert len(shown) == 59
    assert shown.isprintable()


def test_nothing_to_read_is_no_fault() -> None:
    stream = Terminal()
    draw = progress_line(stream)
    assert draw is not None
    draw(0, 0, "making the index")
    assert "0/0 files" in stream.getvalue()
