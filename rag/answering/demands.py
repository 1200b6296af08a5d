"""Demands: what a place must speak of to answer a question, whatever else it says."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rag.answer import Language, Place
from rag.answering.acquaintance import only_acquaints
from rag.answering.premises import acts_in
from rag.answering.quantities import quantity_asked, tells_quantity
from rag.answering.quotes import Quoter
from rag.asking.query import Concept
from rag.indexing.passages import fields
from rag.words.countries import foreign_voice

SUBJECT = 0.4
"""The worth from which a concept may be what is asked about a country."""

STRONG = 0.55
"""The worth from which what is asked about a country cannot be left out of an answer."""

SPOKEN_OF = 0.3
"""The weight from which a way of saying a country's name is taken to be it."""


_GRANTED = re.compile(
    r"^\W*(?:(?:and|but|en|maar)\s+)?(?:why|how come|when|since when|who(?! decides)|whom|which|"
    r"what (?:made|led|was|were|did)|how (?:did|was|were|has|have)|waarom|waardoor|wanneer|sinds wanneer|"
    r"wie(?! (?:bepaalt|beslist))|door wie|welke?|om welke|hoe (?:kwam|kon|is|heeft|werd|verliep))\b",
    re.IGNORECASE,
)
"""How a question begins that takes for granted what it names: it asks why, when or by whom, and not whether."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """Which demands a place does not meet.

    ``countries``: it does not speak of the countries that the question names (of most of them, when there are many)
    and of something that is asked about them; ``acts``: it tells nothing of an act that the question names;
    ``quantity``: one is asked for, and it has none.
    """

    countries: bool
    acts: bool
    quantity: bool

    def __bool__(self) -> bool:
        return self.countries or self.acts or self.quantity


class Demands:
    """The demands of one question."""

    def __init__(self, quoter: Quoter, question: str, language: Language, concepts: Sequence[Concept]) -> None:
        self._quoter, self._concepts = quoter, concepts
        self._acts = acts_in(question, language)
        self._granted = bool(self._acts) and _GRANTED.match(question) is not None
        self._voice = foreign_voice(question, language)
        self._quantity = quantity_asked(question)

    @cached_property
    def _countries(self) -> list[Concept]:
        return [one for one in self._concepts if one.is_country]

    def bars(self, place: Place) -> bool:
        """Say whether a place cannot answer, however near it is.

        It only tells that the minister knows of some news; it tells nothing of an act that the question takes for
        granted; or it does not mention the foreign government whose words are asked for.
        """
        if place.exchange is not None and only_acquaints(place.letter, place.exchange):
            return True
        if self._voice is not None and self._voice.search(_text(place)) is None:
            return True
        return self._granted and not self._tells_acts(place)

    def unmet(self, place: Place) -> Unmet:
        """Return which demands a place does not meet; each tells against it, but none decides."""
        return Unmet(
            countries=not self._speaks_of_countries(place),
            acts=not self._tells_acts(place),
            quantity=self._quantity is not None and not tells_quantity(place.letter.at(place.span), self._quantity),
        )

    def _tells_acts(self, place: Place) -> bool:
        if not self._acts:
            return True
        stems = self._quoter.stems(_text(place))
        return all(act.is_told(stems.__contains__) for act in self._acts)

    def _speaks_of_countries(self, place: Place) -> bool:
        """Say whether most of the countries are there, and with them something of what is asked about them."""
        if not self._countries:
            return True
        stems = self._quoter.stems(_text(place))
        spoken = sum(self._quoter.presence(one, stems) >= SPOKEN_OF for one in self._countries)
        return 2 * spoken > len(self._countries) and self._speaks_of_subject(stems)

    def _speaks_of_subject(self, stems: frozenset[str]) -> bool:
        """Say whether something of what is asked about a country is there, unless that is too common to tell."""
        others = [one for one in self._concepts if not (one.is_country or one.surface.isdigit())]
        telling = [one for one in others if self._quoter.worth(one) >= SUBJECT]
        return max(map(self._quoter.worth, telling), default=0.0) < STRONG or any(
            self._quoter.presence(one, stems) >= SPOKEN_OF for one in telling
        )


def _text(place: Place) -> str:
    words = fields(place)
    return "\n".join((words.question, words.answer, words.context))
