"""Paragraphs, as formats with marked-up paragraphs hand them on, and how lines are made of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.lines.furniture import is_label
from ingest.lines.numbering import numbering
from ingest.manuscript import Line
from ingest.marks import SEAL, bare, seal_mark

_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{4}|[.,;:?!)»”’\"'\ue002])$")
_FIRST_WORD = re.compile(r"\s*(?:\ue000[^\ue002]*\ue002)*\S+")
_IN_BRACKETS = re.compile(r"\[\s*(\ue000[^\ue002]*\ue002)\s*\]")
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_ASKED = re.compile(r"(?i:vra(?:ag|gen))")
_ANSWERED = re.compile(r"(?i:antwoord(?:en)?)")
_LONGEST_HEADING = 200
_TAIL = 16


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with sealed note marks; line ends inside it are those that the author put there.

    ``inside`` says that the format marks it as part of a question or an answer.
    """

    text: str
    heading: bool = False
    inside: bool = False


@dataclass(slots=True)
class Words:
    """The words of a paragraph as they are written; marks that stand before the first word wait for it."""

    pieces: list[str] = field(default_factory=list)
    tail: str = ""
    waiting: str = ""

    def write(self, text: str) -> None:
        """Write words."""
        if self.waiting and text.strip():
            first, parting, rest = text.lstrip().partition(" ")
            text, self.waiting = first + self.waiting + parting + rest, ""
        self.pieces.append(text)
        self.tail = (self.tail + text)[-_TAIL:]

    def mark(self, mark: str) -> None:
        """Write the mark of a note."""
        if self.tail.strip():
            self.write(seal_mark(mark))
        else:
            self.waiting += seal_mark(mark)

    def text(self) -> str:
        """Return all that was written."""
        return _IN_BRACKETS.sub(r"\1", "".join((*self.pieces, self.waiting)))

    def clear(self) -> None:
        """Begin anew."""
        self.pieces, self.tail, self.waiting = [], "", ""


Cell = Sequence[Paragraph]
Row = Sequence[Cell]


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Yield the lines of paragraphs, an empty one after each.

    A mark on a heading that only numbers moves behind the first word after it, so that the heading can be read.
    """
    waiting = ""
    for paragraph in paragraphs:
        heading = paragraph.heading and len(paragraph.text) <= _LONGEST_HEADING
        for row in paragraph.text.split("\n"):
            text = row.strip()
            if text and waiting:
                text, waiting = _behind_first_word(text, waiting), ""
            if "\ue000" in text and (found := numbering(bare(text).strip())) is not None and not found.rest:
                waiting = "".join(seal[0] for seal in SEAL.finditer(text))
                text = bare(text).strip()
            yield Line(text, heading=heading and bool(text), inside=paragraph.inside)
        yield Line("")


def _behind_first_word(text: str, marks: str) -> str:
    found = _FIRST_WORD.match(text)
    end = found.end() if found else 0
    return text[:end] + marks + text[end:]


def listed(label: str, text: str, *, heading: bool = False) -> Iterator[Paragraph]:
    """Yield a list item behind the label that its program makes; one that numbers a question heads what follows."""
    found = numbering(label)
    if found is not None and not found.rest:
        yield Paragraph(label, heading=True)
        label, heading = "", False
    if label or text:
        yield Paragraph(f"{label} {text}".strip(), heading=heading)


def labelled(texts: Iterable[str]) -> Iterator[Paragraph]:
    """Yield the labels among the texts of a page head, each with its value: ``Onze referentie``, ``7268126``."""
    written = (bare(row).strip() for text in texts for row in text.split("\n"))
    rows = [row for row in written if row]
    for row, following in zip(rows, [*rows, ""][1:], strict=True):
        if is_label(row):
            yield Paragraph(row if is_label(following) else f"{row}\n{following}")


def raised(before: str, text: str) -> str:
    """Return raised digits as a sealed note mark after a word or a sentence's end, else as they are.

    After a number, a unit or nothing but a letter they are an exponent or an index: ``m2``, ``CO2``.
    """
    digits = text.strip(" []()")
    if not re.fullmatch(r"\d{1,3}", digits):
        return text
    return seal_mark(digits) if not before.strip() or _BEFORE_MARK.search(before.rstrip()) else text


def table(rows: Sequence[Row]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a table: a row of short cells as one line, larger cells one after the other.

    In a table with a column of questions and one of answers, each row becomes a question and its answer.
    """
    columns = _columns(rows[0]) if rows else None
    if columns is not None:
        yield from _exchanges(rows[1:], *columns)
        return
    for row in rows:
        yield from _row([cell for cell in row if any(paragraph.text.strip() for paragraph in cell)])


def _row(cells: Row) -> Iterator[Paragraph]:
    first = bare(cells[0][0].text).strip() if cells else ""
    single = all(len(cell) == 1 and "\n" not in cell[0].text for cell in cells)
    if len(cells) > 1 and single and numbering(first) is None:
        parting = " " if is_label(first) else " | "
        yield Paragraph(parting.join(cell[0].text.strip() for cell in cells))
        return
    for cell in cells:
        yield from cell


def _columns(head: Row) -> tuple[int, int] | None:
    """Return which columns hold questions and answers, if the first row names one of each."""
    names = [bare(" ".join(paragraph.text for paragraph in cell)).strip(" :") for cell in head]
    asked = [at for at, name in enumerate(names) if _ASKED.fullmatch(name)]
    answered = [at for at, name in enumerate(names) if _ANSWERED.fullmatch(name)]
    return (asked[0], answered[0]) if len(asked) == len(answered) == 1 else None


def _exchanges(rows: Sequence[Row], asked: int, answered: int) -> Iterator[Paragraph]:
    for count, row in enumerate(rows, 1):
        cells = [*row, *[()] * (max(asked, answered) + 1 - len(row))]
        if not any(paragraph.text.strip() for at in (asked, answered) for paragraph in cells[at]):
            continue
        written = [bare(cell[0].text).strip(" .") for cell in cells[: min(asked, answered)] if cell]
        number = next((text for text in written if _NUMBER.fullmatch(text)), str(count))
        yield Paragraph(f"Vraag {number}", heading=True)
        yield from cells[asked]
        yield Paragraph(f"Antwoord {number}", heading=True)
        yield from cells[answered]
