from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.statements import Statement, marks, statements
from rag.answer import Answer, Status
from tests.eval.made_letters import cite

SHIPS = cite("100#1", "Er voeren 1.250 schepen binnen.")


def _answer(text: str, status: Status = "answered", quote: str = SHIPS.quote) -> Answer:
    return Answer("?", "nl", status, text, (replace(SHIPS, quote=quote),))


def _uncited(answer: Answer) -> list[str]:
    return [one.own for one in statements(answer) if not one.marks]


@pytest.mark.parametrize(
    "text",
    [
        "## Brief van 18 juni",
        "De minister antwoordde:",
        "**Brief van 18 juni, nr. 7**",
        "Op 18 juni antwoordde de minister op vraag 7: “Ja. Dat is zo. Heus.” [1]",
        "- Hij zei “Ja.” [1]\n> Een aangehaald blok. Met zinnen.",
        "1. Dat meldt Kamerstuk nr. 974. [1]",
    ],
)
def test_sentences_with_a_mark_and_lines_that_state_nothing_pass(text: str) -> None:
    assert _uncited(_answer(text)) == []


def test_a_bare_statement_is_found() -> None:
    text = "De brug is duur [1]. Dat vindt iedereen. De minister zei “Nee.” [1]"
    assert _uncited(_answer(text)) == ["Dat vindt iedereen."]


def test_a_quote_without_a_mark_is_a_bare_statement() -> None:
    assert _uncited(_answer("“Nee.”")) == ["“”"]


def test_a_statement_has_what_it_quotes_and_cites() -> None:
    text = f"De minister schreef “{SHIPS.quote}” [1] en zei «nee» [2][1]."
    assert statements(_answer(text)) == (
        Statement("De minister schreef “” [1] en zei “” [2][1].", (SHIPS.quote, "nee"), (1, 2, 1)),
    )


def test_a_no_states_nothing() -> None:
    assert statements(_answer("Daarover staat niets in de brieven.", "not_found")) == ()


def test_a_quote_may_hold_quotation_marks_marks_and_sentences_of_its_own() -> None:
    quote = "Het rapport “Grenzen” [3] is er. Er voeren 1.250 schepen binnen."
    answer = _answer(
        "De minister schreef: “Het rapport “Grenzen” \\[3\\] is er. Er voeren 1.250 schepen binnen.” [1]", quote=quote
    )
    assert [one.marks for one in statements(answer)] == [(1,)]
    assert marks(answer) == {1}


@given(st.text())
def test_any_text_can_be_cut(text: str) -> None:
    assert all(one.own for one in statements(_answer(text)))


@given(st.text(alphabet="\ue000\ue001\uf8ff“” a.[1]"))
def test_signs_of_private_use_change_nothing(text: str) -> None:
    assert statements(_answer(text)) == statements(_answer(text.translate(dict.fromkeys(range(0xE000, 0xF900)))))
