"""Sets pieces on pages: lines of a width, broken words, pages that end anywhere, notes at their feet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from typing import Literal

from tests.ingest.synthetic.truth import Piece, Remark, Word

Lines = list[str]


@dataclass(frozen=True)
class Paper:
    """How pages look.

    ``width`` is None where a paragraph is one line. ``spaced`` sets an empty line between paragraphs.
    ``foot`` and ``head`` give the lines that stand, at the given page number, at its end and its start.
    """

    width: int | None
    spaced: bool
    mark: Callable[[str], str]
    note: Callable[[str, str], str]
    foot: Callable[[int], Lines]
    head: Callable[[int], Lines]
    parting: str = "\f"
    broken: bool = False
    emphasis: Callable[[Piece, str], str] = field(default=lambda _, text: text)
    notes_at: Literal["foot", "end", "inline"] = "foot"
    renumber: bool = False
    spaced_notes: bool = True
    glues: bool = False
    breaks: float = 0.12


_LONGEST_HEADING = 120


@dataclass
class _Row:
    text: str
    piece: Piece
    opens: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    ends_page: bool = False


@dataclass
class Set:
    """The text as set, and the notes as they were printed."""

    text: str
    remarks: list[Remark]


def lay(rng: Random, pieces: Sequence[Piece], paper: Paper) -> Set:
    """Lay pieces out on pages."""
    setter = _Setter(rng, paper)
    rows = [row for piece in pieces for row in setter.rows(piece)]
    setter.choose_page_ends(rows)
    return Set("\n".join(setter.pages(rows)), setter.remarks)


class _Setter:
    def __init__(self, rng: Random, paper: Paper) -> None:
        self.rng = rng
        self.paper = paper
        self.remarks: list[Remark] = []
        self._page = 1
        self._mark = 0

    def rows(self, piece: Piece) -> Iterator[_Row]:
        """Yield the lines of a piece."""
        row = _Row("", piece, opens=True)
        lead = piece.runs_in.split(" ") if piece.runs_in else []
        ends = self._page_end_inside(piece)
        for at, word in enumerate((*(Word(one) for one in lead), *piece.words)):
            for part in self._fitting(row, word):
                if part is None:
                    yield row
                    row = _Row("", piece)
                else:
                    row.text += part
            if word.note:
                row.notes.append((word.plain, word.note[1]))
                row.text += f"\x00{len(row.notes) - 1}\x00"
            if at == ends:
                row.ends_page = True
                yield row
                row = _Row("", piece)
        if row.text:
            yield row

    def _page_end_inside(self, piece: Piece) -> int:
        if self.paper.width or piece.heads or len(piece.words) < 6 or self.rng.random() > self.paper.breaks:
            return -1
        # A few words at a page's end, and a capital on the next page, look like a heading and a new paragraph.
        long = " ".join(word.plain for word in piece.words[:-2])[_LONGEST_HEADING:].count(" ")
        fit: list[int] = [at for at in range(3, len(piece.words) - 1) if piece.words[at + 1].text[0].islower()]
        fit += range(len(piece.words) - 2 - long, len(piece.words) - 2)
        return self.rng.choice(fit) if fit else -1

    def _fitting(self, row: _Row, word: Word) -> Iterator[str | None]:
        """Yield what of a word goes on the line; None ends the line."""
        space = " " if row.text else ""
        width = self.paper.width
        if width is None or len(row.text) + len(space) + len(word.plain) <= width or not row.text:
            yield space + word.plain
            return
        room = width - len(row.text) - 1
        first, second = (
            self._break(word, room) if not row.piece.heads or row.piece.role == "group" else ("", word.plain)
        )
        if first:
            yield space + first
        yield None
        yield second

    def _break(self, word: Word, room: int) -> tuple[str, str]:
        """Break a word at the last place that fits: behind its own hyphen, or at a bar with a new one."""
        best = ("", word.plain)
        done = ""
        for at, sign in enumerate(word.text):
            rest = word.text[at + 1 :].replace("|", "").replace("~", " ")
            may = (sign == "|" and self.paper.broken) or (sign == "-" and "://" not in word.text)
            if may and 1 < len(done) < room and len(rest) > 2:
                best = (f"{done}-", rest)
            done += "" if sign == "|" else " " if sign == "~" else sign
        return best

    def choose_page_ends(self, rows: Sequence[_Row]) -> None:
        """Let pages end behind some lines, but never inside a heading."""
        for row, following in pairwise(rows):
            may = following.opens or (self.paper.width is not None and not row.piece.heads)
            if may and self.rng.random() < self.paper.breaks / 2:
                row.ends_page = True

    def pages(self, rows: Sequence[_Row]) -> Iterator[str]:
        """Yield the lines of all pages."""
        waiting: list[tuple[str, str]] = []
        before: _Row | None = None
        for row in rows:
            if before is not None and row.opens and not before.ends_page and self._is_spaced(before, row):
                yield ""
            yield self.paper.emphasis(row.piece, self._marked(row, waiting))
            if row.ends_page:
                yield from self._turn(waiting, row, rows)
            before = row
        if waiting:
            yield ""
            yield from self._notes(waiting)
        yield from self.paper.foot(self._page)

    def _is_spaced(self, before: _Row, row: _Row) -> bool:
        if row.piece.listed or before.piece.listed:
            return self.paper.spaced and not row.piece.listed
        return self.paper.spaced

    def _marked(self, row: _Row, waiting: list[tuple[str, str]]) -> str:
        text = row.text
        for at, (after, note) in enumerate(row.notes):
            self._mark += 1
            mark = str(self._mark)
            self.remarks.append(Remark(mark, note.replace("~", " "), after))
            inline = f"[{mark}:  {note.replace('~', ' ')}]" if self.paper.notes_at == "inline" else ""
            text = text.replace(f"\x00{at}\x00", self.paper.mark(mark) + inline)
            if not inline:
                waiting.append((mark, note))
        return text

    def _turn(self, waiting: list[tuple[str, str]], row: _Row, rows: Sequence[_Row]) -> Iterator[str]:
        if waiting and self.paper.notes_at == "foot":
            if self.paper.spaced_notes:
                yield ""
            yield from self._notes(waiting)
            waiting.clear()
            if self.paper.renumber:
                self._mark = 0
        foot = self.paper.foot(self._page)
        self._page += 1
        head = self.paper.head(self._page)
        following = next((after for before, after in pairwise(rows) if before is row), None)
        if self.paper.glues and following and following.piece.heads and foot and self.rng.random() < 0.5:
            # The foot and the heading of the next page came out as one line; the mark of the page got lost.
            yield from foot[:-1]
            following.text = foot[-1] + following.text
            return
        yield from foot
        if self.paper.parting != "\f":
            yield from (self.paper.parting, *head)
        elif head:
            yield from ("\f" + head[0], *head[1:])
        elif following:
            following.text = "\f" + following.text

    def _notes(self, waiting: Sequence[tuple[str, str]]) -> Iterator[str]:
        for mark, note in waiting:
            width = self.paper.width or 10_000
            line = ""
            for word in self.paper.note(mark, note).split(" "):
                if line and len(line) + len(word) >= width:
                    yield line.replace("~", " ")
                    line = ""
                line += f" {word}" if line else word
            yield line.replace("~", " ")
            if self.paper.spaced and self.paper.spaced_notes:
                yield ""
