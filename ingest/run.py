"""Ingest: files and folders into the store, and a new generation of the index in one step.

What has not changed is not read again. A file that cannot be read is named in the report and stops nothing; what
was known of it stays. An interrupted ingest changes nothing that a user sees.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.reading import read_letter
from ingest.sources import Source, digest, find
from rag.errors import LetterError
from rag.index import Index
from rag.letter import Letter
from rag.settings import Settings
from rag.store import Store

_NEAREST_FIRST = ((".xml",), (".docx",), (".html", ".htm", ".xhtml"), (".md", ".markdown", ".txt"), (".pdf",))

Progress = Callable[[int, int, str], None]
"""Called with how many files are done, how many there are, and the name of the last, or what comes after them."""

BUILDING = "making the index"


@dataclass(slots=True)
class Report:
    """What an ingest did; letters, exchanges and paragraphs are counted in the index as it is afterwards."""

    letters: int = 0
    exchanges: int = 0
    paragraphs: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0

    def document(self) -> dict[str, object]:
        """Return the report as ``ingest --json`` prints it."""
        counts = ("letters", "exchanges", "paragraphs", "added", "updated", "unchanged", "removed")
        return {
            **{name: getattr(self, name) for name in counts},
            "failed": [{"source": source, "error": error} for source, error in self.failed],
            "skipped": [{"source": source, "reason": reason} for source, reason in self.skipped],
            "seconds": self.seconds,
        }


def ingest(settings: Settings, paths: Sequence[Path] = (), progress: Progress | None = None) -> Report:
    """Bring the index up to date with files and folders; without any, with the corpus folder of the settings.

    A folder is mirrored: a letter that was read from it and whose file is gone is removed. A file only adds or
    updates its own letter.

    Raises:
        IndexUnusable: another ingest is running, or the index cannot be written.
        LetterError: a path does not exist.
        StoreError: the store is damaged or of another version.
    """
    started = time.perf_counter()
    index = Index(settings)
    given = list(paths) or [settings.corpus]
    found = find(given)
    report = Report(failed=found.failed, skipped=found.skipped)
    tell = progress or _silent
    with index.writing() as store:
        reader = _Reader(store, report)
        for done, source in enumerate(found.sources, 1):
            reader.take(source)
            tell(done, len(found.sources), source.name)
        reader.remove_missing([path.resolve() for path in given if path.is_dir()])
        if index.is_current(store):
            store.commit()
        else:
            tell(len(found.sources), len(found.sources), BUILDING)
            index.publish(store)
        report.letters, report.exchanges, report.paragraphs = store.counts()
    report.seconds = round(time.perf_counter() - started, 3)
    return report


def remove(settings: Settings, letter_ids: Sequence[str]) -> int:
    """Take letters out of the index by their ids; return how many there were.

    Raises:
        IndexUnusable: an ingest is running, or the index cannot be written.
        StoreError: there is no store, or one of the letters is not in it; then none is removed.
    """
    index = Index(settings)
    Store.open(index.store_path).close()
    wanted = dict.fromkeys(letter_ids)
    with index.writing() as store:
        for letter_id in wanted:
            store.get(letter_id)
            store.remove(letter_id)
        index.publish(store)
    return len(wanted)


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


class _Reader:
    """Reads sources into a store and keeps the report.

    A file is known by its path, whichever folder it was found under: a letter keeps the source it first had.
    """

    def __init__(self, store: Store, report: Report) -> None:
        self._store, self._report = store, report
        self._digests = store.digests()
        self._sources = {one: Source(Path(folder), name) for (folder, name), one in store.origins().items()}
        self._ids = {source.path: one for one, source in self._sources.items()}

    def take(self, source: Source) -> None:
        """Read one source, unless it has not changed; a failure is reported and leaves what was known of it."""
        known = self._ids.get(source.path)
        source = source if known is None else self._sources[known]
        try:
            data = source.read()
            mark = digest(data)
            if known is not None and self._digests[known] == mark:
                self._report.unchanged += 1
            else:
                self._keep(source, _understood(data, source), mark, known)
        except LetterError as error:
            self._report.failed.append((source.name, str(error)))

    def _keep(self, source: Source, letter: Letter, mark: str, known: str | None) -> None:
        other = self._sources.get(letter.id)
        elsewhere = other is not None and other.path != source.path and not _is_gone(other.path)
        if other is not None and elsewhere and _rank(source) >= _rank(other):
            self._report.skipped.append((source.name, f"the same letter ({letter.id}) as {other.name}"))
            return
        if other is None and known is None:
            self._report.added += 1
        else:
            self._report.updated += 1
        self._store.put(letter, mark, str(source.folder))
        if known is not None:
            del self._sources[known]
        self._sources[letter.id] = source

    def remove_missing(self, folders: Sequence[Path]) -> None:
        """Remove the letters whose files are gone from the given folders."""
        for letter_id, source in self._sources.items():
            if any(source.path.is_relative_to(folder) for folder in folders) and _is_gone(source.path):
                self._store.remove(letter_id)
                self._report.removed += 1


def _rank(source: Source) -> int:
    """Return how far a source stands from the letter as it was written: official XML is nearest, a PDF farthest."""
    suffix = source.path.suffix.casefold()
    return next((rank for rank, known in enumerate(_NEAREST_FIRST) if suffix in known), len(_NEAREST_FIRST))


def _understood(data: bytes, source: Source) -> Letter:
    try:
        return read_letter(data, source.name)
    except LetterError:
        raise
    except Exception as error:
        raise LetterError(
            f"{source.name}: reading it failed on a fault of Vraagbaak ({type(error).__name__}: {error}); leave the "
            "file out, and report it."
        ) from error


def _is_gone(path: Path) -> bool:
    """Say whether a file is certainly not there; one that cannot be looked at, for want of rights, may be."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
