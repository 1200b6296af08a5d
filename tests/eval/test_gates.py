from pathlib import Path

import pytest

from eval.figures import NAMES
from eval.gates import Gate, judge, read_gates
from eval.sets import SetError


def _written(folder: Path, text: str) -> Path:
    path = folder / "gates.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_gates_are_read_with_their_bounds(tmp_path: Path) -> None:
    path = _written(tmp_path, '[minimum]\n"hit@5.en" = 0.9\n[maximum]\n"latency.p95" = 100\n')
    assert read_gates(path) == (Gate("hit@5.en", "minimum", 0.9), Gate("latency.p95", "maximum", 100.0))


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
    with pytest.raises(SetError, match=says):
        read_gates(_written(tmp_path, text))


def test_a_missing_gates_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetError, match=r"none\.toml"):
        read_gates(tmp_path / "none.toml")


def test_a_gate_admits_its_own_bound() -> None:
    verdicts = judge([Gate("mrr", "minimum", 0.5), Gate("status", "maximum", 0.5)], {"mrr": 0.5, "status": 0.5}, NAMES)
    assert [verdict.word for verdict in verdicts] == ["met", "met"]


def test_a_gate_is_missed_by_the_smallest_step_and_by_what_is_no_number() -> None:
    gate = Gate("mrr", "minimum", 0.5)
    assert judge([gate], {"mrr": 0.4999999}, NAMES)[0].missed
    assert judge([gate], {"mrr": float("nan")}, NAMES)[0].missed
    assert judge([Gate("mrr", "maximum", 0.5)], {"mrr": float("nan")}, NAMES)[0].missed


def test_what_was_not_measured_is_said_and_not_missed() -> None:
    verdict = judge([Gate("mrr.timeline", "minimum", 0.5)], {}, NAMES)[0]
    assert (verdict.word, verdict.missed) == ("not measured", False)


def test_a_gate_on_an_unknown_figure_is_a_mistake() -> None:
    with pytest.raises(SetError, match="gate mmr: no such figure"):
        judge([Gate("mmr", "minimum", 0.5)], {}, NAMES)


def test_the_shipped_gates_hold_citations_to_the_letter() -> None:
    gates = {gate.name: gate for gate in read_gates()}
    for name in ("citation.resolvable", "citation.verbatim", "citation.inside", "citation.role"):
        assert gates[name] == Gate(name, "minimum", 1.0)
    assert judge(tuple(gates.values()), {}, NAMES)
