"""What kind of letter a text is, and whether it is one."""

import pytest

from ingest import recognition
from rag.errors import LetterError
from tests.ingest.one_letter import read_letter


@pytest.mark.parametrize(
    "told",
    [
        "Tot mijn spijt is beantwoording binnen de gestelde termijn niet mogelijk.",
        "Deze vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
        "Het is niet mogelijk de vragen binnen de gestelde termijn te beantwoorden.",
    ],
)
def test_a_postponement(told: str) -> None:
    text = f"De minister schrijft. Het lid Jansen (VVD) heeft schriftelijke vragen gesteld over scholen. {told}"
    letter = read_letter(text.encode(), "uitstel.txt")
    assert letter.kind == "questions"
    assert told in letter.at(letter.paragraphs[-1].span)


def test_a_letter_that_answers_is_no_postponement() -> None:
    assert not recognition.is_postponement("Hierbij de antwoorden op de vragen van het lid Jansen binnen de termijn.")


def test_a_consultation_is_a_letter_though_it_names_no_minister() -> None:
    text = (
        "25 883 Arbeid\n\nNr. 602 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVragen en opmerkingen van de leden van de "
        "VVD-fractie\n\nDe leden van de VVD-fractie vragen hoe vaak dat voorkomt.\n\nAntwoord\n\nVaak.\n"
    )
    letter = read_letter(text.encode(), "vso.txt")
    assert (letter.kind, [one.party for one in letter.exchanges]) == ("consultation", ["VVD"])


def test_bare_numbers_right_below_the_head() -> None:
    text = (
        "Betreft Antwoord op schriftelijke vragen over otters\nKenmerk 7000123\n\n1\nHoeveel?\n\nAntwoord:\nTwee.\n\n"
    )
    letter = read_letter(f"{text}2\nWaarom?\n\nAntwoord:\nDaarom.\n".encode(), "kaal.txt")
    told = [(letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]
    assert (letter.kind, told) == ("answers", [("Hoeveel?", "Twee."), ("Waarom?", "Daarom.")])


def test_no_consultation_is_made_up() -> None:
    text = "De minister aan de Tweede Kamer.\n\nHoeveel otters zijn er?\n\nAntwoord\n\nTwee.\n"
    assert read_letter(text.encode(), "los.txt").kind == "answers"


def test_what_is_no_letter() -> None:
    with pytest.raises(LetterError, match="no letter between cabinet and parliament"):
        read_letter(b"Recept voor soep.\n\n1. Hoeveel water? Een liter.\n2. Hoeveel zout? Weinig.\n", "soep.txt")


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        ("Beantwoording Kamervragen over otters", True),
        ("Antwoorden op schriftelijke vragen over otters", True),
        ("Uitstel beantwoording Kamervragen over otters", False),
        ("Vragen van het lid Jansen over het antwoord op vragen", False),
        ("Voortgang otters", False),
    ],
)
def test_a_title_says_whether_questions_are_answered(title: str, answers: bool) -> None:
    assert recognition.answers_questions(title) is answers


def test_questions_that_are_answered_later_keep_their_words() -> None:
    letter = read_letter(
        b"Betreft Beantwoording Kamervragen over otters\n\nDe vragen kunnen niet binnen de gestelde termijn worden "
        b"beantwoord.\n\n1. Klopt dit? De otters liegen.\n\n2. Wat doet de minister? Het is een schande.\n",
        "later.txt",
    )
    assert (letter.kind, [one.answer_span for one in letter.exchanges]) == ("questions", [None, None])
