"""Headings that tell who answers, over one answer each or over the part of all answers."""

import pytest

from rag.letter import Letter
from tests.ingest.one_letter import read_letter

HEAD = (
    "25 883 Arbeidsomstandigheden\n\nNr. 702 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 2 mei 2025\n\n"
    "De vaste commissie voor Sociale Zaken heeft vragen voorgelegd aan de minister. Bij brief van 28 april 2025 zijn "
    "de vragen beantwoord."
)
EXPECTED = [
    ("VVD, vraag 1", "De leden van de VVD-fractie vragen hoe vaak dit voorkomt.", "In 2024 dertig keer."),
    ("VVD, vraag 2", "Deze leden stellen dat de inspectie faalt. Klopt dat?", "Nee."),
    ("SP, vraag 1", "De leden van de SP-fractie vragen om een verbod.", "Dat komt er niet."),
]


def read(*parts: str) -> Letter:
    return read_letter("\n\n".join((HEAD, *parts)).encode(), "a.txt")


def found(letter: Letter) -> list[tuple[str, str, str]]:
    return [(one.label, letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]


def consultation(mark: str, more: str = "") -> Letter:
    parts: list[str] = []
    for label, question, answer in EXPECTED:
        if label.endswith(" 1"):
            parts.append(f"Vragen en opmerkingen van de leden van de {label.partition(',')[0]}-fractie{more}")
        parts += [question, mark, answer]
    return read(*parts)


@pytest.mark.parametrize(
    "mark",
    [
        "Antwoord",
        "Antwoord van het kabinet",
        "Antwoord van de minister:",
        "Antwoord kabinet:",
        "Reactie minister",
        "Reactie van de bewindspersoon",
        "Beantwoording door de staatssecretaris van Sociale Zaken",
        "Antwoord op de vragen van de leden van de VVD-fractie",
    ],
)
@pytest.mark.parametrize(
    "more", ["", " en reactie van de minister", " en de antwoorden van het kabinet", " met reactie van de regering"]
)
def test_a_heading_that_comes_back_within_a_group_stands_over_one_answer(mark: str, more: str) -> None:
    letter = consultation(mark, more)
    assert letter.kind == "consultation"
    assert found(letter) == EXPECTED
    assert [letter.at(one.span) for one in letter.paragraphs] == [HEAD.rpartition("\n\n")[2]]


def test_once_in_each_group_it_may_stand_over_several_answers() -> None:
    parts = [
        (f"{name}-fractie", f"De leden van de {name}-fractie vragen naar asbest. Deze leden vragen naar kosten.")
        for name in ("VVD", "SP")
    ]
    replies = [
        f"De leden van de {name}-fractie vragen naar asbest. Dat is er. Deze leden vragen naar kosten. Die zijn laag."
        for name in ("VVD", "SP")
    ]
    letter = read(
        *(text for part, reply in zip(parts, replies, strict=True) for text in (*part, "Reactie minister", reply))
    )
    assert all("vragen" not in answer for _, _, answer in found(letter))


@pytest.mark.parametrize(
    "heading",
    [
        "Vragen en opmerkingen van de leden van de VVD-fractie\nen reactie van de minister",
        "Vragen en opmerkingen van de leden van de VVD-fractie en reactie van\nde minister",
        "Vragen en opmerkingen van de leden van de VVD-\nfractie en reactie van de Minister van Landbouw, Visserij,\n"
        "Voedselzekerheid en Natuur",
    ],
)
def test_a_heading_that_tells_who_answers_may_wrap(heading: str) -> None:
    text = f"{heading}\nDe leden van de VVD-fractie vragen naar vis.\nAntwoord\nDie is er.\n"
    assert found(read(text)) == [("VVD, vraag 1", "De leden van de VVD-fractie vragen naar vis.", "Die is er.")]
