"""Ingest: files and folders into the store, and a new generation of the index in one step.

What has not changed is not read again. A file that cannot be read is named in the report and stops nothing; what
was known of it stays. An interrupted ingest changes nothing that a user sees.
"""

import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ingest.holdings import Holdings
from ingest.sources import Found, Source, find
from ingest.workers import read_all
from rag.indexing.index import Index
from rag.settings import Settings
from rag.store import Store

CHECKING, READING = "checking", "reading"
"""The stages of an ingest before the steps of :mod:`rag.indexing.steps`: which files changed, and what they say."""


class Progress(Protocol):
    """Is told how an ingest goes on, stage by stage."""

    def __call__(self, stage: str, done: int, total: int, name: str = "") -> None:
        """Take in how much of a stage is done, how much there is, and the name of the last file."""
        ...


@dataclass(slots=True)
class Report:
    """What an ingest did.

    Every file that was found is in one of five: ``files == added + updated + unchanged + len(failed) +
    len(skipped)``, where ``files`` counts what there was under the given paths.

    - ``added``: new files with letters that the index did not have; ``updated``: other files of which what the index
      keeps has changed; ``unchanged``: files of which it has not.
    - ``failed``: files that could not be read, with the error; what was known of them stays.
    - ``skipped``: files of which nothing is kept, with the reason: of another type, or other files have their letters.

    ``removed`` counts the letters that went with their files. ``partly`` names the files of which some letters, but
    not all, are kept from other files. ``letters``, ``exchanges`` and ``paragraphs`` are those of the index afterwards.
    """

    letters: int = 0
    exchanges: int = 0
    paragraphs: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    partly: list[tuple[str, str]] = field(default_factory=list)
    seconds: float = 0.0

    def document(self) -> dict[str, object]:
        """Return the report as ``ingest --json`` prints it."""
        counts = ("letters", "exchanges", "paragraphs", "added", "updated", "unchanged", "removed")
        return {
            **{name: getattr(self, name) for name in counts},
            "failed": [{"source": source, "error": error} for source, error in self.failed],
            "skipped": [{"source": source, "reason": reason} for source, reason in self.skipped],
            "partly": [{"source": source, "reason": reason} for source, reason in self.partly],
            "seconds": self.seconds,
        }


def ingest(settings: Settings, paths: Sequence[Path] = (), progress: Progress | None = None) -> Report:
    """Bring the index up to date with files and folders; without any, with the corpus folder of the settings.

    A folder is mirrored: a letter that was read from it and whose file is gone is removed. A file only adds or
    updates its own letter.

    Raises:
        IndexUnusable: another ingest is running, or the index cannot be written.
        LetterError: a path does not exist, or no process can be started to read in.
        StoreError: the store is damaged or of another version.
    """
    started = time.perf_counter()
    index = Index(settings)
    given = list(paths) or [settings.corpus]
    found = find(given)
    tell = progress or _silent
    with index.writing() as store:
        report = update(store, found, [path.resolve() for path in given if path.is_dir()], tell)
        if index.is_current(store):
            store.commit()
        else:
            index.publish(store, tell)
        report.letters, report.exchanges, report.paragraphs = store.counts()
    report.seconds = round(time.perf_counter() - started, 3)
    return report


def update(store: Store, found: Found, folders: Sequence[Path], tell: Progress) -> Report:
    """Bring a store up to date with what was found, and with what is gone from the folders; report on it."""
    holdings = Holdings(store)
    sources = [holdings.name(source) for source in found.sources]
    changed = _changed(sources, holdings, tell)
    failed: dict[Source, str] = {}
    with closing(read_all(changed)) as readings:
        for done, (source, reading) in enumerate(readings, 1):
            if reading.error is not None:
                failed[source] = reading.error
            else:
                holdings.take(source, reading)
            tell(READING, done, len(changed), source.name)
    report = Report(removed=holdings.settle(folders), failed=list(found.failed), skipped=list(found.skipped))
    for source in sources:
        if source in failed:
            report.failed.append((source.name, failed[source]))
        else:
            _enter(report, source, holdings)
    return report


def _changed(sources: Sequence[Source], holdings: Holdings, tell: Progress) -> list[Source]:
    """Return the sources that have to be read: those that are new, and those that are not as the store has them."""
    known = [source for source in sources if holdings.knows(source)]
    unchanged: set[Source] = set()
    for done, source in enumerate(known, 1):
        if holdings.has(source):
            unchanged.add(source)
        tell(CHECKING, done, len(known), source.name)
    return [source for source in sources if source not in unchanged]


def _enter(report: Report, source: Source, holdings: Holdings) -> None:
    """Put a source that could be read in the report."""
    elsewhere = holdings.elsewhere(source)
    match holdings.became(source):
        case "added":
            report.added += 1
        case "updated":
            report.updated += 1
        case "unchanged":
            report.unchanged += 1
        case "left out":
            report.skipped.append((source.name, elsewhere))
            return
    if elsewhere:
        report.partly.append((source.name, elsewhere))


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


def _silent(stage: str, done: int, total: int, name: str = "") -> None:
    """Tell nobody."""
