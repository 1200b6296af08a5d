"""The lexical index: BM25 over fields (BM25F), asked for concepts instead of words.

Each place is one document with three fields: the question, the answer (or paragraph), and the context (title,
section, party). Following Robertson, Zaragoza and Taylor 2004 ("Simple BM25 extension to multiple weighted
fields") the field weights and length normalisations act on the term frequencies, which are then saturated
once. The alternatives of a concept share one frequency, the best of theirs, and one document frequency.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rag.asking.query import Alternative, Concept
from rag.words.analysis import Splitter, stem
from rag.words.background import background
from rag.words.counting import FIELDS, Counting, Ints
from rag.words.stopwords import FUNCTION

Floats = NDArray[np.float32]

WEIGHTS = {"question": 1.5, "answer": 1.0, "context": 0.3}
LENGTH = {"question": 0.6, "answer": 0.6, "context": 0.3}
PART_WEIGHT = 0.5
K1 = 0.9
TRUST = 500
"""Places from which on the rarity of a word in these letters counts more than its rarity in letters at large."""


class LexicalIndex:
    """Postings of weighted term frequencies: term -> places, in compressed columns."""

    def __init__(
        self, vocabulary: Sequence[str], indptr: NDArray[np.int64], places: Ints, weights: Floats, size: int
    ) -> None:
        self._columns = {term: number for number, term in enumerate(vocabulary)}
        self._indptr, self._places, self._weights = indptr, places, weights
        self.size = size
        # The sentences of an answer are weighed by the same few concepts.
        self.rarity = lru_cache(maxsize=10_000)(self._rarity_of)
        self.spread = lru_cache(maxsize=10_000)(self._spread_of)

    @classmethod
    def build(cls, counted: Counting, splitter: Splitter) -> "LexicalIndex":
        """Weigh the terms of every place by field."""
        opened = _Opened(counted.vocabulary, splitter)
        columns = [_weighed(counted, field, opened) for field in FIELDS]
        terms, places, weights = (np.concatenate(parts) for parts in zip(*columns, strict=True))
        size = max(counted.size, 1)
        keys, rows = np.unique(terms * np.int64(size) + places, return_inverse=True)
        total = np.bincount(rows, weights, minlength=len(keys))
        indptr = np.searchsorted(keys, np.arange(len(opened.terms) + 1, dtype=np.int64) * size)
        return cls(
            opened.terms,
            indptr.astype(np.int64),
            (keys % size).astype(np.int32),
            total.astype(np.float32),
            counted.size,
        )

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "vocabulary.json").write_text(json.dumps([self.size, *self._columns]))
        for name in ("indptr", "places", "weights"):
            np.save(folder / f"{name}.npy", getattr(self, f"_{name}"))

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Read an index from a folder; its postings stay on disk until they are asked for."""
        size, *vocabulary = json.loads((folder / "vocabulary.json").read_text())
        indptr, places, weights = (
            np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r")) for name in ("indptr", "places", "weights")
        )
        return cls(vocabulary, indptr, places, weights, size)

    def _rarity_of(self, alternatives: tuple[Alternative, ...]) -> float:
        """Return how much finding a concept tells, 0 to 1: its rarity in these letters and in letters at large."""
        if len(alternatives) == 1:
            (one,) = alternatives
            return self._rarity(alternatives, one.weight * len(self._all(one.stems)[0]))
        return self._rarity(alternatives, float(self._concept(alternatives)[1].sum()))

    def _spread_of(self, alternatives: tuple[Alternative, ...], least: float) -> int:
        """Return in how many places a concept is said in a way of at least some weight."""
        found = [self._all(one.stems)[0] for one in alternatives if one.weight >= least]
        return len(np.unique(np.concatenate(found))) if found else 0

    def places_with(self, term: str) -> Ints:
        """Return the places in which a stem stands."""
        return self._posting(term)[0]

    def ask(self, concepts: Iterable[Concept]) -> Floats:
        """Return for every place the share of what is asked for that it holds, 0 to 1, a repetition counting less."""
        coverage = np.zeros(self.size, dtype=np.float32)
        asked = 0.0
        for concept in concepts:
            frequency, presence = self._concept(concept.alternatives)
            worth = concept.importance * self._rarity(concept.alternatives, float(presence.sum()))
            coverage += np.float32(worth) * frequency / (np.float32(K1) + frequency)
            asked += worth
        return coverage / np.float32(asked or 1.0)

    def _rarity(self, alternatives: Sequence[Alternative], document_frequency: float) -> float:
        here = math.log1p((self.size - document_frequency + 0.5) / (document_frequency + 0.5))
        here /= math.log1p((self.size + 0.5) / 0.5)
        at_large = background().rarity((one.stems, one.weight) for one in alternatives)
        trust = self.size / (self.size + TRUST)
        return trust * here + (1 - trust) * at_large

    def _concept(self, alternatives: Iterable[Alternative]) -> tuple[Floats, Floats]:
        """Return for every place a concept's frequency there, and how surely it stands there."""
        best, presence = np.zeros(self.size, np.float32), np.zeros(self.size, np.float32)
        for one in alternatives:
            ids, frequency = self._all(one.stems)
            weight = np.float32(one.weight)
            best[ids] = np.maximum(best[ids], frequency * weight)
            presence[ids] = np.maximum(presence[ids], weight)
        return best, presence

    def _all(self, stems: tuple[str, ...]) -> tuple[Ints, Floats]:
        """Return the places that hold every one of the stems, with the least of their frequencies."""
        places, frequency = self._posting(stems[0])
        for term in stems[1:]:
            ids, other = self._posting(term)
            places, mine, theirs = np.intersect1d(places, ids, assume_unique=True, return_indices=True)
            frequency = np.minimum(frequency[mine], other[theirs])
        return places, frequency

    def _posting(self, term: str) -> tuple[Ints, Floats]:
        column = self._columns.get(term)
        if column is None:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        start, end = int(self._indptr[column]), int(self._indptr[column + 1])
        return self._places[start:end], self._weights[start:end]


class _Opened:
    """The terms that each word of a vocabulary stands for: its stem, and at less weight the stems of its parts."""

    def __init__(self, vocabulary: Sequence[str], splitter: Splitter) -> None:
        found = [list(_terms(word, splitter)) for word in vocabulary]
        self.terms = sorted({term for one in found for term, _ in one})
        numbers = {term: number for number, term in enumerate(self.terms)}
        self.lengths = np.array([len(one) for one in found], np.int64)
        self.starts = np.cumsum(self.lengths) - self.lengths
        self.numbers = np.array([numbers[term] for one in found for term, _ in one], np.int64)
        self.weights = np.array([weight for one in found for _, weight in one], np.float64)


def _terms(word: str, splitter: Splitter) -> Iterator[tuple[str, float]]:
    if word in FUNCTION["nl"]:
        return
    yield stem(word), 1.0
    for part in splitter.parts(word):
        yield stem(part), PART_WEIGHT


def _weighed(counted: Counting, field: str, opened: _Opened) -> tuple[NDArray[np.int64], Ints, NDArray[np.float64]]:
    """Return three columns for a field: term, place, and the term's frequency there brought to the field's scale."""
    places, words, counts = counted.pairs(field)
    repeats = opened.lengths[words]
    first = np.repeat(opened.starts[words] - (np.cumsum(repeats) - repeats), repeats)
    at = first + np.arange(len(first))
    places = np.repeat(places, repeats)
    weights = np.repeat(counts, repeats) * opened.weights[at]
    lengths = np.bincount(places, weights, minlength=counted.size)
    mean = float(lengths.mean()) or 1.0 if counted.size else 1.0
    norms = WEIGHTS[field] / (1 - LENGTH[field] + LENGTH[field] * lengths / mean)
    return opened.numbers[at], places, weights * norms[places]
