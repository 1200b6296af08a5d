"""The manuscript: what a reader hands on, whatever the format: lines with page and markup, and notes kept apart."""

from dataclasses import dataclass
from typing import Protocol

from rag.letter import Asker, Minister


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a letter, its markup read and taken out; an empty ``text`` is an empty line.

    ``opens`` says that the line stands at the top of a page, ``gap`` that something was taken out here,
    ``heading`` that the format marks the line as a heading, ``inside`` that it marks it as part of a question or
    an answer. Note marks are sealed (see :mod:`ingest.marks`).
    """

    text: str
    page: int | None = None
    opens: bool = False
    gap: bool = False
    heading: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """What the metadata of a file say about a letter; it holds where the letter's own words are silent."""

    title: str | None = None
    date: str | None = None
    submitted: str | None = None
    question_reference: str | None = None
    ministers: tuple[Minister, ...] = ()
    askers: tuple[Asker, ...] = ()


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The lines of a letter in reading order, and the notes that its format keeps apart, as mark and text.

    ``furniture`` holds what the format itself sets apart from the text: page feet, official identifiers.
    ``warnings`` say what a reader of the letter should know of how it was read.
    """

    lines: tuple[Line, ...]
    notes: tuple[tuple[str, str], ...] = ()
    furniture: tuple[str, ...] = ()
    stated: Stated = Stated()
    warnings: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads the bytes of one format."""

    def __call__(self, data: bytes, source: str) -> Manuscript:
        """Return the manuscript.

        Raises:
            LetterError: the bytes are not of this format.
        """
        ...
