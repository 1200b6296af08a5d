"""The index folder: the store, the generations, which one is in use, and who may write.

``letters.sqlite`` is the truth. ``gen-N`` are generations; the file ``CURRENT`` names the one in use. A writer
holds ``LOCK``, builds in ``staging``, and only then renames and points: whoever dies on the way has changed
nothing that a reader sees.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chromadb.errors import ChromaError
from filelock import FileLock, Timeout

from rag.errors import IndexBusy, IndexUnusable, StoreError
from rag.indexing.generation import STORE, Generation, build
from rag.indexing.steps import Step, Watch, unwatched
from rag.models.embedding import load_embedding
from rag.settings import Settings
from rag.store import Store
from rag.words.lexicon import SHIPPED, Lexicons

_GENERATION = re.compile(r"gen-([1-9]\d*)")
_REPAIR = "run `vraagbaak doctor --repair`"


class Index:
    """The index in a folder, to read from and to write to."""

    def __init__(self, settings: Settings) -> None:
        self.folder = settings.index
        self._embedding_name, self._own_lexicon = settings.embedding, settings.lexicon

    @property
    def store_path(self) -> Path:
        """Where the store is."""
        return self.folder / STORE

    def current(self) -> str | None:
        """Return the name of the generation in use, or None when there is none yet.

        Raises:
            IndexUnusable: the pointer to it is damaged.
        """
        try:
            name = (self.folder / "CURRENT").read_text().strip()
        except FileNotFoundError:
            return None
        except NotADirectoryError as error:
            raise IndexUnusable(f"{self.folder}: is no folder; give the folder of an index with --index.") from error
        except (OSError, ValueError) as error:
            raise IndexUnusable(f"{self.folder / 'CURRENT'}: cannot be read ({error}); {_REPAIR}.") from error
        if not _GENERATION.fullmatch(name):
            raise IndexUnusable(f"{self.folder / 'CURRENT'}: names no generation of the index; {_REPAIR}.")
        return name

    def open(self) -> Generation:
        """Open the generation in use.

        Raises:
            IndexUnusable: there is none, or it is damaged or made with other settings.
        """
        name = self.current()
        if name is None:
            raise IndexUnusable(f"{self.folder}: there is no index here; run `vraagbaak ingest` first.")
        return Generation.open(self.folder / name, load_embedding(self._embedding_name), self._lexicons())

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Give the store to the one writer; what it leaves uncommitted is rolled back.

        Raises:
            IndexBusy: another process is writing.
            IndexUnusable: nobody can write there.
            StoreError: the store is damaged, or it cannot be written to.
        """
        lock = FileLock(self.folder / "LOCK")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexBusy(
                f"{self.folder}: another ingest is writing this index; wait until it is done and try again."
            ) from error
        except OSError as error:
            raise IndexUnusable(
                f"{self.folder}: no index can be written here ({error.strerror}); give another folder with --index."
            ) from error
        try:
            store = Store.open(self.store_path, create=True)
            store.begin()
            try:
                yield store
            except sqlite3.Error as error:
                raise StoreError(
                    f"{store.path}: the store cannot be written to ({error}); nothing was changed, make room on the "
                    "disk or put right what is named here, and try again."
                ) from error
            finally:
                store.rollback()
                store.close()
        finally:
            lock.release()

    def is_current(self, store: Store) -> bool:
        """Say whether the generation in use is sound and made of just these letters with the settings of now."""
        try:
            generation = self.open()
        except IndexUnusable:
            return False
        try:
            theirs = generation.store
            return theirs.origins() == store.origins() and theirs.digests() == store.digests()
        except StoreError:
            return False
        finally:
            generation.close()

    def publish(self, store: Store, watch: Watch = unwatched) -> None:
        """Build a generation of a store that :meth:`writing` gave, commit the store, and put it into use.

        Raises:
            IndexUnusable: it could not be written; the generation in use stays in use.
        """
        try:
            self._publish(store, watch)
        except (OSError, ChromaError) as error:
            raise IndexUnusable(
                f"{self.folder}: the index could not be written ({error}); the one in use stays, make room on the "
                "disk or put right what is named here, and try again."
            ) from error

    def _publish(self, store: Store, watch: Watch) -> None:
        before = self._in_use()
        self._clear(*before)
        staging = self.folder / "staging"
        build(store, staging, load_embedding(self._embedding_name), watch, self._lexicons())
        watch(Step.PLACING, 0, 1)
        name = f"gen-{1 + max((int(one.removeprefix('gen-')) for one in before), default=0)}"
        staging.rename(self.folder / name)
        watch(Step.KEEPING, 0, 1)
        store.commit()
        watch(Step.POINTING, 0, 1)
        pointer = self.folder / "CURRENT.new"
        pointer.write_text(name + "\n")
        with pointer.open() as file:
            os.fsync(file.fileno())
        pointer.replace(self.folder / "CURRENT")
        watch(Step.CLEARING, 0, 1)
        self._clear(*before[-1:], name)
        watch(Step.CLEARING, 1, 1)

    def _lexicons(self) -> Lexicons:
        """Return the lexicons as they are now: a user's own may have changed since the last opening."""
        return SHIPPED if self._own_lexicon is None else Lexicons(self._own_lexicon)

    def _in_use(self) -> list[str]:
        """Return the generation that may be in use: all there are, in their order, when nobody can tell."""
        try:
            name = self.current()
        except IndexUnusable:
            name = None
        found = [path.name for path in self.folder.iterdir() if _GENERATION.fullmatch(path.name)]
        return [name] if name else sorted(found, key=lambda one: int(one.removeprefix("gen-")))

    def _clear(self, *kept: str) -> None:
        """Remove all other generations, and what a writer that was killed left behind."""
        for path in self.folder.iterdir():
            if (_GENERATION.fullmatch(path.name) or path.name == "staging") and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)
