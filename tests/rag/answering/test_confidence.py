import json
import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rag.answering.confidence import Confidence, confidence
from rag.answering.signs import OF_CONCEPT, OF_PLACE, Signs
from rag.errors import SettingError
from rag.indexing.lexical import Floats

SHARES = st.floats(0, 1, width=32)


def _signs(answered: float, asked: float, score: float, concepts: int = 3) -> Signs:
    """Return the signs of a place that holds each of some equal, rare things so surely."""
    one = dict.fromkeys(OF_CONCEPT, 0.0) | {
        "share of the worth": 1 / concepts,
        "rarity": 0.8,
        "places that have it": 0.2,
    }
    one |= {"in the answer": answered, "in the question": asked, "nearest word": max(answered, asked, 0.2)}
    place = dict.fromkeys(OF_PLACE, 0.0) | {"score": score, "places": math.log(500), "lead": 1.0}
    return Signs(np.array([list(one.values())] * concepts, np.float32), np.array(list(place.values()), np.float32))


@limits(deadline=None)
@given(
    arrays(np.float32, st.tuples(st.integers(0, 6), st.just(len(OF_CONCEPT))), elements=SHARES),
    arrays(np.float32, len(OF_PLACE), elements=SHARES),
)
def test_it_is_a_probability_whatever_the_order_of_what_is_asked_for(concepts: Floats, place: Floats) -> None:
    found = confidence().of(Signs(concepts, place))
    assert 0 <= found <= 1
    assert confidence().of(Signs(concepts[::-1], place)) == pytest.approx(found, rel=1e-3, abs=1e-6)


def test_a_place_that_holds_all_is_surer_than_one_that_holds_half_and_that_than_one_that_holds_nothing() -> None:
    whole, half, none = _signs(1, 1, 0.8), _signs(0.5, 0.5, 0.4), _signs(0, 0, 0.1)
    assert confidence().of(whole) > 0.7
    assert confidence().of(whole) > confidence().of(half) > confidence().of(none)
    assert confidence().of(none) < 0.05


def test_what_is_not_met_tells_against_a_place() -> None:
    met = _signs(0.8, 0.4, 0.5)
    for name in ("countries unmet", "quantity unmet"):
        place = met.place.copy()
        place[OF_PLACE.index(name)] = 1
        assert confidence().of(Signs(met.concepts, place)) < confidence().of(met)


@pytest.mark.parametrize("content", ["", "[]", '{"networks": 3}', '{"networks": [{"direct.bias": "a"}]}'])
def test_weights_that_are_none_are_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "confidence.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingError, match="restore the file"):
        Confidence(path)


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match="none"):
        Confidence(tmp_path / "none.json")


def test_the_mean_of_the_networks_counts(tmp_path: Path) -> None:
    shipped = json.loads((Path("rag/data/confidence.json")).read_text(encoding="utf-8"))
    path = tmp_path / "one.json"
    logits = []
    for network in shipped["networks"]:
        path.write_text(json.dumps({"networks": [network]}), encoding="utf-8")
        chance = Confidence(path).of(_signs(0.6, 0.3, 0.4))
        logits.append(math.log(chance / (1 - chance)))
    chance = confidence().of(_signs(0.6, 0.3, 0.4))
    assert math.log(chance / (1 - chance)) == pytest.approx(float(np.mean(logits)), abs=1e-3)
