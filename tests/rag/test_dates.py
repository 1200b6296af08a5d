import pytest

from rag.dates import latest_month, named_dates


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
