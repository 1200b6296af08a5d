import threading
from collections.abc import Generator

import pytest

from rag.writing.failure import ModelFailure
from rag.writing.patience import Deadline, Patience, listen

LONG = Patience(30, 30, 30)


def test_what_is_said_is_heard_in_its_order() -> None:
    def speak() -> Generator[str, None, None]:
        yield from "abc"

    assert list(listen(speak, Deadline(LONG))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("patience", "first", "kind"),
    [
        (Patience(0.05, 30, 30), (), "slow start"),
        (Patience(0.05, 30, 30), ("",), "slow start"),
        (Patience(30, 0.05, 30), ("a",), "stalled"),
        (Patience(30, 30, 0.05), ("a",), "slow"),
        (Patience(30, 30, 0), ("a",), "slow"),
    ],
)
def test_silence_is_borne_for_a_bounded_time(patience: Patience, first: tuple[str, ...], kind: str) -> None:
    over = threading.Event()

    def speak() -> Generator[str, None, None]:
        yield from first
        over.wait(30)
        yield "te laat"

    with pytest.raises(ModelFailure) as failure:
        list(listen(speak, Deadline(patience)))
    over.set()
    assert failure.value.kind == kind


def test_an_error_while_speaking_is_told() -> None:
    def speak() -> Generator[str, None, None]:
        yield "a"
        raise ConnectionRefusedError

    with pytest.raises(ModelFailure) as failure:
        list(listen(speak, Deadline(LONG)))
    assert failure.value.kind == "unreachable"


def test_closing_ends_the_speaking() -> None:
    ended = threading.Event()

    def speak() -> Generator[str, None, None]:
        try:
            while True:
                yield "a"
        finally:
            ended.set()

    heard = listen(speak, Deadline(LONG))
    assert next(heard) == "a"
    heard.close()
    assert ended.wait(10)
