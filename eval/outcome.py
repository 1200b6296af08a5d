"""What an assistant did with one question, beside what the set holds of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval import metrics
from eval.gold import locate
from eval.sets import Question
from rag.answer import Answer, Hit
from rag.letter import Letter


@dataclass(frozen=True, slots=True)
class Sought:
    """A question with the keys of its places: ``gold``, the best first, and ``neutral``, which count neither way."""

    question: Question
    gold: tuple[str, ...]
    neutral: frozenset[str]

    @classmethod
    def of(cls, question: Question, letters: Sequence[Letter]) -> "Sought":
        """Look the places of a question up in the letters.

        Raises:
            SetError: it names a place that they do not have.
        """
        gold = tuple(dict.fromkeys(locate(one, letters).key for one in question.gold))
        return cls(question, gold, frozenset(locate(one, letters).key for one in question.also) - set(gold))


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer and a search; the letters, by id, that both are held against; and the answer's time in milliseconds."""

    sought: Sought
    answer: Answer
    hits: tuple[Hit, ...]
    letters: Mapping[str, Letter]
    answer_ms: float

    @property
    def question(self) -> Question:
        """The question that was asked."""
        return self.sought.question

    @property
    def found(self) -> list[str]:
        """The keys of what search found, without the places that count neither way."""
        return metrics.condensed((hit.place.key for hit in self.hits), self.sought.neutral)

    @property
    def cited(self) -> list[str]:
        """The keys of the cited places, without those that count neither way."""
        return metrics.condensed((citation.place.key for citation in self.answer.citations), self.sought.neutral)

    @property
    def answered(self) -> bool:
        """Say whether the assistant gave an answer."""
        return self.answer.status == "answered"

    @property
    def quoted(self) -> str:
        """What was quoted from the best gold place, in the order of the letter.

        Of a question about what was asked, the asker's words count, and of any other those that are not an asker's.
        """
        asked = self.question.kind == "asked"
        quotes = [
            one
            for one in self.answer.citations
            if one.place.key in self.sought.gold[:1] and (asked or one.role != "question")
        ]
        return " ".join(one.quote for one in sorted(quotes, key=lambda one: one.start))
