import json
from pathlib import Path

import pytest

from eval.sets import Gold, SetError, locate, read_set, read_sets, shipped_sets
from tests.eval.made_letters import LETTERS

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


@pytest.mark.parametrize(
    ("gold", "key"),
    [
        (Gold("100", None, ("1",)), "100#1"),
        (Gold("100", None, ("3",)), "100#2+3"),
        (Gold("100", None, ("2", "3")), "100#2+3"),
        (Gold("source:raad.txt", "PVV", ("1",)), "kst-1-2#PVV-1"),
        (Gold("kst-1-2", paragraph=1), "kst-1-2#p1"),
    ],
)
def test_places_are_found(gold: Gold, key: str) -> None:
    assert locate(gold, LETTERS).key == key


@pytest.mark.parametrize(
    "gold",
    [
        Gold("101", None, ("1",)),
        Gold("source:raad", None, ("1",)),
        Gold("100", None, ("4",)),
        Gold("100", None, ()),
        Gold("100", "PVV", ("1",)),
        Gold("kst-1-2", "SP", ("1",)),
        Gold("kst-1-2", paragraph=2),
    ],
)
def test_places_that_are_not_there_are_said(gold: Gold) -> None:
    with pytest.raises(SetError, match="no such"):
        locate(gold, LETTERS)


def test_two_sets_are_shipped() -> None:
    assert [path.name for path in shipped_sets()] == ["letters.jsonl", "unanswerable.jsonl"]
