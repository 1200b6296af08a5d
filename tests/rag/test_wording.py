from dataclasses import replace

import pytest

from rag import wording
from rag.answer import Language, Place
from rag.letter import Exchange, Letter, Minister
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


@pytest.mark.parametrize("words", [wording.NOT_FOUND, wording.REFUSED, wording.UNANSWERED, wording.RELATED])
def test_every_set_phrase_is_there_in_both_languages(words: dict[Language, str]) -> None:
    assert set(words) == {"nl", "en"}
    assert words["nl"] != words["en"]
