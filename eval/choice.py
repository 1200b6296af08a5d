"""Which questions of the sets a run asks."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from eval.errors import SetError
from eval.sets import Part, Question


@dataclass(frozen=True, slots=True)
class Choice:
    """What narrows a run down; whatever is left at its default admits every question.

    ``sample`` is how many questions are drawn, always the same ones; ``ids`` are the only ones admitted.
    """

    kinds: tuple[str, ...] = ()
    part: Part | None = None
    sample: int | None = None
    ids: Collection[str] | None = None

    def of(self, questions: Sequence[Question]) -> tuple[Question, ...]:
        """Return the chosen questions, in the order of the sets.

        Raises:
            SetError: none is left.
        """
        chosen = [one for one in questions if self._admits(one)]
        if self.sample is not None:
            drawn = {one.id for one in sorted(chosen, key=_lot)[: self.sample]}
            chosen = [one for one in chosen if one.id in drawn]
        if not chosen:
            raise SetError("no questions: none of the sets is of what was chosen; choose another kind, part or set.")
        return tuple(chosen)

    def _admits(self, question: Question) -> bool:
        return (
            (not self.kinds or question.kind in self.kinds)
            and (self.part is None or question.part == self.part)
            and (self.ids is None or question.id in self.ids)
        )


def _lot(question: Question) -> str:
    """Return what a question draws; it has nothing to do with the half that it is in."""
    return hashlib.sha256(f"sample {question.id}".encode()).hexdigest()
