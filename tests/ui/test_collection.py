from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.errors import IndexUnusable, SettingError, StoreError
from rag.settings import Settings
from tests.ui.conftest import ScriptedAssistant, make_letter
from ui.collection import Collection, open_inbox

LETTER = "Antwoorden aan de Tweede Kamer\n\nVraag 1\nHoe hoog is de dijk?\n\nAntwoord 1\nDe dijk is {} meter hoog.\n"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "zeven.txt").write_text(LETTER.format(7))
    made = Collection(Settings(index=tmp_path / "index", corpus=corpus, inbox=tmp_path / "inbox", embedding="shipped"))
    stages: list[str] = []
    made.start(lambda stage, *_: stages.append(stage))
    answerer = made.answerer()
    assert made.building is None
    assert "reading" in stages
    yield made
    assert isinstance(answerer, Assistant)
    answerer.close()


def silent(stage: str, done: int, total: int, name: str = "") -> None:
    del stage, done, total, name


def test_letters_are_added_shown_and_removed_with_their_file(collection: Collection) -> None:
    inbox = collection.settings.inbox
    inbox.mkdir()
    good, bad = inbox / "acht.txt", inbox / "recept.txt"
    good.write_text(LETTER.format(8))
    bad.write_text("Neem twee eieren.")
    report = collection.add([good, bad], silent)
    assert (report.added, len(report.failed)) == (1, 1)
    assert not bad.exists()
    heads = {card.head.source: card.head for card in collection.shelf().cards}
    assert set(heads) == {"acht.txt", "zeven.txt"}
    assert collection.remove(heads["acht.txt"]) is None
    assert not good.exists()
    stays = collection.remove(heads["zeven.txt"])
    assert stays == collection.settings.corpus / "zeven.txt"
    assert stays.exists()
    assert collection.shelf().cards == ()


def test_the_shelf_is_made_once_for_each_index(collection: Collection) -> None:
    assert collection.shelf() is collection.shelf()


def test_the_file_of_a_letter_is_known_and_one_that_is_gone_is_told(collection: Collection) -> None:
    (card,) = collection.shelf().cards
    path, known = collection.source(card.head)
    assert path == collection.settings.corpus / "zeven.txt"
    assert len(known) == 64
    with pytest.raises(StoreError, match="no such letter"):
        collection.source(make_letter())


def test_without_an_index_nothing_is_on_the_shelf_and_a_question_says_why(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("no folder")
    collection = Collection(Settings(index=tmp_path / "index", corpus=tmp_path))
    assert collection.shelf().cards == ()
    collection.start()
    with pytest.raises(IndexUnusable, match="no index can be written here"):
        collection.answerer()
    assert collection.failure is not None


def test_an_answerer_of_ones_own_is_ready_at_once(tmp_path: Path) -> None:
    answerer = ScriptedAssistant()
    collection = Collection(Settings(index=tmp_path), answerer)
    assert collection.answerer() is answerer
    assert len(collection.shelf().cards) == 2


def test_an_inbox_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingError, match="VRAAGBAAK_INBOX"):
        open_inbox(tmp_path / "file" / "inbox")
