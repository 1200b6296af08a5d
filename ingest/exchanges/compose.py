"""Setting out: from an outline to the reading text, with the span of everything in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.exchanges.outline import Draft, Item, Running
from ingest.marks import unseal
from rag.letter import Exchange, Note, Paragraph, Span

_PARTING = "\n\n"


@dataclass(slots=True)
class Composed:
    """A reading text and where everything stands in it."""

    text: str = ""
    exchanges: tuple[Exchange, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Sheet:
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[str, int]] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def write(self, paragraphs: Sequence[str]) -> Span | None:
        """Write paragraphs at the end; return their span."""
        start = None
        for paragraph in paragraphs:
            begun = self._write(paragraph)
            start = begun if start is None else start
        return None if start is None or start == self.length else (start, self.length)

    def _write(self, paragraph: str) -> int | None:
        unsealed = unseal(paragraph)
        text = unsealed.text.strip()
        lead = len(unsealed.text) - len(unsealed.text.lstrip())
        start = self.length + (len(_PARTING) if self.pieces and text else 0)
        place = start if text else self.length
        self.marks.extend((mark, place + min(max(at - lead, 0), len(text))) for mark, at in unsealed.marks)
        self.pages.extend((place + min(max(at - lead, 0), len(text)), number) for at, number in unsealed.pages)
        if not text:
            return None
        self.pieces.append(text)
        self.length = start + len(text)
        return start


def compose(items: Sequence[Item], notes: Sequence[tuple[str, str]]) -> Composed:
    """Set out an outline: exchange by exchange, headings and running text in their places."""
    sheet = _Sheet()
    exchanges: list[Exchange] = []
    paragraphs: list[Paragraph] = []
    for item in items:
        if isinstance(item, Draft):
            asked, answered = sheet.write(item.questions), sheet.write(item.answers)
            exchanges.append(Exchange(item.label, item.numbers, asked, answered, item.party, item.section))
            continue
        span = sheet.write([item.text])
        if span is not None and isinstance(item, Running):
            paragraphs.append(Paragraph(len(paragraphs) + 1, span))
    return Composed(
        _PARTING.join(sheet.pieces),
        tuple(exchanges),
        tuple(paragraphs),
        tuple(_place(notes, sheet.marks)),
        tuple(_rising(sheet.pages)),
    )


def _place(notes: Sequence[tuple[str, str]], marks: Sequence[tuple[str, int]]) -> list[Note]:
    """Give each note the next place of its mark; a mark without a note is a note without text."""
    waiting: dict[str, list[int]] = {}
    for mark, at in marks:
        waiting.setdefault(mark, []).append(at)
    placed = [Note(mark, text, waiting[mark].pop(0) if waiting.get(mark) else None) for mark, text in notes]
    named = {mark for mark, _ in notes}
    lost = [Note(mark, "", at) for mark, places in waiting.items() if mark not in named for at in places]
    return [*placed, *lost]


def _rising(pages: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, number in sorted(pages):
        if not kept or kept[-1][1] != number:
            kept.append((start, number))
    return kept
