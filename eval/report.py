"""What a run came to: its figures, its verdict, and the two forms in which a reader gets them."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from eval.figures import NAMES, Figures, Outcome
from eval.gates import Verdict
from eval.sets import KINDS, Question

_KIND_COLUMNS = ("hit@1", "hit@5", "ndcg@10", "citation.recall", "quote.f1", "status")
_UNMEASURED = "·"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of a run, its figures, and the verdict on each gate."""

    outcomes: tuple[Outcome, ...]
    figures: Figures
    verdicts: tuple[Verdict, ...]

    @property
    def failed(self) -> bool:
        """Say whether a gate was missed; every verdict that is shown comes from here."""
        return any(verdict.missed for verdict in self.verdicts)

    @property
    def exit_status(self) -> int:
        """Return 3 when a gate was missed, else 0."""
        return 3 if self.failed else 0

    def table(self) -> str:
        """Return the figures, the gates and the verdict as lines of text for a terminal."""
        parts = (self._figures_table(), self._kinds_table(), self._gates_table(), self._verdict())
        return "\n\n".join(part for part in parts if part)

    def document(self) -> dict[str, object]:
        """Return the whole run as one JSON document; runs of the same make differ in its times only."""
        return {
            "failed": self.failed,
            "set_hash": set_hash([outcome.question for outcome in self.outcomes]),
            "questions_asked": len(self.outcomes),
            "figures": {name: value for name, value in self.figures.items() if not name.startswith("latency.")},
            "timings_ms": {name: value for name, value in self.figures.items() if name.startswith("latency.")},
            "gates": [_verdict_row(verdict) for verdict in self.verdicts],
            "questions": [_outcome_row(outcome) for outcome in self.outcomes],
        }

    def _figures_table(self) -> str:
        columns = ["", *sorted({f".{outcome.question.language}" for outcome in self.outcomes}), ".lay"]
        head = ["figure", *(column.lstrip(".") or "all" for column in columns)]
        rows = [[name, *(self._cell(f"{name}{column}") for column in columns)] for name in NAMES]
        return _aligned([head, *rows])

    def _kinds_table(self) -> str:
        kinds = [kind for kind in KINDS if any(outcome.question.kind == kind for outcome in self.outcomes)]
        counts = {kind: sum(outcome.question.kind == kind for outcome in self.outcomes) for kind in kinds}
        rows = [[kind, str(counts[kind]), *(self._cell(f"{name}.{kind}") for name in _KIND_COLUMNS)] for kind in kinds]
        return _aligned([["kind", "n", *_KIND_COLUMNS], *rows])

    def _gates_table(self) -> str:
        rows = [
            [one.gate.name, f"{one.gate.bound} {one.gate.value:g}", self._cell(one.gate.name), one.word]
            for one in self.verdicts
        ]
        return _aligned([["gate", "bound", "figure", "verdict"], *rows]) if rows else ""

    def _verdict(self) -> str:
        if not self.verdicts:
            return f"{len(self.outcomes)} questions, no gates."
        missed = sum(verdict.missed for verdict in self.verdicts)
        ending = f"{missed} of {len(self.verdicts)} gates MISSED." if self.failed else "no gate missed."
        return f"{len(self.outcomes)} questions: {ending}"

    def _cell(self, name: str) -> str:
        value = self.figures.get(name)
        if value is None:
            return _UNMEASURED
        if name.startswith("latency."):
            return f"{value:.1f} ms"
        return f"{value:g}" if name.startswith("sentences.") else f"{value:.3f}"


def set_hash(questions: Sequence[Question]) -> str:
    """Return a name for exactly these questions with their gold: 16 hexadecimal digits of a SHA-256."""
    lines = json.dumps([asdict(question) for question in questions], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _verdict_row(verdict: Verdict) -> dict[str, object]:
    gate = verdict.gate
    return {"name": gate.name, gate.bound: gate.value, "figure": verdict.figure, "verdict": verdict.word}


def _outcome_row(outcome: Outcome) -> dict[str, object]:
    question = outcome.question
    return {
        "id": question.id,
        "language": question.language,
        "kind": question.kind,
        "question": question.question,
        "expected": question.status,
        "status": outcome.answer.status,
        "gold": list(outcome.gold),
        "found": list(outcome.ranking),
        "cited": [citation.place.key for citation in outcome.answer.citations],
        "answer_ms": round(outcome.answer_ms, 3),
    }


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join((first, *others)).rstrip()
