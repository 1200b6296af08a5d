"""Question numbers in a sentence: which count, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pointing.mentions import mentions


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Zie antwoord 3.", ["3"]),
        ("Zie het antwoord op de vragen 7, 8, 9 10 en 11.", ["7", "8", "9", "10", "11"]),
        ("Zie de antwoorden op vraag 6a t/m 6c.", ["6a", "6b", "6c"]),
        ("Zie beantwoording vraag 11 voor antwoord 6, 7, 9 en 11.", ["11"]),
        ("Zie antw. 2 en vr. 3.", ["2", "3"]),
        ("Zie onder 2 en 3.", ["2", "3"]),
        ("Dat blijkt uit de beantwoording van vraag 3.5 en 82.000 brieven.", []),
        ("Het antwoord van 3 mei 2022.", []),
        ("Zie 3 artikelen.", []),
        ("Vraag 8 Is de vergelijking nog actueel?", []),
        ("Voor het antwoord op vraag 9 verwijs ik naar vraag 2.", ["2"]),
        ("Voor het antwoord op vraag 9 verwijs ik naar de wet.", []),
        ("Zie voor het antwoord op vraag 2 aldaar.", ["2"]),
    ],
)
def test_which_numbers_are_pointed_to(sentence: str, numbers: list[str]) -> None:
    found = mentions(sentence, own=("9",))
    assert [number for one in found for number in one.numbers] == numbers
    assert not any(one.elsewhere for one in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zie vraag 3 van het lid Jansen (2023Z01234).",
        "Zie het antwoord op vraag 3 in mijn brief van 3 mei 2022.",
        "Zie het antwoord op vraag 3 uit de eerdere beantwoording van Kamervragen.",
        "In antwoord op Kamervragen van het lid Smit (2023Z01234), vraag 3, is dat gezegd.",
        "Zie vraag 3 (Aanhangsel Handelingen II 2023/24, nr. 1314).",
    ],
)
def test_numbers_of_another_letter_are_told_apart(sentence: str) -> None:
    (found,) = mentions(sentence)
    assert (found.numbers, found.elsewhere) == (("3",), True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Zie mijn brief van 3 mei 2022 en het antwoord op vraag 3.",
        "Het in het antwoord op vraag 3 genoemde rapport is openbaar.",
        "In de Kamerbrief, waaraan ik refereerde bij het antwoord op vraag 3, staat dat.",
    ],
)
def test_a_letter_named_beside_numbers_does_not_take_them(sentence: str) -> None:
    (found,) = mentions(sentence)
    assert (found.numbers, found.elsewhere) == (("3",), False)


def test_the_group_of_a_number_is_read() -> None:
    (found,) = mentions("Zie het antwoord op vraag 5 van de leden van de D66-fractie.")
    assert (found.numbers, found.party, found.elsewhere) == (("5",), "D66", False)


@given(st.text(alphabet="Zie vraagntwod 1234567890,;enop()\n", max_size=80))
def test_any_sentence_can_be_read(sentence: str) -> None:
    for one in mentions(sentence):
        assert one.numbers
        assert 0 <= one.span[0] < one.span[1] <= len(sentence)
