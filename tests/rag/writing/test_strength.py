import pytest

from rag.answer import Language
from rag.writing.likeness import Passage
from rag.writing.strength import says_more, says_opposite


@pytest.mark.parametrize(
    ("quote", "language", "claim", "opposite"),
    [
        ("Het aantal aanvragen is gestegen.", "en", "The number of applications decreased.", True),
        ("Het aantal aanvragen is gestegen.", "en", "The number of applications increased.", False),
        ("Vreemdelingen vertrekken vrijwillig.", "nl", "Vreemdelingen vertrekken gedwongen.", True),
        (
            "Er komt voor het einde van het jaar een voorstel.",
            "en",
            "A proposal comes after the end of the year.",
            True,
        ),
        ("De kosten stegen, de baten daalden.", "nl", "De baten daalden.", False),
        ("Asiel buiten Europa.", "en", "Asylum inside Europe.", True),
    ],
)
def test_the_opposite_is_found(quote: str, language: Language, claim: str, opposite: bool) -> None:
    assert says_opposite(Passage(claim, language), Passage(quote, "nl")) is opposite


@pytest.mark.parametrize(
    ("quote", "language", "claim", "more"),
    [
        ("Dat kan in sommige gevallen.", "nl", "Dat kan altijd.", True),
        ("Dat gebeurt te allen tijde.", "en", "That always happens.", False),
        ("Landen mogen meedoen.", "en", "Only countries may take part.", True),
        ("Uitsluitend landen mogen meedoen.", "en", "Only countries may take part.", False),
        ("Het kabinet onderzoekt dit.", "en", "The cabinet guarantees this.", True),
        ("Lidstaten dienen dit na te leven.", "en", "Member states must comply with this.", False),
        ("Het vermeende incident.", "en", "The alleged incident.", False),
    ],
)
def test_more_than_the_quote_says_is_found(quote: str, language: Language, claim: str, more: bool) -> None:
    assert says_more(Passage(claim, language), Passage(quote, "nl")) is more
