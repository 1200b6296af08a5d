"""Making things of Gradio's while an event loop runs: without one it starts a loop for each of its locks."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def with_loop(make: Callable[[], Made]) -> Made:
    """Make something while an event loop runs, in this thread's own or in a new one that is closed again."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:

        async def made() -> Made:
            return make()

        return asyncio.run(made())
    return make()
