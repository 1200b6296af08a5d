"""Timelines: what each letter says of a matter for the first time, and what later letters no longer say.

Two statements are taken to say the same when their vectors are near. That is a help in reading, no judgement: both are
shown in the letters' own words.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rag.answer import Place
from rag.letter import Span
from rag.models.embedding import StaticModel

SAME = 0.62
"""The cosine from which two statements are taken to say the same."""


class Statement(NamedTuple):
    """What a letter says of the matter in one statement, and how apt that is to answer what was asked."""

    place: Place
    span: Span
    chance: float


class Timeline:
    """The statements of several letters, a stage a letter, in the order of time."""

    def __init__(self, stages: Sequence[Sequence[Statement]], model: StaticModel) -> None:
        self._stages = stages
        self._vectors = [model.vectors([one.place.letter.at(one.span) for one in stage]) for stage in stages]

    def new(self, stage: int) -> list[Statement]:
        """Return the statements of a stage that no earlier one makes, the most apt first; the first stage has none."""
        return self._apart(stage, range(stage))

    def gone(self, stage: int) -> list[Statement]:
        """Return the statements of a stage that no later one makes, the most apt first; the last stage has none."""
        return self._apart(stage, range(stage + 1, len(self._stages)))

    def _apart(self, stage: int, others: range) -> list[Statement]:
        if not others or not self._stages[stage]:
            return []
        elsewhere = np.concatenate([self._vectors[other] for other in others])
        nearest = (self._vectors[stage] @ elsewhere.T).max(axis=1, initial=0.0)
        apart = [one for one, near in zip(self._stages[stage], nearest, strict=True) if near < SAME]
        return sorted(apart, key=lambda one: -one.chance)
