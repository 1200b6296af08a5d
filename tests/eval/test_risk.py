from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.record import Row
from eval.risk import Point, area, chosen, curve
from tests.eval.made_letters import COWS, QUESTIONS, SHIPS, Clerk
from tests.eval.made_runs import rows_of

RIGHT, WRONG = rows_of(Clerk(), [SHIPS, COWS])


def _rows(seen: Sequence[tuple[bool, float]]) -> list[Row]:
    return [replace(RIGHT if right else WRONG, found=(("100#1", sureness),)) for right, sureness in seen]


def test_the_curve_by_hand() -> None:
    points = curve(_rows([(False, 0.2), (True, 0.9), (True, 0.5), (False, 0.5)]))
    assert points == (Point(0.25, 0, 0.9), Point(0.75, 1 / 3, 0.5), Point(1, 0.5, 0.2))
    assert area(points) == pytest.approx(0.5 / 3 + 0.25 / 2, abs=1e-9)


def test_where_the_assistant_stands() -> None:
    here = chosen(rows_of(Clerk(always_answers=True)))
    assert here == Point(1, 2 / 5, 1)
    assert chosen(rows_of(Clerk(), QUESTIONS[3:])) is None


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([0.1, 0.5, 0.9])), min_size=1))
def test_the_curve_ends_with_all_answered_and_every_wrong_one_counted(seen: list[tuple[bool, float]]) -> None:
    points = curve(_rows(seen))
    assert points[-1].coverage == 1
    assert points[-1].risk == pytest.approx(sum(not right for right, _ in seen) / len(seen))
    assert 0 <= area(points) <= 1 + 1e-9
