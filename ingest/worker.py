"""A worker: a process of its own that reads one file after another, each within the limits of time and memory.

It holds nothing that would be missed: a file that breaks it costs that file, and another worker takes its place.
"""

import os
import select
import signal
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection

from ingest import limits
from ingest.readers.ocr import MISSING
from ingest.reading import read_letters
from ingest.sources import Source, digest
from rag.errors import LetterError
from rag.letter import Letter


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a source: its letters with the digest of the file, or why there are none."""

    letters: tuple[Letter, ...] = ()
    digest: str = ""
    error: str | None = None


def serve(descriptor: int, seconds: float, megabytes: int) -> None:
    """Read the sources that come over a connection and send back what came of each, until it is closed."""
    limits.enter(megabytes)
    connection = Connection(descriptor)
    threading.Thread(target=_end_with, args=(connection,), daemon=True).start()
    while True:
        try:
            source: Source = connection.recv()
        except EOFError:
            return
        limits.allow(seconds)
        reading = read(source)
        limits.allow(0)
        connection.send(reading)


def read(source: Source) -> Reading:
    """Read a source; a failure is returned, and want of memory ends the process."""
    try:
        data = source.read()
        letters = read_letters(data, source.name)
        return Reading(letters, f"{digest(data)}{_incomplete(letters)}")
    except LetterError as error:
        return Reading(error=str(error))
    except MemoryError:
        limits.give_up()
        raise
    except Exception as error:  # noqa: BLE001 - one file never stops a run, and the fault is reported
        return Reading(
            error=f"{source.name}: reading it failed on a fault of Vraagbaak ({type(error).__name__}: {error}); leave "
            "the file out, and report it."
        )


def _incomplete(letters: tuple[Letter, ...]) -> str:
    """Return what makes the digest of a file another when there is more in it than could be read here and now."""
    return "" if not any(MISSING in warning for one in letters for warning in one.warnings) else " without pictures"


def _end_with(connection: Connection) -> None:
    """End this process, and those that it started, as soon as the other end of a connection is closed."""
    poll = select.poll()
    poll.register(connection.fileno(), 0)
    poll.poll()
    os.killpg(0, signal.SIGKILL)
