"""Selection: which of the places that search found answer a question, and which are left as merely near."""

from collections.abc import Sequence
from functools import cached_property

from rag.answer import Hit, Language, Place
from rag.answering.acquaintance import only_acquaints
from rag.answering.premises import acts_in
from rag.answering.quantities import quantity_asked, tells_quantity
from rag.answering.quotes import Quoter
from rag.asking.query import CEREMONY_WEIGHT, Concept
from rag.indexing.passages import fields
from rag.words.countries import foreign_voice

CITED = 6
"""Places that an answer draws on at most; what they point to comes with them."""

ANSWERING: dict[Language, float] = {"nl": 0.1, "en": 0.15}
"""The probability from which a place is taken for an answer; low, because a near place is shown as what it is."""

BESIDE = 0.6
"""The share of the surest place's probability that another one needs to be cited beside it."""

BESIDE_BROAD = 0.1
"""The probability that another place needs to be cited beside it, when all that is said of one thing is asked for."""

BROAD = 2
"""Things asked for up to which a question is taken to ask for all that is said of them."""

SUBJECT = 0.4
"""The worth from which a concept may be what is asked about a country."""

STRONG = 0.55
"""The worth from which what is asked about a country cannot be left out of an answer."""

SPOKEN_OF = 0.3
"""The weight from which a way of saying a country's name is taken to be it."""


class Selection:
    """Chooses places for one question.

    However near a place is, it does not answer when it does not speak of the countries that a question names (of most
    of them, when there are many) and of something that is asked about them; when it tells nothing of an act that the
    question takes for granted; when it does not mention the foreign government whose words are asked for; when it
    has no quantity and one is asked for; or when it only says that the minister knows of some news.
    """

    def __init__(self, quoter: Quoter, question: str, language: Language, concepts: Sequence[Concept]) -> None:
        self._quoter, self._concepts = quoter, concepts
        self._acts = acts_in(question, language)
        self._voice = foreign_voice(question, language)
        self._quantity = quantity_asked(question)
        self._answering = ANSWERING[language]

    @property
    def _is_broad(self) -> bool:
        """Say whether all that is said of one thing is asked for, and not just what fits best."""
        return sum(one.importance > CEREMONY_WEIGHT for one in self._concepts) <= BROAD

    @cached_property
    def _countries(self) -> list[Concept]:
        return [one for one in self._concepts if one.is_country]

    def answering(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the places that answer, the surest first.

        Of each further letter comes the best place that speaks of the one thing that a question is about.
        """
        fitting = [hit for hit in hits if hit.score >= BESIDE_BROAD and self.supports(hit.place)]
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
            if place.letter.id not in letters and self._quoter.says(place, about) and self.supports(place):
                letters.add(place.letter.id)
                found.append(hit)
        return found

    def supports(self, place: Place) -> bool:
        """Say whether a place speaks of all without which it cannot answer the question."""
        if place.exchange is not None and only_acquaints(place.letter, place.exchange):
            return False
        if self._quantity and not tells_quantity(place.letter.at(place.span), self._quantity):
            return False
        if not (self._countries or self._acts or self._voice):
            return True
        words = fields(place)
        text = "\n".join((words.question, words.answer, words.context))
        stems = self._quoter.stems(text)
        return (
            self._speaks_of_countries(stems)
            and all(act.is_told(stems.__contains__) for act in self._acts)
            and (self._voice is None or self._voice.search(text) is not None)
        )

    def _speaks_of_countries(self, stems: set[str]) -> bool:
        """Say whether most of the countries are there, and with them something of what is asked about them."""
        if not self._countries:
            return True
        spoken = sum(self._quoter.presence(one, stems) >= SPOKEN_OF for one in self._countries)
        return 2 * spoken > len(self._countries) and self._speaks_of_subject(stems)

    def _speaks_of_subject(self, stems: set[str]) -> bool:
        """Say whether something of what is asked about a country is there, unless that is too common to tell."""
        others = [one for one in self._concepts if not (one.is_country or one.surface.isdigit())]
        telling = [one for one in others if self._quoter.worth(one) >= SUBJECT]
        return max(map(self._quoter.worth, telling), default=0.0) < STRONG or any(
            self._quoter.presence(one, stems) >= SPOKEN_OF for one in telling
        )
