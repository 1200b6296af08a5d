"""What a part of a sentence may rest on: the quotes that it cites, the heads of their letters, and what was asked."""

import re
from collections.abc import Sequence
from functools import cached_property

from rag.answer import Citation, Language
from rag.answering import wording
from rag.writing.figures import Figure, figures, units
from rag.writing.likeness import Passage
from rag.writing.moments import Moment, moments, month_of, of_iso
from rag.writing.prompts import clean

_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_AFFIRMS = re.compile(r"^(?:Ja\b|Dat klopt|Dit klopt|Klopt|Inderdaad|Dat is juist|Het klopt)", re.IGNORECASE)


class Evidence:
    """The citations of one claim, taken together."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self.citations = tuple(citations)
        self.letters = tuple({one.place.letter.id: one.place.letter for one in citations}.values())

    @cached_property
    def quote(self) -> Passage:
        """The quotes."""
        return Passage("\n".join(clean(one.quote) for one in self.citations), "nl")

    @cached_property
    def head(self) -> Passage:
        """Who, when, and to whom, in Dutch and English, and what the letters are called."""
        parts = [wording.introduction(one.place, language) for one in self.citations for language in _LANGUAGES]
        parts += [wording.askers(one.place, language) for one in self.citations for language in _LANGUAGES]
        parts += [text for one in self.letters for text in (one.citation, one.title, *map(str, one.ministers))]
        return Passage(clean("\n".join(parts)), "nl")

    @cached_property
    def asked(self) -> Passage:
        """The questions that the quotes answer."""
        exchanges = ((one.place.letter, one.place.exchange) for one in self.citations)
        return Passage("\n".join(clean(letter.at(one.question_span)) for letter, one in exchanges if one), "nl")

    @cached_property
    def affirmed(self) -> str:
        """The questions, where the answer begins by affirming what they say."""
        affirms = any(_AFFIRMS.match(one.quote) for one in self.citations)
        return self.asked.text if affirms else ""

    @cached_property
    def moments(self) -> list[Moment]:
        """The dates of the quotes and of the letters."""
        return [*moments(self.quote.text), *moments(self.affirmed), *self.head_moments]

    @cached_property
    def asked_moments(self) -> list[Moment]:
        """The dates on which the questions were sent in."""
        return of_iso(one.submitted for one in self.letters)

    @cached_property
    def head_moments(self) -> list[Moment]:
        """The dates of the letters themselves."""
        dated = of_iso(one.date or month_of(one) for one in self.letters)
        return [*dated, *moments("\n".join(f"{one.citation}\n{one.title}" for one in self.letters))]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years in which a date without one can be: those of the letters, or of all in them that has a date."""
        said = {one.year for one in (*self.head_moments, *self.asked_moments) if one.year}
        for letter in self.letters:
            if not letter.date:
                said |= {one.year for one in moments(letter.text) if one.year}
        return frozenset(said)

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers of the quotes."""
        return [*figures(self.quote.text), *figures(self.affirmed)]

    @cached_property
    def units(self) -> frozenset[str]:
        """The units that the quotes or the questions name; a year is named by any date."""
        named = units(f"{self.quote.text}\n{self.asked.text}")
        return named | {"year"} if any(one.year for one in self.moments) else named

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers of the questions that the quotes answer."""
        return frozenset(n for one in self.citations if one.place.exchange for n in one.place.exchange.numbers)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the letters are called by: ids and references, the longest first."""
        found = {
            name
            for one in self.letters
            for name in (one.citation, one.id, one.reference, one.question_reference, one.dossier, one.number)
            if name
        }
        return tuple(sorted(found, key=len, reverse=True))
