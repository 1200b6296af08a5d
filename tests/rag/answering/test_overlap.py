import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import word_f1
from rag.answering.overlap import CONSIDERED, LONGEST, best_run

STATEMENTS = ("De haven groeit.", "De otter eet vis uit de haven.", "De dijk is hoog.", "Er is overleg geweest.")


def test_a_statement_that_is_surely_right_is_chosen_alone() -> None:
    assert best_run(STATEMENTS, np.array([0.0, 1.0, 0.0, 0.0])) == (1, 1)


def test_two_neighbours_that_are_both_likely_are_chosen_together() -> None:
    assert best_run(STATEMENTS, np.array([0.0, 0.02, 0.49, 0.49])) == (2, 3)


@given(st.lists(st.sampled_from((*STATEMENTS, "Ja.", "")), min_size=1, max_size=7), st.data())
def test_no_run_is_expected_to_overlap_more(statements: list[str], data: st.DataObject) -> None:
    """Every run there is, measured with the F1 of the question sets, is the oracle."""
    weights = data.draw(st.lists(st.floats(0.01, 1), min_size=len(statements), max_size=len(statements)))
    chances = np.array(weights) / sum(weights)

    def expected(run: tuple[int, int]) -> float:
        words = " ".join(statements[run[0] : run[1] + 1])
        return sum(float(chance) * _f1(words, one) for chance, one in zip(chances, statements, strict=True))

    likeliest = set(np.argsort(-chances, kind="stable")[:CONSIDERED].tolist())
    runs = [
        (first, last)
        for first in range(len(statements))
        for last in range(first, min(first + LONGEST, len(statements)))
        if likeliest & set(range(first, last + 1))
    ]
    found = best_run(statements, chances)
    assert found in runs
    assert expected(found) == pytest.approx(max(map(expected, runs)))


def _f1(words: str, other: str) -> float:
    """Return the F1 of words; two texts without words share none."""
    return word_f1(words, other) if words.strip() and other.strip() else 0.0


def test_the_likeliest_wins_a_tie() -> None:
    alike = ["De otter eet vis."] * 3
    assert best_run(alike, np.array([0.3, 0.4, 0.3])) == (1, 1)
