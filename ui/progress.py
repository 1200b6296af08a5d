"""Progress on a terminal: how much is done, how fast, and how long it will still take."""

import time
from collections.abc import Callable
from typing import TextIO


def progress_line(stream: TextIO) -> Callable[[int, int, str], None] | None:
    """Return what draws one line of progress on a terminal; None where the stream is not one."""
    if not stream.isatty():
        return None
    started = time.monotonic()

    def draw(done: int, total: int, name: str) -> None:
        rate = done / max(time.monotonic() - started, 0.001)
        left = (total - done) / rate
        end = "\n" if done == total else ""
        stream.write(f"\r\x1b[K{done}/{total} files, {rate:.0f} a second, {left:.0f} s left: {name[:60]}{end}")
        stream.flush()

    return draw
