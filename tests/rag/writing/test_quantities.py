import pytest

from rag.writing.evidence import Evidence
from rag.writing.quantities import strange_date, strange_figure
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

SAID = "Uiterlijk op 15 oktober a.s. volgen 320 aanvragen; dat kost 30 miljoen euro per jaar. Zie artikel 25bis."


def _evidence(make_letter: MakeLetter, said: str = SAID, asked: str = "Zijn het 900 aanvragen?") -> Evidence:
    letter = make_letter(
        "7562802",
        pairs=((asked, said),),
        date="2025-10-08",
        submitted="2025-09-01",
        reference="7562802",
        dossier="32317",
        number="974",
    )
    return Evidence([cited(letter, said)])


@pytest.mark.parametrize(
    ("claim", "strange"),
    [
        ("Op 15 oktober volgen aanvragen.", False),
        ("On 15 October 2025 applications follow.", False),
        ("On 15 October 2024 applications follow.", True),
        ("Op 16 oktober volgen aanvragen.", True),
        ("Op 8 oktober 2025 schreef de minister dit.", False),
        ("Op 1 september 2025 volgen aanvragen.", True),
        ("De vragen van 1 september 2025 gaan over aanvragen.", False),
    ],
)
def test_dates_are_those_of_the_quote_or_its_letter(make_letter: MakeLetter, claim: str, strange: bool) -> None:
    assert strange_date(claim, _evidence(make_letter)) is strange


@pytest.mark.parametrize(
    ("claim", "strange"),
    [
        ("Er volgen 320 aanvragen.", False),
        ("Er volgen 321 aanvragen.", True),
        ("It costs 30 million euros a year.", False),
        ("It costs 30 million euros a month.", True),
        ("In answer to question 1, 320 applications follow.", False),
        ("In answer to question 2, 320 applications follow.", True),
        ("Volgens de brief met kenmerk 7562802 volgen 320 aanvragen.", False),
        ("Volgens Kamerstuk 32317, nr. 974 volgen 320 aanvragen.", False),
        ("Er volgen 974 aanvragen.", True),
        ("Volgens artikel 25bis kan dat.", False),
        ("Volgens artikel 26bis kan dat.", True),
        ("Er volgen 900 aanvragen.", True),
    ],
)
def test_numbers_are_those_of_the_quote(make_letter: MakeLetter, claim: str, strange: bool) -> None:
    assert strange_figure(claim, _evidence(make_letter)) is strange


def test_a_question_that_is_affirmed_gives_its_numbers(make_letter: MakeLetter) -> None:
    assert not strange_figure("Het zijn 900 aanvragen.", _evidence(make_letter, "Ja, dat klopt."))
