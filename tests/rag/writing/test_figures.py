from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.writing.figures import figures, units

ALIKE = [
    ("1.250 schepen", "1,250 ships"),
    ("1.250 schepen", "1250 ships"),
    ("4,3 procent", "4.3%"),
    ("tussen de 30 en 40 miljoen euro", "between 30 and 40 million euros"),
    ("5,4 miljard", "5.4 billion"),
    ("€ 10,–", "10 euros"),
    ("twee keer", "2 times"),
    ("de tweede bijeenkomst", "the second meeting"),
    ("vijfentwintig jaar", "25 years"),
    ("een half miljoen euro", "half a million euros"),
    ("anderhalf miljoen", "1.5 million"),
    ("honderd dagen", "100 days"),
    ("vierdaagse", "four-day"),
    ("artikel 25bis", "Article 25bis"),
    ("Verordening 2024/1348", "Regulation 2024/1348"),
]
OTHER = [
    ("30 miljoen", "30 billion"),
    ("30 euro", "30 dollars"),
    ("4,3 procent", "4.3 percentage points"),
    ("12 maanden", "12 years"),
    ("1.250", "1.260"),
    ("artikel 25bis", "Article 25ter"),
    ("zeven", "eight"),
]


@pytest.mark.parametrize(("dutch", "english"), ALIKE)
def test_one_number_in_two_languages(dutch: str, english: str) -> None:
    assert figures(dutch)
    assert all(one.fits(other) for one, other in zip(figures(dutch), figures(english), strict=True))


@pytest.mark.parametrize(("dutch", "english"), OTHER)
def test_another_number_or_unit(dutch: str, english: str) -> None:
    assert not all(one.fits(other) for one, other in zip(figures(dutch), figures(english), strict=True))


@pytest.mark.parametrize("text", ["op 18 juni 2026", "de Tweede Kamer", "een derde land", "in 2027", "third countries"])
def test_dates_and_names_are_no_numbers(text: str) -> None:
    assert figures(text) == []


def test_units_are_named_without_a_number_too() -> None:
    assert units("voor het einde van het jaar, in euro's of procenten") == {"year", "euro"} or "year" in units(
        "het jaar"
    )
    assert units("before the end of the month") == {"month"}


@given(st.integers(2_100, 999_999_999))
def test_a_whole_number_is_read_however_it_is_grouped(number: int) -> None:
    for written in (str(number), f"{number:,}", f"{number:,}".replace(",", "."), f"{number:,}".replace(",", " ")):
        (figure,) = figures(f"ruim {written} meldingen")
        assert Decimal(number) in figure.values
