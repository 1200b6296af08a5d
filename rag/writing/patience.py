"""Listening to a language model for a bounded time: for the first word, for each next one, and in all.

What the model says is read in a thread of its own, because no provider's package keeps all three bounds: a server
that sends signs of life, or a word every now and then, would hold a reader for as long as it likes.
"""

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from rag.writing.failure import FailureKind, ModelFailure, failure_of


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: for the first word, between words, and in all."""

    first: float
    between: float
    whole: float


class Deadline:
    """The moment, counted from now, by which an answer must be whole."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._end = time.monotonic() + patience.whole

    def wait(self, *, begun: bool) -> tuple[float, FailureKind]:
        """Return for how long to wait for what comes next, and what it is called when that has passed."""
        left = self._end - time.monotonic()
        longest, kind = (self._patience.between, "stalled") if begun else (self._patience.first, "slow start")
        return (longest, kind) if longest < left else (max(left, 0.0), "slow")  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _End:
    """That nothing more comes, and why if it should have."""

    error: Exception | None = None


def listen(speak: Callable[[], Generator[str, None, None]], deadline: Deadline) -> Generator[str, None, None]:
    """Yield what ``speak`` yields, as it comes; closing the iterator stops the speaking.

    An empty piece is a sign of life, such as a model gives while it thinks, and not yet a word.

    Raises:
        ModelFailure: it took too long, or speaking failed.
    """
    heard: queue.SimpleQueue[str | _End] = queue.SimpleQueue()
    begun = False
    with _speaking(speak, heard):
        while True:
            wait, kind = deadline.wait(begun=begun)
            try:
                piece = heard.get(timeout=wait) if wait > 0 else None
            except queue.Empty:
                piece = None
            if piece is None:
                raise ModelFailure(kind)
            if isinstance(piece, _End):
                if piece.error is not None:
                    raise failure_of(piece.error) from piece.error
                return
            begun = begun or bool(piece)
            yield piece


@contextmanager
def _speaking(
    speak: Callable[[], Generator[str, None, None]], heard: "queue.SimpleQueue[str | _End]"
) -> Iterator[None]:
    """Speak in a thread until it is done or nobody listens any more.

    The thread is not waited for: while a silent server holds it, only the provider's own timeout frees it.
    """
    left = threading.Event()

    def run() -> None:
        try:
            with closing(speak()) as pieces:
                for piece in pieces:
                    if left.is_set():
                        return
                    heard.put(piece)
        except Exception as error:  # noqa: BLE001 - a provider's package may raise anything; the listener tells it
            heard.put(_End(error))
        else:
            heard.put(_End())

    threading.Thread(target=run, name="language model", daemon=True).start()
    try:
        yield
    finally:
        left.set()
