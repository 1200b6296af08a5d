"""Feedback: what people said of answers, kept in the store of letters; a reader of it makes questions for eval.

It is not what the letters say: its table is made with the first word of it, and no generation gets a copy.
"""

import datetime
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from rag.answer import Answer, Language
from rag.errors import QuestionError, StoreError
from rag.indexing.index import Index
from rag.settings import Settings

Verdict = Literal["right", "wrong", "wrong_source"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

LONGEST_NOTE = 2_000
"""Characters of the longest note that is kept."""

_PATIENCE = 3.0
"""Seconds to wait for an ingest that holds the store; more would keep a person waiting at a button."""

_TABLE = """
CREATE TABLE IF NOT EXISTS feedback (
    n INTEGER PRIMARY KEY, at TEXT NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL, question TEXT NOT NULL,
    language TEXT NOT NULL, answer TEXT NOT NULL, cited TEXT NOT NULL
) STRICT
"""
_ADD = "INSERT INTO feedback (at, verdict, note, question, language, answer, cited) VALUES (?, ?, ?, ?, ?, ?, ?)"
_ALL = "SELECT question, language, verdict, note, cited, answer, at FROM feedback ORDER BY n"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one person said of one answer.

    ``cited`` are the keys of the places that the answer cited, in the order of their numbers (see
    :attr:`rag.answer.Place.key`); ``answer`` is its Markdown; ``at`` is when it was said, in UTC, as ISO 8601.

    Raises:
        QuestionError: the note is too long.
    """

    question: str
    language: Language
    verdict: Verdict
    note: str
    cited: tuple[str, ...]
    answer: str
    at: str

    def __post_init__(self) -> None:
        if len(self.note) > LONGEST_NOTE:
            raise QuestionError(f"The note has {len(self.note)} characters, {LONGEST_NOTE} is the most; shorten it.")

    @classmethod
    def on(cls, answer: Answer, verdict: Verdict, note: str = "") -> "Feedback":
        """Make the feedback that is said of an answer now; it is about the question as it was searched."""
        return cls(
            question=answer.searched or answer.question,
            language=answer.language,
            verdict=verdict,
            note=" ".join(note.split()),
            cited=tuple(citation.place.key for citation in answer.citations),
            answer=answer.answer,
            at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        )


def record(settings: Settings, feedback: Feedback) -> None:
    """Keep feedback in the store of the index that the settings name.

    Raises:
        StoreError: there is no store, an ingest holds it for longer than a few seconds, or it cannot be written to.
    """
    row = (feedback.at, feedback.verdict, feedback.note, feedback.question, feedback.language, feedback.answer)
    with _store(settings) as database, database:
        database.execute(_TABLE)
        database.execute(_ADD, (*row, json.dumps(feedback.cited)))


def recorded(settings: Settings) -> tuple[Feedback, ...]:
    """Return all feedback that was kept, the oldest first.

    Raises:
        StoreError: there is no store, or it cannot be read.
    """
    with _store(settings) as database:
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'feedback'").fetchone():
            return ()
        rows = database.execute(_ALL).fetchall()
    return tuple(_feedback(*row) for row in rows)


def _feedback(
    question: str, language: Language, verdict: Verdict, note: str, cited: str, answer: str, at: str
) -> Feedback:
    return Feedback(question, language, verdict, note, tuple(json.loads(cited)), answer, at)


@contextmanager
def _store(settings: Settings) -> Iterator[sqlite3.Connection]:
    path = Index(settings).store_path
    if not path.is_file():
        raise StoreError(f"{path}: there is no store to keep feedback in; run `vraagbaak ingest` first.")
    database = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        yield database
    except sqlite3.OperationalError as error:
        raise StoreError(f"{path}: {_why(path, error)}") from error
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise StoreError(f"{path}: feedback cannot be read or kept ({error}); run `vraagbaak doctor`.") from error
    finally:
        database.close()


def _why(path: Path, error: sqlite3.OperationalError) -> str:
    if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
        return "an ingest is writing the store, so the feedback was not kept; say it again when the ingest is done."
    return f"feedback cannot be kept ({error}); see that there is room, and that {path.name} may be written to."
