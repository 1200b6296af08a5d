"""The steps by which letters become an index in use, in their order."""

from collections.abc import Callable
from enum import StrEnum


class Step(StrEnum):
    """A step, in the words in which its progress is told.

    Whoever stops before ``PLACING`` leaves a staging folder; before ``KEEPING`` a generation that nothing names;
    before ``POINTING`` a store that is newer than the generation in use. The next ingest finds each of these, and
    finishes the work; no reader sees any of them.
    """

    COPYING = "copying the letters"
    EMBEDDING = "making vectors"
    COUNTING = "counting words"
    DESCRIBING = "describing the index"
    PLACING = "placing the index"
    KEEPING = "keeping the letters"
    POINTING = "putting the index to use"
    CLEARING = "clearing old indexes"


Watch = Callable[[Step, int, int], None]
"""Is told of a step how much is done and how much there is: at its start, and at its end or on the way to it."""


def unwatched(_step: Step, _done: int, _total: int) -> None:
    """Tell nobody."""
