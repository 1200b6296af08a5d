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

Progress = Callable[[int, int, str], None]
"""Called with how many files are done, how many there are, and the name of the last."""


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
        IndexUnusable: another ingest is running.
        LetterError: a path does not exist.
        StoreError: the store is damaged or of another version.
    """
    started = time.perf_counter()
    index = Index(settings)
    given = list(paths) or [settings.corpus]
    sources, skipped = find(given)
    report = Report(skipped=skipped)
    with index.writing() as store:
        reader = _Reader(store, report)
        for done, source in enumerate(sources, 1):
            reader.take(source)
            if progress is not None:
                progress(done, len(sources), source.name)
        reader.remove_missing([str(path.resolve()) for path in given if path.is_dir()], sources)
        if not index.is_current(store):
            index.publish(store)
        report.letters, report.exchanges, report.paragraphs = store.counts()
    report.seconds = round(time.perf_counter() - started, 3)
    return report


def remove(settings: Settings, letter_ids: Sequence[str]) -> int:
    """Take letters out of the index by their ids; return how many there were.

    Raises:
        StoreError: there is no such letter; then none is removed.
    """
    index = Index(settings)
    with index.writing() as store:
        for letter_id in letter_ids:
            store.get(letter_id)
            store.remove(letter_id)
        index.publish(store)
    return len(letter_ids)


class _Reader:
    """Reads sources into a store and keeps the report."""

    def __init__(self, store: Store, report: Report) -> None:
        self._store, self._report = store, report
        self._origins = store.origins()
        self._digests = store.digests()
        self._places = {letter_id: origin for origin, letter_id in self._origins.items()}

    def take(self, source: Source) -> None:
        """Read one source, unless it has not changed; a failure is reported and leaves what was known of it."""
        try:
            data = source.read()
            mark = digest(data)
            known = self._origins.get((str(source.folder), source.name))
            if known is not None and self._digests[known] == mark:
                self._report.unchanged += 1
            else:
                self._keep(source, read_letter(data, source.name), mark, known)
        except LetterError as error:
            self._report.failed.append((source.name, str(error)))

    def _keep(self, source: Source, letter: Letter, mark: str, known: str | None) -> None:
        origin = (str(source.folder), source.name)
        place = self._places.get(letter.id)
        if place is not None and place != origin and (Path(place[0]) / place[1]).is_file():
            self._report.skipped.append((source.name, f"the same letter ({letter.id}) as {place[1]}"))
            return
        if place is None and known is None:
            self._report.added += 1
        else:
            self._report.updated += 1
        self._store.put(letter, mark, origin[0])
        self._places[letter.id] = origin

    def remove_missing(self, folders: Sequence[str], sources: Sequence[Source]) -> None:
        """Remove the letters of the given folders whose files are gone."""
        present = {(str(source.folder), source.name) for source in sources}
        for origin, letter_id in self._store.origins().items():
            if origin[0] in folders and origin not in present:
                self._store.remove(letter_id)
                self._report.removed += 1
