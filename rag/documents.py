"""The JSON documents that others build on: letters, exchanges, citations, answers, results."""

from collections.abc import Iterable
from typing import Any

from rag.answer import Answer, Citation, Hit
from rag.letter import Exchange, Letter, Note, Paragraph, Span

Document = dict[str, Any]


def letter_document(letter: Letter) -> Document:
    """Return the head of a letter."""
    return {
        "id": letter.id,
        "source": letter.source,
        "title": letter.title,
        "kind": letter.kind,
        "date": letter.date,
        "chamber": letter.chamber,
        "reference": letter.reference,
        "question_reference": letter.question_reference,
        "dossier": letter.dossier,
        "number": letter.number,
        "submitted": letter.submitted,
        "ministers": [str(one) for one in letter.ministers],
        "askers": [{"name": one.name, "party": one.party} for one in letter.askers],
        "citation": letter.citation,
    }


def exchange_document(letter: Letter, exchange: Exchange) -> Document:
    """Return an exchange with its words, its spans and where it points."""
    return {
        **_exchange_name(exchange),
        "section": exchange.section,
        "question": letter.at(exchange.question_span),
        "answer": letter.at(exchange.answer_span),
        "question_span": exchange.question_span and list(exchange.question_span),
        "answer_span": exchange.answer_span and list(exchange.answer_span),
        "question_page": _page(letter, exchange.question_span),
        "answer_page": _page(letter, exchange.answer_span),
        "refers_to": [
            {
                "letter": one.letter,
                "label": one.label,
                "numbers": list(one.numbers),
                "party": one.party,
                "text": one.text,
                "reference": one.reference,
            }
            for one in exchange.refers_to
        ],
    }


def whole_letter_document(letter: Letter) -> Document:
    """Return a letter as it was understood: what ``show --json`` prints."""
    return {
        "letter": letter_document(letter),
        "text": letter.text,
        "exchanges": [exchange_document(letter, one) for one in letter.exchanges],
        "paragraphs": [_paragraph_document(letter, one) for one in letter.paragraphs],
        "notes": [_note_document(letter, one) for one in letter.notes],
        "warnings": list(letter.warnings),
    }


def _paragraph_document(letter: Letter, paragraph: Paragraph) -> Document:
    return {
        "n": paragraph.n,
        "text": letter.at(paragraph.span),
        "span": list(paragraph.span),
        "page": _page(letter, paragraph.span),
    }


def _note_document(letter: Letter, note: Note) -> Document:
    """Return a note with the exchange and the page on which its mark stands, where that is known."""
    marked = next(
        (one for one in letter.exchanges if _holds(one.question_span, note) or _holds(one.answer_span, note)), None
    )
    return {
        "mark": note.mark,
        "text": note.text,
        "at": note.at,
        "page": None if note.at is None else letter.page(max(note.at - 1, 0)),
        "exchange": _exchange_name(marked) if marked else None,
    }


def _holds(span: Span | None, note: Note) -> bool:
    """Say whether the mark of a note stands in a span; it stands behind the words it belongs to."""
    return span is not None and note.at is not None and span[0] < note.at <= span[1]


def _page(letter: Letter, span: Span | None) -> int | None:
    """Return the page on which a span starts, if the letter has pages."""
    return None if span is None else letter.page(span[0])


def letters_document(letters: Iterable[Letter]) -> Document:
    """Return the heads of letters with how many exchanges each has: what ``letters --json`` prints."""
    return {"letters": [{**letter_document(one), "exchanges": len(one.exchanges)} for one in letters]}


def citation_document(citation: Citation) -> Document:
    """Return a citation; ``text[start:end] == quote`` in the letter's text."""
    place = citation.place
    return {
        "n": citation.n,
        "letter": letter_document(place.letter),
        "exchange": _exchange_name(place.exchange) if place.exchange else None,
        "paragraph": place.paragraph.n if place.paragraph else None,
        "role": citation.role,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "page": place.letter.page(citation.start),
        "text": citation.text,
    }


def hit_document(hit: Hit) -> Document:
    """Return one result of a search."""
    place = hit.place
    return {
        "rank": hit.rank,
        "score": hit.score,
        "letter": letter_document(place.letter),
        "exchange": exchange_document(place.letter, place.exchange) if place.exchange else None,
        "paragraph": place.paragraph.n if place.paragraph else None,
        "start": hit.span[0],
        "end": hit.span[1],
    }


def search_document(question: str, hits: Iterable[Hit]) -> Document:
    """Return ranked places: what ``search --json`` prints."""
    return {"question": question, "results": [hit_document(one) for one in hits]}


def answer_document(answer: Answer) -> Document:
    """Return an answer with its citations: what ``ask --json`` prints."""
    return {
        "question": answer.question,
        "language": answer.language,
        "status": answer.status,
        "answer": answer.answer,
        "citations": [citation_document(one) for one in answer.citations],
        "related": [hit_document(one) for one in answer.related],
        "understood": list(answer.understood),
        "searched": answer.searched,
        "remarks": list(answer.remarks),
        "model": answer.model,
        "timings_ms": answer.timings_ms,
        "index": answer.index,
    }


def _exchange_name(exchange: Exchange) -> Document:
    return {"label": exchange.label, "numbers": list(exchange.numbers), "party": exchange.party}
