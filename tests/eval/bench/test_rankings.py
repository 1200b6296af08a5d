from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bench.material import FOLDS, Material, Query
from eval.bench.rankings import Measure, Result, held_out, measure
from rag.answer import Language

FIGURES = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def _measure(*values: float) -> Measure:
    return Measure(np.array(values))


def _result(values: Sequence[float]) -> Result:
    return Result(_measure(*values), _measure(*(float(value > 0.5) for value in values)))


def _queries(number: int) -> Material:
    words: dict[Language, str] = {"en": "", "nl": ""}
    return Material((), tuple(Query(str(count), words, str(count), "") for count in range(number)))


@given(FIGURES)
def test_an_interval_lies_around_the_mean_and_within_the_figures(values: list[float]) -> None:
    one = _measure(*values)
    low, high = one.interval
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert low - 0.1 <= one.mean <= high + 0.1


def test_more_queries_make_a_narrower_interval() -> None:
    few, many = (_measure(*([0.0, 1.0] * number)).interval for number in (20, 500))
    assert many[1] - many[0] < few[1] - few[0]
    assert few == pytest.approx((0.5 - 0.155, 0.5 + 0.155), abs=0.03)


def test_a_paired_difference_is_surer_than_its_sides() -> None:
    base = [0.0, 1.0] * 30
    gained = _measure(*(value + 0.1 for value in base)).over(_measure(*base))
    assert gained.interval == pytest.approx((0.1, 0.1))


def test_every_query_is_measured_in_its_language(material: Material) -> None:
    asked: list[str] = []

    def rank(question: str, language: Language) -> list[str]:
        asked.append(f"{language} {question}")
        return ["elsewhere#1", "brug#1"]

    found = measure(rank, material, "nl")
    assert asked == [f"nl {query.words['nl']}" for query in material.queries]
    assert list(found.ndcg.values) == pytest.approx([1 / np.log2(3), 0, 0, 0])
    assert list(found.recall.values) == [1, 0, 0, 0]


def test_what_is_best_elsewhere_is_taken_for_each_fold() -> None:
    material = _queries(40)
    folds = [query.fold for query in material.queries]
    assert set(folds) == set(range(FOLDS))
    good, bad = _result([0.9] * 40), _result([0.1] * 40)
    assert held_out([bad, good], material)[1] == [1] * FOLDS
    # Good in one fold only: that fold's own queries do not count, so there the other one is taken.
    lucky = _result([1.0 if fold == 2 else 0.0 for fold in folds])
    found, chosen = held_out([bad, lucky], material)
    assert chosen[2] == 0
    assert all(found.ndcg.values[at] == 0.1 for at, fold in enumerate(folds) if fold == 2)


def test_of_equals_the_first_is_taken() -> None:
    assert held_out([_result([0.5] * 20), _result([0.5] * 20)], _queries(20))[1] == [0] * FOLDS
