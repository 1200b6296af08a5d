"""Sources: the files under the given paths, which of them may be letters, and their digests."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.reading import READABLE
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
            if not self.path.is_file():
                raise LetterError(f"{self.name}: not a regular file; only files can be read.")
            if self.path.stat().st_size > LARGEST:
                raise LetterError(f"{self.name}: larger than {LARGEST // 1024**2} MB; split it, or leave it out.")
            return self.path.read_bytes()
        except OSError as error:
            raise LetterError(
                f"{self.name}: cannot be read ({error.strerror}); check the file and its rights."
            ) from error


def digest(data: bytes) -> str:
    """Return what tells one content from another."""
    return hashlib.sha256(data).hexdigest()


def find(paths: Iterable[Path]) -> tuple[list[Source], list[tuple[str, str]]]:
    """Return the sources under files and folders, and what was skipped with its reason.

    A file that is named itself is always a source, whatever its type. In a folder, hidden files are passed over
    in silence; files of other types and links that lead out of the folder are skipped.

    Raises:
        LetterError: a path does not exist.
    """
    sources: list[Source] = []
    skipped: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            _folder(path, sources, skipped)
        elif path.exists():
            sources.append(Source(path.parent.resolve(), path.name))
        else:
            raise LetterError(f"{path}: there is no such file or folder; check the path.")
    return sources, skipped


def _folder(folder: Path, sources: list[Source], skipped: list[tuple[str, str]]) -> None:
    root = folder.resolve()
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if not path.resolve().is_relative_to(root):
            skipped.append((name, "the link leads out of the folder"))
        elif path.name.casefold() in ASIDE:
            skipped.append((name, "it is about the letters"))
        elif path.suffix.casefold() not in READABLE:
            known = ", ".join(sorted(READABLE))
            skipped.append((name, f"no reader for “{path.suffix or path.name}” files (there is one for {known})"))
        else:
            sources.append(Source(root, name))


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(place) / name
