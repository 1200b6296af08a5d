"""Headings that number questions and answers."""

import pytest

from ingest.lines.numbering import expand, in_order, label, numbering


@pytest.mark.parametrize(
    ("line", "role", "numbers", "rest"),
    [
        ("Vraag 1", "question", "1", ""),
        ("Vraag 3, 4 en 5", "question", "3 4 5", ""),
        ("Vraag 7, 8, 9 10 en 11", "question", "7 8 9 10 11", ""),
        ("Vragen 5 en 6", "question", "5 6", ""),
        ("Vraag 2 en 4:", "question", "2 4", ""),
        ("Vraag 16 t/m 19", "question", "16 17 18 19", ""),
        ("Vraag 12 tot en met 15", "question", "12 13 14 15", ""),
        ("Vraag 7–9 en 11–13", "question", "7 8 9 11 12 13", ""),
        ("Vraag 7 t/ 10", "question", "7 8 9 10", ""),
        ("Vraag 6a", "question", "6a", ""),
        ("Vraag 1,2 en 3", "question", "1 2 3", ""),
        ("VRAAG 4", "question", "4", ""),
        ("Vraag", "question", "", ""),
        ("Vraag 1 Hoe kan het dat dit zo is?", "question", "1", "Hoe kan het dat dit zo is?"),
        ("Antwoord 1", "answer", "1", ""),
        ("Antwoord op vraag 1:", "answer", "1", ""),
        ("Antwoord op vragen 5 en 6", "answer", "5 6", ""),
        ("Antwoord op de vragen 4, 5 en 6", "answer", "4 5 6", ""),
        ("Antwoord vraag 1, 2 en 5", "answer", "1 2 5", ""),
        ("Antwoord op vraag 14 en 15", "answer", "14 15", ""),
        ("Antwoord 2/3", "answer", "2 3", ""),
        ("Antwoord:", "answer", "", ""),
        ("Antwoord", "answer", "", ""),
        ("Antwoord: Ja, dat klopt.", "answer", "", "Ja, dat klopt."),
        ("Antwoord op vragen 2 t/m 4: hier is geen inzicht in.", "answer", "2 3 4", "hier is geen inzicht in."),
        ("Mededeling", "notice", "", ""),
        ("Toelichting:", "remark", "", ""),
    ],
)
def test_headings(line: str, role: str, numbers: str, rest: str) -> None:
    found = numbering(line)
    assert found is not None
    assert (found.role, found.numbers, found.rest) == (role, tuple(numbers.split()), rest)


@pytest.mark.parametrize(
    "line",
    [
        "vraag 4. De zorgaanbieder ontvangt bericht.",
        "Vraag 4 is al eerder beantwoord.",
        "Antwoord van Minister Schippers (Volksgezondheid, Welzijn en Sport) (ontvangen 26 november 2014).",
        "Antwoorden Kamervragen over de kopgroep",
        "Vragen van het lid Westerveld (GroenLinks-PvdA) aan de minister",
        "Vragen en opmerkingen van de leden van de PVV-fractie",
        "Antwoord Algemene Rekenkamer bij vraag 1",
        "Vraag 2024 is anders dan 2023",
        "Beantwoording vragen Tweede Kamer bij rapport",
        "Reactie van de bewindspersoon",
        "82.000 Syriërs zijn teruggekeerd.",
        "",
    ],
)
def test_lines_that_are_no_headings(line: str) -> None:
    assert numbering(line) is None


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("1", "1"), ("6a-6c", "6a 6b 6c"), ("5-3", "5 3"), ("2 en 2", "2"), ("1 & 2", "1 2"), ("999 t/m 1", "999 1")],
)
def test_lists_of_numbers(written: str, numbers: str) -> None:
    assert expand(written) == tuple(numbers.split())


def test_labels_are_what_a_reader_sees() -> None:
    assert label(("7",)) == "Vraag 7"
    assert label(("5", "6")) == "Vragen 5 en 6"
    assert label(("2", "4", "6a")) == "Vragen 2, 4 en 6a"
    assert label(("16", "17", "18", "19")) == "Vragen 16 tot en met 19"


def test_numbers_in_counting_order() -> None:
    assert in_order(("10", "6b", "2", "6a", "2")) == ("2", "6a", "6b", "10")
