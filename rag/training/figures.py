"""How well a model finds what it was not taught: the figures of its card."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.training.material import Pair, read_news, read_pairs, read_queries

Vectors = NDArray[np.float32]
Scores = NDArray[np.float32]


def measure(vectors: Callable[[Sequence[str]], Vectors], shared: Path) -> dict[str, float]:
    """Return the figures by name.

    Each query has one right pair among all pairs. A pair is three passages, its question, its answer and both
    in one, and scores what the best of them scores.
    """
    pairs = read_pairs(shared)
    passages = [vectors(texts) for texts in _passages(pairs)]
    places = {pair.id: place for place, pair in enumerate(pairs)}
    queries = read_queries(shared)
    right = np.array([places[query["id"]] for query in queries])
    figures = {}
    for language, name in (("en", "English"), ("nl", "Dutch")):
        asked = vectors([query[language] for query in queries])
        ranks = _ranks(np.max([asked @ passage.T for passage in passages], axis=0), right)
        figures[f"{name} nDCG@10"] = float(np.where(ranks < 10, 1 / np.log2(ranks + 2), 0).mean())
        figures[f"{name} recall@5"] = float((ranks < 5).mean())
    figures["English news sentence to its Dutch translation, first"] = _news_accuracy(vectors, shared)
    return figures


def _passages(pairs: list[Pair]) -> tuple[list[str], ...]:
    return (
        [pair.question for pair in pairs],
        [pair.answer for pair in pairs],
        [f"{pair.question} {pair.answer}" for pair in pairs],
    )


def _ranks(scores: Scores, right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how many passages stand before the right one, those of the same score included."""
    wanted = scores[np.arange(len(right)), right]
    before: NDArray[np.int64] = np.count_nonzero(scores >= wanted[:, None], axis=1) - 1
    return before


def _news_accuracy(vectors: Callable[[Sequence[str]], Vectors], shared: Path) -> float:
    news = read_news(shared)
    scores = vectors([english for english, _ in news]) @ vectors([dutch for _, dutch in news]).T
    return float((_ranks(scores, np.arange(len(news))) == 0).mean())
