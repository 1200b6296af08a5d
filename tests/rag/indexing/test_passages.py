from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as limits

from rag.answer import Place
from rag.answering.sentences import sentences
from rag.assistant import Assistant
from rag.indexing.passages import PIECE, fields, passages, places
from rag.letter import Exchange, Letter
from tests.conftest import MakeLetter
from tests.rag.drawn import prose


def _exchange_place(question: str, answer: str) -> Place:
    text = f"{question}\n\n{answer}\n\nHoogachtend,"
    exchange = Exchange("Vraag 1", ("1",), (0, len(question)), (len(question) + 2, len(question) + 2 + len(answer)))
    return Place(
        Letter(
            id="a", source="a.txt", kind="answers", title="Brief", text=text, citation="Brief a", exchanges=(exchange,)
        ),
        exchange=exchange,
    )


def _check(place: Place) -> None:
    """Check that every character of an answer that is not white space is in exactly one answer passage."""
    found = list(passages(place))
    assert len({one.id for one in found}) == len(found)
    text = place.letter.text
    spoken = [one for one in found if one.role in {"answer", "text"}]
    covered = [at for one in spoken for at in range(*one.span) if not text[at].isspace()]
    assert covered == [at for at in range(*place.span) if not text[at].isspace()]
    for one in spoken:
        words = text[slice(*one.span)]
        assert words == words.strip() != ""
        assert len(words) <= PIECE or len(sentences(text, one.span)) == 1


@limits(deadline=None, max_examples=40)
@given(prose(10), prose(200))
def test_an_answer_is_parted_without_loss(question: str, answer: str) -> None:
    place = _exchange_place(question, answer)
    _check(place)
    (asked,) = [one for one in passages(place) if one.role == "question"]
    assert asked.text == question


def test_the_five_letters_are_parted_without_loss(assistant: Assistant) -> None:
    found = [place for letter in assistant.letters() for place in places(letter)]
    for place in found:
        _check(place)
    ids = [passage.id for place in found for passage in passages(place)]
    assert len(set(ids)) == len(ids)


def test_places_are_named_alike_on_every_machine(assistant: Assistant) -> None:
    keys = [place.key for letter in assistant.letters() for place in places(letter)]
    assert len(set(keys)) == len(keys)
    assert {"7562802#7", "7562802#5+6", "kst-32317-974#NSC-3"} <= set(keys)


def test_exchanges_of_the_same_number_are_named_apart(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waarom?", "Daarom."), ("Hoezo?", "Zomaar.")))
    again = replace(letter.exchanges[1], numbers=letter.exchanges[0].numbers)
    letter = replace(letter, exchanges=(letter.exchanges[0], again))
    assert [place.key for place in places(letter)] == ["2026-1#1", "2026-1#1@2"]


def test_a_long_answer_has_several_pieces_in_order(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waarom?", "Dit is een zin over otters. " * 100),))
    found = [one for one in passages(Place(letter, exchange=letter.exchanges[0])) if one.role == "answer"]
    assert [one.id for one in found] == [f"2026-1#1/answer@{one.span[0]}" for one in found]
    assert len(found) > 1
    assert all("\n\nWaarom?\n\nDit is een zin" in one.text for one in found)
    assert [one.span for one in found] == sorted(one.span for one in found)


def test_an_answer_is_searched_with_what_it_is_about_and_the_question_alone(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waarom?", "Daarom."), ("Hoezo?", None)), title="Otters")
    found = [one for place in places(letter) for one in passages(place)]
    assert [one.text for one in found if one.role == "question"] == ["Waarom?", "Hoezo?"]
    assert [(one.text, letter.at(one.span)) for one in found if one.role == "answer"] == [
        ("Otters\n\nWaarom?\n\nDaarom.", "Daarom.")
    ]


@pytest.mark.parametrize("answers_first", [False, True])
def test_a_passage_holds_no_words_of_another_exchange(make_letter: MakeLetter, *, answers_first: bool) -> None:
    asked, answered = ("Waarom otters?", "Hoezo bevers?"), ("Daarom.", "Zomaar.")
    letter = make_letter(pairs=(answered, asked) if answers_first else (asked, answered))
    one, other = letter.exchanges[::-1] if answers_first else letter.exchanges
    exchange = replace(one, answer_span=other.question_span)
    assert (letter.at(exchange.question_span), letter.at(exchange.answer_span)) == ("Waarom otters?", "Daarom.")
    found = list(passages(Place(letter, exchange=exchange)))
    assert all(passage.text for passage in found)
    assert not any(words in passage.text for passage in found for words in ("bevers", "Zomaar"))


def test_an_answer_whose_question_was_lost_is_searched(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waarom?", "Daarom."),))
    place = Place(letter, exchange=replace(letter.exchanges[0], question_span=None))
    assert [one.role for one in passages(place)] == ["answer"]
    assert fields(place).question == ""


def test_forms_of_address_and_signatures_say_nothing(make_letter: MakeLetter) -> None:
    letter = make_letter(
        pairs=(),
        paragraphs=("Geachte voorzitter,", "Hierbij stuur ik u de antwoorden.", "Hoogachtend,", "M. Jansen"),
    )
    assert [letter.at(place.span) for place in places(letter)] == ["Hierbij stuur ik u de antwoorden."]
    (passage,) = [one for place in places(letter) for one in passages(place)]
    assert (passage.id, passage.role) == (f"2026-1#p2/text@{passage.span[0]}", "text")


def test_the_fields_of_an_exchange_keep_question_and_answer_apart(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waarom?", "Daarom."),), title="Antwoorden over otters")
    exchange = replace(letter.exchanges[0], party="PVV", section="Natuur")
    found = fields(Place(letter, exchange=exchange))
    assert (found.question, found.answer) == ("Waarom?", "Daarom.")
    assert found.context == "Antwoorden over otters Natuur PVV"


def test_the_fields_of_a_paragraph_have_no_question(make_letter: MakeLetter) -> None:
    (place,) = places(make_letter(pairs=(), paragraphs=("De otter leeft in de Biesbosch.",)))
    found = fields(place)
    assert (found.question, found.answer, found.context) == ("Een brief", "De otter leeft in de Biesbosch.", "")
