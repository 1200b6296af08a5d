"""Weighing: the places that search found, each with how likely it is that it answers, the likeliest first."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answer import Hit
from rag.answering.confidence import confidence
from rag.answering.demands import Demands
from rag.answering.signs import Observer

WEIGHED = 10
"""Places, the best found, that are weighed; what comes after them is never an answer."""

NAMED = 1.0
"""The probability of a place that the question names by its number."""


def weighed(hits: Sequence[Hit], observer: Observer, demands: Demands) -> list[Hit]:
    """Return the hits with their probabilities as scores; those that were not weighed keep their order, behind.

    ``hits`` are as search found them, the best first.
    """

    def chance(hit: Hit) -> float:
        return 0.0 if demands.bars(hit.place) else round(confidence().of(observer.observe(hit, hits[0].score)), 6)

    first = [replace(hit, score=chance(hit)) for hit in hits[:WEIGHED]]
    ranked = sorted(first, key=lambda hit: (-hit.score, hit.rank)) + [replace(hit, score=0.0) for hit in hits[WEIGHED:]]
    return [replace(hit, rank=rank) for rank, hit in enumerate(ranked, 1)]
