import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from eval.errors import SetError
from eval.gold import Gold
from eval.report import Report
from eval.reports.terminal import table
from eval.run import ask_all
from rag.answer import Answer
from tests.eval.made_letters import PLACES, QUESTIONS, RIGHT, SHIPS, Clerk, cite, misquoting
from tests.eval.made_runs import report_of, rows_of


def _missed(report: Report) -> set[str]:
    return {verdict.gate.name for verdict in report.verdicts if verdict.missed}


def test_a_faultless_assistant_is_green() -> None:
    report = report_of(Clerk())
    assert not report.failed
    assert report.exit_status == 0
    for name in ("passed", "hit@1", "ndcg@10", "quote.f1", "facts", "status", "abstention.f1", "citation.recall"):
        assert report.figures[name].value == pytest.approx(1, abs=1e-9), name


def test_a_broken_retriever_is_red() -> None:
    report = report_of(Clerk(ranking={question: ["kst-1-2#p1"] for question in RIGHT}))
    assert {"hit@5.en", "hit@5.nl"} <= _missed(report)
    assert report.exit_status == 3


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_quote_off_by_one_character_is_red(shift: int) -> None:
    report = report_of(misquoting(shift))
    assert "citation.verbatim" in _missed(report)
    assert report.exit_status == 3


def test_a_question_quoted_as_an_answer_is_red() -> None:
    asked = cite("100#1", "Hoeveel schepen voeren er binnen?", "answer")
    report = report_of(Clerk(quotes={SHIPS.question: asked}))
    assert {"citation.inside", "citation.role"} <= _missed(report)
    assert report.exit_status == 3


def test_an_answer_to_an_unanswerable_question_is_red() -> None:
    report = report_of(Clerk(always_answers=True))
    assert {"abstention.recall.en", "abstention.recall.nl"} <= _missed(report)
    assert report.exit_status == 3


def test_what_the_table_the_document_and_the_exit_status_say_is_the_same() -> None:
    for clerk in (Clerk(), misquoting(1), Clerk(always_answers=True)):
        report = report_of(clerk)
        assert report.failed == (report.exit_status == 3) == ("MISSED" in table(report))
        assert report.document()["failed"] is report.failed


def test_places_that_count_neither_way_are_left_out() -> None:
    ranking = {SHIPS.question: ["kst-1-2#p1", "100#1"]}
    question = replace(SHIPS, also=(Gold("kst-1-2", paragraph=1),))
    (row,) = rows_of(Clerk(ranking=ranking), [question])
    assert row.shares["hit@1"] == (1, 1)


def test_one_exchange_that_is_gold_twice_counts_once() -> None:
    question = replace(
        SHIPS,
        question="wanneer staat de kade er?",
        gold=(Gold("100", None, ("2",)), Gold("100", None, ("3",))),
        quote="De kade wordt in 2027 gebouwd.",
        facts=(),
    )
    (row,) = rows_of(Clerk(), [question])
    assert row.gold == ("100#2+3",)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (replace(SHIPS, gold=(Gold("100", None, ("9",)),)), "no such place"),
        (replace(SHIPS, quote="Er voeren 9 schepen binnen."), "does not stand"),
    ],
)
def test_a_set_that_is_not_true_stops_the_run_before_it_begins(wrong: object, says: str) -> None:
    clerk = Clerk()
    with pytest.raises(SetError, match=says):
        list(ask_all(clerk, [*QUESTIONS[1:], wrong]))  # type: ignore[list-item]
    assert clerk.talks == []


def test_a_question_comes_after_those_of_its_conversation() -> None:
    clerk = Clerk()
    rows_of(clerk, [replace(SHIPS, after=(QUESTIONS[1].question, QUESTIONS[2].question))])
    assert clerk.talks == [[], [QUESTIONS[1].question], [QUESTIONS[1].question, QUESTIONS[2].question]]


@dataclass
class Follower(Clerk):
    """A clerk that makes every question whole in the same way."""

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Answer, and say that another question was searched for."""
        return replace(super().ask(question, talk=talk), searched=QUESTIONS[1].question)


def test_the_search_is_for_the_question_as_it_was_made_whole() -> None:
    (row,) = rows_of(Follower(), [SHIPS])
    assert row.found[0][0] == RIGHT[QUESTIONS[1].question]


@dataclass
class Meeting(Clerk):
    """A clerk that answers only when two ask at a time."""

    def __post_init__(self) -> None:
        """Set the meeting."""
        self.both = threading.Barrier(2, timeout=10)

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Wait for another question, then answer."""
        self.both.wait()
        return super().ask(question, talk=talk)


def test_questions_are_asked_side_by_side_and_kept_in_order() -> None:
    rows = tuple(ask_all(Meeting(), QUESTIONS[:4], jobs=2))
    assert [row.question for row in rows] == list(QUESTIONS[:4])


def test_two_runs_differ_in_times_only() -> None:
    def timeless(report: Report) -> str:
        document = report.document() | {"timings_ms": {}}
        rows = document["questions"]
        assert isinstance(rows, list)
        return json.dumps(document | {"questions": [row | {"answer_ms": 0} for row in rows]})

    assert timeless(report_of(Clerk())) == timeless(report_of(Clerk()))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    list(ask_all(Clerk(), QUESTIONS[:2], lambda done, of: told.append((done, of))))
    assert told == [(1, 2), (2, 2)]


def test_the_clerk_knows_places_of_every_sort() -> None:
    assert set(PLACES) == {"100#1", "100#2+3", "kst-1-2#PVV-1", "kst-1-2#p1"}
