import io
import sys
from pathlib import Path

import pytest

from rag.errors import QuestionError
from ui.batch import question_of, questions


def test_lines_come_with_their_numbers_and_empty_ones_not(tmp_path: Path) -> None:
    (tmp_path / "vragen.txt").write_bytes(b"\xef\xbb\xbfEen\r\n\n  \n Twee \x0c\nDrie")
    found = [(number, question_of(line)) for number, line in questions(str(tmp_path / "vragen.txt"))]
    assert found == [(1, "Een"), (4, "Twee"), (5, "Drie")]


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    (tmp_path / "vragen.txt").write_text("een\u2028twee\u0085drie\x0bvier\n", encoding="utf-8")
    assert [question_of(line) for _, line in questions(str(tmp_path / "vragen.txt"))] == [
        "een\u2028twee\u0085drie\x0bvier"
    ]


def test_a_dash_is_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Oeganda?\nCuraçao?\n".encode())))
    assert [question_of(line) for _, line in questions("-")] == ["Oeganda?", "Curaçao?"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for name in (tmp_path / "nergens", tmp_path):
        with pytest.raises(QuestionError, match=rf"--batch {name}: cannot be read \(.*\); give a text file"):
            next(questions(str(name)))


def test_a_line_that_is_no_text_is_refused() -> None:
    with pytest.raises(QuestionError, match="not UTF-8"):
        question_of(b"caf\xe9")
