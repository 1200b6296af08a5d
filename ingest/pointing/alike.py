"""Which exchange of a group asks what another one asks: the likeness of questions, whole and sentence by sentence.

An exchange that is known to point to another asks the same as that one does: its wording counts as well.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from ingest.likeness import Likeness, best, phrases, stem_sequence, stems
from rag.answering.sentences import sentences
from rag.letter import Exchange, Span

_LEAST, _LEAD = 0.2, 1.5
_SAME_SENTENCE = 0.3
"""From here on two sentences are taken to ask the same thing; what is less alike says nothing."""

_WEIGHTY = 12.0
"""The weight of shared words from which a sentence counts in full: a set phrase of two words is no likeness."""

_POINTING = 0.7
_TOPIC_HELD = 0.5
_TOLD, _TOLD_LEAD = 0.7, 1.15


class Alike:
    """Compares the exchanges of one letter; ``only_points`` says which have no answer of their own."""

    def __init__(self, text: str, exchanges: Sequence[Exchange], only_points: Callable[[int], bool]) -> None:
        self._text, self._exchanges, self._only_points = text, exchanges, only_points
        self._asking_the_same: dict[int, list[int]] = {}

    @cached_property
    def _asked(self) -> list[list[str]]:
        return [stem_sequence(self._words(exchange.question_span)) for exchange in self._exchanges]

    @cached_property
    def questions(self) -> Likeness:
        """The words of the questions."""
        return Likeness(frozenset(sequence) for sequence in self._asked)

    @cached_property
    def answers(self) -> Likeness:
        """The words of the answers."""
        return Likeness(stems(self._words(exchange.answer_span)) for exchange in self._exchanges)

    @cached_property
    def wholes(self) -> Likeness:
        """The words of question and answer together."""
        return Likeness(one | other for one, other in zip(self.questions.stems, self.answers.stems, strict=True))

    @cached_property
    def _wordings(self) -> Likeness:
        return Likeness(phrases(sequence) for sequence in self._asked)

    @cached_property
    def _sentences(self) -> list[list[frozenset[str]]]:
        cut = [
            [stem_sequence(self._text[start:end]) for start, end in sentences(self._text, one.question_span)]
            if one.question_span
            else []
            for one in self._exchanges
        ]
        return [[phrases(sequence) for sequence in one if sequence] for one in cut]

    @cached_property
    def _sentence(self) -> Likeness:
        return Likeness(one for each in self._sentences for one in each)

    def _words(self, span: Span | None) -> str:
        return self._text[slice(*span)] if span else ""

    def asking_the_same(self, at: int, members: Sequence[int]) -> int | None:
        """Find the one of some exchanges that asks what the exchange ``at`` asks; None when that is not clear."""
        found = best([self._score(at, one) for one in members], least=_LEAST, lead=_LEAD)
        if found is None:
            return None
        self._asking_the_same.setdefault(members[found], []).append(at)
        return members[found]

    def about(self, topic: str, members: Sequence[int]) -> int | None:
        """Find the one of some exchanges that a topic is named after; None when that is not clear."""
        wanted = stems(topic)
        scores = [self.wholes.covered(wanted, self.wholes.stems[one]) for one in members]
        found = best(scores, least=_TOPIC_HELD, lead=_LEAD)
        return None if found is None else members[found]

    def telling_of(self, topic: str, members: Sequence[int]) -> int | None:
        """Find the one of some exchanges that tells of a topic, in the same words or compounds of them."""
        wanted = stems(topic)
        asked, whole = self.questions, self.wholes
        scores = [
            asked.covered_loosely(wanted, asked.stems[one]) + whole.covered_loosely(wanted, whole.stems[one])
            for one in members
        ]
        found = best(scores, least=_TOLD, lead=_TOLD_LEAD)
        return None if found is None else members[found]

    def _score(self, at: int, other: int) -> float:
        wordings, whole, answered = self._wordings, self.wholes, self.answers
        question = self.questions.stems[at]
        worded = [other, *(one for one in self._asking_the_same.get(other, ()) if one != at)]
        score = (
            wordings.between(wordings.stems[at], wordings.stems[other]) * 2
            + whole.between(question, whole.stems[other])
            + whole.covered(question, whole.stems[other]) / 2
            + answered.between(answered.stems[at], answered.stems[other]) / 2
            + max(self._same_sentence(at, one) for one in worded) * 2
        )
        return score * _POINTING if self._only_points(other) else score

    def _same_sentence(self, at: int, other: int) -> float:
        """Return how far the most alike sentences of two questions are beyond what chance gives."""
        likeness = self._sentence
        likest = max(
            (
                likeness.between(one, two) * min(1.0, likeness.length(one & two) / _WEIGHTY)
                for one in self._sentences[at]
                for two in self._sentences[other]
                if not one.isdisjoint(two)
            ),
            default=0.0,
        )
        return max(0.0, likest - _SAME_SENTENCE)
