import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.ui.conftest import in_a_loop
from ui.growth import Growth


def watched(growth: Growth[int]) -> list[int]:
    async def all_of_it() -> list[int]:
        with ThreadPoolExecutor(1) as threads:
            return [one async for one in growth.watch(threads)]

    return in_a_loop(all_of_it())


def test_the_last_is_always_seen_whatever_is_missed() -> None:
    for _ in range(50):
        seen = watched(Growth(lambda: iter(range(200))))
        assert seen[-1] == 199
        assert seen == sorted(seen)


def test_a_failure_comes_after_what_was_made() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        watched(Growth(failing))


def test_to_stop_closes_the_iterator() -> None:
    closed, first = threading.Event(), threading.Event()

    def endless() -> Iterator[int]:
        try:
            n = 0
            while True:
                yield (n := n + 1)
                first.wait(0.001)
        finally:
            closed.set()

    growth = Growth(endless)

    async def stopped_on_the_way() -> int:
        with ThreadPoolExecutor(1) as threads:
            async for seen in growth.watch(threads):
                growth.stop()
                last = seen
        return last

    assert in_a_loop(stopped_on_the_way()) >= 1
    assert closed.is_set()


def test_whoever_looks_away_stops_it() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    async def one_look() -> None:
        with ThreadPoolExecutor(1) as threads:
            watching = Growth(endless).watch(threads)
            await anext(watching)
            await watching.aclose()  # type: ignore[attr-defined]

    in_a_loop(one_look())
    assert closed.is_set()


def test_what_is_stopped_before_it_begins_never_begins() -> None:
    begun: list[int] = []

    def beginning() -> Iterator[int]:
        begun.append(1)
        yield 1

    growth = Growth(beginning)
    growth.stop()
    assert watched(growth) == []
    assert begun == []
