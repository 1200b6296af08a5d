from dataclasses import replace

import pytest

from rag.answer import Language, Place
from rag.answering import wording
from rag.asking.dates import Period
from rag.asking.named import Named
from rag.letter import Asker, Exchange, Letter, Minister
from tests.conftest import MakeLetter

MINISTER = Minister("minister van Asiel en Migratie", "M. Jansen")


def _place(letter: Letter, **changes: object) -> Place:
    return Place(letter, exchange=replace(letter.exchanges[0], **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("iso", "dutch", "english"),
    [("2026-06-18", "18 juni 2026", "18 June 2026"), ("2025-03-01", "1 maart 2025", "1 March 2025")],
)
def test_dates_are_written_in_full(iso: str, dutch: str, english: str) -> None:
    assert (wording.date(iso, "nl"), wording.date(iso, "en")) == (dutch, english)


@pytest.mark.parametrize(
    ("office", "dutch", "english"),
    [
        ("minister van Asiel en Migratie", "de minister van Asiel en Migratie", "the Minister of Asylum and Migration"),
        ("Minister van Financiën", "de minister van Financiën", "the Minister of Finance"),
        ("minister voor Langdurige Zorg en Sport", "de minister voor Langdurige Zorg en Sport", "Long-term Care"),
        ("staatssecretaris van Defensie", "de staatssecretaris van Defensie", "the State Secretary for Defence"),
        ("minister van Visvangst", "de minister van Visvangst", "the Minister of Visvangst"),
        ("minister-president", "de minister-president", "the Prime Minister"),
    ],
)
def test_who_speaks_is_named_in_both_languages(make_letter: MakeLetter, office: str, dutch: str, english: str) -> None:
    letter = make_letter(ministers=(Minister(office),))
    assert wording.speaker(letter, "nl") == dutch
    assert english in wording.speaker(letter, "en")


def test_without_a_minister_the_cabinet_speaks(make_letter: MakeLetter) -> None:
    assert wording.speaker(make_letter(), "nl") == "het kabinet"
    assert wording.speaker(make_letter(), "en") == "the cabinet"


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("nl", ("18 juni 2026", "antwoordde de minister van Asiel en Migratie", "vraag 1")),
        ("en", ("18 June 2026", "the Minister of Asylum and Migration answered", "question 1")),
    ],
)
def test_a_quote_is_introduced_by_when_who_and_what(
    make_letter: MakeLetter, language: Language, parts: tuple[str, ...]
) -> None:
    told = wording.introduction(_place(make_letter(date="2026-06-18", ministers=(MINISTER,))), language)
    assert all(part in told for part in parts)
    assert told.endswith(":")


@pytest.mark.parametrize(("language", "verb"), [("nl", "schreef"), ("en", "wrote")])
def test_a_paragraph_was_written_not_answered(make_letter: MakeLetter, language: Language, verb: str) -> None:
    letter = make_letter(pairs=(), paragraphs=("De haven groeit.",), date="2026-06-18")
    assert verb in wording.introduction(Place(letter, paragraph=letter.paragraphs[0]), language)


@pytest.mark.parametrize("kind", ["answers", "consultation", "letter"])
def test_a_letter_without_a_date_is_said_to_have_none(make_letter: MakeLetter, kind: str) -> None:
    place = _place(make_letter(kind=kind))
    assert "zonder datum" in wording.introduction(place, "nl")
    assert "undated" in wording.introduction(place, "en")


@pytest.mark.parametrize(
    ("exchange", "dutch", "english"),
    [
        (Exchange("", ("5", "6"), None, None), "vragen 5 en 6", "questions 5 and 6"),
        (Exchange("", ("1", "2", "3"), None, None), "vragen 1, 2 en 3", "questions 1, 2 and 3"),
        (Exchange("", ("3",), None, None, party="PVV"), "vraag 3 van de PVV-fractie", "question 3 of the PVV group"),
    ],
)
def test_several_questions_and_parties_are_named(
    make_letter: MakeLetter, exchange: Exchange, dutch: str, english: str
) -> None:
    place = Place(make_letter(), exchange=exchange)
    assert dutch in wording.introduction(place, "nl")
    assert english in wording.introduction(place, "en")
    assert wording.reference_place(place) == f"antwoord op {dutch}"


def test_where_an_answer_points_is_named(make_letter: MakeLetter) -> None:
    letter, other = make_letter("a"), make_letter("b")
    for language in ("nl", "en"):
        inside = wording.pointing(_place(letter), _place(letter, numbers=("4",)), language)
        outside = wording.pointing(_place(letter), _place(other, numbers=("4",)), language)
        assert "4" in inside
        assert letter.citation not in inside
        assert other.citation in outside


def test_a_paragraph_is_named_by_its_number(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(), paragraphs=("De haven groeit.",))
    assert "1" in wording.reference_place(Place(letter, paragraph=letter.paragraphs[0]))
    assert wording.reference_place(Place(letter)) == ""


@pytest.mark.parametrize(
    "words", [wording.NOT_FOUND, wording.REFUSED, wording.DOUBTED, wording.UNANSWERED, wording.RELATED]
)
def test_every_set_phrase_is_there_in_both_languages(words: dict[Language, str]) -> None:
    assert set(words) == {"nl", "en"}
    assert words["nl"] != words["en"]


def _named(**names: object) -> Named:
    nothing: dict[str, object] = {"letters": None, "numbers": (), "parties": (), "years": (), "rest": ""}
    return Named(**nothing | names)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "dutch", "english"),
    [
        ({"parties": ("VVD", "SP")}, "fractie VVD, fractie SP", "VVD group, SP group"),
        ({"office": "Financiën"}, "minister: Financiën", "minister: Finance"),
        ({"office": "Kaag"}, "minister: Kaag", "minister: Kaag"),
        ({"asker": "Bikker"}, "vraagsteller Bikker", "asked by Bikker"),
        ({"years": ("2024",)}, "jaar 2024", "year 2024"),
        ({"period": Period("2025-03-01", None, (0, 1))}, "vanaf maart 2025", "from March 2025"),
        ({"period": Period(None, "2025-12-31", (0, 1))}, "tot en met december 2025", "up to December 2025"),
        ({"period": Period(None, "2026-06-17", (0, 1))}, "tot en met 17 juni 2026", "up to 17 June 2026"),
        ({"period": Period(None, "2026-05-01", (0, 1))}, "tot en met 1 mei 2026", "up to 1 May 2026"),
        ({"period": Period("2026-05-31", None, (0, 1))}, "vanaf 31 mei 2026", "from 31 May 2026"),
        (
            {"letters": frozenset({"kst-1-2"}), "numbers": ("3",)},
            "brief kst-1-2, vraag 3",
            "letter kst-1-2, question 3",
        ),
    ],
)
def test_what_no_letter_meets_is_told_in_full(names: dict[str, object], dutch: str, english: str) -> None:
    named = _named(**names)
    assert ", ".join(wording.understood(named, {}, "nl")) == dutch
    assert ", ".join(wording.understood(named, {}, "en")) == english
    assert wording.nothing_named(named, "nl").startswith(f"Niets in deze brieven voldoet hieraan: {dutch}.")
    assert wording.nothing_named(named, "en").startswith(f"Nothing in these letters meets this: {english}.")


def test_a_date_that_no_letter_has_is_told_without_its_names() -> None:
    assert "datum" in wording.nothing_named(_named(letters=frozenset()), "nl")
    assert "date" in wording.nothing_named(_named(letters=frozenset()), "en")


def test_a_month_is_written_in_full() -> None:
    assert wording.month((2025, 3), "nl") == "maart 2025"
    assert wording.month((2025, 12), "en") == "December 2025"


@pytest.mark.parametrize(
    ("language", "moment", "question", "unsettled"),
    [
        ("nl", "(de inleiding noemt maart 2025)", " (“Klopt het?” [1])", ", zonder het vast te leggen"),
        ("en", "(its introduction names March 2025)", " (“Klopt het?” [1])", ", without settling it"),
    ],
)
def test_an_introduction_tells_the_month_the_question_and_that_nothing_is_settled(
    make_letter: MakeLetter, language: Language, moment: str, question: str, unsettled: str
) -> None:
    place = _place(make_letter())
    told = wording.introduction(place, language, moment="2025-03", question="“Klopt het?” [1]", unsettled=True)
    assert moment in told
    assert told.endswith(f"{question}{unsettled}:")
    plain = wording.introduction(place, language)
    assert moment not in plain
    assert unsettled not in plain
    assert "(" not in plain


def test_a_letter_with_a_date_names_no_other_month(make_letter: MakeLetter) -> None:
    place = _place(make_letter(date="2026-06-18"))
    assert wording.introduction(place, "nl", moment="2025-03") == wording.introduction(place, "nl")


@pytest.mark.parametrize(
    ("askers", "dutch", "english"),
    [
        (
            (Asker("Westerveld", "GroenLinks-PvdA"),),
            "vroeg Westerveld (GroenLinks-PvdA)",
            "Westerveld (GroenLinks-PvdA)",
        ),
        ((Asker("Omtzigt", None),), "vroeg Omtzigt", "Omtzigt asked"),
        ((Asker(None, "SP"), Asker(None, "CDA")), "vroegen SP en CDA", "SP and CDA asked"),
        ((), "een vraagsteller die de brief niet noemt", "someone the letter does not name"),
    ],
)
def test_who_asked_is_named(make_letter: MakeLetter, askers: tuple[Asker, ...], dutch: str, english: str) -> None:
    place = _place(make_letter(submitted="2026-03-09", askers=askers))
    assert dutch in wording.asked(place, "nl")
    assert english in wording.asked(place, "en")


def test_a_group_asks_for_itself_and_without_a_date(make_letter: MakeLetter) -> None:
    place = _place(make_letter(askers=(Asker(None, "SP"), Asker(None, "CDA"))), party="CDA", numbers=("2", "3"))
    assert wording.asked(place, "nl") == "Gevraagd werd door de CDA-fractie (vragen 2 en 3):"
    assert wording.asked(place, "en") == "Asked by the CDA group (questions 2 and 3):"
    assert wording.reference_question(place) == "vragen 2 en 3 van de CDA-fractie"


def test_a_question_without_a_number_has_none(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(), paragraphs=("Gaat de brug open?",), askers=(Asker("Omtzigt", None),))
    place = Place(letter, paragraph=letter.paragraphs[0])
    assert wording.asked(place, "nl") == "Gevraagd werd door Omtzigt:"
    assert wording.asked(place, "en") == "Asked by Omtzigt:"
