from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.record import Row, read_record
from eval.resuming import resume
from eval.run import ask_all
from eval.sets import Question
from tests.eval.made_letters import QUESTIONS, Clerk
from tests.eval.made_runs import MAKE, rows_of


class Asker:
    """Asks the clerk, notes which questions came, and stops after some of them."""

    def __init__(self, most: int = 100) -> None:
        self.most = most
        self.asked: list[str] = []

    def __call__(self, questions: Sequence[Question]) -> Iterator[Row]:
        for row in ask_all(Clerk(), questions):
            if len(self.asked) == self.most:
                raise KeyboardInterrupt
            self.asked.append(row.question.id)
            yield replace(row, answer_ms=0)


@pytest.mark.parametrize("most", range(len(QUESTIONS)))
def test_wherever_a_run_is_stopped_the_next_one_goes_on(tmp_path: Path, most: int) -> None:
    record = tmp_path / "record.jsonl"
    first, second = Asker(most), Asker()
    with pytest.raises(KeyboardInterrupt):
        resume(record, MAKE, QUESTIONS, first)
    assert not record.exists()
    rows = resume(record, MAKE, QUESTIONS, second)
    assert [*first.asked, *second.asked] == [one.id for one in QUESTIONS]
    assert rows == tuple(replace(row, answer_ms=0) for row in rows_of(Clerk()))
    assert read_record(record, QUESTIONS) == (MAKE, rows)


def test_a_run_of_another_make_begins_anew(tmp_path: Path) -> None:
    record, second = tmp_path / "record.jsonl", Asker()
    with pytest.raises(KeyboardInterrupt):
        resume(record, replace(MAKE, code="older"), QUESTIONS, Asker(2))
    resume(record, MAKE, QUESTIONS, second)
    assert len(second.asked) == len(QUESTIONS)


def test_a_whole_run_is_not_taken_over_by_the_next(tmp_path: Path) -> None:
    record, second = tmp_path / "record.jsonl", Asker()
    resume(record, MAKE, QUESTIONS, Asker())
    resume(record, MAKE, QUESTIONS, second)
    assert len(second.asked) == len(QUESTIONS)
