"""What a run came to: its rows, its figures, and the verdict, from which everything that is shown is made."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

from eval.figures import Change, Figure, Figures, change_of, figures_of
from eval.gates import Gate, Verdict, judge
from eval.record import Make, Row
from eval.risk import area, curve
from eval.sets import Question

_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Flip:
    """A question that came out as it should in one of two runs only."""

    before: Row
    after: Row

    @property
    def question(self) -> Question:
        """The question."""
        return self.after.question

    @property
    def better(self) -> bool:
        """Say whether it comes out as it should now."""
        return self.after.passed


@dataclass(frozen=True)
class Report:
    """The rows of a run in the order of the sets, the gates, and the rows of the baseline, of the same questions."""

    make: Make
    rows: tuple[Row, ...]
    gates: tuple[Gate, ...] = ()
    baseline: tuple[Row, ...] = ()

    @cached_property
    def figures(self) -> Figures:
        """Every figure that could be measured, by name and group."""
        return figures_of(self.rows)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdict on each gate."""
        return judge(self.gates, self.figures, self.change)

    @property
    def failed(self) -> bool:
        """Say whether a gate was missed; every verdict that is shown comes from here."""
        return any(verdict.missed for verdict in self.verdicts)

    @property
    def exit_status(self) -> int:
        """Return 3 when a gate was missed, else 0."""
        return 3 if self.failed else 0

    @property
    def verdict(self) -> str:
        """The verdict in one sentence."""
        asked = f"{len(self.rows)} question{'' if len(self.rows) == 1 else 's'}"
        if not self.verdicts:
            return f"{asked}, no gates."
        missed = sum(verdict.missed for verdict in self.verdicts)
        return f"{asked}: {f'{missed} of {len(self.verdicts)} gates MISSED.' if self.failed else 'no gate missed.'}"

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """The questions that came out otherwise than in the baseline, those that are worse now first."""
        before = {row.question.id: row for row in self.baseline}
        pairs = (Flip(before[row.question.id], row) for row in self.rows if row.question.id in before)
        return tuple(
            sorted((one for one in pairs if one.before.passed != one.after.passed), key=lambda one: one.better)
        )

    def change(self, name: str) -> Change | None:
        """Return how a figure changed since the baseline; None where there is nothing to compare."""
        return change_of(name, self.rows, self.baseline)

    def document(self) -> dict[str, object]:
        """Return the whole run as one JSON document; two runs of the same make differ in its times only."""
        times = {name: figure.value for name, figure in self.figures.items() if name.startswith("latency.")}
        figures = {name: _figure(figure) for name, figure in self.figures.items() if name not in times}
        return {
            "failed": self.failed,
            "verdict": self.verdict,
            "made": asdict(self.make),
            "questions_asked": len(self.rows),
            "figures": figures,
            "timings_ms": times,
            "gates": [_verdict(verdict) for verdict in self.verdicts],
            "risk": {"area": round(area(curve(self.rows)), _DIGITS)},
            "flips": [_flip(flip) for flip in self.flips],
            "questions": [_row(row) for row in self.rows],
        }


def _figure(figure: Figure) -> dict[str, float | int | None]:
    value, low, high = map(_number, (figure.value, figure.low, figure.high))
    return {"value": value, "low": low, "high": high, "questions": figure.count}


def _number(value: float | None) -> float | None:
    """Round a number; JSON knows none that is no number, as a figure is that nothing measures any more."""
    return None if value is None or math.isnan(value) else round(value, _DIGITS)


def _verdict(verdict: Verdict) -> dict[str, object]:
    gate, change = verdict.gate, verdict.change
    compared = change and {"before": _number(change.before), "now": _number(change.now), "chance": change.chance}
    judged = {"figure": verdict.figure, "change": compared, "verdict": verdict.word}
    return {"name": gate.name, "bound": gate.bound, "value": gate.value, **judged}


def _flip(flip: Flip) -> dict[str, object]:
    sides = (("before", flip.before), ("after", flip.after))
    return {"id": flip.question.id, **{name: {"passed": row.passed, **_came(row)} for name, row in sides}}


def _row(row: Row) -> dict[str, object]:
    question = row.question
    return {
        "id": question.id,
        "language": question.language,
        "kind": question.kind,
        "part": question.part,
        "question": question.question,
        "after": list(question.after),
        "expected": question.status,
        "passed": row.passed,
        **_came(row),
        "gold": list(row.gold),
        "answer": row.answer,
        "citations": [asdict(one) for one in row.cited],
        "remarks": list(row.remarks),
        "shares": {name: list(share) for name, share in row.shares.items()},
        "answer_ms": row.answer_ms,
    }


def _came(row: Row) -> dict[str, object]:
    return {"status": row.status, "cited": _keys(row), "found": [key for key, _ in row.found]}


def _keys(row: Row) -> Sequence[str]:
    return list(dict.fromkeys(one.key for one in row.cited))
