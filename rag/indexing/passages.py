"""Passages: what is searched. A question, an answer (in pieces, when it is long), a paragraph.

An answer is hard to understand, and to find, without what it is about; so each piece of it is searched together
with the letter's subject, its section and the question it answers. The question is a passage of its own besides:
it is often asked again in its own words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rag.answer import Place
from rag.answering.sentences import sentences
from rag.letter import Exchange, Letter, Span
from rag.words.counting import Fields

Part = Literal["question", "answer", "text"]

PIECE = 2000
"""Characters that a piece of an answer holds at most, a longer single sentence aside."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one place with one role, and a name that is the same on every machine."""

    id: str
    place: Place
    role: Part
    span: Span

    @property
    def text(self) -> str:
        """The words that are searched: those of the span and, unless it is a question, what they are about."""
        words, about = self.place.letter.at(self.span), fields(self.place)
        return words if self.role == "question" else "\n\n".join(filter(None, (about.context, about.question, words)))


SIGNATURE = 12
"""Words up to which a paragraph without a sentence's end is a form of address or a signature, and says nothing."""


def places(letter: Letter) -> Iterator[Place]:
    """Yield the exchanges of a letter, and then its paragraphs that say something."""
    for exchange in letter.exchanges:
        yield Place(letter, exchange=exchange)
    for paragraph in letter.paragraphs:
        words = letter.at(paragraph.span)
        if words.endswith((".", "!", "?", ":", ";", "”", "»", ")")) or len(words.split()) > SIGNATURE:
            yield Place(letter, paragraph=paragraph)


def fields(place: Place) -> Fields:
    """Return the words of a place for the lexical index; the subject of a letter is what its paragraphs answer."""
    letter, exchange = place.letter, place.exchange
    if exchange is None:
        return Fields(question=letter.title, answer=letter.at(place.span), context="")
    context = " ".join(filter(None, (letter.title, exchange.section, exchange.party)))
    return Fields(letter.at(exchange.question_span), letter.at(exchange.answer_span), context)


def passages(place: Place) -> Iterator[Passage]:
    """Yield the passages of a place: the question apart from the answer, the answer in pieces."""
    if place.exchange is None:
        yield from _pieces(place, place.span, "text")
        return
    yield from _exchange_passages(place, place.exchange)


def _exchange_passages(place: Place, exchange: Exchange) -> Iterator[Passage]:
    if exchange.question_span is not None:
        yield Passage(f"{place.key}/question@{exchange.question_span[0]}", place, "question", exchange.question_span)
    if exchange.answer_span is not None:
        yield from _pieces(place, exchange.answer_span, "answer")


def _pieces(place: Place, span: Span, role: Part) -> Iterator[Passage]:
    start: int | None = None
    last = span[0]
    for first, end in sentences(place.letter.text, span):
        if start is not None and end - start > PIECE:
            yield Passage(f"{place.key}/{role}@{start}", place, role, (start, last))
            start = None
        start, last = first if start is None else start, end
    if start is not None:
        yield Passage(f"{place.key}/{role}@{start}", place, role, (start, last))
