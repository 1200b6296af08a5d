import re
from xml.etree import ElementTree as ET

from eval.reports.drawing import drawing
from tests.eval.made_letters import QUESTIONS, Clerk
from tests.eval.made_runs import rows_of


def test_the_drawing_is_sound_and_holds_the_curve_and_where_the_assistant_stands() -> None:
    shown = drawing(rows_of(Clerk(always_answers=True)))
    root = ET.fromstring(shown)  # noqa: S314 - our own drawing
    title = next(root.iter("title")).text
    assert title == "answered 100.0%, of which 40.0% cite no right place"
    curve = next(path.get("d", "") for path in root.iter("path") if path.get("stroke") == "#2563eb")
    assert re.fullmatch(r"M[\d.]+ [\d.]+( L[\d.]+ [\d.]+)*", curve)


def test_an_assistant_that_answers_nothing_stands_nowhere() -> None:
    assert "<circle" not in drawing(rows_of(Clerk(), QUESTIONS[3:]))
