"""Quotes: which whole sentences of a place answer a question."""

import re
from collections.abc import Sequence

import numpy as np

from rag.answer import Place
from rag.answering.aptness import chances, seen
from rag.answering.overlap import Doubles, best_run
from rag.answering.sentences import sentences, statements
from rag.asking.query import Concept
from rag.indexing.lexical import LexicalIndex
from rag.letter import Span
from rag.models.embedding import StaticModel
from rag.words.analysis import Splitter

DOMINANT = 0.55
"""The share of what is asked for that one concept must carry to be what the question is about."""

SURE = 0.8
"""The weight from which a way of saying a concept is taken to mean it."""

HELD = 0.3
"""The weight from which a statement is taken to hold a concept, when it is counted how many do."""

_LEANS = re.compile(
    r"(?:Dat|Dit|Deze|Die|Daar\w*|Hier\w*|Zij|Hij|Het betreft|Om die reden|In dat|In die|Op die|Dergelijke)\b"
)
"""How a sentence begins that is not understood without the one before it."""


def leans(statement: str) -> bool:
    """Say whether a statement is not understood without what stands before it."""
    return _LEANS.match(statement) is not None


class Quoter:
    """Chooses the sentences of a place that answer a question; the model tells which keep to what was asked."""

    def __init__(self, lexical: LexicalIndex, splitter: Splitter, model: StaticModel) -> None:
        self._lexical, self._splitter, self._model = lexical, splitter, model

    def choose(self, place: Place, question: str, concepts: Sequence[Concept]) -> Span:
        """Return the span of the sentences together that answer a question best, an enumeration kept whole."""
        return self._chosen(place, place.span, question, concepts)

    def choose_question(self, place: Place, question: str, concepts: Sequence[Concept]) -> Span:
        """Return the span of what the question of an exchange asks that fits best, up to the sign that it is asked."""
        asked = place.exchange.question_span if place.exchange else None
        if asked is None:
            return 0, 0
        start, end = self._chosen(place, asked, question, concepts)
        ends = (stop for _, stop in sentences(place.letter.text, asked) if stop >= end)
        return start, next((stop for stop in ends if place.letter.text[stop - 1] == "?"), end)

    def chances(self, place: Place, question: str, concepts: Sequence[Concept]) -> list[float]:
        """Return for each statement of a place the probability that it is the one that answers."""
        written = [place.letter.at(span) for span in statements(place.letter.text, place.span)]
        return chances(self.observe(place, written, question, concepts)).tolist() if written else []

    def _chosen(self, place: Place, span: Span, question: str, concepts: Sequence[Concept]) -> Span:
        text = place.letter.text
        spans = statements(text, span)
        if not spans:
            return span
        written = [text[start:end] for start, end in spans]
        first, last = best_run(written, chances(self.observe(place, written, question, concepts)))
        if first and leans(written[first]):
            first -= 1
        return spans[first][0], spans[last][1]

    def observe(self, place: Place, written: list[str], question: str, concepts: Sequence[Concept]) -> Doubles:
        """Return what is seen of the statements of a place, as :func:`rag.answering.aptness.seen` does."""
        asked = place.letter.at(place.exchange.question_span) if place.exchange else place.letter.title
        vectors = self._model.vectors([*written, asked])
        akin: Doubles = (vectors[:-1] @ vectors[-1]).astype(np.float64)
        return seen(written, question, self._specific(written, concepts), akin)

    def says(self, place: Place, concept: Concept) -> bool:
        """Say whether the place's own words, not those of its question, hold a concept."""
        return self.presence(concept, self.stems(place.letter.at(place.span))) >= SURE

    def dominant(self, concepts: Sequence[Concept]) -> Concept | None:
        """Return the concept that a question is about when one outweighs all others together, else None."""
        worth = self._worth(concepts)
        most = max(range(len(worth)), key=lambda at: worth[at], default=None)
        return concepts[most] if most is not None and worth[most] > DOMINANT * sum(worth) else None

    def worth(self, concept: Concept) -> float:
        """Return how much finding a concept tells, 0 to about 1: its rarity, by its importance in the question."""
        return self._lexical.rarity(concept.alternatives) * concept.importance

    def _worth(self, concepts: Sequence[Concept]) -> list[float]:
        return [self.worth(one) for one in concepts]

    def _specific(self, written: list[str], concepts: Sequence[Concept]) -> Doubles:
        """Return the share of the concepts that each statement holds, each weighed by how few statements hold it."""
        worth = np.array(self._worth(concepts), np.float64)
        if not worth.sum():
            return np.zeros(len(written))
        stems = [self.stems(one) for one in written]
        presence = np.array([[self.presence(concept, held) for concept in concepts] for held in stems])
        holding = (presence > HELD).sum(axis=0)
        specific: Doubles = presence @ (worth * np.log((len(written) + 1) / (holding + 0.5))) / worth.sum()
        return specific

    def stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text and of the parts of its compounds."""
        return self._splitter.stems(text)

    @staticmethod
    def presence(concept: Concept, stems: frozenset[str]) -> float:
        """Return the weight of the best way of saying a concept that the stems hold; 0 when they hold none."""
        return max((one.weight for one in concept.alternatives if stems.issuperset(one.stems)), default=0.0)
