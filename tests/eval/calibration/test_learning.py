import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from eval.bench.material import Material, Pair
from eval.calibration.__main__ import FOLDS, unseen, write
from eval.calibration.corpora import Row, observe
from eval.calibration.figures import auc, by_question, table, threshold
from eval.calibration.learning import Lesson, Plan, _Sets, _trained, probabilities, train
from eval.sets import Question
from rag.answering.confidence import Confidence
from rag.answering.signs import OF_CONCEPT, OF_PLACE, Signs

PLAN = Plan(rounds=8, batch=16, networks=2)


def _rows(count: int = 240) -> list[Row]:
    """Return places of which those answer that hold what is asked for."""
    chance = np.random.default_rng(5)
    rows = []
    for number in range(count):
        concepts = chance.random((1 + number % 4, len(OF_CONCEPT)), np.float32)
        place = chance.random(len(OF_PLACE)).astype(np.float32)
        right = bool(concepts[:, OF_CONCEPT.index("in the answer")].mean() > 0.5)
        rows.append(
            Row(
                number // 2,
                number,
                150 + number % 2,
                dutch=number % 3 == 0,
                letters=number % 5 == 0,
                near=number % 2 == 0,
                answerable=right,
                right=right,
                barred=False,
                signs=Signs(concepts, place),
            )
        )
    return rows


def test_the_network_without_torch_gives_what_torch_gives() -> None:
    rows = _rows(40)
    lesson = Lesson(rows)
    network = _trained(lesson, PLAN, seed=0)
    with torch.no_grad():
        theirs = torch.sigmoid(network(lesson.concepts, lesson.there, lesson.place)).numpy()
    ours = probabilities(train(rows, Plan(rounds=8, batch=16, networks=1)), rows)
    np.testing.assert_allclose(ours, theirs, atol=5e-3)


def test_what_is_asked_for_counts_in_any_order_and_padding_not_at_all() -> None:
    network = _Sets(PLAN).eval()
    concepts, place = torch.rand(1, 3, len(OF_CONCEPT)), torch.rand(1, len(OF_PLACE))
    padded = torch.cat([concepts.flip(1), torch.rand(1, 2, len(OF_CONCEPT))], dim=1)
    with torch.no_grad():
        whole = network(concepts, torch.ones(1, 3), place)
        other = network(padded, torch.tensor([[1.0, 1.0, 1.0, 0.0, 0.0]]), place)
    torch.testing.assert_close(whole, other)


def test_it_learns_what_tells_an_answer_and_the_same_rows_give_the_same_weights() -> None:
    rows = _rows()
    weights = train(rows, replace(PLAN, rounds=60, rate=1e-2))
    chances = probabilities(weights, rows)
    right = np.array([row.right for row in rows])
    assert chances[right].mean() > chances[~right].mean() + 0.2
    assert train(rows, PLAN) == train(rows, PLAN)


def test_a_barred_place_has_no_chance_and_teaches_nothing() -> None:
    rows = _rows(60)
    barred = [
        Row(99, 1, 150, dutch=True, letters=False, near=True, answerable=True, right=True, barred=True, signs=row.signs)
        for row in rows[:5]
    ]
    weights = train(rows, PLAN)
    assert train([*rows, *barred], PLAN) == weights
    assert not probabilities(weights, barred).any()


def test_a_question_is_as_sure_as_its_surest_place() -> None:
    rows = _rows(8)
    asked = by_question(rows, np.linspace(0.1, 0.8, 8))
    assert [round(one.surest, 1) for one in asked] == [0.2, 0.4, 0.6, 0.8]
    assert 0 <= auc(by_question(_rows(), np.arange(240.0))) <= 1
    assert threshold(asked) <= max(one.surest for one in asked)


def test_the_table_tells_what_is_refused_and_what_is_not_found() -> None:
    rows = _rows()
    told = table(by_question(rows, np.array([float(row.right) for row in rows])))
    assert told.startswith("English: AUC 1.000")
    assert "refused 0.00" in told


def test_what_is_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = _rows(60)
    monkeypatch.setattr("eval.calibration.__main__.FOLDS", 2)
    assert unseen(rows).shape == (60,)
    assert FOLDS > 2
    write(tmp_path / "confidence.json", rows)
    np.testing.assert_allclose(
        Confidence(tmp_path / "confidence.json").of(rows[0].signs), probabilities(train(rows), rows)[0]
    )


def test_a_corpus_without_a_pair_does_not_answer_what_is_asked_about_it(tmp_path: Path) -> None:
    matters = ("de spoorbrug", "de otters", "het zwembad")
    pairs = tuple(
        Pair(f"p{n}", f"Hoe zit het met {what}?", f"De minister heeft {what} onderzocht en een besluit genomen.")
        for n, what in enumerate(matters)
    )
    lines = [
        {
            "id": pair.id,
            "en": what,
            "nl": f"En {what}?",
            "quote": [0, 1],
            "en_no": f"{what} 2031",
            "nl_no": f"{what} 2030",
        }
        for pair, what in zip(pairs, matters, strict=True)
    ]
    written = tmp_path / "written.jsonl"
    written.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    question = Question("q", "nl", "Hoe hoog is de dijk in het zwembad?", "near_topic", "not_found")
    rows = list(observe(Material(pairs, ()), (), [question], written, sizes=(2, 1, 0)))
    assert {row.size for row in rows} == {1, 2}
    assert all(row.answerable or not row.right for row in rows)
    assert any(row.right for row in rows)
    assert any(row.near and not row.answerable for row in rows)
    assert not any(row.answerable for row in rows if row.letters)
