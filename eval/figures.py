"""From rows to figures, by language, kind, wording and half, each with its 95 % interval."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval.measures import LATENCIES, MEASURES
from eval.metrics import percentile
from eval.record import Row
from eval.sets import Question
from eval.shares import Values, chance_of_fall, interval, ratio

_PERCENTS = (50, 95)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure over so many questions, and the ends of its 95 % interval; times, in milliseconds, have none."""

    value: float
    count: int
    low: float | None = None
    high: float | None = None


Figures = Mapping[str, Figure]


def groups(question: Question) -> tuple[str, ...]:
    """Return the groups to which a question belongs, each as the end of a figure's name; all are in ``""``."""
    return ("", f".{question.language}", f".{question.kind}", *((".lay",) if question.lay else ()))


def figures_of(rows: Sequence[Row]) -> Figures:
    """Return every figure that can be measured, overall and per group: ``hit@5``, ``hit@5.en``, ``hit@5.lay``."""
    members: dict[str, list[Row]] = {}
    for row in rows:
        for group in groups(row.question):
            members.setdefault(group, []).append(row)
    return {f"{name}{group}": figure for group, some in members.items() for name, figure in _figures(some).items()}


def _figures(rows: Sequence[Row]) -> dict[str, Figure]:
    parts, wholes = _values(rows, [one.name for one in MEASURES])
    low, high = interval(parts, wholes)
    seen = np.count_nonzero(wholes, axis=0)
    columns = zip(MEASURES, ratio(parts, wholes), seen, low, high, strict=True)
    figures = {
        measure.name: Figure(float(value), int(count), float(least), float(most))
        for measure, value, count, least, most in columns
        if not math.isnan(value)
    }
    taken = [row.answer_ms for row in rows]
    for name, percent in zip(LATENCIES, _PERCENTS, strict=True):
        figures[name] = Figure(percentile(taken, percent), len(taken))
    return figures


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure went since the baseline, on the questions of both, and how often chance alone would do that.

    ``chance`` is of the change in the direction in which it went: small when it is hardly chance.
    """

    now: float
    before: float
    count: int
    chance: float

    @property
    def by(self) -> float:
        """What the figure has more than before."""
        return self.now - self.before


def change_of(name: str, rows: Sequence[Row], baseline: Sequence[Row]) -> Change | None:
    """Return how a figure, group and all, changed; None when the baseline has nothing to hold it against."""
    measure = max((one.name for one in MEASURES if _is_of(name, one.name)), key=len, default=None)
    if measure is None:
        return None
    before = {row.question.id: row for row in baseline}
    group = name.removeprefix(measure)
    pairs = [
        (row, before[row.question.id]) for row in rows if row.question.id in before and group in groups(row.question)
    ]
    pairs = [pair for pair in pairs if any(measure in row.shares for row in pair)]
    if not pairs:
        return None
    mine, theirs = ([_column(row, measure) for row in side] for side in zip(*pairs, strict=True))
    now, then = _split(mine), _split(theirs)
    value, earlier = float(ratio(*now)), float(ratio(*then))
    falls = (now, then) if value <= earlier else (then, now)
    return Change(value, earlier, len(pairs), chance_of_fall(*falls))


def _is_of(name: str, measure: str) -> bool:
    return name == measure or name.startswith(f"{measure}.")


def _values(rows: Sequence[Row], names: Sequence[str]) -> tuple[Values, Values]:
    shares = np.array([[_column(row, name) for name in names] for row in rows])
    return shares[:, :, 0], shares[:, :, 1]


def _column(row: Row, name: str) -> tuple[float, float]:
    return row.shares.get(name, (0.0, 0.0))


def _split(shares: Sequence[tuple[float, float]]) -> tuple[Values, Values]:
    both = np.array(shares)
    return both[:, 0], both[:, 1]
