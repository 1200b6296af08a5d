import io
import os
import pty

import pytest

from ui.progress import progress_line


class Terminal(io.StringIO):
    """What is written to it, and the claim to be a terminal."""

    def isatty(self) -> bool:
        return True


def shown(*told: tuple[str, int, int, str]) -> list[str]:
    """Return what is drawn, each time the line is drawn anew."""
    stream = Terminal()
    draw = progress_line(stream)
    assert draw is not None
    for one in told:
        draw(*one)
    start, *lines = stream.getvalue().split("\r\x1b[K")
    assert start == ""
    return lines


def test_without_a_terminal_there_is_no_progress() -> None:
    assert progress_line(io.StringIO()) is None


def test_a_real_terminal_gets_progress() -> None:
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as stream:
        draw = progress_line(stream)
        assert draw is not None
        draw("reading", 1, 2, "brief.txt")
        assert b"reading 1/2" in os.read(reader, 1000)
    os.close(reader)


def test_one_line_is_drawn_over_and_ended_when_all_is_done() -> None:
    lines = shown(*(("reading", done, 3, f"brief-{done}.txt") for done in range(1, 4)))
    assert [line.split(",")[0] for line in lines] == ["reading 1/3", "reading 2/3", "reading 3/3"]
    assert [line.endswith("\n") for line in lines] == [False, False, True]
    assert lines[2].endswith(": brief-3.txt\n")


def test_rate_and_time_left_are_those_of_the_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 0.0, 100.0, 110.0, 160.0])
    monkeypatch.setattr("ui.progress.time.monotonic", lambda: next(moments))
    lines = shown(("checking", 5, 5, ""), ("reading", 10, 2_000, ""), ("reading", 300, 2_000, ""))
    assert lines[1] == "reading 10/2,000, 1 a second, 33 min 10 s left"
    assert lines[2] == "reading 300/2,000, 5 a second, 5 min 40 s left"


def test_a_step_that_is_one_piece_has_no_pace() -> None:
    assert shown(("placing the index", 0, 1, ""), ("clearing", 1, 1, "")) == ["placing the index", "clearing\n"]


def test_no_line_is_longer_than_the_terminal_or_moves_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    (line,) = shown(("reading", 1, 2, "\x1b[2Jbrief\n" + "lang" * 40))
    assert len(line) == 59
    assert line.isprintable()


def test_nothing_to_read_is_no_fault() -> None:
    assert shown(("checking", 0, 0, "")) == ["checking\n"]
