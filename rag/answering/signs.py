"""Signs: what tells whether a place answers a question, of each thing that is asked for and of the place as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.answer import Hit, Language
from rag.answering.demands import Demands
from rag.answering.quotes import SURE, Quoter
from rag.asking.query import Concept
from rag.indexing.lexical import Floats, LexicalIndex
from rag.indexing.passages import fields
from rag.models.embedding import StaticModel
from rag.words.analysis import vocabulary

OF_CONCEPT = (
    "share of the worth",
    "rarity",
    "is a name",
    "in the answer",
    "in the question",
    "nearest word",
    "places that have it",
    "further words",
    "is a country",
    "has a figure",
)
OF_PLACE = ("score", "places", "lead", "is Dutch", "countries unmet", "acts unmet", "quantity unmet")


@dataclass(frozen=True, slots=True)
class Signs:
    """What is seen of one place: ``concepts`` (concepts, 10) and ``place`` (7,), in the order of the names above."""

    concepts: Floats
    place: Floats


class Observer:
    """Sees the signs of places for one question."""

    def __init__(
        self,
        quoter: Quoter,
        lexical: LexicalIndex,
        model: StaticModel,
        demands: Demands,
        language: Language,
        concepts: Sequence[Concept],
    ) -> None:
        self._quoter, self._model, self._demands, self._concepts = quoter, model, demands, concepts
        self._language, self._size = language, lexical.size
        self._vectors = model.words([one.surface for one in concepts])
        self._asked = self._of_question(lexical)

    def observe(self, hit: Hit, best: float) -> Signs:
        """Return the signs of a place; ``best`` is the highest score of all."""
        held = fields(hit.place)
        answered, asked = self._presence(held.answer), self._presence(f"{held.question}\n{held.context}")
        before, after = self._asked[:, :3], self._asked[:, 3:]
        seen = np.column_stack([before, answered, asked, self._nearest(f"{held.question} {held.answer}"), after])
        unmet = self._demands.unmet(hit.place)
        place = (
            hit.score,
            np.log(self._size + 1),
            hit.score / best,
            self._language == "nl",
            unmet.countries,
            unmet.acts,
            unmet.quantity,
        )
        return Signs(seen.astype(np.float32), np.array(place, np.float32))

    def _of_question(self, lexical: LexicalIndex) -> NDArray[np.float64]:
        """Return what is seen of each concept before any place is: an array (concepts, 7)."""
        worth = np.array([self._quoter.worth(one) for one in self._concepts])
        scale = np.log(self._size + 2)
        return np.array(
            [
                (
                    share,
                    lexical.rarity(one.alternatives),
                    one.importance > 1,
                    np.log1p(lexical.spread(one.alternatives, SURE)) / scale,
                    one.surface.count(" "),
                    one.is_country,
                    any(sign.isdigit() for sign in one.surface),
                )
                for share, one in zip(worth / (worth.sum() or 1.0), self._concepts, strict=True)
            ],
            dtype=np.float64,
        ).reshape(-1, len(OF_CONCEPT) - 3)

    def _presence(self, text: str) -> list[float]:
        """Return the weight of the best way of saying each concept that stands in a text."""
        stems = self._quoter.stems(text)
        return [self._quoter.presence(one, stems) for one in self._concepts]

    def _nearest(self, text: str) -> Floats:
        """Return for each concept the cosine of the nearest word of a text."""
        found = self._model.words(sorted(vocabulary(text)))
        nearest: Floats = (self._vectors @ found.T).max(axis=1, initial=0.0)
        return nearest
