"""Figures of rankings: means over queries, how sure they are, and what one ranking has over another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.bench.material import FOLDS, Material
from eval.metrics import ndcg_at, recall_at
from eval.shares import Values, interval
from rag.answer import Language

DEPTH = 10
"""Places that are asked for."""

Ranker = Callable[[str, Language], Sequence[str]]
"""Returns the keys of the best places for a question, the best first."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, query by query."""

    values: Values

    @property
    def mean(self) -> float:
        """The mean over the queries."""
        return float(self.values.mean())

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the mean, by the bootstrap."""
        low, high = interval(self.values, np.ones(len(self.values)))
        return float(low), float(high)

    def over(self, other: "Measure") -> "Measure":
        """Return what this has over another, query by query: its interval is that of the paired difference."""
        return Measure(self.values - other.values)

    def without(self, rows: NDArray[np.bool_]) -> "Measure":
        """Return the figure over the other queries."""
        return Measure(self.values[~rows])


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one ranker in one language."""

    ndcg: Measure
    recall: Measure


def measure(rank: Ranker, material: Material, language: Language) -> Result:
    """Ask every query of the material in a language."""
    rankings = [rank(query.words[language], language)[:DEPTH] for query in material.queries]
    rows = list(zip(rankings, material.golds, strict=True))
    return Result(
        Measure(np.array([ndcg_at(ranking, [gold], 10) for ranking, gold in rows])),
        Measure(np.array([recall_at(ranking, [gold], 5) for ranking, gold in rows])),
    )


def held_out(results: Sequence[Result], material: Material) -> tuple[Result, list[int]]:
    """Return the figures of the result that is best on the other folds, fold by fold, and which that was.

    ``results`` are of the same queries with different settings; what is best is decided by nDCG@10, and of equals it
    is the first.
    """
    folds = np.array([query.fold for query in material.queries])
    ndcg, recall = np.zeros(len(folds)), np.zeros(len(folds))
    chosen: list[int] = []
    for fold in range(FOLDS):
        held = folds == fold
        best = int(np.argmax([round(one.ndcg.without(held).mean, 9) for one in results]))
        chosen.append(best)
        ndcg[held], recall[held] = results[best].ndcg.values[held], results[best].recall.values[held]
    return Result(Measure(ndcg), Measure(recall)), chosen
