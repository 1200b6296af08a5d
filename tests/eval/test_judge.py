from collections.abc import Generator, Sequence

import pytest

from eval.figures import figures_of
from eval.judge import Judge
from rag.writing.opening import Message
from tests.eval.made_letters import COWS, SHIPS, Clerk
from tests.eval.made_runs import rows_of


class Model:
    """A model that always says the same, and keeps what it was asked."""

    def __init__(self, reply: str) -> None:
        self.reply = reply
        self.asked: list[Sequence[Message]] = []

    def speak(self, messages: Sequence[Message]) -> Generator[str, None, None]:
        self.asked.append(messages)
        yield from self.reply


@pytest.mark.parametrize(
    ("reply", "share"),
    [("RIGHT", 1), ("Wrong.", 0), ("It says RIGHT things, but: WRONG", 0), ("I cannot say", None), ("", None)],
)
def test_the_last_word_counts_and_no_word_is_no_say(reply: str, share: float | None) -> None:
    (row,) = rows_of(Clerk(), [SHIPS])
    judged = Judge(Model(reply).speak).judged(row)
    assert judged.shares.get("judge") == (None if share is None else (share, 1))
    assert judged.passed


def test_the_judge_is_told_what_is_known() -> None:
    model = Model("RIGHT")
    for row in rows_of(Clerk(), [SHIPS, COWS]):
        Judge(model.speak).judged(row)
    ships, cows = (messages[1][1] for messages in model.asked)
    assert f"The letters say: {SHIPS.quote}" in ships
    assert "De minister:" in ships
    assert "The letters do not answer this question." in cows


def test_what_it_says_is_a_figure() -> None:
    rows = rows_of(Clerk(), [SHIPS, COWS])
    judged = [Judge(Model(reply).speak).judged(row) for row, reply in zip(rows, ("RIGHT", "WRONG"), strict=True)]
    assert figures_of(judged)["judge"].value == 0.5
    assert "judge" not in figures_of(rows)
