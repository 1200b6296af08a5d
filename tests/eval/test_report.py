import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from eval.figures import change_of
from eval.gates import Gate
from eval.record import Row
from eval.report import Report
from eval.reports.terminal import table
from tests.eval.made_letters import QUESTIONS, RIGHT, SHIPS, Clerk, cite, misquoting
from tests.eval.made_runs import MAKE, report_of, rows_of

LOST = Clerk(ranking={question: ["kst-1-2#p1"] for question in RIGHT}, always_answers=True)


def test_figures_are_split_by_language_kind_and_wording() -> None:
    figures = report_of(Clerk(ranking={SHIPS.question: ["kst-1-2#p1", "100#1"]})).figures
    values = {name: figure.value for name, figure in figures.items()}
    assert (values["hit@1.en"], values["hit@1.nl"], values["hit@1.figure"]) == (0, 1, 0)
    assert values["hit@1"] == pytest.approx(2 / 3, abs=1e-9)
    assert (values["hit@1.lay"], values["mrr.en"]) == (1, 0.5)
    assert figures["hit@1"].count == 3
    assert figures["latency.p95"].low is None


def test_a_figure_that_nothing_measures_is_left_out() -> None:
    figures = report_of(Clerk(), QUESTIONS[3:]).figures
    assert "hit@1" not in figures
    assert "citation.verbatim" not in figures
    assert figures["abstention.recall"].value == 1


def test_a_relative_gate_is_held_against_the_questions_of_both_runs() -> None:
    gates = [Gate("hit@1", "fall", 0.01), Gate("hit@1.fy", "fall", 0.01), Gate("latency.p95", "fall", 0)]
    report = report_of(LOST, QUESTIONS[1:], gates, rows_of(Clerk())[:2])
    verdict, no_group, times = report.verdicts
    assert verdict.change is not None
    assert (verdict.change.count, verdict.change.by) == (1, -1)
    assert verdict.change.chance == pytest.approx(0.5, abs=0.05)
    assert [one.word for one in (verdict, no_group, times)] == ["met", "not measured", "not measured"]


def _told_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(replace(row, question=replace(row.question, id=f"q{n}")) for n, row in enumerate(rows))


def test_a_fall_that_is_not_chance_is_red() -> None:
    # The same few questions are counted often enough for the test to be sure.
    good, bad = _told_apart(rows_of(Clerk()) * 4), _told_apart(rows_of(LOST) * 4)
    gates = (Gate("hit@1", "fall", 0.01), Gate("false_refusals", "rise", 0.01))
    assert Report(MAKE, bad, gates, good).exit_status == 3
    assert Report(MAKE, good, gates, bad).exit_status == 0


def test_a_figure_that_is_no_longer_measured_is_red_and_no_number() -> None:
    mute = [replace(row, shares={**row.shares, "mrr": (0, 0)}) for row in rows_of(Clerk())]
    report = Report(MAKE, tuple(mute), (Gate("mrr", "fall", 0.01),), rows_of(Clerk()))
    assert report.exit_status == 3
    assert "in one run only" in table(report)
    document = json.loads(json.dumps(report.document(), allow_nan=False))
    assert document["gates"][0]["change"]["now"] is None


def test_longer_names_are_not_taken_for_groups_of_shorter_ones() -> None:
    rows = rows_of(Clerk())
    change = change_of("citation.recall.en", rows, rows)
    assert change is not None
    assert (change.by, change.count, change.chance) == (0, 1, 1)
    assert change_of("nothing", rows, rows) is None


def test_flips_are_the_questions_that_came_out_otherwise_the_worse_first() -> None:
    other = Clerk(quotes={SHIPS.question: cite("100#1", SHIPS.quote or "", shift=1)})
    report = report_of(LOST, baseline=rows_of(other))
    assert [(flip.question.id, flip.better) for flip in report.flips] == [
        ("nl-u1", False),
        ("en-u1", False),
        ("en-1", True),
    ]


def test_without_a_baseline_nothing_flips() -> None:
    report = report_of(Clerk())
    assert report.flips == ()
    assert report.change("hit@1") is None


def test_the_document_names_make_figures_gates_flips_and_questions() -> None:
    report = report_of(misquoting(1), baseline=rows_of(Clerk()))
    document = json.loads(json.dumps(report.document()))
    assert document["made"] == {"questions": "questions", "index": "index", "settings": "settings", "code": "code"}
    assert document["figures"]["citation.verbatim"]["value"] == pytest.approx(2 / 3, abs=1e-9)
    assert not any(name.startswith("latency") for name in document["figures"])
    assert {gate["verdict"] for gate in document["gates"]} >= {"met", "MISSED"}
    assert [flip["id"] for flip in document["flips"]] == [SHIPS.id]
    first = document["questions"][0]
    assert (first["id"], first["passed"], first["cited"]) == (SHIPS.id, False, ["100#1"])
    assert first["citations"][0]["quote"] == SHIPS.quote


def test_a_run_without_gates_says_so() -> None:
    report = report_of(Clerk(), gates=())
    assert report.verdict == "5 questions, no gates."
    assert not report.failed
