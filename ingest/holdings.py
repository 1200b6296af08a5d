"""Holdings: what the store has of each source before and after an ingest.

A file is known by its path, whichever folder it was found under. Which of several files with the same letter it is
kept from does not depend on the order in which they came: the nearest form, then the first by name.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from ingest.sources import Source, digest
from ingest.worker import Reading
from rag.errors import LetterError
from rag.store import Held, Store

Became = Literal["added", "updated", "unchanged", "left out"]

_NEAREST_FIRST = (
    (".xml",),
    (".docx", ".odt"),
    (".html", ".htm", ".xhtml"),
    (".rtf",),
    (".pdf",),
    (".md", ".markdown", ".txt"),
)


class Holdings:
    """What a store held of sources when this was made, and what it holds of them once it is settled."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before = self._held = _held(store)
        self._keeper_before = self._keeper = _keepers(store)
        self._known = {source.path: source for source in self._before}

    def name(self, source: Source) -> Source:
        """Return a source under the name by which the store knows its file, if it does."""
        return self._known.get(source.path, source)

    def knows(self, source: Source) -> bool:
        """Say whether the store held anything of a source."""
        return source in self._before

    def has(self, source: Source) -> bool:
        """Say whether a source that the store knows is still as the store has it; not, when it cannot be looked at."""
        try:
            return digest(source.read()) == self._before[source].digest
        except LetterError:
            return False

    def take(self, source: Source, reading: Reading) -> None:
        """Put what was read from a source in the store."""
        self._store.put(reading.letters, reading.digest, str(source.folder), _distance(source))

    def settle(self, folders: Sequence[Path]) -> int:
        """Forget the sources that are gone; return how many letters went with them.

        Gone is a file that is no longer in one of the folders, and one that is no longer anywhere while other files
        have all its letters.
        """
        held = _held(self._store)
        holders = Counter(letter for one in held.values() for letter in one.letters)
        lost: set[str] = set()
        for source, one in held.items():
            mirrored = any(source.path.is_relative_to(folder) for folder in folders)
            if _is_gone(source.path) and (mirrored or all(holders[letter] > 1 for letter in one.letters)):
                self._store.forget(str(source.folder), source.name)
                holders.subtract(one.letters)
                lost.update(one.letters)
        self._held, self._keeper = _held(self._store), _keepers(self._store)
        return len((lost & self._keeper_before.keys()) - self._keeper.keys())

    def became(self, source: Source) -> Became:
        """Return what became of a source, by what the index keeps of it."""
        before, now = self._before.get(source), self._held.get(source)
        kept = _kept(source, now, self._keeper)
        if now is None or not kept:
            return "left out"
        if before is not None:
            same = before.digest == now.digest and kept == _kept(source, before, self._keeper_before)
            return "unchanged" if same else "updated"
        return "updated" if kept <= self._keeper_before.keys() else "added"

    def elsewhere(self, source: Source) -> str:
        """Say which letters of a source are kept from other files; the empty string when none is."""
        if source not in self._held:
            return "the file is gone by now"
        keepers = [(letter, self._keeper[letter]) for letter in self._held[source].letters]
        others = [f"the same letter ({letter}) as {keeper.name}" for letter, keeper in keepers if keeper != source]
        return ", ".join(others)


def _held(store: Store) -> dict[Source, Held]:
    return {Source(Path(folder), name): held for (folder, name), held in store.held().items()}


def _keepers(store: Store) -> dict[str, Source]:
    """Return, for each letter's id, the source from which it is kept."""
    return {letter: Source(Path(folder), name) for letter, (folder, name) in store.origins().items()}


def _kept(source: Source, held: Held | None, keepers: dict[str, Source]) -> set[str]:
    """Return which of the letters of a source are kept from it."""
    return {letter for letter in held.letters if keepers[letter] == source} if held else set()


def _distance(source: Source) -> int:
    """Return how far a source stands from the letter as it was written: official XML is nearest, a PDF farthest."""
    suffix = source.path.suffix.casefold()
    return next((rank for rank, known in enumerate(_NEAREST_FIRST) if suffix in known), len(_NEAREST_FIRST))


def _is_gone(path: Path) -> bool:
    """Say whether a file is certainly not there; one that cannot be looked at, for want of rights, may be."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
