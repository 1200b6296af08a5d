"""The body of a letter as safe HTML: its exchanges in order, and one quote marked by its offsets."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from rag.answer import Citation, Place
from rag.answering.wording import reference_place, speaker
from rag.letter import Exchange, Letter, Paragraph, Pointer, Span
from ui import anchors
from ui.labels import Labels
from ui.letter_head import place_link, who_asked


@dataclass(frozen=True, slots=True)
class Opening:
    """What is shown of a letter: a place, the reference to it, and the words to mark there."""

    place: Place
    reference: str
    mark: Span | None = None

    @classmethod
    def of(cls, citation: Citation) -> "Opening":
        """Open the place of a citation with its quote marked."""
        return cls(citation.place, citation.text, (citation.start, citation.end))

    @classmethod
    def at(cls, place: Place) -> "Opening":
        """Open a place with nothing marked."""
        return cls(place, ", ".join(filter(None, (place.letter.citation, reference_place(place)))))


def render_body(opening: Opening, labels: Labels) -> str:
    """Return the whole letter with the opened place as the one to scroll to."""
    return _Body(opening, labels).render()


def marked_words(letter: Letter, span: Span, mark: Span | None = None) -> str:
    """Return a span of the letter as paragraphs of escaped text, the marked part of it in ``<mark>``.

    Joined, the text of the marks of all spans is the marked quote, save for the empty lines between paragraphs.
    """
    return "".join(f"<p>{_cut_up(letter, piece, mark)}</p>" for piece in _pieces(letter.text, span))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while start < end:
        gap = text.find("\n\n", start, end)
        stop = end if gap == -1 else gap
        if text[start:stop].strip():
            yield start, stop
        start = stop + 2


def _cut_up(letter: Letter, piece: Span, mark: Span | None) -> str:
    """Cut a paragraph at the ends of the mark and at its notes; a note's sign adds nothing to the text."""
    start, end = piece
    notes = {note.at: note for note in letter.notes if note.at is not None and start < note.at <= end}
    cuts = {start, end, *notes, *(offset for offset in mark or () if start < offset < end)}
    parts = []
    for left, right in pairwise(sorted(cuts)):
        words = escape(letter.text[left:right])
        parts.append(f"<mark>{words}</mark>" if mark and mark[0] <= left and right <= mark[1] else words)
        if right in notes:
            parts.append(f'<sup class="vb-sign" data-sign="{escape(notes[right].mark)}"></sup>')
    return "".join(parts)


Block = Exchange | Paragraph | Span


def _blocks(letter: Letter) -> list[Block]:
    """Return exchanges, paragraphs and what stands between them, in the order of the letter."""
    places: list[Exchange | Paragraph] = [*letter.exchanges, *letter.paragraphs]
    begins: list[tuple[int, Block]] = [(spans[0][0], place) for place in places if (spans := _spans(place))]
    covered = 0
    for start, end in sorted(span for place in places for span in _spans(place)):
        if start > covered:
            begins.append((covered, (covered, start)))
        covered = max(covered, end)
    begins.append((covered, (covered, len(letter.text))))
    return [block for _, block in sorted(begins, key=lambda begin: begin[0])]


def _spans(place: Exchange | Paragraph) -> list[Span]:
    if isinstance(place, Paragraph):
        return [place.span]
    return sorted(span for span in (place.question_span, place.answer_span) if span is not None)


class _Body:
    def __init__(self, opening: Opening, labels: Labels) -> None:
        self.opening, self.labels = opening, labels
        self.letter = opening.place.letter
        self.names = anchors.names(self.letter)

    def render(self) -> str:
        return "".join(map(self.block, _blocks(self.letter))) + self.notes()

    def words(self, span: Span) -> str:
        return marked_words(self.letter, span, self.opening.mark)

    def block(self, block: Block) -> str:
        if isinstance(block, Exchange):
            return self.exchange(block)
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        words = self.words(block)
        return f'<div class="vb-between" lang="nl">{words}</div>' if words else ""

    def paragraph(self, paragraph: Paragraph) -> str:
        target = " data-target" if self.opening.place.paragraph == paragraph else ""
        words = self.words(paragraph.span)
        return f'<section class="vb-paragraph" id="{self.names[paragraph]}" lang="nl"{target}>{words}</section>'

    def exchange(self, exchange: Exchange) -> str:
        target = " data-target" if self.opening.place.exchange == exchange else ""
        page = self.letter.page((exchange.answer_span or exchange.question_span or (0, 0))[0])
        where = f' <span class="vb-page">{self.labels.page.format(n=page)}</span>' if page is not None else ""
        return (
            f'<section class="vb-exchange" id="{self.names[exchange]}" aria-label="{escape(exchange.label)}"{target}>'
            f"{self.aliases(exchange)}<h3>{escape(exchange.label)}{where}</h3>{self.question(exchange)}"
            f"{self.answer(exchange)}{self.pointers(exchange.refers_to)}</section>"
        )

    def aliases(self, exchange: Exchange) -> str:
        """Return what a link to one of several questions that are answered together arrives at."""
        others = set(anchors.aliases(Place(self.letter, exchange))) - set(self.names.values())
        return "".join(f'<span id="{name}"></span>' for name in sorted(others))

    def question(self, exchange: Exchange) -> str:
        if exchange.question_span is None:
            return f'<p class="vb-missing">{self.labels.no_question}</p>'
        who = who_asked(self.letter, exchange, self.labels)
        heading = self.labels.question_of.format(who=escape(who)) if who else self.labels.question_alone
        words = self.words(exchange.question_span)
        return f'<div class="vb-question"><h4>{heading}</h4><div lang="nl">{words}</div></div>'

    def answer(self, exchange: Exchange) -> str:
        if exchange.answer_span is None:
            return f'<p class="vb-missing">{self.labels.no_answer}</p>'
        heading = self.labels.answer_of.format(who=escape(speaker(self.letter, self.labels.language).rstrip(",")))
        words = self.words(exchange.answer_span)
        return f'<div class="vb-answer"><h4>{heading}</h4><div lang="nl">{words}</div></div>'

    def pointers(self, pointers: tuple[Pointer, ...]) -> str:
        if not pointers:
            return ""
        items = "".join(f"<li>{self.pointer(pointer)}</li>" for pointer in pointers)
        return f'<div class="vb-pointers"><span>{self.labels.points_to}</span><ul>{items}</ul></div>'

    def pointer(self, pointer: Pointer) -> str:
        if pointer.letter is None:
            return f'<span lang="nl">“{escape(pointer.text)}”</span> ({self.labels.unknown_pointer})'
        elsewhere = pointer.letter if pointer.letter != self.letter.id else None
        words = escape(", ".join(filter(None, (elsewhere, pointer.label))))
        anchor = anchors.slug(pointer.label) if pointer.label else ""
        return place_link(pointer.letter, anchor, words, title=pointer.text)

    def notes(self) -> str:
        if not self.letter.notes:
            return ""
        items = "".join(f"<li><b>{escape(note.mark)}</b> {escape(note.text)}</li>" for note in self.letter.notes)
        return f'<section class="vb-notes"><h3>{self.labels.notes}</h3><ul lang="nl">{items}</ul></section>'
