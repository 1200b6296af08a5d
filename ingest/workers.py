"""Workers: sources are read in several processes at once, each within limits of time and memory.

A worker is a fresh interpreter that imports the readers and nothing else. It is not forked, since this process may
have threads, and not made by ``multiprocessing``, which would run the program's own main module again.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from ingest.limits import OUT_OF_MEMORY, Limits
from ingest.sources import Source
from ingest.worker import Reading
from rag.errors import LetterError

_HOME = Path(__file__).parents[1]
_CODE = "import sys; sys.path.append({!r}); from ingest.worker import serve; serve({}, {}, {})"
_FAULT = 1

DEFAULT = Limits()
"""The limits of each file."""


def read_all(sources: Sequence[Source], limits: Limits = DEFAULT) -> Generator[tuple[Source, Reading], None, None]:
    """Read sources in worker processes; yield each with what came of it, as soon as it is there.

    To close the iterator ends the workers.

    Raises:
        LetterError: no worker can be started.
    """
    waiting = iter(sources)
    busy: dict[Connection, tuple[_Worker, Source]] = {}

    def give(worker: _Worker, source: Source) -> None:
        worker.give(source)
        busy[worker.connection] = worker, source

    try:
        for source in islice(waiting, os.cpu_count() or 1):
            give(_Worker(limits), source)
        while busy:
            for connection in wait(list(busy)):
                worker, source = busy[connection]  # type: ignore[index]
                reading = worker.take(source)
                del busy[worker.connection]
                following = next(waiting, None)
                if following is None:
                    worker.close()
                else:
                    give(_Worker(limits) if worker.is_closed else worker, following)
                yield source, reading
    finally:
        for worker, _ in busy.values():
            worker.close()


class _Worker:
    """One worker process, as seen from outside."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.connection, theirs = Pipe()
        with theirs:
            code = _CODE.format(str(_HOME), theirs.fileno(), limits.seconds, limits.megabytes)
            # With -P, nothing is imported from the folder that the letters may lie in.
            self._process = subprocess.Popen(  # noqa: S603 - the program and its arguments are ours
                [sys.executable, "-P", "-c", code],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )

    @property
    def is_closed(self) -> bool:
        """Whether the worker has ended."""
        return self.connection.closed

    def give(self, source: Source) -> None:
        """Have a source read."""
        # Of a worker that has ended, :meth:`take` tells.
        with suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(source)

    def take(self, source: Source) -> Reading:
        """Return what came of a source; a worker that ended over it is closed."""
        try:
            reading: Reading = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return Reading(error=f"{source.name}: {_cause(self.close(), self._limits)}; split it, or leave it out.")
        return reading

    def close(self) -> int:
        """End the worker and what it started; return its exit status, or minus the signal that ended it."""
        self.connection.close()
        # Until it is waited for, the group is its own, even if it has ended.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        return self._process.wait()


def _cause(status: int, limits: Limits) -> str:
    """Say why a worker ended over a file."""
    if status == _FAULT:
        raise LetterError(
            f"letters are read in a process of their own, and that cannot be started ({sys.executable}); see whether "
            "`python -c 'import ingest.worker'` works."
        )
    if status == -signal.SIGALRM:
        return f"took longer than {limits.seconds:g} s"
    if status == OUT_OF_MEMORY:
        return f"needed more than {limits.megabytes} MB"
    return f"ended the process that read it (status {status}): it is damaged, or needs more than {limits.megabytes} MB"
