"""A report as JUnit XML, which build servers show: a test for each gate, and one for each question."""

import re
from xml.etree import ElementTree as ET

from eval.gates import Verdict
from eval.record import Row
from eval.report import Report
from eval.reports import cells

_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def junit(report: Report) -> str:
    """Return the document. A question that fails fails its test; only the gates decide over the exit status."""
    suites = ET.Element("testsuites", name="vraagbaak eval")
    if report.verdicts:
        gates = _suite(suites, "gates", len(report.verdicts), sum(one.missed for one in report.verdicts))
        for verdict in report.verdicts:
            _gate(gates, verdict)
    questions = _suite(suites, "questions", len(report.rows), sum(not row.passed for row in report.rows))
    for row in report.rows:
        _question(questions, row)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _suite(parent: ET.Element, name: str, tests: int, failures: int) -> ET.Element:
    return ET.SubElement(parent, "testsuite", name=name, tests=str(tests), failures=str(failures))


def _gate(suite: ET.Element, verdict: Verdict) -> None:
    case = ET.SubElement(suite, "testcase", classname="gates", name=f"{verdict.gate.name} {cells.bound(verdict)}")
    if verdict.missed:
        ET.SubElement(case, "failure", message=f"found {cells.held(verdict)}")
    elif not verdict.measured:
        ET.SubElement(case, "skipped", message=verdict.word)


def _question(suite: ET.Element, row: Row) -> None:
    question = row.question
    name = _fit(f"{question.id} {' > '.join((*question.after, question.question))}")
    seconds = f"{row.answer_ms / 1000:.4f}"
    case = ET.SubElement(suite, "testcase", classname=f"questions.{question.kind}", name=name, time=seconds)
    if not row.passed:
        says = (
            f"expected {question.status}, got {row.status}; cited {_listed(row)}; gold {', '.join(row.gold) or 'none'}"
        )
        ET.SubElement(case, "failure", message=_fit(says)).text = _fit(row.answer)


def _listed(row: Row) -> str:
    return ", ".join(dict.fromkeys(one.key for one in row.cited)) or "nothing"


def _fit(text: str) -> str:
    return _UNFIT.sub("�", text)
