import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import SetError
from eval.gold import Gold
from eval.sets import PARTS, Question, read_set, read_sets, shipped_sets, write_set
from tests.eval.made_letters import QUESTIONS, SHIPS

LINE: dict[str, object] = {
    "id": "en-1",
    "language": "en",
    "question": "how many vessels?",
    "kind": "figure",
    "status": "answered",
    "gold": [{"letter": "100", "party": None, "numbers": ["1"]}, {"letter": "kst-1-2", "paragraph": 1}],
    "quote": "Er voeren 1.250 schepen binnen.",
    "facts": ["1.250"],
}


def _file(folder: Path, *lines: dict[str, object] | str) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_a_line_becomes_a_question(tmp_path: Path) -> None:
    question = read_set(_file(tmp_path, LINE, ""))[0]
    assert question.gold == (Gold("100", None, ("1",)), Gold("kst-1-2", paragraph=1))
    assert (question.facts, question.also, question.lay, question.answerable) == (("1.250",), (), False, True)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "no JSON"),
        ("[]", "needs"),
        ({"id": "en-1"}, "needs"),
        (LINE | {"colour": "red"}, "may have"),
        (LINE | {"language": "fy"}, "language 'fy'"),
        (LINE | {"kind": "riddle"}, "kind 'riddle'"),
        (LINE | {"status": "maybe"}, "status 'maybe'"),
        (LINE | {"gold": [{"letter": "100"}]}, "a place needs"),
        (LINE | {"quote": 7}, "quote a text"),
        (LINE | {"after": "earlier?"}, "after must be a list"),
    ],
)
def test_a_bad_line_is_named_with_file_line_and_fault(tmp_path: Path, line: dict[str, object] | str, says: str) -> None:
    with pytest.raises(SetError, match=rf"set\.jsonl:2: .*{says}"):
        read_set(_file(tmp_path, LINE, line))


def test_ids_stand_once_over_all_sets(tmp_path: Path) -> None:
    path = _file(tmp_path, LINE)
    with pytest.raises(SetError, match="en-1: the id stands twice"):
        read_sets([path, path])


def test_no_questions_and_no_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(SetError, match="no questions"):
        read_sets([_file(tmp_path)])
    with pytest.raises(SetError, match=r"none\.jsonl: cannot be read"):
        read_set(tmp_path / "none.jsonl")


def test_a_set_is_written_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new.jsonl"
    asked = (*QUESTIONS, replace(SHIPS, id="en-2", after=("what of the port?",), note="see the letter", lay=True))
    write_set(path, asked)
    assert read_set(path) == asked
    with pytest.raises(SetError, match="is there already"):
        write_set(path, asked)


def test_a_line_may_hold_what_some_take_for_its_end(tmp_path: Path) -> None:
    path = _file(tmp_path, json.dumps(LINE | {"question": "how\u2028many?"}, ensure_ascii=False))
    assert read_set(path)[0].question == "how\u2028many?"


def test_the_halves_are_drawn_by_id_alone(shipped: tuple[Question, ...]) -> None:
    assert all(replace(one, question="?").part == one.part for one in shipped)
    for answerable in (True, False):
        parts = Counter(one.part for one in shipped if one.answerable == answerable)
        assert min(parts.values()) > 0.4 * parts.total()
        assert set(parts) == set(PARTS)


def test_another_gold_makes_another_question() -> None:
    assert replace(SHIPS).digest == SHIPS.digest != replace(SHIPS, gold=(Gold("100", numbers=("2",)),)).digest


def test_the_shipped_sets() -> None:
    names = [path.name for path in shipped_sets()]
    assert names == ["conversations.jsonl", "letters.jsonl", "unanswerable.jsonl"]
