import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.shares import Values, chance_of_fall, interval, ratio

COUNTS = st.lists(st.tuples(st.integers(0, 3), st.integers(3, 5)), min_size=1, max_size=30)


def _means(*values: float) -> tuple[Values, Values]:
    return np.array(values), np.ones(len(values))


def test_a_figure_is_the_sum_of_parts_over_the_sum_of_wholes() -> None:
    parts, wholes = np.array([[1.0, 0.0], [2.0, 0.0]]), np.array([[1.0, 0.0], [3.0, 0.0]])
    figures = ratio(parts, wholes)
    assert figures[0] == pytest.approx(3 / 4, abs=1e-9)
    assert np.isnan(figures[1])


def test_an_interval_of_a_mean_is_near_that_of_the_normal_curve() -> None:
    parts, wholes = _means(*[1.0, 0.0] * 200)
    low, high = interval(parts, wholes)
    assert float(low) == pytest.approx(0.5 - 1.96 * 0.5 / 20, abs=0.006)
    assert float(high) == pytest.approx(0.5 + 1.96 * 0.5 / 20, abs=0.006)


def test_what_no_question_has_a_say_in_has_no_interval() -> None:
    low, high = interval(np.zeros((3, 1)), np.zeros((3, 1)))
    assert np.isnan([*low, *high]).all()


@given(COUNTS)
def test_a_figure_lies_within_its_interval_or_on_its_ends(counts: list[tuple[int, int]]) -> None:
    shares = np.array(counts, float)
    low, high = interval(shares[:, 0], shares[:, 1])
    assert 0 <= low <= high <= 1
    assert (low, high) == interval(shares[:, 0], shares[:, 1])


def test_chance_hardly_turns_ten_right_answers_into_ten_wrong_ones() -> None:
    assert chance_of_fall(_means(*[0] * 10), _means(*[1] * 10)) < 0.005


def test_one_lost_question_of_ten_is_chance() -> None:
    assert chance_of_fall(_means(0, *[1] * 9), _means(*[1] * 10)) == pytest.approx(0.5, abs=0.05)


def test_five_lost_questions_are_one_in_thirty_two() -> None:
    lost = chance_of_fall(_means(*[0] * 5, *[1] * 9), _means(*[1] * 14))
    assert lost == pytest.approx(1 / 32, abs=0.015)


@given(COUNTS)
def test_no_change_is_always_chance(counts: list[tuple[int, int]]) -> None:
    shares = np.array(counts, float)
    same = shares[:, 0], shares[:, 1]
    assert chance_of_fall(same, same) == 1
