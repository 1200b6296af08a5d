"""Runs of the small assistant, for the tests of what is made of a run."""

from collections.abc import Sequence

from eval.gates import Gate, read_gates
from eval.record import Make, Row
from eval.report import Report
from eval.run import ask_all
from eval.sets import Question
from tests.eval.made_letters import QUESTIONS, Clerk

MAKE = Make("questions", "index", "settings", "code")
TIMELESS = tuple(gate for gate in read_gates() if not gate.name.startswith("latency."))


def rows_of(clerk: Clerk, questions: Sequence[Question] = QUESTIONS) -> tuple[Row, ...]:
    """Ask the clerk."""
    return tuple(ask_all(clerk, questions))


def report_of(
    clerk: Clerk,
    questions: Sequence[Question] = QUESTIONS,
    gates: Sequence[Gate] = TIMELESS,
    baseline: Sequence[Row] = (),
) -> Report:
    """Ask the clerk and make the report."""
    return Report(MAKE, rows_of(clerk, questions), tuple(gates), tuple(baseline))
