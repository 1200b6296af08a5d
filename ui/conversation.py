"""What one person asked and got in one sitting; kept in the session, never shared."""

from dataclasses import dataclass, field

from rag.answer import Answer, Language
from ui.letter_view import Opening


@dataclass(slots=True)
class Turn:
    """One question with its answer, or with the message that came instead; neither while it is searched."""

    question: str
    answer: Answer | None = None
    trouble: str | None = None

    @property
    def waiting(self) -> bool:
        """Whether the answer is still to come."""
        return self.answer is None and self.trouble is None


@dataclass(slots=True)
class Conversation:
    """The turns of a sitting, a remark on the last attempt, the language, and the source that lies open."""

    language: Language = "nl"
    turns: list[Turn] = field(default_factory=list)
    opening: Opening | None = None
    remark: str | None = None

    def answer_of(self, turn: object) -> Answer | None:
        """Return the answer of a turn that a browser names, if there is one."""
        if isinstance(turn, int) and 0 <= turn < len(self.turns):
            return self.turns[turn].answer
        return None
