import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.offices import ENGLISH, PORTFOLIOS, named_office

NAMES = ("Bart van den Brink", "S.W. Sjoerdsma", "D.M. van Weel", "Eelco Heinen")


def _within(question: str) -> str | None:
    office = named_office(question, NAMES)
    return office.within if office else None


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("Wat zei de minister van Financiën over de begroting?", "Financiën"),
        ("What did the Minister of Health say about waiting lists?", "Volksgezondheid"),
        ("What did the health minister say about waiting lists?", "Volksgezondheid"),
        ("Wat zegt de asielminister over opvang?", "Asiel"),
        ("wat schreef de staatssecretaris van OCW over lerarentekorten", "Onderwijs"),
        ("What is the Ministry of Defence's view on drones?", "Defensie"),
        ("Volgens de minister van LNV is de stal te klein, klopt dat?", "Landbouw"),
        ("Wat antwoordde de minister van Onderwijs, Cultuur en Wetenschap?", "Onderwijs"),
        ("Hoe hoog is het tekort aan woningen volgens de minister voor Wonen?", "Volkshuisvesting"),
        ("Wat is het beleid van de minister van Sociale Zaken voor zzp'ers?", "Sociale Zaken"),
        ("What is the position of the Minister of Justice on prison cells?", "Justitie"),
        ("Geef het standpunt van de minister van Klimaat over kernenergie", "Klimaat"),
        ("What has the Interior Minister said about voting by post?", "Binnenlandse Zaken"),
        ("Wat zei de premier over het ongeluk?", "minister-president"),
        ("What did the prime minister say about the accident?", "minister-president"),
    ],
)
def test_the_minister_whose_words_are_asked_for_is_named_by_office(question: str, within: str) -> None:
    assert _within(question) == within


@pytest.mark.parametrize(
    ("question", "within"),
    [
        ("Hoe denkt minister Sjoerdsma over ontwikkelingsgeld?", "Sjoerdsma"),
        ("Wat zei Van Weel over cellentekort?", "van Weel"),
        ("what did heinen say about the deficit", "Heinen"),
        ("Wat zei minister Van den Brink?", "van den Brink"),
        ("Heeft minister Van der Wal gereageerd op het stikstofrapport?", "Van der Wal"),
        ("What did State Secretary Coenradie say about prisons?", "Coenradie"),
        ("Wat zei de ex-minister Faber daarover?", "Faber"),
    ],
)
def test_the_minister_is_named_by_name_whether_or_not_there_is_a_letter(question: str, within: str) -> None:
    assert _within(question) == within


@pytest.mark.parametrize(
    "question",
    [
        "Wat zei de minister over de haven?",
        "Did the minister promise more police?",
        "Is er in de zomer overleg geweest met de minister van Justitie over cellen?",
        "Kan de minister Nederland verlaten?",
        "Heeft de minister Brussel gevraagd om uitstel?",
        "Hoe gaat het met de zorg?",
        "Wat kost defensie?",
        "",
    ],
)
def test_other_questions_name_no_minister(question: str) -> None:
    assert named_office(question, NAMES) is None


def test_the_span_covers_the_office_and_nothing_else() -> None:
    question = "Wat zei de minister van Financiën over de begroting?"
    office = named_office(question, NAMES)
    assert office is not None
    assert question[slice(*office.span)] == "minister van Financiën"


def test_the_longest_name_of_a_minister_is_meant() -> None:
    office = named_office("Wat vond Van den Brink ervan?", ("C. Brink", "B. van den Brink"))
    assert office is not None
    assert office.within == "van den Brink"


@pytest.mark.parametrize("portfolio", PORTFOLIOS, ids=lambda one: one.dutch)
def test_every_portfolio_is_found_by_each_of_its_names(portfolio: object) -> None:
    one = next(known for known in PORTFOLIOS if known is portfolio)
    assert one.dutch.startswith(one.key) or one.key in one.dutch
    assert ENGLISH[one.dutch] == one.english
    assert _within(f"Wat zei de minister van {one.dutch} daarover?") == one.key
    assert _within(f"What did the Minister of {one.english} say about it?") == one.key
    for short in one.short:
        assert re.match(r"\S", short)
        assert _within(f"Wat schreef het ministerie van {short}?") is not None


@given(st.text(max_size=60) | st.text(alphabet="minster vaFcëdofhS-' ", max_size=60))
def test_any_text_can_be_read(question: str) -> None:
    office = named_office(question, NAMES)
    if office is not None:
        start, end = office.span
        assert 0 <= start < end <= len(question)
        assert office.within
