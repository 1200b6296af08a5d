import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.quantities import quantity_asked, tells_quantity


@pytest.mark.parametrize(
    "question",
    [
        "How many wolves are there?",
        "How often was the bridge inspected?",
        "What percentage of schools has asbestos?",
        "What is the number of vacancies?",
        "How many companies pay tolls?",
        "Hoeveel leraren zijn er te weinig?",
        "Hoe vaak is er gecontroleerd?",
        "Welk deel van de huizen staat leeg?",
        "Wat is het aantal wachtenden?",
        "Hoeveel tijd kost een aanvraag?",
        "Hoe groot is het tekort aan cellen?",
    ],
)
def test_a_number_is_asked(question: str) -> None:
    assert quantity_asked(question) == "number"


@pytest.mark.parametrize(
    "question",
    [
        "How much does a prison cell cost?",
        "What does the bridge cost?",
        "How much money was spent on masks?",
        "Hoeveel kost de dijk?",
        "Wat kost een dag in het ziekenhuis?",
        "Welk bedrag is gereserveerd voor stages?",
        "Hoeveel geld is er voor wolven?",
    ],
)
def test_money_is_asked(question: str) -> None:
    assert quantity_asked(question) == "money"


@pytest.mark.parametrize(
    "question",
    ["Who pays for the bridge?", "Wat zijn de gevolgen van de tol?", "Waarom is de norm verhoogd?", "In 2024?", ""],
)
def test_no_quantity_is_asked(question: str) -> None:
    assert quantity_asked(question) is None


@pytest.mark.parametrize(
    "answer",
    [
        "Er zijn 82 roedels.",
        "Er zijn geen wolven geschoten.",
        "Ongeveer een derde van de scholen heeft asbest.",
        "Twintig inspecteurs zijn aangesteld.",
        "Hierover zijn geen cijfers.",
        "Het aantal wachtenden neemt toe.",
        "Dat is niet bekend.",
        "De helft van de huizen staat leeg.",
        "Het ging om honderden meldingen.",
    ],
)
def test_an_answer_tells_a_number_or_that_there_is_none(answer: str) -> None:
    assert tells_quantity(answer, "number")


@pytest.mark.parametrize(
    "answer",
    [
        "Op 18 juni 2026 is de Kamer geïnformeerd.",
        "Zie Kamerstuk 32 317, nr. 974, en artikel 8 van de wet.",
        "Dat staat in het antwoord op vraag 3 van de D66-fractie.",
        "Het kabinet werkt samen met derde landen en derde partijen.",
        "De minister acht het van belang om de regels in acht te nemen.",
        "Dat is rechtmatig en regelmatig getoetst.",
        "Het kabinet is bekend met de signalen.",
        "",
    ],
)
def test_figures_that_count_nothing_tell_no_number(answer: str) -> None:
    assert not tells_quantity(answer, "number")


def test_money_is_told_by_words_of_money() -> None:
    assert tells_quantity("De brug kost 3 miljoen euro.", "money")
    assert tells_quantity("De kosten zijn nog niet bekend.", "money")
    assert not tells_quantity("Er zijn drie bruggen.", "money")
    assert not tells_quantity("De kosten worden gedragen door de provincie.", "money"), (
        "no amount, nor that none is known"
    )
    assert not tells_quantity("De minister van Financiën noemt drie bruggen.", "money")


@given(st.text(max_size=80))
def test_what_tells_money_tells_a_number(text: str) -> None:
    quantity_asked(text)
    if tells_quantity(text, "money"):
        assert tells_quantity(text, "number")
