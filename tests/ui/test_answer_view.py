import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Answer
from rag.answering.compose import as_markdown
from tests.ui.conftest import ATTACK, ScriptedAssistant, cite, make_letter
from ui.answer_view import render_answer
from ui.conversation import Conversation, Turn
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.turn_view import render_turns

OWN_TAGS = re.compile(
    r"</?(p|h3|ul|li|strong)>|<span class=\"vb-quote(-asked)?\" lang=\"nl\">|</?span>|</?button[^<>]*>"
)


def answer_of(text: str) -> Answer:
    letter = make_letter()
    return Answer("?", "nl", "answered", text, (cite(1, letter, 7, "UNHCR krijgt toegang."),))


@given(st.text(st.sampled_from("ab <>&\"'\n{}$*[]1-“”"), max_size=80))
def test_only_markup_of_our_own_ever_comes_out(text: str) -> None:
    html = render_answer(answer_of(text), 0, DUTCH)
    assert not re.search(r"[<>]", OWN_TAGS.sub("", html))


def test_paragraphs_lists_headings_and_bold_are_rendered() -> None:
    html = render_answer(answer_of("**Kop**\n\nEen **vet** woord.\nTweede.\n\n- een\n- twee"), 0, DUTCH)
    assert html == (
        "<h3>Kop</h3><p>Een <strong>vet</strong> woord.</p><p>Tweede.</p><ul><li>een</li><li>twee</li></ul>"
    )


def test_a_number_is_a_button_only_when_it_has_a_citation() -> None:
    html = render_answer(answer_of("Zo [1] en [2]."), 3, DUTCH)
    assert html.count("<button") == 1
    assert 'data-turn="3" data-n="1"' in html
    assert "[2]" in html


def test_a_number_that_is_no_mark_is_not_one() -> None:
    html = render_answer(answer_of("Zo \\[1\\] staat het er [1]."), 3, DUTCH)
    assert html.count("<button") == 1
    assert "Zo [1] staat" in html


def test_what_stands_in_a_quote_is_never_markdown() -> None:
    letter = make_letter()
    quote = "Het **kabinet** [1] zegt\n\n- niets"
    citation = replace(cite(1, letter, 7, "UNHCR krijgt toegang."), quote=quote)
    html = render_answer(Answer("?", "nl", "answered", f"Antwoord: “{as_markdown(quote)}” [1]", (citation,)), 0, DUTCH)
    assert f'<span class="vb-quote" lang="nl">“{quote}”</span>' in html
    assert html.count("<button") == 1


def test_words_of_a_question_are_never_shown_as_those_of_the_cabinet() -> None:
    answer = ScriptedAssistant().ask("toegang")
    html = render_turns(Conversation("en", [Turn("toegang", answer)]), ENGLISH)
    assert '<span class="vb-quote-asked" lang="nl">“Is maatregel 2 genomen?”</span>' in html
    assert f"({ENGLISH.asked_words})" in html


def test_the_nearest_places_are_offered_but_not_as_an_answer() -> None:
    answer = ScriptedAssistant().ask("stikstof")
    html = render_turns(Conversation("nl", [Turn("stikstof", answer)]), DUTCH)
    shown, _, offered = html.partition('<section class="vb-related">')
    assert DUTCH.status["not_found"] in shown
    assert "maatregel 3" not in shown
    assert "Is maatregel 3 genomen?" in offered
    assert DUTCH.no_answer_to_you in offered


@pytest.mark.parametrize("turn", [Turn(ATTACK), Turn("?", trouble=ATTACK)])
def test_questions_and_messages_are_escaped(turn: Turn) -> None:
    html = render_turns(Conversation("nl", [turn]), DUTCH)
    assert "<img" not in html
    assert "<script" not in html
    assert ATTACK in unescape(html)
