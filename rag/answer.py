"""What an answer is made of: places, hits, citations, and the answer itself."""

from dataclasses import dataclass, field
from typing import Literal

from rag.letter import Exchange, Letter, Paragraph, Span

Language = Literal["nl", "en"]
Role = Literal["answer", "question", "text"]
Status = Literal["answered", "not_found", "unanswered", "refused"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a letter, and in it an exchange or a paragraph."""

    letter: Letter
    exchange: Exchange | None = None
    paragraph: Paragraph | None = None

    @property
    def key(self) -> str:
        """A name for the place that is the same on every machine: ``7562802#7``, ``kst-32317-974#NSC-3``.

        Where numbers start again in a letter, ``7562802#7@2`` is the second exchange of that number.
        """
        if self.exchange is not None:
            party = f"{self.exchange.party}-" if self.exchange.party else ""
            return f"{self.letter.id}#{party}{'+'.join(self.exchange.numbers)}{self._series(self.exchange)}"
        return f"{self.letter.id}#p{self.paragraph.n}" if self.paragraph is not None else self.letter.id

    def _series(self, exchange: Exchange) -> str:
        called = (exchange.party, exchange.numbers)
        alike = (one for one in self.letter.exchanges if (one.party, one.numbers) == called)
        before = sum(1 for one in alike if _start(one) < _start(exchange))
        return f"@{before + 1}" if before else ""

    @property
    def span(self) -> Span:
        """The offsets that may be quoted as the government's words: the answer, or the paragraph."""
        if self.exchange is not None:
            return self.exchange.answer_span or (0, 0)
        return self.paragraph.span if self.paragraph is not None else (0, len(self.letter.text))

    @property
    def shown(self) -> Span:
        """The offsets to show of the place: those that may be quoted, or else those of the question."""
        exchange = self.exchange
        if exchange is not None and exchange.answer_span is None:
            return exchange.question_span or (0, 0)
        return self.span


def _start(exchange: Exchange) -> int:
    return (exchange.question_span or exchange.answer_span or (0, 0))[0]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that search found, counted from 1, with a score between 0 and 1 and the span that matched best."""

    rank: int
    score: float
    place: Place
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and where it stands: ``place.letter.text[start:end] == quote``, always."""

    n: int
    place: Place
    role: Role
    quote: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the window, the command line and the eval set show: an answer with citations, or an honest no.

    ``answer`` is Markdown with ``[n]`` marks, each of which has its citation. ``understood`` says, a few words each,
    what the question was taken to name: letters, question numbers, a party, a year, a word that was misspelt.
    ``searched`` is a follow-up question as it was made whole from the talk; empty when it was searched as asked.
    ``remarks`` tell, a line each, what a reader should know of how the answer came about.
    """

    question: str
    language: Language
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    related: tuple[Hit, ...] = ()
    understood: tuple[str, ...] = ()
    searched: str = ""
    remarks: tuple[str, ...] = ()
    model: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    index: dict[str, str] = field(default_factory=dict)
