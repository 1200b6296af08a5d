from dataclasses import replace

import pytest

from eval import support
from rag.answer import Answer, Citation
from tests.eval.made_letters import cite, harbour

SHIPS = cite("100#1", "Er voeren 1.250 schepen binnen.")
QUAY = replace(cite("100#2+3", "De kade wordt in 2027 gebouwd."), n=2)


def _answer(text: str, *citations: Citation) -> Answer:
    return Answer("?", "nl", "answered", text, citations or (SHIPS, QUAY))


@pytest.mark.parametrize(
    ("text", "recall", "precision"),
    [
        (f"De minister: “{SHIPS.quote}” [1]", (1, 1), (1, 1)),
        (f"De minister: “{SHIPS.quote}” [2]", (0, 1), (0, 1)),
        (f"De minister: “{SHIPS.quote}” [1][2]", (1, 1), (1, 2)),
        (f"Hij schreef “{SHIPS.quote}” en “{QUAY.quote}” [1][2]", (1, 1), (2, 2)),
        ("Er kwamen 1.250 schepen [1].", (1, 1), (1, 1)),
        ("Er kwamen 1.251 schepen [1].", (0, 1), (0, 1)),
        ("In antwoord op vragen 2 en 3: gebouwd in 2027 [2].", (1, 1), (1, 1)),
        ("Er kwam een kade [2]. Zij is duur.", (1, 2), (1, 1)),
        ("Er kwam een kade [7].", (0, 1), (0, 1)),
        ("Er kwam een kade.", (0, 1), None),
        (f"Op de vraag “Hoeveel schepen voeren er binnen?” was het antwoord “{SHIPS.quote}” [1]", (1, 1), (1, 1)),
        ("Op de vraag “Komt er een nieuwe kade?” kwam een antwoord [1]", (0, 1), (0, 1)),
    ],
)
def test_by_hand(text: str, recall: tuple[int, int], precision: tuple[int, int] | None) -> None:
    assert support.recall(_answer(text)) == recall
    assert support.precision(_answer(text)) == precision


def test_the_head_of_a_letter_supports_its_dates_and_references() -> None:
    letter = replace(harbour(), date="2026-06-08", reference="7562802")
    citation = replace(SHIPS, place=replace(SHIPS.place, letter=letter))
    said = f"Op 8 juni 2026 antwoordde de minister (kenmerk 7562802) op vraag 1: “{SHIPS.quote}” [1]"
    assert support.recall(_answer(said, citation)) == (1, 1)
    assert support.recall(_answer(said.replace("8 juni", "9 juni"), citation)) == (0, 1)


def test_a_no_has_nothing_to_support() -> None:
    answer = replace(_answer("Daarover staat niets in de brieven."), status="not_found", citations=())
    assert support.recall(answer) is support.precision(answer) is None
