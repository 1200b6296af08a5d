"""Limits on what reading one file may take; past them, the process that reads it ends.

The system itself keeps them, so that they hold in the midst of a library's own code, where Python cannot interrupt.
"""

import os
import resource
import signal
import sys
from dataclasses import dataclass

OUT_OF_MEMORY = 71
"""The exit status of a process that ended because a file needed more memory."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take.

    For pages that are read as pictures there is more time. Memory is that of the process in which files are read; it
    is limited where the system can do that, as Linux can.
    """

    seconds: float = 60
    megabytes: int = 1024


def enter(megabytes: int) -> None:
    """Put this process under limits; from now on, :func:`allow` sets how long it may live."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, megabytes * 1024**2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: float) -> None:
    """Let this process live for so many seconds more, counted from now; for good with 0."""
    signal.setitimer(signal.ITIMER_REAL, seconds)


def prolong(seconds: float) -> None:
    """Let this process live for so many seconds more, if its time is limited at all."""
    if signal.getitimer(signal.ITIMER_REAL)[0]:
        allow(seconds)


def give_up() -> None:
    """End this process for want of memory."""
    os._exit(OUT_OF_MEMORY)
