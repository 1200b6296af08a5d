"""Overlap: the run of statements whose words may be expected to overlap most with those of the right one.

Which statement is the right one is known by chances only. Between two neighbours that are both likely, quoting both
loses less than quoting the wrong one: the choice with the least expected loss, as in minimum Bayes risk decoding
(Kumar and Byrne 2004). Overlap is the F1 of words, repeats counted.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from rag.words.analysis import forms

LONGEST = 3
"""Statements that a run holds at most."""

CONSIDERED = 5
"""Likeliest statements; a run holds at least one of them."""

Doubles = NDArray[np.float64]


def best_run(statements: Sequence[str], chances: Doubles) -> tuple[int, int]:
    """Return the positions of the first and the last statement of the best run; the likeliest wins a tie.

    ``chances`` holds a probability for each statement; there must be one statement at least.
    """
    bags = _bags(statements)
    lengths = bags.sum(axis=1)
    likeliest = np.argsort(-chances, kind="stable")[:CONSIDERED]
    runs = dict.fromkeys(chain.from_iterable(_runs_around(int(one), len(statements)) for one in likeliest))
    return max(runs, key=lambda run: _expected(bags, lengths, run, chances))


def _runs_around(statement: int, count: int) -> list[tuple[int, int]]:
    """Return the runs that hold a statement, the shortest first."""
    return [
        (first, first + length - 1)
        for length in range(1, LONGEST + 1)
        for first in range(max(0, statement - length + 1), min(statement, count - length) + 1)
    ]


def _expected(bags: Doubles, lengths: Doubles, run: tuple[int, int], chances: Doubles) -> float:
    words = bags[run[0] : run[1] + 1].sum(axis=0)
    shared = np.minimum(bags, words).sum(axis=1)
    return float((chances * 2 * shared / np.maximum(lengths + words.sum(), 1)).sum())


def _bags(statements: Sequence[str]) -> Doubles:
    """Return how often each word stands in each statement: an array (statements, words)."""
    numbers: dict[str, int] = {}
    found = [[numbers.setdefault(form.lower(), len(numbers)) for form in forms(one)] for one in statements]
    bags = np.zeros((len(statements), len(numbers)))
    for row, words in enumerate(found):
        np.add.at(bags[row], words, 1)
    return bags
