import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.run import ingest
from rag import feedback
from rag.answer import Answer, Citation, Place
from rag.errors import QuestionError, StoreError
from rag.feedback import LONGEST_NOTE, VERDICTS, Feedback, record, recorded
from rag.indexing.index import Index
from rag.settings import Settings
from rag.store import Store
from tests.conftest import MakeLetter


@pytest.fixture
def empty(tmp_path: Path) -> Settings:
    """Settings of an index whose store holds no letters yet."""
    settings = Settings(index=tmp_path / "index", corpus=tmp_path / "corpus", embedding="shipped")
    Store.open(Index(settings).store_path, create=True).close()
    return settings


SAID = Feedback(
    "Wat kost het?", "nl", "wrong", "het is meer", ("a#1", "b#p2"), "Niets [1].", "2026-11-26T07:00:00+00:00"
)


def test_what_was_said_is_read_back_in_its_order(empty: Settings) -> None:
    assert recorded(empty) == ()
    all_said = [replace(SAID, verdict=verdict, note=f"om {verdict}") for verdict in VERDICTS]
    for said in all_said:
        record(empty, said)
    assert recorded(empty) == tuple(all_said)


def test_it_is_about_the_question_as_searched_and_names_the_places(make_letter: MakeLetter) -> None:
    letter = make_letter()
    exchange = letter.exchanges[0]
    start, end = exchange.answer_span or (0, 0)
    citation = Citation(1, Place(letter, exchange), "answer", letter.text[start:end], start, end, "Brief")
    answer = Answer("En in 2026?", "nl", "answered", "“…” [1]", (citation,), searched="Wat kostte het in 2026?")
    said = Feedback.on(answer, "wrong_source", " niet\n deze ")
    assert (said.question, said.note, said.cited) == ("Wat kostte het in 2026?", "niet deze", ("2026-1#1",))
    assert said.at.endswith("+00:00")


def test_a_note_has_an_end() -> None:
    with pytest.raises(QuestionError, match="2000 is the most"):
        replace(SAID, note="a" * (LONGEST_NOTE + 1))


def test_without_a_store_there_is_nothing_to_keep_it_in(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="vraagbaak ingest"):
        record(Settings(index=tmp_path / "none"), SAID)


def test_a_running_ingest_is_named(empty: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feedback, "_PATIENCE", 0.05)
    with Index(empty).writing(), pytest.raises(StoreError, match="an ingest is writing the store"):
        record(empty, SAID)
    record(empty, SAID)
    assert recorded(empty) == (SAID,)


def test_a_damaged_store_is_named(empty: Settings) -> None:
    path = Index(empty).store_path
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match=r"letters\.sqlite: feedback cannot be"):
        recorded(empty)


def test_an_ingest_keeps_it_and_no_generation_gets_a_copy(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(
        "Antwoorden aan de Tweede Kamer\n\nVraag 1\nWat kost het?\n\nAntwoord 1\nHet kost niets.\n"
    )
    settings = Settings(index=tmp_path / "index", corpus=corpus, embedding="shipped")
    ingest(settings)
    record(settings, SAID)
    (corpus / "b.txt").write_text("Antwoorden aan de Tweede Kamer\n\nVraag 1\nEn dan?\n\nAntwoord 1\nDan is het uit.\n")
    ingest(settings)
    assert recorded(settings) == (SAID,)
    copy = settings.index / (Index(settings).current() or "") / "letters.sqlite"
    with closing(sqlite3.connect(copy)) as database:
        assert not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'feedback'").fetchall()
