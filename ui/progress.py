"""Progress on a terminal: for each stage, how much is done, how fast, and how long it will still take."""

import shutil
import time
from typing import TextIO

from ui.printing import line


class ProgressLine:
    """One line of a terminal for each stage, drawn over as the stage goes on and left when it is done."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._stage = ""
        self._started = 0.0

    def __call__(self, stage: str, done: int, total: int, name: str = "") -> None:
        """Draw how far a stage is."""
        if stage != self._stage:
            self._stage, self._started = stage, time.monotonic()
        words = line(f"{stage}{self._pace(done, total)}{f': {name}' if name else ''}")
        # A line that wraps cannot be drawn over.
        shown = words[: shutil.get_terminal_size().columns - 1]
        self._stream.write(f"\r\x1b[K{shown}{chr(10) if done == total else ''}")
        self._stream.flush()

    def _pace(self, done: int, total: int) -> str:
        if total < 2:  # of one thing there is no pace
            return ""
        rate = done / max(time.monotonic() - self._started, 0.001)
        left = f", {_span((total - done) / rate)} left" if 0 < done < total else ""
        return f" {done:,}/{total:,}, {rate:,.0f} a second{left}"


def progress_line(stream: TextIO) -> ProgressLine | None:
    """Return what draws progress on a terminal; None where the stream is not one."""
    return ProgressLine(stream) if stream.isatty() else None


def _span(seconds: float) -> str:
    """Return a length of time as people say it."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
