from pathlib import Path

from eval.bench.answers import LEFT_OUT, SHOWN, answer_table, question_set
from eval.bench.material import Material, letter_of
from eval.lint import lint
from eval.measures import NAMES


def test_a_fold_has_no_answer_and_the_others_have_theirs(material: Material) -> None:
    pairs, questions = question_set(material)
    letters = tuple(map(letter_of, pairs))
    assert lint(questions, letters) == ()
    unanswerable = {one.id.rpartition("-")[0] for one in questions if not one.answerable}
    assert unanswerable == {one.id for one in material.queries if one.fold == LEFT_OUT}
    assert unanswerable.isdisjoint(letter.id for letter in letters)
    assert len(questions) == 2 * len(material.queries)


def test_the_table_has_both_languages(material: Material, tmp_path: Path) -> None:
    head, _, *rows = answer_table(material, tmp_path / "index").splitlines()
    assert head == "| whole answers [95 % interval] | en | nl |"
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == list(SHOWN)
    assert set(SHOWN) <= set(NAMES)
