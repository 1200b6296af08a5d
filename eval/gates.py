"""Gates: what a run must reach, read from a file, and the verdict on it.

A gate is absolute (the least or the most that a figure may be) or relative (how far it may fall or rise from the
baseline). A relative one is missed when the figure went further than that on the questions of both runs, and the
paired test says that chance alone would hardly do it.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from eval.errors import GateError
from eval.figures import Change, Figures
from eval.shares import LEVEL

Bound = Literal["minimum", "maximum", "fall", "rise"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
SHIPPED_GATES = Path(__file__).parent / "gates.toml"


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure by name, and a bound: the least or most that it may be, or by how much it may fall or rise."""

    name: str
    bound: Bound
    value: float

    @property
    def relative(self) -> bool:
        """Say whether the gate is held against a baseline."""
        return self.bound in ("fall", "rise")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gate and what was held against it; ``change`` is of a relative gate, and None when there is no baseline."""

    gate: Gate
    figure: float | None
    change: Change | None = None

    @property
    def measured(self) -> bool:
        """Say whether there was something to judge."""
        return self.change is not None if self.gate.relative else self.figure is not None

    @property
    def missed(self) -> bool:
        """Say whether the gate was held against a figure, and that fell short; what is no number does."""
        if self.gate.relative:
            return self.change is not None and self._went_too_far(self.change)
        if self.figure is None:
            return False
        return not (self.figure >= self.gate.value if self.gate.bound == "minimum" else self.figure <= self.gate.value)

    @property
    def word(self) -> str:
        """Return the verdict as one word for a reader."""
        if not self.measured:
            return "not measured"
        return "MISSED" if self.missed else "met"

    def _went_too_far(self, change: Change) -> bool:
        gone = -change.by if self.gate.bound == "fall" else change.by
        return not gone <= self.gate.value and change.chance < LEVEL


def read_gates(path: Path = SHIPPED_GATES) -> tuple[Gate, ...]:
    """Read the gates of a TOML file with the tables ``[minimum]``, ``[maximum]``, ``[fall]`` and ``[rise]``.

    Raises:
        GateError: the file cannot be read or holds something else.
    """
    known = ", ".join(f"[{bound}]" for bound in BOUNDS)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GateError(f"{path}: no gates could be read ({error}); write tables {known}.") from error
    if others := tables.keys() - set(BOUNDS):
        raise GateError(f"{path}: only {known} are known, not {', '.join(sorted(others))}.")
    return tuple(_gate(path, name, bound, value) for bound in BOUNDS for name, value in tables.get(bound, {}).items())


def _gate(path: Path, name: str, bound: Bound, value: object) -> Gate:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise GateError(f'{path}: gate {name} needs a number; write it as "{name}" = 0.9, the name in quotes.')
    return Gate(name, bound, float(value))


def check_gates(gates: Sequence[Gate], known: Sequence[str]) -> None:
    """See that every gate is on a figure that there is; ``known`` are their names, groups left out.

    Raises:
        GateError: one is on another, which is a mistake and not a figure that happened not to be measured.
    """
    for gate in gates:
        if not any(gate.name == name or gate.name.startswith(f"{name}.") for name in known):
            raise GateError(f"gate {gate.name}: no such figure; choose one of {', '.join(known)}.")


def judge(gates: Sequence[Gate], figures: Figures, changes: Callable[[str], Change | None]) -> tuple[Verdict, ...]:
    """Hold each gate against its figure, or against how that changed since the baseline."""
    return tuple(_verdict(gate, figures, changes) for gate in gates)


def _verdict(gate: Gate, figures: Figures, changes: Callable[[str], Change | None]) -> Verdict:
    figure = figures.get(gate.name)
    value = None if figure is None else figure.value
    return Verdict(gate, value, changes(gate.name) if gate.relative else None)
