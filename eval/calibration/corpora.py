"""Corpora of many sizes, and what is seen of their places when questions are asked of them.

Some corpora lack all pairs about the matter of a question, some hold letters of another subject besides. A question
about a pair that is not among them has no answer there, nor has one that was written to have none.
"""

import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.bench.material import Material, Pair, letter_of
from eval.calibration.asking import QUESTIONS, Asked, asked_of
from eval.outcome import Sought
from eval.sets import Question
from rag.answering.session import Session
from rag.answering.signs import Signs
from rag.filters import Filters
from rag.indexing.index import Index
from rag.letter import Letter
from rag.models.embedding import Vectors, load_embedding
from rag.search import Searcher
from rag.settings import Settings

SIZES = (1465, 1465, 500, 500, 150, 150, 0)
"""Pairs in each corpus; every other one, and the empty one, holds the letters besides."""

KEPT = 3
"""Places that are kept of each question."""

ALIKE = 0.45
"""The cosine from which two pairs may be about one matter."""

MISSING = 8
"""Of so many pairs one is taken out of a corpus that holds all, with those about the same matter."""

ASKED_OF_NOTHING = 0.3
"""The share that is asked of the questions about pairs that a corpus does not hold."""

SEED = 8


@dataclass(frozen=True, slots=True)
class Row:
    """A place that was found for a question: what is seen of it, and whether it answers.

    ``asked`` numbers the questions, ``answerable`` says whether anything in the corpus answers; ``near``, whether
    something in it is about the same matter. ``letters`` tells questions about the letters from those about pairs.
    """

    asked: int
    fold: int
    size: int
    dutch: bool
    letters: bool
    near: bool
    answerable: bool
    right: bool
    barred: bool
    signs: Signs


def observe(
    material: Material,
    letters: Sequence[Letter],
    questions: Sequence[Question],
    written: Path = QUESTIONS,
    sizes: Sequence[int] = SIZES,
) -> Iterator[Row]:
    """Yield what is seen in all corpora; ``questions`` are about ``letters``."""
    chance = random.Random(SEED)
    everything = list(asked_of(material, written))
    sought = [Sought.of(one, letters) for one in questions]
    number = 0
    for count, size in enumerate(sizes):
        with_letters = count % 2 == 0
        pairs = _drawn(material.pairs, size, chance)
        keys, ids = {pair.key for pair in pairs}, {pair.id for pair in pairs}
        with _corpus(pairs, letters if with_letters else ()) as searcher:
            for asked in _of_pairs(everything, pairs, material.pairs, chance):
                number += 1
                yield from _rows(number, asked, asked.gold in keys, asked.pair in ids, searcher)
            for one in sought:
                number += 1
                yield from _rows_of_letters(number, one, with_letters, searcher)


def _drawn(pairs: Sequence[Pair], size: int, chance: random.Random) -> list[Pair]:
    """Return so many pairs; of all of them, those about some matters are left out."""
    if size < len(pairs):
        return chance.sample(list(pairs), size)
    vectors = _vectors(pairs)
    gone = {
        other
        for at in range(len(pairs))
        if chance.random() < 1 / MISSING
        for other in np.flatnonzero(vectors @ vectors[at] > ALIKE)
    }
    return [pair for at, pair in enumerate(pairs) if at not in gone]


def _of_pairs(
    everything: Iterable[Asked], pairs: Sequence[Pair], others: Sequence[Pair], chance: random.Random
) -> Iterator[Asked]:
    """Yield the questions about the pairs that are there, and some about those of whose matter nothing is there."""
    here, vectors = {pair.id for pair in pairs}, _vectors(pairs)
    absent = [pair for pair in others if pair.id not in here]
    nearest = (_vectors(absent) @ vectors.T).max(axis=1, initial=0.0)
    unheard = {pair.id for pair, near in zip(absent, nearest, strict=True) if near < ALIKE}
    for asked in everything:
        if asked.pair in here or (asked.gold and asked.pair in unheard and chance.random() < ASKED_OF_NOTHING):
            yield asked


def _rows(number: int, asked: Asked, in_it: bool, near: bool, searcher: Searcher) -> Iterator[Row]:
    for key, signs, can in _seen(searcher, asked.words):
        yield Row(
            number,
            asked.fold,
            searcher.generation.lexical.size,
            dutch=asked.language == "nl",
            letters=False,
            near=near,
            answerable=in_it,
            right=in_it and key == asked.gold,
            barred=not can,
            signs=signs,
        )


def _rows_of_letters(number: int, sought: Sought, with_letters: bool, searcher: Searcher) -> Iterator[Row]:
    question = sought.question
    for key, signs, can in _seen(searcher, question.question):
        if with_letters and key in sought.neutral:
            continue
        yield Row(
            number,
            int(question.digest, 16),
            searcher.generation.lexical.size,
            dutch=question.language == "nl",
            letters=True,
            near=with_letters,
            answerable=with_letters and question.answerable,
            right=with_letters and key in sought.gold,
            barred=not can,
            signs=signs,
        )


def _seen(searcher: Searcher, question: str) -> Iterator[tuple[str, Signs, bool]]:
    for hit, signs, can in Session(searcher, question, Filters()).seen(KEPT):
        yield hit.place.key, signs, can


def _vectors(pairs: Sequence[Pair]) -> Vectors:
    return load_embedding().vectors([f"{pair.question}\n\n{pair.answer}" for pair in pairs])


@contextmanager
def _corpus(pairs: Iterable[Pair], letters: Iterable[Letter]) -> Iterator[Searcher]:
    """Put pairs and letters into an index of their own while it is asked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        index = Index(Settings(index=path, corpus=path, embedding="shipped", lexicon=None))
        with index.writing() as store:
            for letter in (*map(letter_of, pairs), *letters):
                store.put([letter], letter.id)
            index.publish(store)
        generation = index.open()
        try:
            yield Searcher(generation)
        finally:
            generation.close()
