import numpy as np
import pytest

from rag.filters import Filters
from rag.indexing.catalogue import Address, Catalogue
from rag.letter import Asker, Minister
from tests.conftest import MakeLetter

ADDRESSES = (
    Address("a", 0, None, None),
    Address("a", None, 1, None),
    Address("b", 0, None, "D66"),
    Address("b", 1, None, "PVV"),
    Address("c", None, 1, None),
)


@pytest.fixture
def catalogue(make_letter: MakeLetter) -> Catalogue:
    heads = (
        make_letter("a", date="2026-05-11", askers=(Asker("Jansen", "D66"),)),
        make_letter("b", date="2025-03-01", kind="consultation", ministers=(Minister("minister van Asiel"),)),
        make_letter("c", kind="letter"),
    )
    return Catalogue(heads, ADDRESSES)


@pytest.mark.parametrize(
    ("filters", "admitted"),
    [
        (Filters(), [0, 1, 2, 3, 4]),
        (Filters(since="2026-01-01"), [0, 1]),
        (Filters(kind="letter"), [4]),
        (Filters(party="d66"), [0, 2]),
        (Filters(party="PVV"), [3]),
        (Filters(minister="asiel"), [2, 3]),
        (Filters(letter="B", party="D66"), [2]),
        (Filters(letter="none"), []),
    ],
)
def test_filters_admit_whole_letters_or_what_a_party_asked(
    catalogue: Catalogue, filters: Filters, admitted: list[int]
) -> None:
    assert np.flatnonzero(catalogue.admitted(filters)).tolist() == admitted


def test_the_places_of_letters_are_told_in_their_order(catalogue: Catalogue) -> None:
    assert catalogue.numbers(["c", "a"]) == [0, 1, 4]
    assert np.flatnonzero(catalogue.mask(["c", "a", "none"])).tolist() == [0, 1, 4]
    assert catalogue.numbers([]) == []
    assert catalogue.size == len(ADDRESSES)


def test_parties_are_those_that_ask_for_themselves(catalogue: Catalogue) -> None:
    assert catalogue.parties == {"D66", "PVV"}
