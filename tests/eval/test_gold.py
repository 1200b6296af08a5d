import pytest

from eval.errors import SetError
from eval.gold import Gold, gold_of, locate
from tests.eval.made_letters import LETTERS, PLACES


@pytest.mark.parametrize(
    ("gold", "key"),
    [
        (Gold("100", None, ("1",)), "100#1"),
        (Gold("100", None, ("3",)), "100#2+3"),
        (Gold("100", None, ("2", "3")), "100#2+3"),
        (Gold("source:raad.txt", "PVV", ("1",)), "kst-1-2#PVV-1"),
        (Gold("kst-1-2", paragraph=1), "kst-1-2#p1"),
    ],
)
def test_places_are_found(gold: Gold, key: str) -> None:
    assert locate(gold, LETTERS).key == key


@pytest.mark.parametrize(
    "gold",
    [
        Gold("101", None, ("1",)),
        Gold("source:raad", None, ("1",)),
        Gold("100", None, ("4",)),
        Gold("100", None, ()),
        Gold("100", "PVV", ("1",)),
        Gold("kst-1-2", "SP", ("1",)),
        Gold("kst-1-2", paragraph=2),
    ],
)
def test_places_that_are_not_there_are_said(gold: Gold) -> None:
    with pytest.raises(SetError, match="no such"):
        locate(gold, LETTERS)


@pytest.mark.parametrize("key", sorted(PLACES))
def test_a_place_is_found_by_its_own_name(key: str) -> None:
    assert locate(gold_of(PLACES[key]), LETTERS).key == key
