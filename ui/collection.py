"""The collection: the letters in use, brought up to date at the start, asked, added to and taken from.

A question that comes while the letters are still being read waits for them.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ingest.run import Progress, Report, ingest, remove
from rag.answer import Answer, Hit, Language
from rag.assistant import Assistant
from rag.errors import IndexBusy, IndexUnusable, SettingError, StoreError, VraagbaakError
from rag.feedback import Feedback, record
from rag.filters import Filters
from rag.indexing.index import Index
from rag.letter import Letter
from rag.settings import Settings
from rag.store import Store
from ui.shelf import Shelf

_LOOK_AGAIN = 1.0
"""Seconds until an index that another process is making is looked at again."""


class Answerer(Protocol):
    """What the window needs of the assistant."""

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        language: Language | None = None,
        talk: Sequence[Answer] = (),
    ) -> Iterator[Answer]:
        """Yield the answer as it grows, or raise a VraagbaakError whose message a person can act on."""
        ...

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> tuple[Hit, ...]:
        """Return the places that fit a question best."""
        ...

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters that are searched."""
        ...

    def letter(self, name: str) -> Letter:
        """Return one letter by a name of it, or raise a StoreError."""
        ...


@dataclass(frozen=True, slots=True)
class Building:
    """The letters are being read: how much of which stage of an ingest is done."""

    stage: str = ""
    done: int = 0
    total: int = 0


class Collection:
    """The letters of one index and what answers from them; all may be used by many threads at once."""

    def __init__(self, settings: Settings, answerer: Answerer | None = None) -> None:
        self.settings = settings
        self._answerer = answerer
        self._building: Building | None = None if answerer else Building()
        self._failure: VraagbaakError | None = None
        self._ready = threading.Event()
        self._shelf: tuple[str | None, Shelf] | None = None
        if answerer:
            self._ready.set()

    @property
    def building(self) -> Building | None:
        """How far the letters are being read for the first time; None once they can be asked, or never will be."""
        return self._building

    @property
    def failure(self) -> VraagbaakError | None:
        """Why the letters cannot be asked, if they cannot."""
        return self._failure

    def start(self, progress: Progress | None = None, failed: Callable[[str], None] | None = None) -> None:
        """Bring the index up to date in a thread, and open it.

        Args:
            progress: is told how that goes on, beside :attr:`building`.
            failed: is told of each file that cannot be read, and why there is no index, if there is none.
        """
        arguments = (progress, failed or (lambda _: None))
        threading.Thread(target=self._prepare, args=arguments, name="vraagbaak-start", daemon=True).start()

    def answerer(self) -> Answerer:
        """Return what answers questions, waiting until the letters have been read.

        Raises:
            VraagbaakError: they cannot be asked; the message says why and what to do.
        """
        self._ready.wait()
        if self._answerer is None:
            raise self._failure or IndexUnusable(f"{self.settings.index}: there is no index here.")
        return self._answerer

    def shelf(self) -> Shelf:
        """Return the heads of all letters; none as long as there is no index."""
        if self._answerer is None:
            return Shelf()
        name = Index(self.settings).current()
        if self._shelf is None or self._shelf[0] != name:
            self._shelf = (name, Shelf.of(self._answerer.letters()))
        return self._shelf[1]

    def keep(self, feedback: Feedback) -> None:
        """Keep what somebody said of an answer; StoreError when it cannot be kept now."""
        record(self.settings, feedback)

    def source(self, letter: Letter) -> tuple[Path, str]:
        """Return the file that a letter was read from, and the digest that the file had then.

        Raises:
            StoreError: the store cannot be read, or no longer has the letter.
        """
        store = Store.open(Index(self.settings).store_path)
        try:
            folder, name = store.origins()[letter.id]
            return Path(folder) / name, store.digests()[letter.id]
        except KeyError as error:
            raise StoreError(f"{letter.id}: no such letter; `vraagbaak letters` lists those that there are.") from error
        finally:
            store.close()

    def add(self, files: Sequence[Path], progress: Progress) -> Report:
        """Read files into the index; those that are no letters are left out of the inbox again.

        Raises:
            IndexBusy: another ingest is running.
            VraagbaakError: the index cannot be written.
        """
        report = ingest(self.settings, files, progress)
        failed = {name for name, _ in report.failed}
        for path in files:
            if path.name in failed:
                path.unlink(missing_ok=True)
        return report

    def remove(self, letter: Letter) -> Path | None:
        """Take a letter out; return the file that it was read from, if that is not one of the inbox and stays.

        Raises:
            VraagbaakError: an ingest is running, or the index cannot be written.
        """
        path, _ = self.source(letter)
        remove(self.settings, [letter.id])
        if path.is_relative_to(self.settings.inbox.resolve()):
            path.unlink(missing_ok=True)
            return None
        return path

    def _prepare(self, progress: Progress | None, failed: Callable[[str], None]) -> None:
        try:
            self._update(progress, failed)
            self._answerer = Assistant.open(self.settings)
        except VraagbaakError as error:
            self._failure = error
            failed(str(error))
        finally:
            self._building = None
            self._ready.set()

    def _update(self, progress: Progress | None, failed: Callable[[str], None]) -> None:
        """Read the letters; while somebody else does, use the index that there is, or wait for the first one."""

        def tell(stage: str, done: int, total: int, name: str = "") -> None:
            self._building = Building(stage, done, total)
            if progress is not None:
                progress(stage, done, total, name)

        while True:
            try:
                for _, error in ingest(self.settings, self._folders(), tell).failed:
                    failed(error)
                return
            except IndexBusy:
                if Index(self.settings).current() is not None:
                    return
                time.sleep(_LOOK_AGAIN)

    def _folders(self) -> list[Path]:
        """Return the folders to read; where there is none the inbox is made, to start without letters."""
        corpus, inbox = self.settings.corpus, self.settings.inbox
        if not corpus.exists():
            open_inbox(inbox)
        return [folder for folder in (corpus, inbox) if folder.exists()]


def open_inbox(folder: Path) -> None:
    """Make the folder of letters that are added in the window, unless it is there.

    Raises:
        SettingError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(
            f"{folder}: the folder for added letters cannot be made ({error.strerror}); set VRAAGBAAK_INBOX to another."
        ) from error
