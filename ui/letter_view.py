"""A letter as safe HTML: its head, its exchanges in order, and one quote marked by its offsets."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from rag.answer import Citation, Place
from rag.letter import Asker, Exchange, Letter, Paragraph, Pointer, Span
from rag.wording import speaker
from ui.labels import Labels


@dataclass(frozen=True, slots=True)
class Opening:
    """What the source pane shows: a place, the reference to it, and the words to mark there."""

    place: Place
    reference: str
    mark: Span | None = None

    @classmethod
    def of(cls, citation: Citation) -> "Opening":
        """Open the place of a citation with its quote marked."""
        return cls(citation.place, citation.text, (citation.start, citation.end))


def marked_words(letter: Letter, span: Span, mark: Span | None = None) -> str:
    """Return a span of the letter as paragraphs of escaped text, the marked part of it in ``<mark>``.

    Joined, the text of the marks of all spans is the marked quote, save for the empty lines between paragraphs.
    """
    return "".join(f"<p>{_cut_up(letter, piece, mark)}</p>" for piece in _pieces(letter.text, span))


def render_letter(opening: Opening, labels: Labels) -> str:
    """Return the whole letter with the opened place as the one to scroll to."""
    letter = opening.place.letter
    body = "".join(_block(block, opening, labels) for block in _blocks(letter))
    return (
        f'<article class="vb-letter" aria-label="{escape(letter.title)}">{_head(opening, labels)}'
        f'<div class="vb-body" tabindex="0" role="region" aria-label="{labels.pane}">'
        f"{body}{_notes(letter, labels)}</div></article>"
    )


def who_asked(letter: Letter, exchange: Exchange | None, labels: Labels) -> str:
    """Name who asked an exchange, or the letter's questions; empty when the letter does not say."""
    if exchange is not None and exchange.party:
        return labels.group.format(party=exchange.party)
    return ", ".join(_asker(asker, labels) for asker in letter.askers)


def letter_line(letter: Letter, labels: Labels) -> str:
    """Name a letter in one line: who wrote it, when, and under which number."""
    parts = [
        ", ".join(str(minister) for minister in letter.ministers),
        labels.date(letter.date) if letter.date else labels.undated,
        letter.reference or _dossier(letter),
    ]
    return " · ".join(part for part in parts if part)


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


def _block(block: Block, opening: Opening, labels: Labels) -> str:
    letter = opening.place.letter
    if isinstance(block, Exchange):
        return _exchange(block, opening, labels)
    if isinstance(block, Paragraph):
        return _paragraph(block, opening)
    words = marked_words(letter, block, opening.mark)
    return f'<div class="vb-between" lang="nl">{words}</div>' if words else ""


def _paragraph(paragraph: Paragraph, opening: Opening) -> str:
    letter = opening.place.letter
    target = " data-target" if opening.place.paragraph == paragraph else ""
    words = marked_words(letter, paragraph.span, opening.mark)
    return f'<section class="vb-paragraph" lang="nl"{target}>{words}</section>'


def _exchange(exchange: Exchange, opening: Opening, labels: Labels) -> str:
    letter = opening.place.letter
    target = " data-target" if opening.place.exchange == exchange else ""
    offset = (exchange.answer_span or exchange.question_span or (0, 0))[0]
    page = letter.page(offset)
    where = f' <span class="vb-page">{labels.page.format(n=page)}</span>' if page is not None else ""
    return (
        f'<section class="vb-exchange" aria-label="{escape(exchange.label)}"{target}>'
        f"<h3>{escape(exchange.label)}{where}</h3>{_question(exchange, opening, labels)}"
        f"{_answer(exchange, opening, labels)}{_pointers(exchange.refers_to, letter, labels)}</section>"
    )


def _question(exchange: Exchange, opening: Opening, labels: Labels) -> str:
    letter = opening.place.letter
    who = who_asked(letter, exchange, labels)
    heading = labels.question_of.format(who=escape(who)) if who else labels.question_alone
    if exchange.question_span is None:
        return f'<p class="vb-missing">{labels.no_question}</p>'
    words = marked_words(letter, exchange.question_span, opening.mark)
    return f'<div class="vb-question"><h4>{heading}</h4><div lang="nl">{words}</div></div>'


def _answer(exchange: Exchange, opening: Opening, labels: Labels) -> str:
    letter = opening.place.letter
    if exchange.answer_span is None:
        return f'<p class="vb-missing">{labels.no_answer}</p>'
    words = marked_words(letter, exchange.answer_span, opening.mark)
    heading = labels.answer_of.format(who=escape(speaker(letter, labels.language)))
    return f'<div class="vb-answer"><h4>{heading}</h4><div lang="nl">{words}</div></div>'


def _pointers(pointers: tuple[Pointer, ...], letter: Letter, labels: Labels) -> str:
    if not pointers:
        return ""
    items = "".join(f"<li>{_pointer(pointer, letter, labels)}</li>" for pointer in pointers)
    return f'<div class="vb-pointers"><span>{labels.points_to}</span><ul>{items}</ul></div>'


def _pointer(pointer: Pointer, letter: Letter, labels: Labels) -> str:
    if pointer.letter is None:
        return f'<span lang="nl">“{escape(pointer.text)}”</span> ({labels.unknown_pointer})'
    label = f' data-label="{escape(pointer.label)}"' if pointer.label else ""
    elsewhere = pointer.letter if pointer.letter != letter.id else None
    return (
        f'<button type="button" class="vb-link" data-act="place" data-letter="{escape(pointer.letter)}"{label} '
        f'title="{escape(pointer.text)}">{escape(", ".join(filter(None, (elsewhere, pointer.label))))}</button>'
    )


def _head(opening: Opening, labels: Labels) -> str:
    letter = opening.place.letter
    rows = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in _fields(letter, labels))
    warnings = "".join(f"<li>{escape(warning)}</li>" for warning in letter.warnings)
    remarks = f"<p>{labels.warnings}</p><ul>{warnings}</ul>" if warnings else ""
    return (
        f'<header class="vb-head"><h2 lang="nl">{escape(letter.title)}</h2>'
        f'<p class="vb-line" lang="nl">{escape(letter_line(letter, labels))}</p>'
        f'<p class="vb-reference"><span>{labels.citation}</span> '
        f'<span class="vb-reference-text" lang="nl">{escape(opening.reference)}</span></p>'
        f"<details><summary>{labels.more}</summary><dl>{rows}</dl>{remarks}</details></header>"
    )


def _fields(letter: Letter, labels: Labels) -> Iterator[tuple[str, str]]:
    values = {
        "ministers": ", ".join(str(minister) for minister in letter.ministers),
        "askers": who_asked(letter, None, labels),
        "kind": labels.kinds[letter.kind],
        "chamber": letter.chamber or "",
        "date": labels.date(letter.date) if letter.date else labels.undated,
        "submitted": labels.date(letter.submitted) if letter.submitted else "",
        "reference": letter.reference or "",
        "question_reference": letter.question_reference or "",
        "dossier": _dossier(letter),
        "source": letter.source,
    }
    return ((labels.fields[name], value) for name, value in values.items() if value)


def _notes(letter: Letter, labels: Labels) -> str:
    if not letter.notes:
        return ""
    items = "".join(f"<li><b>{escape(note.mark)}</b> {escape(note.text)}</li>" for note in letter.notes)
    return f'<section class="vb-notes"><h3>{labels.notes}</h3><ul lang="nl">{items}</ul></section>'


def _asker(asker: Asker, labels: Labels) -> str:
    if asker.name and asker.party:
        return f"{asker.name} ({asker.party})"
    return asker.name or (labels.group.format(party=asker.party) if asker.party else "")


def _dossier(letter: Letter) -> str:
    if letter.dossier is None:
        return ""
    return f"{letter.dossier}, nr. {letter.number}" if letter.number else letter.dossier
