from dataclasses import replace
from xml.etree import ElementTree as ET

from eval.gates import Gate
from eval.report import Report
from eval.reports.junit import junit
from tests.eval.made_letters import SHIPS, Clerk
from tests.eval.made_runs import report_of


def _read(report: Report) -> ET.Element:
    return ET.fromstring(junit(report).encode())  # noqa: S314 - our own document


def test_gates_and_questions_are_tests() -> None:
    gates = [Gate("hit@1", "minimum", 1), Gate("abstention.recall", "minimum", 1), Gate("hit@1", "fall", 0.01)]
    suites = _read(report_of(Clerk(always_answers=True), gates=gates))
    first, second = suites
    assert (first.get("name"), first.get("tests"), first.get("failures")) == ("gates", "3", "1")
    assert [[child.tag for child in case] for case in first] == [[], ["failure"], ["skipped"]]
    assert (second.get("name"), second.get("tests"), second.get("failures")) == ("questions", "5", "2")
    failure = second[3].find("failure")
    assert failure is not None
    assert failure.get("message") == "expected not_found, got answered; cited 100#1; gold none"


def test_whatever_a_question_holds_the_document_is_sound() -> None:
    report = report_of(Clerk())
    odd = replace(SHIPS, question='<b>"&\x00\x1b]]>\ud800')
    rows = tuple(replace(row, question=odd, shares={"passed": (0, 1)}, answer="\x07<i>") for row in report.rows)
    case = _read(replace(report, rows=rows, gates=()))[0][0]
    assert case.get("name") == 'en-1 <b>"&��]]>�'
    assert case[0].text == "�<i>"
