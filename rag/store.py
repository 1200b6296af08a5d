"""The store: one SQLite file that holds every letter as it was understood. It is the truth; the index is not.

It holds what each source says. Where several sources hold one letter, the nearest of them (the least ``distance``,
then the first by folder and name) is the letter; the others stay for when that one is gone.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from rag.errors import StoreError
from rag.letter import Head, Letter, Note, Paragraph
from rag.tables import ALL, TABLES, VERSION, exchange_of, exchange_row, head_of, head_row, letter_of, prepare

_LETTER = (
    "SELECT letters.n, id, name, head, text FROM letters JOIN sources ON sources.n = letters.source WHERE id = ?"
    " ORDER BY distance, folder, name LIMIT 1"
)
_HEADS = "SELECT kept.id, name, head FROM kept JOIN letters USING (n) ORDER BY kept.id"
_UNDATED = (
    "SELECT kept.id, substr(text, 1, ?) FROM kept JOIN letters USING (n) WHERE json_extract(head, '$.date') IS NULL"
)
_EXCHANGES = (
    "SELECT label, numbers, party, section, question_start, question_end, answer_start, answer_end, refers_to"
    " FROM exchanges WHERE letter = ? ORDER BY n"
)
_PARAGRAPHS = "SELECT n, start, end FROM paragraphs WHERE letter = ? ORDER BY n"
_NOTES = "SELECT mark, text, at FROM notes WHERE letter = ? ORDER BY n"
_REMEDY = "put back a copy, or remove it and run `vraagbaak ingest`"


@dataclass(frozen=True, slots=True)
class Held:
    """What the store holds of a source: the digest of the file, and the ids of its letters."""

    digest: str
    letters: tuple[str, ...]


class Store:
    """Letters by id, each with the digest of the file that it was read from.

    Raises:
        StoreError: the file is missing, damaged, or of another version.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, remedy: str = _REMEDY) -> None:
        self._db, self.path, self._remedy = connection, path, remedy
        self._db.execute("PRAGMA foreign_keys = ON")

    @classmethod
    def open(cls, path: Path, *, create: bool = False, remedy: str = _REMEDY) -> "Store":
        """Open a store; with ``create``, a missing or empty file becomes an empty store.

        ``remedy`` is what a user is told to do when the file turns out to be damaged.
        """
        if not create and not (path.is_file() and path.stat().st_size):
            raise StoreError(f"{path}: there is no store of letters here; run `vraagbaak ingest` first.")
        with _readable(path, remedy):
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, check_same_thread=False)
            try:
                prepare(connection, path)
                return cls(connection, path, remedy)
            except (StoreError, sqlite3.Error):
                connection.close()
                raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def begin(self) -> None:
        """Start a change that stays unseen until :meth:`commit`."""
        with _readable(self.path, self._remedy):
            self._db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keep what was changed since :meth:`begin`."""
        self._db.commit()

    def rollback(self) -> None:
        """Forget what was changed since :meth:`begin`."""
        self._db.rollback()

    def copy_to(self, path: Path) -> None:
        """Write a copy of the store, uncommitted changes of this connection included."""
        target = sqlite3.connect(path)
        try:
            target.executescript(f"{TABLES} PRAGMA user_version = {VERSION};")
            for table in ALL:
                rows = self._db.execute(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608 - names are ours
                marks = ", ".join("?" * len(rows.description))
                target.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names are ours
            target.commit()
        finally:
            target.close()

    def put(self, letters: Sequence[Letter], digest: str, folder: str = "", distance: int = 0) -> None:
        """Keep the letters of one source in a folder, in place of all that the store had from there.

        Args:
            letters: what was read from the source; one at least, all with the name of that source.
            digest: the digest of the file.
            folder: the folder in which the source was found.
            distance: how far the source stands from the letter as it was written; of one letter in several
                sources the nearest is kept.
        """
        (name,) = {letter.source for letter in letters}
        self.forget(folder, name)
        row = (folder, name, digest, distance)
        source = self._db.execute("INSERT INTO sources VALUES (NULL, ?, ?, ?, ?)", row).lastrowid
        for letter in letters:
            self._insert(letter, source)

    def _insert(self, letter: Letter, source: int | None) -> None:
        row = (letter.id, source, head_row(letter), letter.text)
        key = self._db.execute("INSERT INTO letters VALUES (NULL, ?, ?, ?, ?)", row).lastrowid
        self._db.executemany(
            "INSERT INTO exchanges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(key, n, *exchange_row(one)) for n, one in enumerate(letter.exchanges)],
        )
        self._db.executemany(
            "INSERT INTO paragraphs VALUES (?, ?, ?, ?)", [(key, one.n, *one.span) for one in letter.paragraphs]
        )
        self._db.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?, ?)",
            [(key, n, one.mark, one.text, one.at) for n, one in enumerate(letter.notes)],
        )

    def point(self, letter: Letter) -> None:
        """Write down anew where the answers of a letter point."""
        (key,) = self._rows("SELECT n FROM kept WHERE id = ?", letter.id)[0]
        self._db.executemany(
            "UPDATE exchanges SET refers_to = ? WHERE letter = ? AND n = ?",
            [(exchange_row(one)[-1], key, n) for n, one in enumerate(letter.exchanges)],
        )

    def forget(self, folder: str, source: str) -> None:
        """Take out all that was read from a source; one that is not there changes nothing."""
        self._db.execute("DELETE FROM sources WHERE folder = ? AND name = ?", (folder, source))

    def remove(self, letter_id: str) -> None:
        """Take a letter out, from whichever sources it was read; an id that is not there changes nothing.

        What else those sources hold stays, with a digest that no file has: they are no longer held as a whole.
        """
        holders = "SELECT source FROM letters WHERE id = ?"
        self._db.execute(f"UPDATE sources SET digest = '' WHERE n IN ({holders})", (letter_id,))  # noqa: S608
        self._db.execute("DELETE FROM letters WHERE id = ?", (letter_id,))
        self._db.execute("DELETE FROM sources WHERE n NOT IN (SELECT source FROM letters)")

    def held(self) -> dict[tuple[str, str], Held]:
        """Return, for each folder and source in it, what the store holds from there."""
        rows = self._rows(
            "SELECT folder, name, digest, id FROM sources JOIN letters ON letters.source = sources.n"
            " ORDER BY folder, name, letters.n"
        )
        return {
            (folder, name): Held(digest, tuple(row[3] for row in together))
            for (folder, name, digest), together in groupby(rows, key=lambda row: row[:3])
        }

    def digests(self) -> dict[str, str]:
        """Return, for each letter's id, the digest of the file that it was read from."""
        return dict(self._rows("SELECT id, digest FROM kept ORDER BY id"))

    def origins(self) -> dict[str, tuple[str, str]]:
        """Return, for each letter's id, the folder and the source in it that it was read from."""
        rows = self._rows("SELECT id, folder, name FROM kept ORDER BY id")
        return {letter_id: (folder, name) for letter_id, folder, name in rows}

    def counts(self) -> tuple[int, int, int]:
        """Return how many letters, exchanges and paragraphs there are."""
        letters = self._rows("SELECT count(*) FROM kept")[0][0]
        exchanges, paragraphs = (
            self._rows(f"SELECT count(*) FROM {table} JOIN kept ON kept.n = letter")[0][0]  # noqa: S608 - names are ours
            for table in ("exchanges", "paragraphs")
        )
        return letters, exchanges, paragraphs

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty when it is sound."""
        try:
            found = [row[0] for row in self._db.execute("PRAGMA integrity_check(5)")]
        except sqlite3.DatabaseError as error:
            return [str(error)]
        return [] if found == ["ok"] else found

    def ids(self) -> list[str]:
        """Return the ids of all letters, in their order."""
        return [row[0] for row in self._rows("SELECT DISTINCT id FROM letters ORDER BY id")]

    def get(self, letter_id: str) -> Letter:
        """Return one letter.

        Raises:
            StoreError: no letter has this id, or what the store has of it is damaged.
        """
        found = self._rows(_LETTER, letter_id)
        if not found:
            raise StoreError(f"{letter_id}: no such letter; `vraagbaak letters` lists those that there are.")
        with _readable(self.path, self._remedy):
            return self._letter(found[0])

    def letters(self) -> Iterator[Letter]:
        """Yield every letter, in the order of their ids."""
        for letter_id in self.ids():
            yield self.get(letter_id)

    def heads(self) -> Iterator[Head]:
        """Yield the head of every letter, in the order of their ids, without reading the letters."""
        for letter_id, source, known in self._rows(_HEADS):
            with _readable(self.path, self._remedy):
                yield head_of(letter_id, source, known)

    def introductions(self, length: int) -> dict[str, str]:
        """Return, for the id of each letter without a date, so many characters of its beginning."""
        return dict(self._rows(_UNDATED, length))

    def _letter(self, row: tuple[Any, ...]) -> Letter:
        key, letter_id, source, known, text = row
        return letter_of(
            letter_id,
            source,
            known,
            text=text,
            exchanges=tuple(exchange_of(row) for row in self._rows(_EXCHANGES, key)),
            paragraphs=tuple(Paragraph(n, (start, end)) for n, start, end in self._rows(_PARAGRAPHS, key)),
            notes=tuple(Note(*row) for row in self._rows(_NOTES, key)),
        )

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with _readable(self.path, self._remedy):
            return self._db.execute(query, values).fetchall()


@contextmanager
def _readable(path: Path, remedy: str) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: the store cannot be read ({error}); {remedy}.") from error
