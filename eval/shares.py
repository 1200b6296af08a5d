"""Shares: what every figure is made of, and how sure one can be of them.

A share is a pair (part, whole): what one question adds to the part and to the whole of a figure. The figure over some
questions is the sum of the parts over the sum of the wholes. A mean is the case in which every whole is 1.
"""

import numpy as np
from numpy.typing import NDArray

Share = tuple[float, float]
Values = NDArray[np.float64]
"""Shares of several questions (rows), the parts and the wholes each in an array of their own."""

DRAWS = 2_000
SEED = 3
LEVEL = 0.05


def ratio(parts: Values, wholes: Values) -> Values:
    """Return the figure over all rows, column by column; what has no whole is no number."""
    return _divided(parts.sum(axis=0), wholes.sum(axis=0))


def interval(parts: Values, wholes: Values) -> tuple[Values, Values]:
    """Return the ends of the 95 % interval of each column's figure.

    Percentiles of the bootstrap (Efron, Annals of Statistics 1979): the questions are drawn anew with replacement,
    ``DRAWS`` times, always the same way.
    """
    count = len(parts)
    chance = np.random.default_rng(SEED)
    times = chance.multinomial(count, np.full(count, 1 / count), DRAWS).astype(float)
    drawn = _divided(times @ parts, times @ wholes)
    ends = np.full((2, *drawn.shape[1:]), np.nan)
    for column in np.ndindex(drawn.shape[1:]):
        seen = drawn[(slice(None), *column)]
        if not np.isnan(seen).all():
            ends[(slice(None), *column)] = np.nanpercentile(seen, [100 * LEVEL / 2, 100 * (1 - LEVEL / 2)])
    return ends[0], ends[1]


def chance_of_fall(now: tuple[Values, Values], before: tuple[Values, Values]) -> float:
    """Return how often chance alone makes a figure fall as far as from ``before`` to ``now``, on the same questions.

    The one-sided randomization test for paired results (Smucker, Allan and Carterette, CIKM 2007): under the
    hypothesis that nothing changed, each question's two results could as well have come the other way round.
    """
    observed = _fall(now, before)
    swaps = np.random.default_rng(SEED).integers(0, 2, (DRAWS, len(now[0]))).astype(float)
    mixed = [now_ - before_ for now_, before_ in zip(now, before, strict=True)]
    ours = [one.sum() - swaps @ gap for one, gap in zip(now, mixed, strict=True)]
    theirs = [one.sum() + swaps @ gap for one, gap in zip(before, mixed, strict=True)]
    falls = _divided(theirs[0], theirs[1]) - _divided(ours[0], ours[1])
    return float((1 + np.sum(falls >= observed - 1e-12)) / (DRAWS + 1))


def _fall(now: tuple[Values, Values], before: tuple[Values, Values]) -> float:
    return float(ratio(*before) - ratio(*now))


def _divided(parts: Values, wholes: Values) -> Values:
    quotient: Values = np.divide(parts, wholes, out=np.full(np.shape(parts), np.nan), where=np.asarray(wholes) != 0)
    return quotient
