"""Growth: something that a thread makes bit by bit, watched from an event loop, always at its latest."""

import asyncio
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from concurrent.futures import Executor
from typing import Generic, TypeVar

Made = TypeVar("Made")

_SETTLE = 0.01
"""Seconds to wait after news, in which there mostly is more: what is made at one stroke is then seen once."""


class Growth(Generic[Made]):
    """What an iterator makes, one taking the place of the other; whoever is slow misses some, never the last.

    The iterator runs in a thread and is closed there, when it is done or soon after :meth:`stop`.
    """

    def __init__(self, make: Callable[[], Iterator[Made]]) -> None:
        self._make = make
        self._latest: list[Made] = []
        self._stopped = False
        self.ended = False
        """Whether there is nothing more to come."""

        self._news = asyncio.Event()

    def stop(self) -> None:
        """End the growth; what it has come to stays."""
        self._stopped = True
        self.ended = True
        self._news.set()

    async def watch(self, threads: Executor, seconds: float | None = None) -> AsyncIterator[Made]:
        """Yield the latest each time there is something new, until there is no more or it is stopped.

        Raises:
            TimeoutError: it took longer than ``seconds``; it is stopped.
            Exception: whatever the iterator raised.
        """
        loop = asyncio.get_running_loop()
        running = loop.run_in_executor(threads, self._run, loop)
        running.add_done_callback(self._end)
        until = None if seconds is None else loop.time() + seconds
        try:
            done = False
            while not done:
                await asyncio.wait_for(self._news.wait(), None if until is None else until - loop.time())
                await asyncio.sleep(_SETTLE)
                self._news.clear()
                done = running.done() or self._stopped
                if self._latest and not self._stopped:
                    yield self._latest.pop()
            if not self._stopped:
                await running
        finally:
            self.stop()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._stopped:
            return
        making = self._make()
        try:
            for one in making:
                if self._stopped:
                    return
                loop.call_soon_threadsafe(self._tell, one)
        finally:
            if isinstance(making, Generator):
                making.close()

    def _tell(self, one: Made) -> None:
        self._latest[:] = [one]
        self._news.set()

    def _end(self, running: "asyncio.Future[None]") -> None:
        if not running.cancelled():
            running.exception()  # taken in here, so that asyncio does not miss it when nobody watches any more
        self.ended = True
        self._news.set()
