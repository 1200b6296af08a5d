"""A flow of words with paragraph, cell and row ends among them, as Rich Text Format writes a document down."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.lines.numbering import numbering
from ingest.marks import bare
from ingest.readers.decoding import plain
from ingest.readers.paragraphs import Paragraph, Words, listed, raised, table
from ingest.readers.rtf_tables import Tables

_BODY = 9


@dataclass(slots=True)
class Flow:
    """The paragraphs of a document, a note, a page head or a text box; ``whole`` takes them when they are complete."""

    of_note: bool = False
    whole: Callable[[list[Paragraph]], None] | None = None
    label: str = ""
    boxes: list[Paragraph] = field(default_factory=list)
    _done: list[Paragraph] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _row: list[list[Paragraph]] = field(default_factory=list)
    _rows: list[list[list[Paragraph]]] = field(default_factory=list)
    _words: Words = field(default_factory=Words)
    _raw: list[str] = field(default_factory=list)
    _raised: bool = False
    _heading: bool = False
    _in_table: bool = False
    _filled: bool = False
    _grounds: list[bool] = field(default_factory=list)
    _ground: bool = False

    @property
    def is_filled(self) -> bool:
        """Whether the words stand on a coloured ground."""
        at = len(self._row)
        return self._filled or (self._in_table and at < len(self._grounds) and self._grounds[at])

    def write(self, words: str, *, raised: bool) -> None:
        """Write words."""
        if raised is not self._raised:
            self._settle()
            self._raised = raised
        self._raw.append(words)

    def mark(self, mark: str) -> None:
        """Write the mark of a note."""
        self._settle()
        self._words.mark(mark)

    def _settle(self) -> None:
        """Make characters of what was written; pairs of code units are one character."""
        if not self._raw:
            return
        units = "".join(self._raw).encode("utf-16-le", "surrogatepass")
        text = plain(units.decode("utf-16-le", "ignore")).replace("\f", " ")
        self._raw.clear()
        self._words.write(raised(self._words.tail, text) if self._raised else text)

    def format(self, word: str, number: int | None, tables: Tables) -> None:
        """Follow a word that says something about paragraphs or cells."""
        if word == "pard":
            self._heading = self._in_table = self._filled = False
        elif word == "intbl":
            self._in_table = True
        elif word == "s":
            self._heading = number in tables.headings
        elif word == "outlinelevel":
            self._heading = self._heading or (number is not None and number < _BODY)
        elif word == "cbpat":
            self._filled = bool(number) and number not in tables.white
        elif word == "trowd":
            self._grounds.clear()
        elif word == "clcbpat":
            self._ground = bool(number) and number not in tables.white
        elif word == "cellx":
            self._grounds.append(self._ground)
            self._ground = False

    def end(self, what: str) -> None:
        """End a paragraph, and with it a cell or a row where ``what`` says so."""
        if what == "row":
            if self._row:
                self._rows.append(self._row)
            self._row = []
            return
        self._settle()
        found = self._paragraph(what)
        if what == "cell" or self._in_table:
            self._cell.extend(found)
        else:
            self._end_table()
            self._done.extend(found)
        if what == "cell":
            self._row.append(self._cell)
            self._cell = []

    def _paragraph(self, what: str) -> list[Paragraph]:
        label = " ".join(plain(self.label).split())
        if label == "o" or (label and not any(sign.isalnum() for sign in label)):
            label = "-"
        text = self._words.text().strip()
        self._words.clear()
        self.label = ""
        boxes, self.boxes = self.boxes, []
        if not text and what != "cell" and numbering(label) is None:
            return boxes
        return [*listed(label if text else label.strip("-"), text, heading=self._heading), *boxes]

    def _end_table(self) -> None:
        if self._cell:
            self._row.append(self._cell)
        if self._row:
            self._rows.append(self._row)
        self._done.extend(table(self._rows))
        self._cell, self._row, self._rows = [], [], []

    def finished(self) -> list[Paragraph]:
        """Return all paragraphs."""
        self._in_table = False
        self.end("par")
        return self._done

    def ended(self) -> None:
        """Hand the paragraphs to who waits for them."""
        if self.whole is not None:
            self.whole([Paragraph(bare(one.text), one.heading) for one in self.finished()])
