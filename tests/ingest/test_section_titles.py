"""Titles of sections between exchanges: what is one, and what stays the end of an answer."""

import pytest

from ingest.exchanges.section_titles import is_section_title
from ingest.lines.blocks import Block
from rag.letter import Letter
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter


def _letter(answer: str, last: str) -> Letter:
    text = f"De minister aan de Tweede Kamer.\n\nVraag 1\nWat?\n\nAntwoord 1\n{answer}\n\n{last}\n\nVraag 2\nHoe?\n\n"
    return read_letter(f"{text}Antwoord 2\nZo.\n".encode(), "a.md")


@pytest.mark.parametrize(
    ("answer", "last"),
    [
        ("Ik heb dit onderzocht.", "Nee, dat wil ik niet"),
        ("Dat klopt.", "Ja"),
        ("Dat klopt.", "Neen"),
        ("De cijfers per gemeente:", "Emmen"),
        ("De cijfers per gemeente:", "Gemeente Emmen"),
        ("Dit zijn de cijfers.", "Utrecht en omstreken 400"),
        ("Dit zijn de cijfers.", "Totaal voor onderwijs 400 miljoen euro"),
        ("Dit zijn de cijfers.", "Utrecht | veel"),
        ("Dit zijn de cijfers.", "Utrecht"),
        ("Een opsomming zonder punt", "Water en land"),
        ("Dat klopt.", "Zie mijn eerdere brief"),
        ("Dat klopt.", "Ik deel die mening"),
        ("Dat klopt.", "De gemeente heeft dit zo besloten"),
    ],
)
def test_the_end_of_an_answer_stays_with_it(answer: str, last: str) -> None:
    letter = _letter(answer, last)
    assert pairs(letter) == [(("1",), "Wat?", f"{answer} {last}"), (("2",), "Hoe?", "Zo.")]
    assert [one.section for one in letter.exchanges] == [None, None]
    assert letter.warnings == ()


@pytest.mark.parametrize(
    ("answer", "last", "title"),
    [
        ("Dat klopt.", "Water en land", "Water en land"),
        ("Dat zei hij («zo is het»)", "Water en land", "Water en land"),
        ("Dat klopt.", "3 Wonen langs de kust", "3 Wonen langs de kust"),
        ("Een opsomming zonder punt", "## Water", "Water"),
        ("Dat klopt.", "## Nog te nemen besluiten", "Nog te nemen besluiten"),
    ],
)
def test_a_title_heads_the_next_exchange(answer: str, last: str, title: str) -> None:
    letter = _letter(answer, last)
    assert pairs(letter)[0][2] == answer
    assert [one.section for one in letter.exchanges] == [None, title]


def test_one_word_is_a_title_where_the_numbers_start() -> None:
    assert is_section_title(Block("Water"), "Dat klopt.", fresh=True)
    assert not is_section_title(Block("Water"), "Dat klopt.", fresh=False)


def test_what_a_format_marks_as_part_of_an_answer_is_no_title() -> None:
    assert not is_section_title(Block("Water en land", heading=True, inside=True), None, fresh=True)


@pytest.mark.parametrize(
    "line",
    [
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 18",
        "Antwoord van Minister Pieters (Financiën) (ontvangen 3 mei 2024)",
        "Nr. 15 LIJST VAN VRAGEN EN ANTWOORDEN",
        "De griffier van de commissie, Jansen",
        "Vastgesteld 3 november 2025",
    ],
)
def test_the_head_of_a_letter_is_no_title(line: str) -> None:
    text = f"Aan de Tweede Kamer.\n\n{line}\n\nVraag 1\nWat?\n\nAntwoord 1\nDit.\n"
    assert read_letter(text.encode(), "a.txt").exchanges[0].section is None


def test_a_table_inside_an_answer_stays_in_it_in_official_forms() -> None:
    xml = (
        "<officiele-publicatie><kamervragen><vraag><nr>Vraag 1</nr><al>Wat?</al></vraag><antwoord><nr>Antwoord 1</nr>"
        "<al>Dit is het.</al><tussenkop>Water en land</tussenkop></antwoord><vraag><nr>Vraag 2</nr><al>Hoe?</al>"
        "</vraag><antwoord><nr>Antwoord 2</nr><al>Zo.</al></antwoord></kamervragen></officiele-publicatie>"
    )
    page = (
        '<div class="vraag"><h2>Vraag 1</h2><p>Wat?</p></div><div class="antwoord"><h2>Antwoord 1</h2><p>Dit is het.'
        '</p><h3>Water en land</h3></div><div class="vraag"><h2>Vraag 2</h2><p>Hoe?</p></div><div class="antwoord">'
        "<h2>Antwoord 2</h2><p>Zo.</p></div>"
    )
    for text, name in ((xml, "a.xml"), (page, "a.html")):
        letter = read_letter(text.encode(), name)
        assert pairs(letter)[0] == (("1",), "Wat?", "Dit is het. Water en land")
        assert [one.section for one in letter.exchanges] == [None, None]
