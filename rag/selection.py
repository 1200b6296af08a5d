"""Selection: which of the places that search found answer a question, and which are left as merely near."""

from collections.abc import Sequence
from functools import cached_property

from rag.answer import Hit, Language, Place
from rag.passages import fields
from rag.premises import acts_in
from rag.query import Concept
from rag.quotes import Quoter

CITED = 6
"""Places that an answer draws on at most; what they point to comes with them."""

ANSWERING = 0.12
"""The probability from which a place is taken for an answer; low, because a near place is shown as what it is."""

BESIDE = 0.35
"""The share of the surest place's probability that another one needs to be cited beside it."""

SPOKEN_OF = 0.3
"""The weight from which a way of saying a country's name is taken to be it."""


class Selection:
    """Chooses places for one question.

    A place that speaks of none of the countries that a question names does not answer it, however near it is; nor does
    one that tells nothing of an act that the question takes for granted.
    """

    def __init__(self, quoter: Quoter, question: str, language: Language, concepts: Sequence[Concept]) -> None:
        self._quoter, self._concepts = quoter, concepts
        self._acts = acts_in(question, language)

    @cached_property
    def _countries(self) -> list[Concept]:
        return [one for one in self._concepts if one.is_country]

    def answering(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the places that answer, the surest first.

        Of each further letter comes the best place that speaks of the one thing that a question is about.
        """
        fitting = [hit for hit in hits if hit.score >= ANSWERING and self.supports(hit.place)]
        chosen = [hit for hit in fitting if hit.score >= BESIDE * fitting[0].score][:CITED]
        return [*chosen, *self.further(hits, chosen)] if chosen else []

    def further(self, hits: Sequence[Hit], chosen: Sequence[Hit]) -> list[Hit]:
        """Return the best place of each letter that none was chosen of, if it speaks of what the question is about."""
        about = self._quoter.dominant(self._concepts)
        if about is None:
            return []
        letters = {hit.place.letter.id for hit in chosen}
        found = []
        for hit in hits:
            if hit.place.letter.id not in letters and self._quoter.says(hit.place, about):
                letters.add(hit.place.letter.id)
                found.append(hit)
        return found

    def supports(self, place: Place) -> bool:
        """Say whether a place speaks of a country that is named, if any is, and tells of every act that is named."""
        if not self._countries and not self._acts:
            return True
        words = fields(place)
        stems = self._quoter.stems("\n".join((words.question, words.answer, words.context)))
        told = all(act.is_told(stems.__contains__) for act in self._acts)
        spoken = [self._quoter.presence(one, stems) >= SPOKEN_OF for one in self._countries]
        return told and (not spoken or any(spoken))
