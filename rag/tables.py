"""The tables of the store, and how letters become rows and rows letters."""

import dataclasses
import json
import sqlite3
from pathlib import Path
from typing import Any

from rag.errors import StoreError
from rag.letter import Asker, Exchange, Head, Letter, Minister, Pointer

VERSION = 2
"""Counts up with every change of the tables below; a store of another version is refused."""

TABLES = """
CREATE TABLE sources (
    n INTEGER PRIMARY KEY, folder TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, distance INTEGER NOT NULL,
    UNIQUE (folder, name)
) STRICT;
CREATE TABLE letters (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    head TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (id, source)
) STRICT;
CREATE INDEX letters_of_sources ON letters (source);
CREATE TABLE exchanges (
    letter INTEGER NOT NULL REFERENCES letters ON DELETE CASCADE, n INTEGER NOT NULL, label TEXT NOT NULL,
    numbers TEXT NOT NULL, party TEXT, section TEXT, question_start INTEGER, question_end INTEGER,
    answer_start INTEGER, answer_end INTEGER, refers_to TEXT NOT NULL, PRIMARY KEY (letter, n)
) STRICT;
CREATE TABLE paragraphs (
    letter INTEGER NOT NULL REFERENCES letters ON DELETE CASCADE, n INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (letter, n)
) STRICT;
CREATE TABLE notes (
    letter INTEGER NOT NULL REFERENCES letters ON DELETE CASCADE, n INTEGER NOT NULL,
    mark TEXT NOT NULL, text TEXT NOT NULL, at INTEGER, PRIMARY KEY (letter, n)
) STRICT;
CREATE VIEW kept AS SELECT * FROM (
    SELECT letters.n, id, folder, name, digest,
        row_number() OVER (PARTITION BY id ORDER BY distance, folder, name) AS place
    FROM letters JOIN sources ON sources.n = letters.source
) WHERE place = 1;
"""
ALL = ("sources", "letters", "exchanges", "paragraphs", "notes")
_HEAD = tuple(field.name for field in dataclasses.fields(Head) if field.name not in ("id", "source"))
_BESIDE = ("pages", "warnings")


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables of an empty store.

    Raises:
        StoreError: the store is of another version.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if empty and not version:
        connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
    elif version != VERSION:
        raise StoreError(
            f"{path}: the store has version {version}, this Vraagbaak reads version {VERSION}; remove the file and "
            "run `vraagbaak ingest` on the folders of your letters: a store can always be made anew from them."
        )


def head_row(letter: Letter) -> str:
    """Return the JSON of what is known of a letter beside its tables."""
    return json.dumps({name: getattr(letter, name) for name in (*_HEAD, *_BESIDE)}, default=dataclasses.asdict)


def head_of(letter_id: str, source: str, row: str) -> Head:
    """Return the head of a letter."""
    values = json.loads(row)
    return Head(id=letter_id, source=source, **_known(values))


def letter_of(letter_id: str, source: str, row: str, **parts: Any) -> Letter:  # noqa: ANN401 - the fields of a letter
    """Return a letter of its head and its parts."""
    values = json.loads(row)
    pages = tuple((start, number) for start, number in values["pages"])
    return Letter(
        id=letter_id, source=source, **_known(values), pages=pages, warnings=tuple(values["warnings"]), **parts
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _HEAD} | {
        "ministers": tuple(Minister(**one) for one in values["ministers"]),
        "askers": tuple(Asker(**one) for one in values["askers"]),
    }


def exchange_row(one: Exchange) -> tuple[object, ...]:
    """Return the columns of an exchange: its label first, where it points last."""
    pointers = json.dumps([dataclasses.asdict(pointer) for pointer in one.refers_to])
    question, answer = one.question_span or (None, None), one.answer_span or (None, None)
    return (one.label, json.dumps(one.numbers), one.party, one.section, *question, *answer, pointers)


def exchange_of(row: tuple[Any, ...]) -> Exchange:
    """Return the exchange of a row."""
    label, numbers, party, section, q_start, q_end, a_start, a_end, pointers = row
    return Exchange(
        label=label,
        numbers=tuple(json.loads(numbers)),
        question_span=None if q_start is None else (q_start, q_end),
        answer_span=None if a_start is None else (a_start, a_end),
        party=party,
        section=section,
        refers_to=tuple(Pointer(**{**one, "numbers": tuple(one["numbers"])}) for one in json.loads(pointers)),
    )
