"""Selection: which of the places that search found answer a question, and which are left as merely near."""

from collections.abc import Sequence

from rag.answer import Hit, Language
from rag.answering.demands import Demands
from rag.answering.quotes import Quoter
from rag.asking.query import CEREMONY_WEIGHT, Concept

CITED = 6
"""Places that an answer draws on at most; what they point to comes with them."""

ANSWERING: dict[Language, float] = {"nl": 0.075, "en": 0.06}
"""The probability from which a place is taken for an answer; low, because few answers may be lost."""

DOUBTED = 0.3
"""The probability of the surest place below which an answer is shown with the remark that it may be none."""

BESIDE = 0.6
"""The share of the surest place's probability that another one needs to be cited beside it."""

BESIDE_BROAD = 0.06
"""The probability that another place needs to be cited beside it, when all that is said of one thing is asked for."""

BROAD = 2
"""Things asked for up to which a question is taken to ask for all that is said of them."""


class Selection:
    """Chooses places for one question, each with the probability that it answers as its score."""

    def __init__(self, quoter: Quoter, demands: Demands, language: Language, concepts: Sequence[Concept]) -> None:
        self._quoter, self._demands, self._concepts = quoter, demands, concepts
        self._answering = ANSWERING[language]

    def doubts(self, chosen: Sequence[Hit]) -> bool:
        """Say whether what was chosen may be no answer; what speaks of the one thing that is asked for is one."""
        return not self._is_broad and max(hit.score for hit in chosen) < DOUBTED

    @property
    def _is_broad(self) -> bool:
        """Say whether all that is said of one thing is asked for, and not just what fits best."""
        return sum(one.importance > CEREMONY_WEIGHT for one in self._concepts) <= BROAD

    def answering(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the places that answer, the surest first.

        Of each further letter comes the best place that speaks of the one thing that a question is about.
        """
        fitting = [hit for hit in hits if hit.score >= BESIDE_BROAD]
        surest = max((hit.score for hit in fitting), default=0.0)
        if surest < self._answering:
            return []
        least = BESIDE_BROAD if self._is_broad else max(self._answering, BESIDE * surest)
        chosen = [hit for hit in fitting if hit.score >= least][:CITED]
        return [*chosen, *self.further(hits, chosen)]

    def further(self, hits: Sequence[Hit], chosen: Sequence[Hit]) -> list[Hit]:
        """Return the best place of each letter that none was chosen of, if it speaks of what the question is about."""
        about = self._quoter.dominant(self._concepts)
        if about is None:
            return []
        letters = {hit.place.letter.id for hit in chosen}
        found = []
        for hit in hits:
            place = hit.place
            if place.letter.id in letters or not self._quoter.says(place, about):
                continue
            if not (self._demands.bars(place) or self._demands.unmet(place)):
                letters.add(place.letter.id)
                found.append(hit)
        return found
