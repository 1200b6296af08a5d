from eval.gates import Gate
from eval.reports.terminal import table
from tests.eval.made_letters import QUESTIONS, Clerk
from tests.eval.made_runs import report_of, rows_of


def test_the_table_ends_with_the_verdict() -> None:
    assert table(report_of(Clerk())).endswith("\n\n5 questions: no gate missed.")
    assert table(report_of(Clerk(always_answers=True), gates=[Gate("abstention.recall", "minimum", 1)])).endswith(
        "abstention.recall  at least 1  0.000  MISSED\n\n5 questions: 1 of 1 gates MISSED."
    )


def test_figures_stand_beside_their_interval_and_each_language() -> None:
    lines = {line.split()[0]: line for line in table(report_of(Clerk())).splitlines() if line}
    assert lines["hit@1"].split() == ["hit@1", "1.000", "[1.000", "1.000]", "1.000", "1.000", "1.000"]
    assert lines["abstention.recall"].split()[-1] == "·"
    assert lines["single"].split()[:3] == ["single", "1", "1.000"]


def test_what_changed_since_the_baseline_is_shown() -> None:
    shown = table(report_of(Clerk(always_answers=True), baseline=rows_of(Clerk())))
    assert "2 questions came out otherwise than in the baseline:" in shown
    assert f"WORSE   nl-u1  not_found -> answered  {QUESTIONS[3].question}" in shown
    assert "-1.000 (p" in shown
    assert "since the baseline" not in table(report_of(Clerk()))
