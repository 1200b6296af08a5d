from dataclasses import replace

import pytest

from eval.measures import GATED, LATENCIES, MEASURES, NAMES, measured
from eval.outcome import Outcome, Sought
from eval.sets import Question
from rag.answer import Answer, Citation, Hit, Status
from tests.eval.made_letters import BRIDGE, COWS, LETTERS, PLACES, SHIPS, cite

KNOWN = {letter.id: letter for letter in LETTERS}
NOES = ("abstention.precision", "abstention.recall", "abstention.f1")
GOOD = cite("100#1", "Er voeren 1.250 schepen binnen.")


def _outcome(question: Question, *citations: Citation, status: Status = "answered") -> Outcome:
    said = " ".join(f"De minister: “{one.quote}” [{one.n}]" for one in citations)
    answer = Answer(question.question, question.language, status, said or "Niets.", citations)
    hits = tuple(Hit(n, 1 / n, place, place.span) for n, place in enumerate(PLACES.values(), 1))
    return Outcome(Sought.of(question, LETTERS), answer, hits, KNOWN, 3.0)


def _shares(question: Question, *citations: Citation, status: Status = "answered") -> dict[str, tuple[float, float]]:
    return measured(_outcome(question, *citations, status=status))


def test_every_figure_has_a_name_of_its_own_and_says_what_it_is() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(measure.says for measure in MEASURES)


def test_a_question_that_the_letters_answer_has_its_say() -> None:
    shares = _shares(SHIPS, GOOD)
    assert set(shares) == set(GATED) - {*LATENCIES, *NOES}
    assert {shares[name] for name in ("passed", "hit@1", "citation.recall", "quote.f1", "facts", "status")} == {(1, 1)}
    assert {shares[name] for name in ("false_refusals", "sentences.uncited")} == {(0, 1)}


def test_a_question_that_nothing_answers_has_its_say() -> None:
    shares = _shares(COWS, status="not_found")
    assert set(shares) == {"passed", "citation.marks", "status", *NOES}
    assert shares["abstention.f1"] == (2, 2)


@pytest.mark.parametrize(
    "citation",
    [
        replace(GOOD, quote="Er voeren 1.251 schepen binnen."),
        cite("100#1", "Hoeveel schepen voeren er binnen?"),
        replace(GOOD, place=PLACES["100#2+3"]),
    ],
)
def test_one_unsound_citation_fails_a_question(citation: Citation) -> None:
    assert _shares(SHIPS, citation)["passed"] == (0, 1)


def test_a_missing_fact_and_a_wrong_status_fail_a_question() -> None:
    other = cite("100#1", "Dat is minder dan in 2019.")
    assert _shares(SHIPS, other)["passed"] == (0, 1)
    assert _shares(COWS, status="refused")["passed"] == (0, 1)


def test_of_what_was_asked_the_words_of_the_question_count() -> None:
    asked = replace(BRIDGE, kind="asked", quote="Wat kost de brug?")
    quoted = cite("kst-1-2#PVV-1", "Wat kost de brug?", "question")
    assert _shares(asked, quoted)["quote.f1"] == (1, 1)
    assert _shares(BRIDGE, quoted)["quote.f1"] == (0, 1)


def test_each_citation_counts_by_itself() -> None:
    wrong = replace(cite("100#1", "Dat is minder dan in 2019.", shift=1), n=2)
    assert _shares(SHIPS, GOOD, wrong)["citation.verbatim"] == (1, 2)
