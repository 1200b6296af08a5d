"""Sources: the files under the given paths, which of them may be letters, and their digests."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.reading import READABLE, READING
from rag.errors import LetterError

LARGEST = 50 * 1024 * 1024
"""Bytes of the largest file that is read."""

ASIDE = frozenset({"readme.md"})
"""Names of files in a folder that are about the letters, and none themselves."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; ``name`` is its path relative to the folder that was given, with forward slashes."""

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.folder / self.name

    def read(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            LetterError: it cannot be read, or it is too large.
        """
        try:
            self.name.encode()
            if not self.path.is_file():
                raise LetterError(f"{self.name}: not a regular file; only files can be read.")
            if self.path.stat().st_size > LARGEST:
                raise LetterError(f"{self.name}: larger than {LARGEST // 1024**2} MB; split it, or leave it out.")
            return self.path.read_bytes()
        except UnicodeEncodeError as error:
            raise LetterError(f"{self.name!a}: the name is not valid UTF-8; rename the file.") from error
        except OSError as error:
            raise LetterError(
                f"{self.name}: cannot be read ({error.strerror}); check the file and its rights."
            ) from error


def digest(data: bytes) -> str:
    """Return what tells one content from another, read by one version of the readers from read by another."""
    return hashlib.sha256(READING.encode() + data).hexdigest()


@dataclass(slots=True)
class Found:
    """What there is under the given paths; ``skipped`` pairs a source with a reason, ``failed`` with an error."""

    sources: list[Source] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def find(paths: Iterable[Path]) -> Found:
    """Return the sources under files and folders, each file once, what was skipped and what cannot be listed.

    A file that is named itself is always a source, whatever its type. In a folder, hidden files are passed over
    in silence; files of other types, linked folders and links that lead out of the folder are skipped.

    Raises:
        LetterError: a path does not exist.
    """
    found = Found()
    for path in paths:
        if path.is_dir():
            _folder(path.resolve(), found)
        elif path.exists():
            found.sources.append(Source(path.parent.resolve(), path.name))
        else:
            raise LetterError(f"{path}: there is no such file or folder; check the path.")
    unique: dict[Path, Source] = {}
    for source in found.sources:
        unique.setdefault(source.path, source)
    found.sources = list(unique.values())
    return found


def _folder(root: Path, found: Found) -> None:
    def cannot_list(error: OSError) -> None:
        name = Path(error.filename).relative_to(root).as_posix()
        why = f"{error.filename}: the folder cannot be read ({error.strerror}); check its rights."
        found.failed.append((name, why))

    for path in _walk(root, cannot_list):
        name = path.relative_to(root).as_posix()
        reason = _why_not(path, root)
        if reason is None:
            found.sources.append(Source(root, name))
        else:
            found.skipped.append((name, reason))


def _why_not(path: Path, root: Path) -> str | None:
    """Return why a file in a folder is not read, or None when it is."""
    if path.is_dir():
        return "a linked folder is not followed"
    # Unlike Path.resolve, this takes links that go round in a circle.
    if not Path(os.path.realpath(path)).is_relative_to(root):
        return "the link leads out of the folder"
    if path.name.casefold() in ASIDE:
        return "it is about the letters"
    if path.suffix.casefold() == ".doc":
        return "a Word file of the old kind; save it as .docx"
    if path.suffix.casefold() not in READABLE:
        known = ", ".join(sorted(READABLE))
        return f"no reader for “{path.suffix or path.name}” files (there is one for {known})"
    return None


def _walk(folder: Path, cannot_list: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the files and the linked folders in a folder and those below it, in the order of their names."""
    for place, folders, files in os.walk(folder, onerror=cannot_list):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        linked = [one for one in folders if (Path(place) / one).is_symlink()]
        for name in sorted([*files, *linked]):
            if not name.startswith("."):
                yield Path(place) / name
