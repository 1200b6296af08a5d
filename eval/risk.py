"""Risk and coverage: what an assistant risks by answering, the more of the questions it answers.

Questions are taken in the order of how sure the search was of its best place. Coverage is the share of them that is
answered so far, risk the share of those answers that would be wrong: no right place cited, or nothing to cite.
Selective classification of El-Yaniv and Wiener (JMLR 2010); the area under the curve of Geifman and El-Yaniv
(ICLR 2019).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.record import Row
from eval.shares import Share

NONE: Share = (0.0, 0.0)
"""What a question adds to a figure in which it has no say: one that nothing answers finds and cites nothing right."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the curve: shares between 0 and 1, and the sureness down to which questions are answered."""

    coverage: float
    risk: float
    sureness: float


def curve(rows: Sequence[Row]) -> tuple[Point, ...]:
    """Return the curve, one point for each sureness that some question has; the surest first."""
    ordered = sorted(rows, key=lambda row: -row.sureness)
    points: list[Point] = []
    wrong = 0
    for count, row in enumerate(ordered, 1):
        wrong += not _right(row)
        if count == len(ordered) or ordered[count].sureness != row.sureness:
            points.append(Point(count / len(ordered), wrong / count, row.sureness))
    return tuple(points)


def area(points: Sequence[Point]) -> float:
    """Return the mean risk over all coverages: 0 is best."""
    starts = (0.0, *(point.coverage for point in points))
    return sum((point.coverage - start) * point.risk for start, point in zip(starts, points, strict=False))


def chosen(rows: Sequence[Row]) -> Point | None:
    """Return where the assistant stands: what it did answer, and how much of that was wrong."""
    answered = [row for row in rows if row.status == "answered"]
    if not answered:
        return None
    wrong = sum(not _cites_gold(row) for row in answered)
    return Point(len(answered) / len(rows), wrong / len(answered), min(row.sureness for row in answered))


def _right(row: Row) -> bool:
    """Say whether an answer made of what was found first would be right."""
    return row.shares.get("hit@1", NONE)[0] > 0


def _cites_gold(row: Row) -> bool:
    return row.shares.get("citation.recall", NONE)[0] > 0
