"""The inbox: files that are sent by a browser, received whole before they are read."""

import secrets
import shutil
from collections.abc import AsyncIterable, Sequence
from pathlib import Path, PurePosixPath

from ingest.reading import READABLE
from ingest.sources import LARGEST
from rag.errors import LetterError
from ui.collection import open_inbox

_RECEIVED = ".received"
"""Folder of what is not read yet; hidden, so that no ingest of the inbox comes across it."""

_LONGEST_NAME = 150


class TooLarge(LetterError):  # noqa: N818 - it names what a file is
    """A file is larger than any that is read."""


class Inbox:
    """A folder of letters that were added in the window; each file has a name of its own in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shutil.rmtree(folder / _RECEIVED, ignore_errors=True)  # what was sent to a server before this one

    async def receive(self, name: str, data: AsyncIterable[bytes]) -> str:
        """Take in a file; return a word by which to have it read.

        Raises:
            LetterError: it is too large, or of a type that is not read.
        """
        fit = _fitting(name)
        word = secrets.token_hex(8)
        place = self._folder / _RECEIVED / word
        open_inbox(place)
        size = 0
        with (place / fit).open("wb") as file:
            async for piece in data:
                size += len(piece)
                if size > LARGEST:
                    self._drop(word)
                    raise TooLarge(f"{fit}: larger than {LARGEST // 1024**2} MB; split it.")
                file.write(piece)
        return word

    def keep(self, words: Sequence[str]) -> tuple[list[Path], list[Path]]:
        """Move received files to the inbox; return them all, and those that were not there yet under any name."""
        files, fresh = [], []
        for word in words:
            for path in self._received(word):
                kept, new = self._place(path)
                files.append(kept)
                fresh.extend([kept] if new else [])
            self._drop(word)
        return files, fresh

    def _place(self, path: Path) -> tuple[Path, bool]:
        """Move a file to a free name, unless the same file is there already."""
        n = 1
        while True:
            there = self._folder / (path.name if n == 1 else f"{path.stem}-{n}{path.suffix}")
            if not there.exists():
                path.rename(there)
                return there, True
            if there.read_bytes() == path.read_bytes():
                return there, False
            n += 1

    def _received(self, word: str) -> list[Path]:
        place = self._folder / _RECEIVED / word
        return sorted(place.iterdir()) if word.isalnum() and place.is_dir() else []

    def _drop(self, word: str) -> None:
        for path in self._received(word):
            path.unlink()
        place = self._folder / _RECEIVED / word
        if word.isalnum() and place.is_dir():
            place.rmdir()


def _fitting(name: str) -> str:
    """Return the name under which a file that a browser calls so is kept."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(sign for sign in last if sign.isprintable()).lstrip(".").strip()
    path = PurePosixPath(plain)
    if path.suffix.casefold() not in READABLE:
        raise LetterError(f"{plain or name}: not a type that is read; save it as one of {', '.join(sorted(READABLE))}.")
    stem = path.stem.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"{stem}{path.suffix}"
