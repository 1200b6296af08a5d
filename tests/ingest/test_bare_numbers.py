"""Questions numbered by a bare number on a line of its own, and the numbers that are not."""

import pytest

from ingest.lines.bare_numbers import found
from ingest.manuscript import Line
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter


def lines(text: str) -> list[Line]:
    return [Line(one) for one in text.split("\n")]


def test_bare_numbers_count_up_and_start_again() -> None:
    text = "1\n\nWat?\n\nDit.\n\n2 en 3\n\nHoe?\n\nZo.\n\n1\n\nWie?\n\nIk."
    assert list(found(lines(text)).values()) == [("1",), ("2", "3"), ("1",)]


@pytest.mark.parametrize(
    "text",
    [
        "Dit gaat over\n\n1\n\nde dijk. Waarom?\n\nDaarom is het\n\n2\n\nzo. Nietwaar?\n",
        "Vraag 1\n\nWat?\n\n1\n\nVraag 2\n\nHoe?\n\n2\n\n",
        "1\n\nDit.\n\n2\n\nDat.\n\n3\n\nZus.\n",
        "2\n\nWat?\n\n3\n\nHoe?\n",
        "1\n\nWat?\n",
    ],
)
def test_numbers_of_pages_are_none_of_questions(text: str) -> None:
    assert found(lines(text)) == {}


def test_a_list_with_bare_numbers_is_read() -> None:
    letter = read_letter(
        b"Lijst van vragen en antwoorden van de minister aan de Tweede Kamer. De antwoorden zijn hierbij afgedrukt.\n\n"
        b"1\n\nWat kost dat?\n\nNiets.\n\n2, 3\n\nHoe lang?\n\nEn waarom?\n\nEen jaar.\n",
        "lijst.txt",
    )
    assert pairs(letter) == [(("1",), "Wat kost dat?", "Niets."), (("2", "3"), "Hoe lang? En waarom?", "Een jaar.")]


def test_series_of_numbers_are_told_apart() -> None:
    one = "Vraag 1\n\nWat?\n\nAntwoord 1\n\nDit.\n\n"
    letter = read_letter(f"De minister aan de Tweede Kamer.\n\nWater\n\n{one}Land\n\n{one}".encode(), "twee.txt")
    assert [exchange.label for exchange in letter.exchanges] == ["Vraag 1 (Water)", "Vraag 1 (Land)"]
    assert len(letter.warnings) == 1
    plain = read_letter(f"De minister aan de Tweede Kamer.\n\n{one}{one}".encode(), "twee.txt")
    assert [exchange.label for exchange in plain.exchanges] == ["Vraag 1 (reeks 1)", "Vraag 1 (reeks 2)"]


def test_notes_at_a_page_end_need_no_empty_line_before_them() -> None:
    letter = read_letter(
        b"De minister aan de Tweede Kamer.\nVraag 1\nKent u het bericht1 over\n1 januari 2022?\n"
        b"Antwoord 1\nJa, dat is\n1 Het Dagblad, 2 juli 2023\n"
        b"Tweede Kamer, vergaderjaar 2023\xe2\x80\x932024, Aanhangsel 1\nzo.\n",
        "voet.txt",
    )
    assert pairs(letter) == [(("1",), "Kent u het bericht over 1 januari 2022?", "Ja, dat is zo.")]
    assert [(note.mark, note.text) for note in letter.notes] == [("1", "Het Dagblad, 2 juli 2023")]


def test_a_heading_without_an_empty_line_before_it_is_none_of_the_answer() -> None:
    letter = read_letter(
        b"De minister aan de Tweede Kamer.\nVraag 1\nWat?\nAntwoord 1\nDit is een heel lang antwoord\nop deze vraag.\n"
        b"Water en land\nVraag 2\nHoe kan dat zo zijn, en waarom?\nAntwoord 2\nDat kan zo zijn omdat het zo is.\n",
        "kop.txt",
    )
    assert pairs(letter)[0][2] == "Dit is een heel lang antwoord op deze vraag."
    assert letter.exchanges[1].section == "Water en land"


def test_a_list_of_one_question() -> None:
    text = "Lijst van vragen en antwoorden\n\nDe minister aan de Tweede Kamer.\n\n1\nWat kost het?\nVeel.\n"
    letter = read_letter(text.encode(), "lijst.txt")
    assert (letter.kind, pairs(letter)) == ("answers", [(("1",), "Wat kost het?", "Veel.")])


@pytest.mark.parametrize(
    "date", ["1 januari 2022 ging dit in.", "1 miljoen euro is betaald.", "1 jaar later bleek dit."]
)
def test_a_paragraph_that_starts_with_a_date_or_an_amount_is_no_note(date: str) -> None:
    text = f"Vraag 1\nKent u het bericht1?\n\nAntwoord 1\nJa.\n\n{date}\n\nZo is het.\n"
    letter = read_letter(text.encode(), "datum.txt")
    assert pairs(letter)[0][2] == f"Ja. {date} Zo is het."
    assert letter.notes == ()


def test_a_title_above_the_first_question_is_no_answer() -> None:
    text = "De minister aan de Tweede Kamer.\n\nAntwoorden\n\nVraag 1\nWat?\n\nAntwoord 1\nDit.\n"
    letter = read_letter(text.encode(), "titel.txt")
    assert (pairs(letter), letter.warnings) == ([(("1",), "Wat?", "Dit.")], ())
    assert letter.exchanges[0].section is None


def test_a_bullet_opens_an_item_whatever_stands_before_it() -> None:
    text = "De minister aan de Tweede Kamer.\n\nVraag 1\nWat?\n\nAntwoord 1\nDit:\n• een «plan»\n• een wet\n• geld\n"
    letter = read_letter(text.encode(), "lijst.txt")
    assert letter.at(letter.exchanges[0].answer_span) == "Dit:\n• een «plan»\n• een wet\n• geld"
