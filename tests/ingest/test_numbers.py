import pytest

from ingest.pointing.mentions import Mention
from ingest.pointing.numbers import MANY, Numbers
from rag.letter import Exchange


def _of(*asked: tuple[str | None, str]) -> Numbers:
    exchanges = [Exchange(f"{party} {number}", (number,), None, None, party) for party, number in asked]
    return Numbers("", exchanges)


@pytest.mark.parametrize(
    ("number", "meant"), [("2", [1]), ("4", [2, 3]), ("4b", [3]), ("3a", []), ("2a", [1]), ("9", [])]
)
def test_a_number_means_its_exchange_or_its_lettered_parts(number: str, meant: list[int]) -> None:
    numbers = _of((None, "1"), (None, "2"), (None, "4a"), (None, "4b"))
    assert numbers.meant(0, Mention((number,), (0, 1)), number) == meant


def test_a_number_in_a_group_means_an_answer_to_it_and_never_itself() -> None:
    numbers = _of(("D66", "1"), ("D66", "2"), ("PVV", "1"))
    assert numbers.meant(1, Mention(("1",), (0, 1)), "1") == [0]
    assert numbers.meant(1, Mention(("2",), (0, 1)), "2") == []
    assert numbers.meant(1, Mention(("1",), (0, 1), party="PVV"), "1") == [2]


def test_numbers_that_the_letter_prints_through_its_groups_come_first() -> None:
    text = "1. Waarom? 2. Wanneer? 3. Hoe?"
    spans = ((0, 10), (11, 22), (23, 30))
    asked = zip(("D66", "D66", "PVV"), ("1", "2", "1"), spans, strict=True)
    numbers = Numbers(text, [Exchange("", (number,), span, None, party) for party, number, span in asked])
    assert numbers.meant(0, Mention(("3",), (0, 1)), "3") == [2]


def test_of_a_large_group_the_nearest_are_looked_at() -> None:
    numbers = _of(*((None, str(n)) for n in range(3 * MANY)))
    near = numbers.group(None, 2 * MANY)
    assert 2 * MANY not in near
    assert (near[0], near[-1]) == (MANY, 2 * MANY + MANY // 4 - 1)
