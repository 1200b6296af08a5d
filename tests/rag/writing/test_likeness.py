import pytest

from rag.answer import Language
from rag.writing.likeness import ALIKE, Passage, likeness


@pytest.mark.parametrize(
    ("word", "language", "text", "alike"),
    [
        ("return", "en", "De terugkeer is vrijwillig.", True),
        ("Uganda", "en", "Er is overleg met Oeganda.", True),
        ("Rwanda", "en", "Er is overleg met Oeganda.", False),
        ("increase", "en", "De daling zet door.", False),
        ("interception", "en", "Het onderscheppingspercentage is hoog.", True),
        ("solidarity mechanism", "en", "Het solidariteitsmechanisme werkt.", True),
        ("dijken", "nl", "De dijk is hoog.", True),
        ("koeien", "nl", "De dijk is hoog.", False),
    ],
)
def test_words_say_each_other(word: str, language: Language, text: str, alike: bool) -> None:
    found = likeness(Passage(word, language), Passage(text, "nl"))
    assert bool(found.max(axis=1).min() >= ALIKE) is alike


def test_nothing_is_like_nothing() -> None:
    assert likeness(Passage("", "en"), Passage("De dijk.", "nl")).shape == (0, 2)
    assert likeness(Passage("dike", "en"), Passage("", "nl")).shape == (1, 0)
