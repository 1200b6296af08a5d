"""A run that can be stopped: what it had is kept as it comes, and the next run of the same make goes on from there."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from eval.errors import RecordError
from eval.record import Make, Row, add_to_record, read_record, start_record
from eval.sets import Question


def resume(
    record: Path, make: Make, questions: Sequence[Question], ask: Callable[[Sequence[Question]], Iterable[Row]]
) -> tuple[Row, ...]:
    """Return a row for each question: what a stopped run left, and for the others what ``ask`` yields.

    The record grows under another name, and gets its own when it is whole.

    Raises:
        RecordError: it cannot be written.
    """
    growing = record.with_name(f"{record.name}.part")
    done = {row.question.id: row for row in _left(growing, make, questions)}
    start_record(growing, make, done.values())
    for row in ask([question for question in questions if question.id not in done]):
        add_to_record(growing, row)
        done[row.question.id] = row
    growing.replace(record)
    return tuple(done[question.id] for question in questions)


def _left(record: Path, make: Make, questions: Sequence[Question]) -> tuple[Row, ...]:
    if not record.is_file():
        return ()
    try:
        made, rows = read_record(record, questions)
    except RecordError:
        return ()  # stopped before its first line was whole: there is nothing to go on from
    return rows if made == make else ()
