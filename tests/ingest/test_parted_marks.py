import pytest

from rag.letter import Letter
from tests.ingest.one_letter import read_letter

HEAD = (
    "Vragen van het lid De Vries (D66) aan de Minister van Economische Zaken over gas (ingezonden 4 april 2024).\n\n"
    "Antwoord van Minister Jansen (Economische Zaken) (ontvangen 11 mei 2024).\n\nVraag 1\nKlopt dit?\n\nAntwoord 1\n"
)
FOOT = "\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel {n}\n"
REST = "wordt het vervolgd.\n\nVraag 2\nEn nu?\n\nAntwoord 2\nNiets.\n" + FOOT.format(n=2)


def _read(page: str) -> Letter:
    return read_letter((HEAD + page + FOOT.format(n=1) + REST).encode(), "brief.txt")


@pytest.mark.parametrize(
    "page",
    [
        "Ja, zie de brief.1 Daarna2\n1 Kamerstuk 26 485, nr. 407.\n2 Trouw, 3 mei 2024.\n",
        "Ja, zie de brief.1 Daarna2\n\n1\n\nKamerstuk 26 485, nr. 407.\n2\nTrouw, 3 mei 2024.\n",
        "Ja, zie de brief. 1 Daarna2\n1 Kamerstuk 26 485, nr. 407.\n2 Trouw, 3 mei 2024.\n",
    ],
    ids=["together", "marks alone", "marks apart from words"],
)
def test_notes_at_the_foot_of_a_page_are_no_part_of_an_answer(page: str) -> None:
    letter = _read(page)
    assert letter.at(letter.exchanges[0].answer_span) == "Ja, zie de brief. Daarna wordt het vervolgd."
    assert [(one.mark, one.text) for one in letter.notes] == [
        ("1", "Kamerstuk 26 485, nr. 407."),
        ("2", "Trouw, 3 mei 2024."),
    ]
    assert [letter.text[: one.at].split()[-1] for one in letter.notes] == ["brief.", "Daarna"]


def test_a_note_may_name_a_paper_as_a_page_foot_does() -> None:
    letter = _read("Ja, zie de brief.1 Dan\n1\nTweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424\n")
    assert [one.text for one in letter.notes] == ["Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424"]


def test_a_mark_behind_a_year_is_known_by_the_notes_below() -> None:
    letter = _read("Ja, dat is zo sinds 2018.1 Dan\n1 Kamerstuk 26 485, nr. 407.\n")
    assert letter.at(letter.exchanges[0].answer_span) == "Ja, dat is zo sinds 2018. Dan wordt het vervolgd."


def test_numbers_that_no_note_explains_stay() -> None:
    letter = _read("Ja, in de jaren 2018. 3 Maanden\n")
    assert letter.at(letter.exchanges[0].answer_span).startswith("Ja, in de jaren 2018. 3 Maanden")
    assert letter.notes == ()
