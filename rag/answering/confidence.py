"""How likely it is that a place answers a question: a small network over what is seen of it.

Each thing that is asked for passes through the same two layers; their sum and their maximum, with the signs of the
place, pass through one more (Zaheer et al. 2017, "Deep Sets"): how many things a question asks for, and in which
order, is all one. The mean of several such networks is taken, each trained from another start. Their weights, in
``data/confidence.json``, are learned from questions whose answer is known to be in, or missing from, many corpora;
``python -m eval.calibration`` makes them.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from rag.answering.signs import Signs
from rag.errors import SettingError
from rag.indexing.lexical import Floats
from rag.words.lexicon import DATA

WEIGHTS = DATA / "confidence.json"

POOLED = 4.0
"""What the sum over the things that are asked for is divided by."""


class Network:
    """One network; ``weights`` are its layers by their names, each (out, in) or (out,)."""

    def __init__(self, weights: Mapping[str, Sequence[Sequence[float]] | Sequence[float]]) -> None:
        self._weights = {name: np.array(values, np.float32) for name, values in weights.items()}

    def logit(self, signs: Signs) -> float:
        """Return the logarithm of the odds that a place answers."""
        concepts = (signs.concepts - self._weights["concept.mean"]) / self._weights["concept.spread"]
        place = (signs.place - self._weights["place.mean"]) / self._weights["place.spread"]
        each = self._layer("concept.2", self._layer("concept.1", concepts))
        joined = np.concatenate([each.sum(axis=0) / POOLED, each.max(axis=0, initial=0.0), place])
        hidden = self._layer("whole.1", joined)
        return float(self._linear("whole.2", hidden)[0] + self._linear("direct", place)[0])

    def _layer(self, name: str, given: Floats) -> Floats:
        raised: Floats = np.maximum(self._linear(name, given), 0.0)
        return raised

    def _linear(self, name: str, given: Floats) -> Floats:
        found: Floats = given @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return found


class Confidence:
    """Several networks, of which the mean counts.

    Raises:
        SettingError: the file is missing or damaged.
    """

    def __init__(self, path: Path = WEIGHTS) -> None:
        try:
            self._networks = [Network(one) for one in json.loads(path.read_text(encoding="utf-8"))["networks"]]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SettingError(f"{path}: the weights are unusable ({error}); restore the file.") from error

    def of(self, signs: Signs) -> float:
        """Return the probability that a place with these signs answers."""
        logit = sum(one.logit(signs) for one in self._networks) / len(self._networks)
        return float(1 / (1 + np.exp(-logit)))


@cache
def confidence() -> Confidence:
    """Return the shipped networks, read once a process."""
    return Confidence()
