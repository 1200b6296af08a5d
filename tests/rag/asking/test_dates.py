import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.dates import Period, latest_month, named_dates, named_period


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("vraag 7 van de brief van 18 juni 2026", (2026, 6, 18, True)),
        ("vraag 7 van de brief van 18 juni", (None, 6, 18, True)),
        ("question 7 of the letter of June 18, 2026", (2026, 6, 18, True)),
        ("question 7 of the letter of 18 June", (None, 6, 18, True)),
        ("de brief van 18-06-2026", (2026, 6, 18, True)),
        ("de brief van 2026-06-18", (2026, 6, 18, True)),
        ("het overleg van maart 2025", (2025, 3, None, True)),
        ("the consultation of March 2025", (2025, 3, None, True)),
        ("in de brief van juni over Oeganda", (None, 6, None, True)),
        ("Wat zei het kabinet in maart 2025?", (2025, 3, None, False)),
    ],
)
def test_dates_are_read_as_people_write_them(question: str, said: tuple[int | None, int, int | None, bool]) -> None:
    (found,) = named_dates(question)
    assert (found.year, found.month, found.day, found.of_letter) == said
    assert question[slice(*found.span)]


@pytest.mark.parametrize("question", ["in may", "vraag 3 van de PVV", "na 4 maart", "de brief van 2026-13-01"])
def test_what_is_no_date_of_a_letter_is_left(question: str) -> None:
    assert list(named_dates(question)) == []


def test_a_date_fits_as_far_as_it_is_said() -> None:
    (june,) = named_dates("de brief van juni")
    assert june.fits("2026-06-18")
    assert june.fits("2025-06-01")
    assert not june.fits("2026-05-11")
    (day,) = named_dates("de brief van 18 juni 2026")
    assert day.fits("2026-06-18")
    assert not day.fits("2025-06-18")


def test_the_latest_month_that_a_text_names() -> None:
    assert latest_month("de Raad van 30 en 31 januari 2025 en die van 5 maart 2025, in 2024") == (2025, 3)
    assert latest_month("zonder datum, in 2024") is None


@pytest.mark.parametrize(
    ("question", "since", "until"),
    [
        ("Wat zei het kabinet sinds 2025?", "2025-01-01", None),
        ("vanaf 1 maart 2025", "2025-03-01", None),
        ("What was said since March 2025?", "2025-03-01", None),
        ("sinds begin 2025", "2025-01-01", None),
        ("na 2024", "2025-01-01", None),
        ("after March 2025", "2025-04-01", None),
        ("na 31 december 2024", "2025-01-01", None),
        ("vóór mei 2026", None, "2026-04-30"),
        ("before 18 June 2026", None, "2026-06-17"),
        ("prior to 2025", None, "2024-12-31"),
        ("eerder dan maart 2024", None, "2024-02-29"),
        ("en voor 2026?", None, "2025-12-31"),
        ("tot en met juni 2025", None, "2025-06-30"),
        ("until 2025", None, "2024-12-31"),
        ("tot juni 2025", None, "2025-05-31"),
        ("until 18 June 2026", None, "2026-06-18"),
        ("through 2025", None, "2025-12-31"),
        ("Wat is er voor 2026 gezegd?", None, "2025-12-31"),
        ("brieven van voor maart 2026", None, "2026-02-28"),
        ("between 2024 and June 2025", "2024-01-01", "2025-06-30"),
        ("tussen maart 2025 en 11 mei 2026", "2025-03-01", "2026-05-11"),
        ("van 2023 tot en met 2025", "2023-01-01", "2025-12-31"),
        ("from 2023 to 2025", "2023-01-01", "2025-12-31"),
        ("in de periode 2023-2025", "2023-01-01", "2025-12-31"),
        ("tussen 2025 en 2023", "2023-01-01", "2025-12-31"),
        ("na 31 februari 2025", "2025-03-01", None),
    ],
)
def test_a_period_is_read_to_its_first_and_last_day(question: str, since: str | None, until: str | None) -> None:
    period = named_period(question)
    assert period is not None
    assert (period.since, period.until) == (since, until)
    start, end = period.span
    assert question[start:end].strip() == question[start:end] != ""


@pytest.mark.parametrize(
    "question",
    [
        "in 2025",
        "the letter from May 2026",
        "de brief van 11 mei 2026",
        "voor 2026 is 3 miljoen begroot",
        "na de zomer",
        "",
    ],
)
def test_what_is_no_period_is_left(question: str) -> None:
    assert named_period(question) is None


def test_a_period_holds_its_ends_and_the_months_that_reach_into_it() -> None:
    period = named_period("tussen 11 mei 2025 en 8 oktober 2025")
    assert period is not None
    assert period.holds("2025-05-11")
    assert period.holds("2025-10-08")
    assert not period.holds("2025-05-10")
    assert not period.holds("2025-10-09")
    assert period.holds("2025-05"), "some day of May lies in it"
    assert period.holds("2025-10")
    assert not period.holds("2025-04")
    assert not period.holds("2025-11")


@given(st.text(max_size=60) | st.text(alphabet="before1vóna 20256mejunsic-", max_size=60))
def test_any_text_can_be_read(question: str) -> None:
    period = named_period(question)
    if period is not None:
        assert 0 <= period.span[0] < period.span[1] <= len(question)
        assert period.since or period.until
        assert period.since is None or period.until is None or period.since <= period.until
    for date in named_dates(question):
        assert question[slice(*date.span)]


@given(st.dates(), st.dates(), st.dates())
def test_a_day_lies_in_a_period_as_days_are_ordered(
    one: datetime.date, other: datetime.date, day: datetime.date
) -> None:
    period = Period(min(one, other).isoformat(), max(one, other).isoformat(), (0, 0))
    assert period.holds(day.isoformat()) == (min(one, other) <= day <= max(one, other))
    assert not period.holds(day.isoformat()) or period.holds(day.isoformat()[:7])
