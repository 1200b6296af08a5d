import pytest

from rag.answer import Language
from rag.writing.likeness import Passage
from rag.writing.polarity import base, denies_otherwise

QUOTE = "Het systeem mag niet in gebruik worden genomen zonder deugdelijke toets. De kosten zijn onvoldoende bekend."

CASES: list[tuple[str, Language, str, bool]] = [
    ("De dijk wordt niet verhoogd.", "nl", "De dijk wordt niet verhoogd.", False),
    ("De dijk wordt niet verhoogd.", "nl", "De dijk wordt verhoogd.", True),
    ("De dijk wordt niet verhoogd.", "en", "The dike will not be raised.", False),
    ("De dijk wordt niet verhoogd.", "en", "The dike will be raised.", True),
    ("De dijk wordt verhoogd.", "en", "The dike won't be raised.", True),
    ("Er bestaan geen terugkeerhubs.", "en", "There are return hubs.", True),
    ("Er bestaan geen terugkeerhubs.", "en", "No return hubs exist.", False),
    ("De informatie is onvoldoende.", "en", "The information is sufficient.", True),
    ("De informatie is onvoldoende.", "en", "The information is insufficient.", False),
    ("De informatie is onvoldoende.", "en", "The information is not sufficient.", False),
    ("Het is niet wenselijk.", "en", "It is undesirable.", False),
    ("Het is niet wenselijk.", "en", "It is not undesirable.", True),
    ("Het kabinet kan geen uitspraken doen.", "nl", "Het kabinet weigert uitspraken te doen.", False),
    ("De regeling was bedoeld voor studenten.", "nl", "De regeling was niet alleen bedoeld voor studenten.", True),
    ("De dijk is hoog. De brug is niet veilig.", "nl", "De dijk is hoog.", False),
    ("Toegang wordt geweigerd.", "nl", "Toegang wordt niet geweigerd.", True),
    ("Zonder toets mag het niet.", "en", "Without a test it may not.", False),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "language", "claim", "otherwise"), CASES)
def test_a_claim_denies_what_its_quote_denies(quote: str, language: Language, claim: str, otherwise: bool) -> None:
    assert denies_otherwise(Passage(claim, language), Passage(quote, "nl")) is otherwise


@pytest.mark.parametrize(
    ("word", "language", "bare"),
    [
        ("onvoldoende", "nl", "voldoende"),
        ("onmogelijk", "nl", "mogelijk"),
        ("onderzoek", "nl", ""),
        ("onmiddellijk", "nl", ""),
        ("insufficient", "en", "sufficient"),
        ("unclear", "en", "clear"),
        ("include", "en", ""),
        ("understand", "en", ""),
    ],
)
def test_a_prefix_denies_only_a_word_that_is_one(word: str, language: Language, bare: str) -> None:
    assert base(word, language) == bare


def test_nothing_denies_nothing() -> None:
    assert not denies_otherwise(Passage("", "nl"), Passage(QUOTE, "nl"))
    assert not denies_otherwise(Passage("Niet.", "nl"), Passage("", "nl"))
