"""The index folder: the store, the generations, which one is in use, and who may write.

``letters.sqlite`` is the truth. ``gen-N`` are generations; the file ``CURRENT`` names the one in use. A writer
holds ``LOCK``, builds in ``staging``, and only then renames and points: whoever dies on the way has changed
nothing that a reader sees.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from rag.embedding import load_embedding
from rag.errors import IndexUnusable
from rag.generation import STORE, Generation, build, make
from rag.settings import Settings
from rag.store import Store

KEPT = 2
"""Generations that stay: the one in use, and the one that a reader may still be using."""


class Index:
    """The index in a folder, to read from and to write to."""

    def __init__(self, settings: Settings) -> None:
        self.folder = settings.index
        self._embedding_name = settings.embedding

    @property
    def store_path(self) -> Path:
        """Where the store is."""
        return self.folder / STORE

    def current(self) -> str | None:
        """Return the name of the generation in use, or None when there is none yet."""
        try:
            return (self.folder / "CURRENT").read_text().strip()
        except FileNotFoundError:
            return None

    def open(self) -> Generation:
        """Open the generation in use.

        Raises:
            IndexUnusable: there is none, or it is damaged or made with other settings.
        """
        name = self.current()
        if name is None:
            raise IndexUnusable(f"{self.folder}: there is no index here; run `vraagbaak ingest` first.")
        return Generation.open(self.folder / name, load_embedding(self._embedding_name))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store to the one writer; what it leaves uncommitted is rolled back.

        Raises:
            IndexUnusable: another process is writing.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "LOCK")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexUnusable(
                f"{self.folder}: another ingest is writing this index; wait until it is done and try again."
            ) from error
        try:
            store = Store.open(self.store_path, create=True)
            store.begin()
            try:
                yield store
            finally:
                store.rollback()
                store.close()
        finally:
            lock.release()

    def is_current(self, store: Store) -> bool:
        """Say whether the generation in use was made of just these letters with the settings of now."""
        name = self.current()
        if name is None:
            return False
        try:
            manifest = json.loads((self.folder / name / "manifest.json").read_text())
        except (OSError, ValueError):
            return False
        now = make(load_embedding(self._embedding_name))
        return bool(manifest.get("make") == now and manifest.get("letters") == store.digests())

    def publish(self, store: Store) -> None:
        """Build a generation of a store that :meth:`writing` gave, commit the store, and put it into use."""
        staging = self.folder / "staging"
        shutil.rmtree(staging, ignore_errors=True)
        build(store, staging, load_embedding(self._embedding_name))
        number = 1 + max((int(path.name[4:]) for path in self.folder.glob("gen-*")), default=0)
        name = f"gen-{number}"
        staging.rename(self.folder / name)
        store.commit()
        pointer = self.folder / "CURRENT.new"
        pointer.write_text(name + "\n")
        with pointer.open() as file:
            os.fsync(file.fileno())
        pointer.replace(self.folder / "CURRENT")
        self._clear(number)

    def _clear(self, number: int) -> None:
        for path in self.folder.glob("gen-*"):
            if int(path.name[4:]) <= number - KEPT:
                shutil.rmtree(path, ignore_errors=True)
