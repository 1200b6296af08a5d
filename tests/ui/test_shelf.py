from dataclasses import replace

from rag.assistant import Assistant
from rag.letter import Exchange
from tests.ui.conftest import make_letter, make_undated
from ui.examples import SHOWN, examples
from ui.shelf import Shelf

OLD = replace(make_letter(), id="old", date="2020-01-02", title="Aardappels", kind="consultation", exchanges=())


def ids(shelf: Shelf, **wish: str) -> list[str]:
    return [card.head.id for card in shelf.find(**wish)]  # type: ignore[arg-type]


def test_letters_are_found_by_all_words_and_kind_in_an_order() -> None:
    shelf = Shelf.of([make_undated(), OLD, make_letter()])
    assert ids(shelf) == ["7000001", "old", "hubs"]
    assert ids(shelf, sort="old") == ["old", "7000001", "hubs"]
    assert ids(shelf, sort="title")[0] == "old"
    assert ids(shelf, sort="long")[0] == "7000001"
    assert ids(shelf, words="ASIEL volt", kind="answers") == ["7000001"]
    assert ids(shelf, words="sjoerdsma") == ["hubs"]
    assert ids(shelf, words="volt sjoerdsma") == []


def test_what_can_be_narrowed_to_is_what_there_is() -> None:
    together = Exchange("x", ("1",), (0, 1), (1, 2), party="SP en ChristenUnie")
    shelf = Shelf.of([make_undated(), replace(make_letter(), exchanges=(together,))])
    choices = shelf.choices()
    assert choices["kind"] == ("answers", "letter")
    assert choices["chamber"] == ("Eerste Kamer",)
    assert choices["party"] == ("ChristenUnie", "D66", "SP", "Volt")
    assert choices["minister"] == ("minister van Asiel en Migratie", "minister voor Buitenlandse Handel")


def test_a_card_holds_no_text() -> None:
    (card,) = Shelf.of([make_letter()]).cards
    assert (card.head.text, card.head.exchanges, card.exchanges) == ("", (), 8)


def test_examples_are_asked_in_the_letters_and_answered_by_them() -> None:
    (found, *_) = examples([make_letter()])
    assert (found.language, found.question) == ("nl", "Is maatregel 1 genomen?")
    assert examples([make_undated(), OLD]) == ()


def test_examples_of_the_corpus_are_answered(assistant_of_corpus: Assistant) -> None:
    found = Shelf.of(assistant_of_corpus.letters()).examples
    assert len([one for one in found if one.language == "nl"]) == SHOWN
    assert any(one.language == "en" for one in found)
    for one in found:
        answer = assistant_of_corpus.ask(one.question)
        assert answer.status == "answered"
        assert any(citation.place.exchange == one.exchange for citation in answer.citations)
