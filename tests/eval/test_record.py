import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import RecordError
from eval.record import BRIEF, Make, add_to_record, make_hash, read_record, start_record
from tests.eval.made_letters import QUESTIONS, SHIPS, Clerk, misquoting
from tests.eval.made_runs import MAKE, rows_of


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    path, rows = tmp_path / "deep" / "record.jsonl", rows_of(misquoting(1))
    start_record(path, MAKE, rows[:2])
    for row in rows[2:]:
        add_to_record(path, row)
    assert read_record(path, QUESTIONS) == (MAKE, rows)


def test_words_that_some_take_for_the_end_of_a_line_stay_in_theirs(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    row = replace(rows_of(Clerk())[0], answer="one\u2028two\x85three\nfour")
    start_record(path, MAKE, [row])
    assert read_record(path, QUESTIONS) == (MAKE, (row,))


def test_a_line_that_was_cut_off_is_left_out(tmp_path: Path) -> None:
    path, rows = tmp_path / "record.jsonl", rows_of(Clerk())
    start_record(path, MAKE, rows)
    path.write_text(path.read_text()[:-30])
    assert read_record(path, QUESTIONS) == (MAKE, rows[:-1])


def test_questions_that_changed_or_went_are_left_out(tmp_path: Path) -> None:
    path, rows = tmp_path / "record.jsonl", rows_of(Clerk())
    start_record(path, MAKE, rows)
    reworded = replace(SHIPS, question="how many ships?")
    assert read_record(path, [reworded, *QUESTIONS[2:]])[1] == rows[2:]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"made": {}}', '{"made": {"code": "1"}}\n{}\n{}', "no json"])
def test_what_is_no_record_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "record.jsonl"
    path.write_text(text)
    with pytest.raises(RecordError, match=r"record\.jsonl: is no record"):
        read_record(path, QUESTIONS)


def test_a_record_that_cannot_be_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is no record"):
        read_record(tmp_path / "none", QUESTIONS)
    with pytest.raises(RecordError, match="no record can be written"):
        start_record(tmp_path, MAKE)


def test_a_brief_row_holds_no_words_and_no_times_but_all_figures(tmp_path: Path) -> None:
    path, row = tmp_path / "baseline.jsonl", rows_of(Clerk())[0]
    start_record(path, MAKE, [row.brief()])
    line = json.loads(path.read_text().splitlines()[1])
    assert "answer" not in line
    assert all(set(one) == {"n", "key", "role", "start", "end"} for one in line["cited"])
    (kept,) = read_record(path, QUESTIONS)[1]
    assert (kept.shares, kept.found, kept.status, kept.answer_ms) == (row.shares, row.found[:BRIEF], row.status, 0)


def test_sureness_is_the_score_of_what_was_found_first() -> None:
    row = rows_of(Clerk())[0]
    assert row.sureness == 1
    assert replace(row, found=()).sureness == 0


def test_other_questions_have_another_name() -> None:
    assert make_hash(QUESTIONS) == make_hash(list(QUESTIONS)) != make_hash(QUESTIONS[1:])
    assert replace(MAKE, code="other") != MAKE == Make("questions", "index", "settings", "code")
