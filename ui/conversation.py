"""What one person asked and got in one sitting; kept in the session, never shared."""

from dataclasses import dataclass, field

from rag.answer import Answer, Language
from rag.feedback import Verdict
from rag.filters import Filters
from ui.growth import Growth
from ui.letter_view import Opening

NO_FILTERS = Filters()


@dataclass(slots=True)
class Turn:
    """One question with its answer as far as it has grown, or with the message that came instead.

    ``waits`` says, while there is neither, what the question waits for besides the search; ``growth`` is what still
    makes the answer. ``drawn`` is how the turn was shown last, and what it was shown by.
    """

    question: str
    answer: Answer | None = None
    trouble: str | None = None
    filters: Filters = NO_FILTERS
    waits: str = ""
    growth: Growth[Answer] | None = None
    stopped: bool = False
    verdict: Verdict | None = None
    remark: str = ""
    drawn: tuple[object, str] | None = None

    @property
    def growing(self) -> bool:
        """Whether the answer is still to come, or to grow."""
        return self.growth is not None

    @property
    def whole(self) -> Answer | None:
        """The answer, if it has come to its end."""
        return None if self.growing or self.stopped or self.trouble is not None else self.answer

    def stop(self) -> None:
        """Have the answer end where it is."""
        if self.growth is not None:
            self.stopped = True
            self.growth.stop()
            self.growth = None


@dataclass(slots=True)
class Conversation:
    """The turns of a sitting, what the next question is narrowed to, the language, and the source that lies open.

    ``remark`` is on the last attempt to ask or to narrow; ``editing`` says that the next question takes the place of
    the last one, and ``sheet`` that the page of a PDF is shown beside its text: that
    of what is opened, or the ``leaf`` that was turned to.
    """

    language: Language = "nl"
    turns: list[Turn] = field(default_factory=list)
    filters: Filters = NO_FILTERS
    opening: Opening | None = None
    remark: str | None = None
    editing: bool = False
    sheet: bool = False
    leaf: int | None = None

    def turn(self, number: int) -> Turn | None:
        """Return the turn that a browser names, if there is one."""
        return self.turns[number] if 0 <= number < len(self.turns) else None

    def growing(self, question: str) -> bool:
        """Say whether the answer to just this question is growing."""
        return any(turn.growing and turn.question == question for turn in self.turns)

    def talk(self) -> tuple[Answer, ...]:
        """Return the answers so far, the oldest first."""
        return tuple(answer for turn in self.turns if (answer := turn.whole) is not None)

    def begin(self, question: str) -> Turn:
        """Start the turn of a question; an edited one takes the place of the last, one that still grows is stopped."""
        self.remark = None
        for turn in self.turns:
            turn.stop()
        if self.editing and self.turns:
            self.turns.pop()
        self.editing = False
        self.turns.append(Turn(question, filters=self.filters))
        return self.turns[-1]
