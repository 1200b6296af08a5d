"""Questions one a line, from a file or from what is piped in, each read when the one before it is answered."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rag.errors import QuestionError

STDIN = "-"


def questions(name: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file (``-`` is stdin) that are not empty, with their numbers.

    A line ends at a line feed only: the characters that Unicode counts as line ends may stand in a question.

    Raises:
        QuestionError: the file cannot be read.
    """
    try:
        with _opened(name) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, line.strip()
    except OSError as error:
        raise QuestionError(f"--batch {name}: cannot be read ({error.strerror}); give a text file.") from error


def question_of(line: bytes) -> str:
    """Return the question that a line holds.

    Raises:
        QuestionError: the line is not UTF-8 text.
    """
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionError("The question is not UTF-8 text; save the file as UTF-8.") from error


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield sys.stdin.buffer
        return
    with Path(name).open("rb") as file:
        yield file
