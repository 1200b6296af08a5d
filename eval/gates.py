"""Gates: the figures that a run must reach, read from a file, and the verdict on them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.sets import SetError

Bound = Literal["minimum", "maximum"]
BOUNDS: tuple[Bound, ...] = ("minimum", "maximum")
SHIPPED_GATES = Path(__file__).parent / "gates.toml"


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure by name and the least or most that it may be."""

    name: str
    bound: Bound
    value: float

    def admits(self, figure: float) -> bool:
        """Say whether a figure passes; what is no number does not."""
        return figure >= self.value if self.bound == "minimum" else figure <= self.value


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gate and the figure that was held against it; None when the questions gave nothing to measure."""

    gate: Gate
    figure: float | None

    @property
    def missed(self) -> bool:
        """Say whether the figure was measured and fell short."""
        return self.figure is not None and not self.gate.admits(self.figure)

    @property
    def word(self) -> str:
        """Return the verdict as one word for a reader."""
        if self.figure is None:
            return "not measured"
        return "MISSED" if self.missed else "met"


def read_gates(path: Path = SHIPPED_GATES) -> tuple[Gate, ...]:
    """Read the gates of a TOML file with the tables ``[minimum]`` and ``[maximum]``, each of figures by name.

    Raises:
        SetError: the file cannot be read or holds something else.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SetError(f"{path}: no gates could be read ({error}); write [minimum] and [maximum] tables.") from error
    if not tables.keys() <= set(BOUNDS):
        raise SetError(f"{path}: only [minimum] and [maximum] are known, not {', '.join(tables.keys() - set(BOUNDS))}.")
    return tuple(_gate(path, name, bound, value) for bound in BOUNDS for name, value in tables.get(bound, {}).items())


def _gate(path: Path, name: str, bound: Bound, value: object) -> Gate:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise SetError(f'{path}: gate {name} needs a number; write it as "{name}" = 0.9, the name in quotes.')
    return Gate(name, bound, float(value))


def judge(gates: Sequence[Gate], figures: Mapping[str, float], known: Sequence[str]) -> tuple[Verdict, ...]:
    """Hold each gate against its figure.

    ``known`` are the names of all figures that there are, groups left out: a gate on another is a mistake and
    not a figure that happened not to be measured.

    Raises:
        SetError: a gate on a figure that does not exist.
    """
    for gate in gates:
        if not any(gate.name == name or gate.name.startswith(f"{name}.") for name in known):
            raise SetError(f"gate {gate.name}: no such figure; choose one of {', '.join(known)}.")
    return tuple(Verdict(gate, figures.get(gate.name)) for gate in gates)
