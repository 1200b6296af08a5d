"""Search: from a question to places, by words and by meaning, fused per language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.answer import Hit, Language, Place
from rag.filters import Filters
from rag.generation import Generation
from rag.lexical import Floats
from rag.query import Concept

DENSE_WEIGHT: dict[Language, float] = {"nl": 0.1, "en": 0.05}
"""What the cosine of the nearest passage adds to the lexical coverage; see the table in ARCHITECTURE.md."""

DENSE_DEPTH = 100
"""Passages that the vector store is asked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, with the share of the question's concepts that its place holds (0 to 1)."""

    hit: Hit
    coverage: float


class Searcher:
    """Searches one generation."""

    def __init__(self, generation: Generation) -> None:
        self.generation = generation
        self._letter = lru_cache(maxsize=512)(generation.store.get)

    def place(self, number: int) -> Place:
        """Return a place by its number in the generation."""
        letter_id, exchange, paragraph = self.generation.addresses[number]
        letter = self._letter(letter_id)
        if exchange is not None:
            return Place(letter, exchange=letter.exchanges[exchange])
        return Place(letter, paragraph=next(one for one in letter.paragraphs if one.n == paragraph))

    def concepts(self, question: str, language: Language) -> tuple[Concept, ...]:
        """Return what the question asks for."""
        return self.generation.queries.concepts(question, language)

    def search(self, question: str, language: Language, k: int, filters: Filters) -> list[Found]:
        """Return the k best places that the filters admit, the best first; places without any match are left out."""
        coverage = self.generation.lexical.ask(self.concepts(question, language)).coverage
        weight = DENSE_WEIGHT[language]
        fused = ((coverage + weight * self._nearness(question)) / (1 + weight)).astype(np.float32)
        if filters:
            fused[~self._admitted(filters)] = 0.0
        order = _best(fused, k)
        return [
            Found(self._hit(rank, number, float(fused[number])), float(coverage[number]))
            for rank, number in enumerate(order, 1)
        ]

    def _hit(self, rank: int, number: int, score: float) -> Hit:
        place = self.place(number)
        unanswered = place.exchange is not None and place.exchange.answer_span is None
        span = place.exchange.question_span if place.exchange is not None and unanswered else place.span
        return Hit(rank, round(min(max(score, 0.0), 1.0), 6), place, span or (0, 0))

    def _nearness(self, question: str) -> Floats:
        """Return for each place the cosine of its nearest passage; places out of reach get the least one found."""
        found = self.generation.vectors.nearest(question, DENSE_DEPTH)
        floor = min((similarity for _, similarity in found), default=0.0)
        nearness = np.full(len(self.generation.addresses), max(floor, 0.0), dtype=np.float32)
        for number, similarity in found:
            nearness[number] = max(similarity, 0.0)
        return nearness

    def _admitted(self, filters: Filters) -> NDArray[np.bool_]:
        letters = {letter_id for letter_id, _, _ in self.generation.addresses}
        heads = {letter_id for letter_id in letters if filters.admits_letter(self._letter(letter_id))}
        return np.fromiter(
            (
                address[0] in heads and filters.admits(self._letter(address[0]), self.place(number).exchange)
                for number, address in enumerate(self.generation.addresses)
            ),
            np.bool_,
            len(self.generation.addresses),
        )


def _best(scores: Floats, k: int) -> Iterable[int]:
    """Return the numbers of the k highest scores above zero; equal ones in the order of the letters."""
    found = np.flatnonzero(scores > 0)
    order = found[np.lexsort((found, -np.round(scores[found], 6)))]
    return [int(number) for number in order[:k]]
