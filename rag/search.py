"""Search: from a question to places, by words and by meaning, fused per language."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.answer import Hit, Language, Place
from rag.confidence import confidence
from rag.filters import Filters
from rag.generation import Generation
from rag.lexical import Floats
from rag.named import Gazetteer, Named
from rag.query import Concept

DENSE_WEIGHT: dict[Language, float] = {"nl": 0.4, "en": 0.4}
"""What the cosine of the nearest passage adds to the lexical coverage: the table in ARCHITECTURE.md."""

DENSE_DEPTH = 100
"""Passages that the vector store is asked for."""


class Searcher:
    """Searches one generation; ``weights`` says what nearness adds to the words in each language."""

    def __init__(self, generation: Generation, weights: Mapping[Language, float] = DENSE_WEIGHT) -> None:
        self.generation, self._weights = generation, weights
        self._letter = lru_cache(maxsize=512)(generation.store.get)
        self.gazetteer = Gazetteer(generation.store.letters())

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

    def search(
        self, question: str, language: Language, k: int, filters: Filters, named: Named | None = None
    ) -> list[Hit]:
        """Return the k best places that the filters and the names admit, the most likely to answer first.

        A place that has nothing of what was asked for is left out.
        """
        scores = self.generation.lexical.ask(self.concepts(question, language))
        nearness = self._nearness(question)
        fused = scores.coverage + np.float32(self._weights[language]) * nearness
        fused[scores.coverage == 0] = 0.0
        for admitted in self._masks(filters, named):
            fused[~admitted] = 0.0
        best = fused.max(initial=0.0) or np.float32(1.0)
        lead: Floats = (fused / best).astype(np.float32)
        sure = confidence(scores.coverage, scores.evidence, nearness, lead)
        return [self._hit(rank, number, float(sure[number])) for rank, number in enumerate(_best(fused, k), 1)]

    def named_places(self, named: Named) -> list[Place]:
        """Return the exchanges that a question names by letter and number."""
        return [place for place in self.places_in(named.letters) if named.admits(place)]

    def places_in(self, letters: frozenset[str] | None) -> list[Place]:
        """Return the places of some letters, or of all of them."""
        return [self.place(number) for number in self._numbers_of(letters)]

    def _numbers_of(self, letters: frozenset[str] | None) -> list[int]:
        addresses = self.generation.addresses
        return [number for number, one in enumerate(addresses) if letters is None or one[0] in letters]

    def _masks(self, filters: Filters, named: Named | None) -> Iterable[NDArray[np.bool_]]:
        if filters:
            yield self._admitted(filters)
        if named is not None and named.letters is not None:
            yield self._marked(self._numbers_of(named.letters))
        for year in named.years if named is not None else ():
            speaking = self.generation.lexical.places_with(year)
            yield self._marked([*self._numbers_of(self.gazetteer.of_year(year)), *speaking])

    def _marked(self, numbers: Iterable[int]) -> NDArray[np.bool_]:
        mask = np.zeros(len(self.generation.addresses), np.bool_)
        mask[list(numbers)] = True
        return mask

    def _hit(self, rank: int, number: int, score: float) -> Hit:
        place = self.place(number)
        return Hit(rank, round(min(max(score, 0.0), 1.0), 6), place, place.shown)

    def admits_any(self, filters: Filters) -> bool:
        """Say whether there is any place that the filters admit."""
        return not filters or bool(self._admitted(filters).any())

    def _nearness(self, question: str) -> Floats:
        """Return for each place how near its nearest passage is; places out of reach get the least one found.

        That is the cosine, with what questions and passages without relation have left out: with many models, much.
        """
        unrelated = float(self.generation.manifest["unrelated"])
        found = [
            (number, (cosine - unrelated) / (1 - unrelated))
            for number, cosine in self.generation.vectors.nearest(question, DENSE_DEPTH)
        ]
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
