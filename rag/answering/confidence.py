"""How likely it is that a place answers a question: what search saw, brought to a probability.

A logistic regression. Its coefficients were fitted on questions whose answer is known to be in, or known to be
missing from, many small corpora drawn from real questions and answers; ``python -m eval.calibration`` makes them.
"""

from dataclasses import astuple, dataclass

import numpy as np

from rag.indexing.lexical import Floats


@dataclass(frozen=True, slots=True)
class Coefficients:
    """One weight for each thing seen, and the bias."""

    coverage: float
    evidence: float
    nearness: float
    lead: float
    bias: float


FITTED = Coefficients(coverage=8.14, evidence=1.29, nearness=1.11, lead=10.9, bias=-16.34)

ENOUGH_EVIDENCE = 3.0
"""Evidence above which more of it changes nothing."""


def confidence(
    coverage: Floats, evidence: Floats, nearness: Floats, lead: Floats, coefficients: Coefficients = FITTED
) -> Floats:
    """Return a probability for each place.

    ``lead`` is a place's fused score as a share of the best one's; the others are as search computes them.
    """
    seen = (coverage, np.minimum(evidence, ENOUGH_EVIDENCE), nearness, lead)
    *weights, bias = astuple(coefficients)
    total = sum((np.float32(weight) * one for weight, one in zip(weights, seen, strict=True)), np.float32(bias))
    result: Floats = (1 / (1 + np.exp(-total))).astype(np.float32)
    return result
