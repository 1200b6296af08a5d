from dataclasses import replace

from eval.heard import questions_of
from eval.lint import faults_of
from rag.feedback import Feedback
from tests.eval.made_letters import LETTERS

RIGHT = Feedback("hoeveel schepen?", "nl", "right", "klopt", ("100#1", "kst-1-2#p1", "100#1"), "…", "2026-01-01")


def test_a_right_answer_keeps_its_places() -> None:
    (question,) = questions_of([RIGHT], LETTERS)
    assert faults_of(question, LETTERS) == ()
    assert [str(gold) for gold in question.gold] == ["100, question 1", "kst-1-2, paragraph 1"]
    assert (question.kind, question.note) == ("several", "klopt")


def test_a_right_no_stays_a_no() -> None:
    (question,) = questions_of([replace(RIGHT, cited=())], LETTERS)
    assert (question.status, question.gold) == ("not_found", ())
    assert faults_of(question, LETTERS) == ()


def test_a_wrong_answer_asks_for_the_right_one() -> None:
    (question,) = questions_of([replace(RIGHT, verdict="wrong_source", note="staat in vraag 2")], LETTERS)
    assert question.note == "wrong_source: staat in vraag 2"
    assert "needs gold places" in faults_of(question, LETTERS)[0]


def test_the_last_word_on_a_question_counts_and_places_that_went_do_not() -> None:
    said = [
        replace(RIGHT, verdict="wrong"),
        replace(RIGHT, question="en de kade?"),
        replace(RIGHT, cited=("gone#1", "100#1")),
    ]
    first, second = questions_of(said, LETTERS)
    assert (first.question, first.kind, first.status) == ("hoeveel schepen?", "single", "answered")
    assert (second.id, second.question) == ("heard-002", "en de kade?")
