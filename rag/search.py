"""Search: from a question to places, by words and by meaning, fused per language."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.answer import Hit, Language, Place
from rag.asking.named import INTRODUCTION, Gazetteer, Named
from rag.asking.query import Concept
from rag.filters import Filters
from rag.indexing.catalogue import Mask
from rag.indexing.generation import Generation
from rag.indexing.lexical import Floats

DENSE_WEIGHT: dict[Language, float] = {"nl": 0.4, "en": 0.4}
"""What the cosine of the nearest passage adds to the lexical coverage: the table in ARCHITECTURE.md."""

DENSE_DEPTH = 100
"""Passages that the vector store is asked for."""


class Searcher:
    """Searches one generation; ``weights`` says what nearness adds to the words in each language.

    Attributes:
        gazetteer: what its letters are called.
        letter: returns a letter by its id; those of late are kept at hand.
    """

    def __init__(self, generation: Generation, weights: Mapping[Language, float] = DENSE_WEIGHT) -> None:
        self.generation, self._weights = generation, weights
        self.letter = lru_cache(maxsize=512)(generation.store.get)
        self._catalogue = generation.catalogue
        self.gazetteer = Gazetteer(
            self._catalogue.heads.values(), self._catalogue.parties, generation.store.introductions(INTRODUCTION)
        )

    def place(self, number: int) -> Place:
        """Return a place by its number in the generation."""
        address = self._catalogue.addresses[number]
        letter = self.letter(address.letter)
        if address.exchange is not None:
            return Place(letter, exchange=letter.exchanges[address.exchange])
        return Place(letter, paragraph=next(one for one in letter.paragraphs if one.n == address.paragraph))

    def concepts(self, question: str, language: Language) -> tuple[Concept, ...]:
        """Return what the question asks for."""
        return self.generation.queries.concepts(question, language)

    def search(
        self, question: str, language: Language, k: int, filters: Filters, named: Named | None = None
    ) -> list[Hit]:
        """Return the k best places that the filters and the names admit, the best first.

        A score is the share of the most there is to score. A place that has nothing of what was asked for is left out.
        """
        coverage = self.generation.lexical.ask(self.concepts(question, language))
        nearness = self._nearness(question)
        fused = coverage + np.float32(self._weights[language]) * nearness
        fused[coverage == 0] = 0.0
        for admitted in self._masks(filters, named):
            fused[~admitted] = 0.0
        best = _best(fused, k)
        most = np.float32(1 + self._weights[language])
        return [self._hit(rank, int(number), float(fused[number] / most)) for rank, number in enumerate(best, 1)]

    def named_places(self, named: Named) -> list[Place]:
        """Return the exchanges that a question names by number, and by letter or party."""
        if named.letters is not None:
            numbers = self._catalogue.numbers(named.letters)
        else:
            asked = (self._catalogue.admitted(Filters(party=one)) for one in named.parties)
            numbers = np.flatnonzero(np.logical_or.reduce(list(asked))).tolist()
        return [place for place in map(self.place, numbers) if named.admits(place)]

    def places_in(self, letters: frozenset[str] | None) -> Iterator[Place]:
        """Yield the places of some letters, or of all of them."""
        return map(self.place, self._catalogue.numbers(self._catalogue.heads if letters is None else letters))

    def admitted(self, filters: Filters, named: Named) -> list[Place]:
        """Return the places that the filters and the names admit, in their order."""
        masks = list(self._masks(filters, named))
        found = np.flatnonzero(np.logical_and.reduce(masks)) if masks else range(self._catalogue.size)
        return [self.place(int(number)) for number in found]

    def _masks(self, filters: Filters, named: Named | None) -> Iterable[Mask]:
        if filters:
            yield self._catalogue.admitted(filters)
        if named is None:
            return
        if named.filters:
            yield np.logical_or.reduce([self._catalogue.admitted(one) for one in named.filters])
        if named.letters is not None:
            yield self._catalogue.mask(named.letters)
        if named.period is not None:
            yield self._catalogue.mask(self.gazetteer.of_period(named.period))
        if named.years:
            yield np.logical_or.reduce([self._of_year(year) for year in named.years])

    def _of_year(self, year: str) -> Mask:
        """Return the places of letters of a year, and those that speak of it."""
        mask = self._catalogue.mask(self.gazetteer.of_year(year))
        mask[self.generation.lexical.places_with(year)] = True
        return mask

    def _hit(self, rank: int, number: int, score: float) -> Hit:
        place = self.place(number)
        return Hit(rank, round(min(max(score, 0.0), 1.0), 6), place, place.shown)

    def admits_any(self, filters: Filters, named: Named | None = None) -> bool:
        """Say whether there is any place that the filters, and the names all together, admit."""
        masks = list(self._masks(filters, named))
        return not masks or bool(np.logical_and.reduce(masks).any())

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
        nearness = np.full(self._catalogue.size, max(floor, 0.0), dtype=np.float32)
        for number, similarity in found:
            nearness[number] = max(similarity, 0.0)
        return nearness


def _best(scores: Floats, k: int) -> NDArray[np.intp]:
    """Return the numbers of the k highest scores above zero; equal ones in the order of the letters."""
    found = np.flatnonzero(scores > 0)
    rounded = np.round(scores[found], 6)
    if len(found) > k:  # sorting takes longer than all else in a large index
        among = rounded >= np.partition(rounded, -k)[-k]
        found, rounded = found[among], rounded[among]
    return found[np.lexsort((found, -rounded))][:k]
