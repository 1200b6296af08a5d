"""What a letter is once it has been understood: its head, its text, its exchanges, and where they stand.

Every span is a half-open pair of character offsets into :attr:`Letter.text`.
"""

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["answers", "consultation", "letter", "questions", "other"]
Chamber = Literal["Tweede Kamer", "Eerste Kamer"]

KINDS: tuple[Kind, ...] = ("answers", "consultation", "letter", "questions", "other")


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked: a member with a party, or only the party when a parliamentary group asked."""

    name: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Minister:
    """Who answered: the office as the letter names it, and the person where the letter gives a name."""

    office: str
    name: str | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.office}" if self.name else self.office


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where an answer points: the exchange it means, or only the words when that cannot be known.

    ``text`` is the pointing phrase as the letter, or a note to it, has it; ``letter`` is None as long as nothing is
    resolved. ``reference`` names another letter, whether or not that is at hand: ``kst-32317-974``, with the number of
    a question after a sign when that is named too: ``ah-tk-20232024-1314#3``. A whole letter has no label or numbers.
    """

    text: str
    letter: str | None = None
    label: str | None = None
    numbers: tuple[str, ...] = ()
    party: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One answer with the question or questions it answers.

    A missing question or answer has no span. ``label`` is what a reader sees: ``Vraag 7``,
    ``Vragen 5 en 6``, ``PVV, vraag 3``. ``numbers`` count, in a consultation, the answers of one group.
    """

    label: str
    numbers: tuple[str, ...]
    question_span: Span | None
    answer_span: Span | None
    party: str | None = None
    section: str | None = None
    refers_to: tuple[Pointer, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text outside the exchanges, counted from 1."""

    n: int
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A note that was taken out of the text, with its mark and the offset where the mark stood."""

    mark: str
    text: str
    at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is known of a letter without reading it: what it is, from whom, to whom, and what it is called by."""

    id: str
    source: str
    kind: Kind
    title: str
    citation: str
    date: str | None = None
    submitted: str | None = None
    chamber: Chamber | None = None
    reference: str | None = None
    question_reference: str | None = None
    dossier: str | None = None
    number: str | None = None
    ministers: tuple[Minister, ...] = ()
    askers: tuple[Asker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Head):
    """A letter as it was understood.

    ``text`` is the cleaned reading text: page furniture, notes and the headings that only number questions
    and answers are taken out, hyphens at line ends are joined, paragraphs are parted by an empty line.
    ``pages`` holds, in order, the offset at which each page starts and its number; empty without pages.
    """

    text: str
    exchanges: tuple[Exchange, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    warnings: tuple[str, ...] = ()

    def at(self, span: Span | None) -> str:
        """Return the words of a span; the empty string where there is none."""
        return "" if span is None else self.text[span[0] : span[1]]

    def page(self, offset: int) -> int | None:
        """Return the number of the page on which an offset stands, if the letter has pages."""
        numbers = [number for start, number in self.pages if start <= offset]
        return numbers[-1] if numbers else None
