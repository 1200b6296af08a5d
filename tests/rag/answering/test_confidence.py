from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answering.confidence import ENOUGH_EVIDENCE, FITTED, confidence
from rag.indexing.lexical import Floats

SHARE = st.floats(0, 1, width=32)


def _array(*values: float) -> Floats:
    return np.array(values, dtype=np.float32)


def _one(coverage: float, evidence: float, nearness: float, lead: float) -> float:
    return float(confidence(_array(coverage), _array(evidence), _array(nearness), _array(lead))[0])


@limits(deadline=None)
@given(SHARE, st.floats(0, 20, width=32), SHARE, SHARE)
def test_it_is_a_probability(coverage: float, evidence: float, nearness: float, lead: float) -> None:
    assert 0 <= _one(coverage, evidence, nearness, lead) <= 1


@pytest.mark.parametrize("which", range(4))
def test_more_of_anything_seen_makes_it_more_likely(which: int) -> None:
    less, more = [0.5, 1.0, 0.5, 0.5], [0.5, 1.0, 0.5, 0.5]
    more[which] += 0.4
    assert _one(*more) > _one(*less)


def test_enough_evidence_is_enough() -> None:
    assert _one(0.5, ENOUGH_EVIDENCE, 0.5, 1) == _one(0.5, ENOUGH_EVIDENCE * 4, 0.5, 1)


def test_all_and_nothing_are_told_apart() -> None:
    assert _one(0, 0, 0, 0) < 0.01
    assert _one(1, 10, 1, 1) > 0.9


def test_each_place_has_its_own() -> None:
    found = confidence(_array(0.1, 0.9), _array(1, 1), _array(0.5, 0.5), _array(0.2, 1))
    assert found.dtype == np.float32
    assert found.shape == (2,)
    assert found[0] < found[1]
    assert confidence(_array(), _array(), _array(), _array()).shape == (0,)


def test_other_coefficients_can_be_given() -> None:
    even = replace(FITTED, coverage=0.0, evidence=0.0, nearness=0.0, lead=0.0, bias=0.0)
    assert confidence(_array(0.3), _array(2), _array(0.1), _array(1), even)[0] == pytest.approx(0.5)
