"""The shipped gates, the shipped baseline and the real assistant, with something wrong in it."""

from collections.abc import Sequence
from dataclasses import replace

from eval.choice import Choice
from eval.command import SHIPPED_BASELINE
from eval.gates import read_gates
from eval.record import read_record
from eval.report import Report
from eval.run import Answering, ask_all
from eval.sets import Question
from rag.answer import Answer, Hit
from rag.assistant import Assistant
from rag.letter import Letter
from tests.eval.made_runs import MAKE

ASKED = 40


class Broken:
    """The assistant, with a search that returns the worst first and quotes that begin one character late."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        answer = self._assistant.ask(question, talk=talk)
        cited = tuple(replace(one, start=one.start + 1, end=one.end + 1) for one in answer.citations)
        return replace(answer, citations=cited)

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        return self._assistant.search(question, 100)[::-1][:k]

    def letters(self) -> tuple[Letter, ...]:
        return self._assistant.letters()


def _missed(answering: Answering, shipped: Sequence[Question]) -> set[str]:
    questions = Choice(sample=ASKED).of(shipped)
    rows = tuple(ask_all(answering, questions))
    report = Report(MAKE, rows, read_gates(), read_record(SHIPPED_BASELINE, questions)[1])
    assert report.failed == (report.exit_status == 3)
    return {f"{one.gate.bound} {one.gate.name}" for one in report.verdicts if one.missed}


def test_a_broken_search_and_broken_quotes_are_red(assistant: Assistant, shipped: tuple[Question, ...]) -> None:
    missed = _missed(Broken(assistant), shipped)
    assert {"minimum hit@5.en", "minimum hit@5.nl", "minimum citation.verbatim"} <= missed
    assert {"fall passed", "fall ndcg@10.en", "fall ndcg@10.nl"} <= missed


def test_the_assistant_itself_misses_no_gate_on_citations(assistant: Assistant, shipped: tuple[Question, ...]) -> None:
    sound = {f"minimum citation.{name}" for name in ("resolvable", "verbatim", "inside", "role", "marks")}
    assert not sound & _missed(assistant, shipped)
