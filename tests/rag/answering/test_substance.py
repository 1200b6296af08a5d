import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.substance import settles_nothing


@pytest.mark.parametrize(
    "quote",
    [
        "Het kabinet kan niet vooruitlopen op de uitkomst van de onderhandelingen.",
        "Op de besluitvorming over de luchthaven wil ik niet vooruitlopen.",
        "Daar kan ik geen uitspraken over doen.",
        "Het kabinet doet geen mededelingen over individuele bedrijven.",
        "Ik kan niet ingaan op individuele zaken.",
        "Dat hangt af van de bodem.",
        "Dit is mede afhankelijk van het weer.",
        "De hoogte van de tol is afhankelijk van nadere afspraken.",
        "Het is nog te vroeg om conclusies te trekken.",
        "Over de brug is nog geen besluit genomen.",
        "Het kabinet beraadt zich op vervolgstappen.",
        "Het is nog niet duidelijk wanneer de brug open gaat.",
        "Of dat haalbaar is, moet nog blijken.",
    ],
)
def test_a_quote_that_waits_or_will_not_say_settles_nothing(quote: str) -> None:
    assert settles_nothing(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "Nee.",
        "De brug gaat in 2027 open.",
        "Ik zeg toe de Kamer te informeren.",
        "De boer is afhankelijk van subsidie.",
        "Nederland is niet afhankelijk van gas uit Rusland.",
        "Ik laat het oordeel aan de Kamer.",
        "De prijs hangt niet af van het weer.",
        "Het is niet toegestaan om wolven te vangen.",
        "",
    ],
)
def test_a_quote_that_says_something_settles_it(quote: str) -> None:
    assert not settles_nothing(quote)


def test_a_long_quote_says_more_than_the_phrase_in_it() -> None:
    phrase = "Op de uitkomst kan het kabinet niet vooruitlopen."
    assert settles_nothing(phrase)
    assert not settles_nothing(" ".join(["De brug wordt in 2027 opgeleverd."] * 12 + [phrase]))


@given(st.text(max_size=80))
def test_any_text_can_be_read_with_any_case(quote: str) -> None:
    assert settles_nothing(f"{quote} De uitkomst MOET NOG BLIJKEN.")
