import json
from dataclasses import replace

import pytest

from eval.gates import read_gates
from eval.report import Report
from eval.run import evaluate
from eval.sets import Gold, SetError
from tests.eval.made_letters import PLACES, QUESTIONS, RIGHT, SHIPS, Clerk, cite, misquoting

TIMELESS = tuple(gate for gate in read_gates() if not gate.name.startswith("latency."))


def _run(clerk: Clerk) -> Report:
    return evaluate(clerk, QUESTIONS, TIMELESS)


def _missed(report: Report) -> set[str]:
    return {verdict.gate.name for verdict in report.verdicts if verdict.missed}


def test_a_faultless_assistant_is_green() -> None:
    report = _run(Clerk())
    assert not report.failed
    assert report.exit_status == 0
    assert report.table().endswith("no gate missed.")
    for name in ("hit@1", "ndcg@10", "quote.f1", "facts", "status", "abstention.f1", "citation.recall"):
        assert report.figures[name] == pytest.approx(1, abs=1e-9), name


def test_figures_are_split_by_language_kind_and_wording() -> None:
    figures = _run(Clerk(ranking={SHIPS.question: ["kst-1-2#p1", "100#1"]})).figures
    assert (figures["hit@1.en"], figures["hit@1.nl"], figures["hit@1.figure"]) == (0, 1, 0)
    assert figures["hit@1"] == pytest.approx(2 / 3, abs=1e-9)
    assert (figures["hit@1.lay"], figures["mrr.en"]) == (1, 0.5)


def test_a_broken_retriever_is_red() -> None:
    report = _run(Clerk(ranking={question: ["kst-1-2#p1"] for question in RIGHT}))
    assert _missed(report) == {"hit@5.en", "hit@5.nl"}
    assert report.failed
    assert report.exit_status == 3


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_quote_off_by_one_character_is_red(shift: int) -> None:
    report = _run(misquoting(shift))
    assert "citation.verbatim" in _missed(report)
    assert report.exit_status == 3


def test_a_question_quoted_as_an_answer_is_red() -> None:
    asked = cite("100#1", "Hoeveel schepen voeren er binnen?", "answer")
    report = _run(Clerk(quotes={SHIPS.question: asked}))
    assert _missed(report) == {"citation.inside", "citation.role"}
    assert report.exit_status == 3


def test_an_answer_to_an_unanswerable_question_is_red() -> None:
    report = _run(Clerk(always_answers=True))
    assert _missed(report) == {"abstention.recall.en", "abstention.recall.nl"}
    assert report.exit_status == 3


def test_the_verdict_the_table_and_the_exit_status_say_the_same() -> None:
    for clerk in (Clerk(), misquoting(1), Clerk(always_answers=True)):
        report = _run(clerk)
        assert report.failed == (report.exit_status == 3) == ("MISSED" in report.table())
        assert report.document()["failed"] is report.failed


def test_places_that_count_neither_way_are_left_out() -> None:
    ranking = {SHIPS.question: ["kst-1-2#p1", "100#1"]}
    question = replace(SHIPS, also=(Gold("kst-1-2", paragraph=1),))
    assert evaluate(Clerk(ranking=ranking), [question]).figures["hit@1"] == 1


def test_one_exchange_that_is_gold_twice_counts_once() -> None:
    question = replace(
        SHIPS, question="wanneer staat de kade er?", gold=(Gold("100", None, ("2",)), Gold("100", None, ("3",)))
    )
    outcome = evaluate(Clerk(), [question]).outcomes[0]
    assert outcome.gold == ("100#2+3",)


def test_gold_that_the_letters_do_not_have_stops_the_run() -> None:
    with pytest.raises(SetError, match="no such place"):
        evaluate(Clerk(), [replace(SHIPS, gold=(Gold("100", None, ("9",)),))])


def test_two_runs_differ_in_times_only() -> None:
    def timeless(report: Report) -> str:
        document = report.document() | {"timings_ms": {}}
        rows = document["questions"]
        assert isinstance(rows, list)
        return json.dumps(document | {"questions": [row | {"answer_ms": 0} for row in rows]})

    assert timeless(_run(Clerk())) == timeless(_run(Clerk()))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    evaluate(Clerk(), QUESTIONS[:2], tell=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_a_run_without_gates_says_so() -> None:
    report = evaluate(Clerk(), QUESTIONS)
    assert report.table().endswith("5 questions, no gates.")
    assert not report.failed


def test_the_clerk_knows_places_of_every_sort() -> None:
    assert set(PLACES) == {"100#1", "100#2+3", "kst-1-2#PVV-1", "kst-1-2#p1"}
