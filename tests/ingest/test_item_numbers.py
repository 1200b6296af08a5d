"""Questions numbered on the line on which they start, and numbered lines that are no questions."""

import pytest

from ingest.lines.item_numbers import set_apart
from ingest.manuscript import Line
from rag.letter import Letter
from tests.ingest.exact_pairs import pairs
from tests.ingest.one_letter import read_letter

ASKED = (
    "2026Z04445\n(ingezonden 3 maart 2026)\n\n"
    "Vragen van het lid Jansen (SP) aan de minister van Financiën over het uitblijven van een antwoord\n\n"
)
ANSWERED = (
    "Datum 4 maart 2026\nBetreft Beantwoording Kamervragen over otters\n\nGeachte voorzitter,\n\n"
    "Hierbij de antwoorden op de vragen van het lid Jansen (SP).\n\n"
)


def _read(text: str) -> Letter:
    return read_letter(text.encode(), "a.txt")


def _paragraphs(letter: Letter) -> str:
    return "\n".join(letter.at(one.span) for one in letter.paragraphs)


@pytest.mark.parametrize("sign", [".", ")", ":", ""])
def test_members_own_questions(sign: str) -> None:
    letter = _read(f"{ASKED}1{sign} Deelt u de mening dat dit faalt?\n\n2{sign} Wat gaat u doen? Dit is een schande.\n")
    assert letter.kind == "questions"
    assert [(one.numbers, one.answer_span) for one in letter.exchanges] == [(("1",), None), (("2",), None)]
    assert letter.at(letter.exchanges[1].question_span).split() == [
        "Wat",
        "gaat",
        "u",
        "doen?",
        "Dit",
        "is",
        "een",
        "schande.",
    ]
    assert _paragraphs(letter) == ""


def test_a_paper_of_members_alone_has_no_words_of_a_minister() -> None:
    letter = _read(f"{ASKED}Het beleid faalt. Deelt u die mening? Het is een schande.\n")
    assert (letter.kind, _paragraphs(letter), letter.exchanges) == ("questions", "", ())
    assert "schande" in letter.text


@pytest.mark.parametrize("head", [ANSWERED, ANSWERED.split("Geachte")[0]])
@pytest.mark.parametrize("parting", ["\n", "\n\n", "\n\nAntwoord:\n", "\n\nAntwoord\n\n"])
def test_answers_below_numbered_questions(head: str, parting: str) -> None:
    letter = _read(
        f"{head}1. Deelt u die mening?{parting}Nee, die deel ik niet.\n\n"
        f"2 en 3. Wat gaat u doen? En wanneer?{parting}Ik ga in gesprek.\n\nDe minister van Financiën,\nE. de Vries\n"
    )
    assert letter.kind == "answers"
    assert pairs(letter) == [
        (("1",), "Deelt u die mening?", "Nee, die deel ik niet."),
        (("2", "3"), "Wat gaat u doen? En wanneer?", "Ik ga in gesprek."),
    ]
    assert "?" not in _paragraphs(letter)


def test_a_list_in_an_answer_is_no_question() -> None:
    letter = _read(
        f"{ANSWERED}1. Wat doet u?\n\nIk doe dit:\n1. geld;\n2. Water;\n3. Land.\n\n2. Hoe dan?\n\nZo:\n1. Geld.\n"
        "2. Water.\n3. Land.\n"
    )
    assert [(numbers, asked) for numbers, asked, _ in pairs(letter)] == [(("1",), "Wat doet u?"), (("2",), "Hoe dan?")]


def test_a_number_over_a_heading_belongs_to_it() -> None:
    one = "{0}.\nVraag\nHoeveel zijn er?\nAntwoord\nEr zijn er {0}.\n\n"
    letter = _read(ANSWERED + one.format(1) + one.format(2))
    assert pairs(letter) == [((n,), "Hoeveel zijn er?", f"Er zijn er {n}.") for n in ("1", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "Kamervragen\n\nVraag 1\n\nWat?\n\nAntwoord 1\n\n1. Hoe dan? Zo.\n2. Waarom? Daarom.",
        "Kamervragen\n\n1. Geld\n2. Water\n3. Land",
        "Kamervragen\n\n2. Hoeveel?\n3. Waarom?",
        "De onderzoekers vragen:\n1. Hoeveel zijn er?\n2. Waarom?",
        "Vragen en opmerkingen van de leden van de VVD-fractie\n\n1. Hoeveel zijn er?\n2. Waarom?\n\nAntwoord\n\nZo.",
    ],
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    lines = tuple(map(Line, text.split("\n")))
    assert set_apart(lines) == lines


def test_a_question_that_cannot_be_parted_from_its_answer_is_no_paragraph() -> None:
    letter = _read(f"{ANSWERED}Deelt u de mening dat otters liegen?\n\nNee, die mening deel ik niet.\n")
    assert "otters liegen" in letter.text
    assert "otters liegen" not in _paragraphs(letter)
    assert "die mening deel ik niet" in _paragraphs(letter)
