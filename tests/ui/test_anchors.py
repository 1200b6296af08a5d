from dataclasses import replace

from rag.answer import Place
from rag.letter import Exchange
from tests.ui.conftest import make_letter, make_undated
from ui import anchors


def test_places_have_names_that_a_link_can_hold() -> None:
    letter = make_letter()
    party = Exchange("GroenLinks-PvdA, vraag 1", ("1",), (0, 1), (1, 2), "GroenLinks-PvdA")
    again = replace(letter.exchanges[0], answer_span=(5, 6))
    known = anchors.places(replace(letter, exchanges=(*letter.exchanges[:2], again, party)))
    assert list(known) == ["vraag-1", "vraag-2", "vraag-1-2", "groenlinks-pvda-vraag-1", "alinea-1"]
    assert list(anchors.places(make_undated())) == ["alinea-1", "alinea-2"]


def test_one_of_several_questions_finds_the_exchange() -> None:
    both = Exchange("SP, vragen 5 en 6", ("5", "6"), (0, 1), (1, 2), "SP")
    letter = replace(make_letter(), exchanges=(both,))
    for name in ("sp-vragen-5-en-6", "sp-vraag-5", "sp-vraag-6"):
        assert anchors.find(letter, name) == Place(letter, both)
    assert anchors.find(letter, "vraag-5") is None


def test_addresses_are_safe_whatever_a_letter_is_called() -> None:
    assert anchors.link('a/b "c"?#', "vraag-1") == "/letter/a%2Fb%20%22c%22%3F%23#vraag-1"
    letter = make_letter()
    assert anchors.link_to(Place(letter, letter.exchanges[6])) == "/letter/7000001#vraag-7"
    assert anchors.link_to(Place(letter)) == "/letter/7000001"
