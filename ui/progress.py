"""Progress on a terminal: how much is done, how fast, and how long it will still take."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

from ui.printing import line


def progress_line(stream: TextIO) -> Callable[[int, int, str], None] | None:
    """Return what draws one line of progress on a terminal; None where the stream is not one."""
    if not stream.isatty():
        return None
    started = time.monotonic()

    def draw(done: int, total: int, name: str) -> None:
        rate = done / max(time.monotonic() - started, 0.001)
        left = (total - done) / rate if done else 0.0
        words = line(f"{done}/{total} files, {rate:.0f} a second, {left:.0f} s left: {name}")
        # A line that wraps cannot be drawn over.
        words = words[: shutil.get_terminal_size().columns - 1]
        end = "\n" if done == total else ""
        stream.write(f"\r\x1b[K{words}{end}")
        stream.flush()

    return draw
