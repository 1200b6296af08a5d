import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answer import Language
from rag.answering.wording import date
from rag.writing.moments import Moment, moments, month_of, without_moments
from tests.conftest import MakeLetter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("op 18 juni 2026", [Moment(2026, 6, 18)]),
        ("on June 18, 2026", [Moment(2026, 6, 18)]),
        ("the 18th of June", [Moment(None, 6, 18)]),
        ("op 5 en 6 maart jl.", [Moment(None, 3, 5), Moment(None, 3, 6)]),
        ("in maart 2025", [Moment(2025, 3)]),
        ("in May", [Moment(None, 5)]),
        ("May the cabinet do so?", []),
        ("2026-06-18 en 18-06-2026", [Moment(2026, 6, 18), Moment(2026, 6, 18)]),
        ("sinds 2019", [Moment(2019)]),
        ("2.026 mensen, 2024/1348, nr. 20261", []),
    ],
)
def test_dates_are_read_as_far_as_they_are_said(text: str, found: list[Moment]) -> None:
    assert moments(text) == found


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31)), st.sampled_from(("nl", "en")))
def test_a_date_written_in_full_is_read(day: datetime.date, language: Language) -> None:
    assert moments(f"Zie {date(day.isoformat(), language)}.") == [Moment(day.year, day.month, day.day)]
    assert not [sign for sign in without_moments(f"Zie {date(day.isoformat(), language)}.") if sign.isdigit()]


def test_what_is_said_must_fit() -> None:
    assert Moment(2026, 6).fits(Moment(2026, 6, 18))
    assert not Moment(2026, 6, 18).fits(Moment(2026, 6))
    assert Moment(2026, 3, 5).fits_but_for_year(Moment(None, 3, 5))
    assert not Moment(2026, 3, 6).fits_but_for_year(Moment(None, 3, 5))


def test_a_letter_without_a_date_is_of_the_month_at_its_head(make_letter: MakeLetter) -> None:
    assert month_of(make_letter(paragraphs=("Verslag van maart 2025",))) == "2025-03"
    assert month_of(make_letter(paragraphs=("Verslag van maart 2025",), date="2025-04-01")) == ""
