"""A report as lines of text for a terminal."""

from eval.measures import NAMES
from eval.report import Flip, Report
from eval.reports import cells
from eval.sets import KINDS

_KIND_COLUMNS = ("passed", "hit@1", "recall@5", "ndcg@10", "citation.recall", "quote.f1", "status")
_FLIPS = 20
"""Questions that changed since the baseline of which a terminal shows so many; the other forms have them all."""


def table(report: Report) -> str:
    """Return figures, gates, what changed since the baseline, and the verdict."""
    parts = (_figures(report), _kinds(report), _gates(report), _flips(report), report.verdict)
    return "\n\n".join(part for part in parts if part)


def _figures(report: Report) -> str:
    languages = sorted({row.question.language for row in report.rows})
    columns = ["", *(f".{language}" for language in languages), ".lay"]
    head = ["figure", "all [95 % interval]", *(column.lstrip(".") for column in columns[1:]), "since the baseline"]
    rows = []
    for name in NAMES:
        values = [cells.figure(report.figures, f"{name}{column}", ends=not column) for column in columns]
        rows.append([name, *values, cells.change(report.change(name))])
    shown = len(head) if report.baseline else len(head) - 1
    return cells.aligned([row[:shown] for row in (head, *rows)])


def _kinds(report: Report) -> str:
    asked = [row.question.kind for row in report.rows]
    rows = [
        [kind, str(asked.count(kind)), *(cells.figure(report.figures, f"{name}.{kind}") for name in _KIND_COLUMNS)]
        for kind in KINDS
        if kind in asked
    ]
    return cells.aligned([["kind", "n", *_KIND_COLUMNS], *rows])


def _gates(report: Report) -> str:
    rows = [[one.gate.name, cells.bound(one), cells.held(one), one.word] for one in report.verdicts]
    return cells.aligned([["gate", "asks", "found", "verdict"], *rows]) if rows else ""


def _flips(report: Report) -> str:
    if not report.flips:
        return ""
    lines = [_flip(flip) for flip in report.flips[:_FLIPS]]
    if len(report.flips) > _FLIPS:
        lines.append(f"and {len(report.flips) - _FLIPS} more")
    return "\n".join((f"{len(report.flips)} questions came out otherwise than in the baseline:", *lines))


def _flip(flip: Flip) -> str:
    word = "better" if flip.better else "WORSE"
    return f"{word:6}  {flip.question.id}  {flip.before.status} -> {flip.after.status}  {flip.question.question}"
