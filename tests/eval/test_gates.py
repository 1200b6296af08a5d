from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import GateError
from eval.figures import Change, Figure
from eval.gates import Bound, Gate, Verdict, check_gates, judge, read_gates
from eval.measures import GATED, NAMES


def _written(folder: Path, text: str) -> Path:
    path = folder / "gates.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _judged(gate: Gate, figure: float | None = None, change: Change | None = None) -> Verdict:
    figures = {} if figure is None else {gate.name: Figure(figure, 1)}
    (verdict,) = judge([gate], figures, lambda _: change)
    return verdict


def test_gates_are_read_with_their_bounds(tmp_path: Path) -> None:
    path = _written(tmp_path, '[fall]\nmrr = 0.01\n[minimum]\n"hit@5.en" = 0.9\n[maximum]\n"latency.p95" = 100\n')
    wanted = (Gate("hit@5.en", "minimum", 0.9), Gate("latency.p95", "maximum", 100.0), Gate("mrr", "fall", 0.01))
    assert read_gates(path) == wanted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[least]\nmrr = 1", "least"),
        ("[minimum]\nmrr = true", "gate mrr needs a number"),
        ("[minimum]\nhit.at = 1", "gate hit needs a number"),
        ("not toml", "no gates could be read"),
    ],
)
def test_a_bad_gates_file_is_named_with_its_fault(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(GateError, match=says):
        read_gates(_written(tmp_path, text))


def test_a_missing_gates_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GateError, match=r"none\.toml"):
        read_gates(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("bound", "figure", "word"),
    [
        ("minimum", 0.5, "met"),
        ("minimum", 0.4999999, "MISSED"),
        ("minimum", float("nan"), "MISSED"),
        ("maximum", 0.5, "met"),
        ("maximum", 0.5000001, "MISSED"),
        ("maximum", float("nan"), "MISSED"),
        ("minimum", None, "not measured"),
    ],
)
def test_an_absolute_gate(bound: Bound, figure: float | None, word: str) -> None:
    assert _judged(Gate("mrr", bound, 0.5), figure).word == word


@pytest.mark.parametrize(
    ("bound", "now", "chance", "word"),
    [
        ("fall", 0.80, 0.01, "met"),
        ("fall", 0.79, 0.01, "MISSED"),
        ("fall", 0.79, 0.20, "met"),
        ("fall", 0.99, 0.01, "met"),
        ("fall", float("nan"), 0.0, "MISSED"),
        ("rise", 0.99, 0.01, "MISSED"),
        ("rise", 0.79, 0.01, "met"),
    ],
)
def test_a_relative_gate_is_missed_by_more_than_its_bound_and_more_than_chance(
    bound: Bound, now: float, chance: float, word: str
) -> None:
    gate = Gate("mrr", bound, 0.05)
    change = Change(now, 0.85, 10, chance)
    assert _judged(replace(gate, value=0.05 + 1e-9), now, change).word == word


def test_a_relative_gate_without_a_baseline_is_not_measured() -> None:
    verdict = _judged(Gate("mrr", "fall", 0.05), 0.5)
    assert (verdict.word, verdict.missed) == ("not measured", False)


def test_a_gate_on_an_unknown_figure_is_a_mistake() -> None:
    check_gates([Gate("mrr.timeline", "minimum", 0.5)], NAMES)
    with pytest.raises(GateError, match="gate mmr: no such figure"):
        check_gates([Gate("mmr", "minimum", 0.5)], NAMES)
    with pytest.raises(GateError, match="gate judge: no such figure"):
        check_gates([Gate("judge", "minimum", 0.5)], GATED)


def test_the_shipped_gates_hold_citations_to_the_letter() -> None:
    gates = {gate.name: gate for gate in read_gates() if not gate.relative}
    for name in ("citation.resolvable", "citation.verbatim", "citation.inside", "citation.role"):
        assert gates[name] == Gate(name, "minimum", 1.0)
    check_gates(tuple(gates.values()), NAMES)
