import re
from dataclasses import replace
from html import unescape

import pytest

from rag.filters import Filters
from tests.ui.conftest import ATTACK, scripted
from ui.conversation import Conversation, Turn
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.growth import Growth
from ui.labels import Labels
from ui.turn_view import render_turns


def shown(turn: Turn, labels: Labels = DUTCH) -> str:
    return render_turns(Conversation("nl", [turn]), labels)


def test_how_a_question_was_taken_is_one_quiet_escaped_line() -> None:
    answer = replace(scripted("vervolg"), understood=("jaar 2026", ATTACK))
    html = shown(Turn("vervolg", answer, filters=Filters(party="D66", since="2026-01-01")))
    (told,) = re.findall(r'<p class="vb-understood">(.*?) <button', html)
    parts = ["vraag in het Nederlands", "jaar 2026", ATTACK, "Vanaf: 1 januari 2026", "Fractie: D66"]
    assert unescape(told) == f"Begrepen: {' · '.join(parts)} · gezocht als “Hoe zit het met toegang in 2026?”"
    assert 'data-act="edit" data-question="Hoe zit het met toegang in 2026?"' in html


def test_remarks_and_a_model_are_told() -> None:
    html = shown(Turn("model", answer=replace(scripted("model"), model="klein <b>model</b>")), ENGLISH)
    (remarks,) = re.findall(r'<ul class="vb-remarks".*?</ul>', html)
    assert ATTACK in unescape(remarks)
    assert "Written by the language model klein &lt;b&gt;model" in remarks


@pytest.mark.parametrize("growing", [True, False])
def test_only_a_whole_answer_is_copied_and_judged(growing: bool) -> None:
    turn = Turn("toegang", answer=scripted("toegang"))
    turn.growth = Growth(lambda: iter(())) if growing else None
    html = shown(turn)
    assert ("data-copy" in html) is not growing
    assert ("vb-judge" in html) is not growing
    assert (DUTCH.growing in html) is growing


def test_a_stopped_answer_is_not_taken_for_whole() -> None:
    turn = Turn("toegang", answer=scripted("toegang"), stopped=True)
    html = shown(turn)
    assert DUTCH.stopped in html
    assert "vb-judge" not in html
    assert 'data-act="retry"' in html


def test_only_the_last_question_can_be_changed_and_all_can_be_taken_along() -> None:
    turns = [Turn(question, answer=scripted(question)) for question in ("toegang", "stikstof")]
    html = render_turns(Conversation("nl", turns), DUTCH)
    assert html.count('data-act="retry"') == 1
    assert html.index('data-act="retry"') > html.index("stikstof")
    assert DUTCH.whole_conversation in html
    turns.append(Turn("te lang", trouble="Te lang."))
    assert DUTCH.whole_conversation not in render_turns(Conversation("nl", turns), DUTCH)
