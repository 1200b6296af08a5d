"""What a synthetic letter says, apart from how it is set: the truth that a reading of it is held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from rag.letter import Kind
from tests.ingest.synthetic import vocabulary


@dataclass(frozen=True)
class Remark:
    """A note, with the word behind which its mark stands."""

    mark: str
    text: str
    after: str


@dataclass(frozen=True)
class Said:
    """An exchange as the letter has it; a question or an answer that the letter lacks is empty."""

    numbers: tuple[str, ...]
    question: str
    answer: str
    party: str | None = None
    section: str | None = None


@dataclass(frozen=True)
class Head:
    """Who asked and answered, and when; what a layout does not print is None."""

    askers: tuple[tuple[str | None, str], ...] = ()
    ministers: tuple[str, ...] = ()
    date: str | None = None
    submitted: str | None = None
    reference: str | None = None
    question_reference: str | None = None
    subject: str = ""


@dataclass(frozen=True)
class Word:
    """A word, with bars where it may be broken, and the mark of the note that stands behind it."""

    text: str
    note: tuple[str, str] | None = None

    @property
    def plain(self) -> str:
        """The word as it is read."""
        return self.text.replace("|", "").replace("~", " ")


Role = Literal["question", "answer", "number", "section", "group", "part", "text", "notice", "aside"]


@dataclass
class Piece:
    """A heading or a paragraph in the order of the page; ``runs_in`` where its first words follow a heading."""

    role: Role
    words: list[Word]
    runs_in: str = ""
    listed: bool = False

    @property
    def heads(self) -> bool:
        """Whether the piece is a heading."""
        return self.role in ("number", "section", "group", "part")

    @property
    def plain(self) -> str:
        """The words as they are read."""
        return " ".join(word.plain for word in self.words)


@dataclass
class Truth:
    """A letter: its kind, head and exchanges, and its pieces in page order.

    ``warned`` says whether its reader must be warned of something; None leaves that open.
    """

    kind: Kind
    head: Head
    pieces: list[Piece] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    warned: bool | None = False
    form: str = ""

    def paragraphs(self) -> Iterator[str]:
        """Yield the running text outside the exchanges that the body holds."""
        return (piece.plain for piece in self.pieces if piece.role in ("text", "notice"))

    def asides(self) -> Iterator[str]:
        """Yield what askers say outside their questions: it must stand in the text, and in no paragraph."""
        return (piece.plain for piece in self.pieces if piece.role == "aside")


def words(text: str) -> list[Word]:
    """Return the words of a text."""
    return [Word(one) for one in text.split(" ")]


def heading(role: Role, text: str) -> Piece:
    """Return a heading."""
    return Piece(role, words(text))


def add_notes(rng: Random, pieces: Sequence[Piece], chance: float) -> None:
    """Give some words a note; a mark never follows a figure, a capital or a short word."""
    number = 0
    for piece in pieces:
        signs = piece.role == "text" and len(piece.words) < 8
        if piece.role not in ("question", "answer", "text") or piece.listed or signs or rng.random() > chance:
            continue
        fit = [at for at, word in enumerate(piece.words) if _bears_mark(word.plain)]
        for at in sorted(rng.sample(fit, min(len(fit), rng.choice((1, 1, 2))))):
            number += 1
            piece.words[at] = Word(piece.words[at].text, (str(number), vocabulary.note(rng)))


def _bears_mark(word: str) -> bool:
    core = word.rstrip(".,?!»")
    return len(core) > 4 and core.isalpha() and core[1:].islower()
