import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Language
from rag.letter import Minister
from rag.writing.prompts import as_data, clean, messages, source
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited


@pytest.mark.parametrize(
    ("language", "head", "label"),
    [
        ("nl", "[2] Op 18 juni 2026 antwoordde de minister van Financiën op vraag 1:", "In antwoord op"),
        ("en", "[2] On 18 June 2026, the Minister of Finance answered question 1:", "In answer to"),
    ],
)
def test_a_source_tells_who_when_and_in_answer_to_what(
    make_letter: MakeLetter, language: Language, head: str, label: str
) -> None:
    letter = make_letter(date="2026-06-18", ministers=(Minister("minister van Financiën"),))
    first, asked, quote = source(cited(letter, "Het kost niets.", 2), language).splitlines()
    assert first.startswith(head)
    assert asked == f'{label}: "Hoeveel kost het?"'
    assert quote.endswith('"Het kost niets."')


def test_words_of_an_asker_are_called_that(make_letter: MakeLetter) -> None:
    told = source(cited(make_letter(), "Hoeveel kost het?"), "nl")
    assert 'Woorden van de vraagsteller: "Hoeveel kost het?"' in told
    assert "antwoordde" not in told


def test_the_question_and_the_task_go_along() -> None:
    (system, task), (human, asked) = messages("Waarom?", "en", ["[1] een bron"])
    assert (system, human) == ("system", "human")
    assert "English" in task
    assert asked.count('"Waarom?"') == 2
    assert "[1] een bron" in asked


@given(st.text())
def test_no_text_can_end_its_quote_or_bring_a_mark(text: str) -> None:
    told = as_data(text)
    assert len(told.splitlines()) == 1
    assert not set("[]<>") & set(told)
    assert json.loads(told) == clean(text)


def test_what_cannot_be_seen_is_taken_out() -> None:
    assert clean("a\u200bb\U000e0041c\u202ed\x00e\n\tf") == "abcde f"
