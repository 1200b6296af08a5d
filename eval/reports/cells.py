"""How figures are written: one way for all forms."""

import math
from collections.abc import Sequence

from eval.figures import Change, Figure, Figures
from eval.gates import Verdict

UNMEASURED = "·"


def number(name: str, value: float | None) -> str:
    """Write a figure: a share with three decimals, a time in milliseconds."""
    if value is None:
        return UNMEASURED
    return f"{value:.1f} ms" if name.startswith("latency.") else f"{value:.3f}"


def figure(figures: Figures, name: str, *, ends: bool = False) -> str:
    """Write a figure by its name, with the ends of its interval where they are wanted and there are any."""
    found = figures.get(name)
    if found is None:
        return UNMEASURED
    return number(name, found.value) + (_ends(found) if ends else "")


def change(one: Change | None) -> str:
    """Write how a figure changed and how often chance would do that."""
    if one is None:
        return UNMEASURED
    if math.isnan(one.by):
        return "in one run only"
    return "±0" if one.by == 0 else f"{one.by:+.3f} (p {one.chance:.3f})"


def bound(verdict: Verdict) -> str:
    """Write what a gate asks: ``at least 0.9``, ``no fall of more than 0.01``."""
    gate = verdict.gate
    asked = {
        "minimum": "at least {:g}",
        "maximum": "at most {:g}",
        "fall": "no fall of more than {:g}",
        "rise": "no rise of more than {:g}",
    }
    return asked[gate.bound].format(gate.value)


def held(verdict: Verdict) -> str:
    """Write what was held against a gate."""
    return change(verdict.change) if verdict.gate.relative else number(verdict.gate.name, verdict.figure)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells under each other, for a terminal."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells as a Markdown table, the first row as its head; the cells are Markdown already."""
    head, *others = rows
    lines = [head, ["---"] * len(head), *others]
    return "\n".join(f"| {' | '.join(row)} |" for row in lines)


def _ends(found: Figure) -> str:
    return "" if found.low is None or found.high is None else f" [{found.low:.3f} {found.high:.3f}]"
