"""Timelines: what each letter says of a matter for the first time, and what later letters no longer say.

Two statements are taken to say the same when their vectors are near. That is a help in reading, no judgement: both are
shown in the letters' own words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from rag.answer import Place
from rag.embedding import StaticModel, Vectors
from rag.letter import Span
from rag.sentences import statements

SAME = 0.62
"""The cosine from which two statements are taken to say the same."""

SHORTEST = 8
"""Words that a statement must have to be worth telling."""


class Turning(NamedTuple):
    """A statement that a letter makes for the first time, or that no later letter makes."""

    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class _Said:
    turning: Turning
    chance: float


class Timeline:
    """The statements of places of several letters, in the order of time.

    Each stage is one letter: its places, each with its statements and how apt these are to answer.
    """

    def __init__(self, stages: Sequence[Sequence[tuple[Place, Sequence[float]]]], model: StaticModel) -> None:
        self._stages = [[said for place, chances in stage for said in _said(place, chances)] for stage in stages]
        self._vectors = [self._embedded(stage, model) for stage in self._stages]

    def new(self, stage: int) -> Turning | None:
        """Return the most apt statement of a stage that no earlier one makes; the first stage has none."""
        return self._apart(stage, range(stage)) if stage else None

    def gone(self, stage: int) -> Turning | None:
        """Return the most apt statement of a stage that no later one makes; the last stage has none."""
        later = range(stage + 1, len(self._stages))
        return self._apart(stage, later) if later else None

    def _apart(self, stage: int, others: Sequence[int]) -> Turning | None:
        elsewhere = np.concatenate([self._vectors[other] for other in others])
        if not len(elsewhere) or not self._stages[stage]:
            return None
        nearest = (self._vectors[stage] @ elsewhere.T).max(axis=1)
        apart = [said for said, near in zip(self._stages[stage], nearest, strict=True) if near < SAME]
        return max(apart, key=lambda said: said.chance).turning if apart else None

    @staticmethod
    def _embedded(stage: Sequence[_Said], model: StaticModel) -> Vectors:
        return model.vectors([said.turning.place.letter.at(said.turning.span) for said in stage])


def _said(place: Place, chances: Sequence[float]) -> list[_Said]:
    spans = statements(place.letter.text, place.span)
    return [
        _Said(Turning(place, span), chance)
        for span, chance in zip(spans, chances, strict=True)
        if len(place.letter.at(span).split()) >= SHORTEST
    ]
