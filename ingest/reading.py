"""Reading a letter: from the bytes of a file to a letter that has been understood."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ingest import blocks as block_making
from ingest import consultation, furniture, head, identity, notes, numbered, people, recognition, titles
from ingest.blocks import Block
from ingest.compose import Composed, compose
from ingest.groups import parties_asking
from ingest.manuscript import Manuscript, Reader, Stated
from ingest.marks import bare
from ingest.outline import Outline
from ingest.pointers import resolve
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pdf import read_pdf
from ingest.readers.text import read_text
from ingest.readers.xml import read_xml
from rag.errors import LetterError
from rag.letter import Kind, Letter

READING = "reading 1"
"""Changes when letters would be understood otherwise than before; then all are read again."""

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".pdf": read_pdf,
    ".xml": read_xml,
    ".docx": read_docx,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
READABLE: frozenset[str] = frozenset(_READERS)


def read_letter(data: bytes, source: str) -> Letter:
    """Read a letter.

    Args:
        data: the bytes of the file.
        source: the file's path relative to the ingested folder; its suffix chooses the reader.

    Raises:
        LetterError: the file is empty, of an unknown type, not readable, or no letter.
    """
    suffix = PurePosixPath(source).suffix.lower()
    if suffix == ".doc":
        raise LetterError(
            f"{source}: Word files of the old kind (.doc) cannot be read; save it as .docx and try again."
        )
    if suffix not in _READERS:
        known = ", ".join(sorted(READABLE))
        raise LetterError(
            f"{source}: files of type {suffix or 'none'} cannot be read; save the letter as one of {known}."
        )
    return understand(_READERS[suffix](data, source), source)


def understand(manuscript: Manuscript, source: str) -> Letter:
    """Make a letter of a manuscript, whatever format it came from.

    Raises:
        LetterError: the manuscript shows no sign of a letter to or from parliament.
    """
    lines, taken = furniture.clear(manuscript.lines)
    lines, found_notes = notes.take(lines)
    blocks = block_making.build(lines)
    raw = [bare(line.text) for line in manuscript.lines]
    if not recognition.is_letter("\n".join((*manuscript.furniture, *raw)), blocks):
        raise LetterError(
            f"{source}: no letter between cabinet and parliament (no chamber, minister, question or answer in it); "
            "leave the file out."
        )
    outline, kind = _outline(blocks)
    composed = compose(outline.items, [*manuscript.notes, *found_notes])
    apart = [*manuscript.furniture, *(raw[at] for at in sorted(taken))]
    return _letter(raw, apart, manuscript.stated, outline, kind, composed, source)


def _outline(blocks: Sequence[Block]) -> tuple[Outline, Kind]:
    if recognition.is_numbered(blocks):
        outline = numbered.outline(blocks)
        answered = any(draft.answers for draft in outline.drafts)
        return outline, "answers" if answered else "questions"
    if recognition.is_consultation(blocks):
        return consultation.outline(blocks), "consultation"
    return Outline(consultation.running(blocks)), "letter"


def _letter(
    raw: Sequence[str],
    taken: Sequence[str],
    stated: Stated,
    outline: Outline,
    kind: Kind,
    composed: Composed,
    source: str,
) -> Letter:
    text = composed.text
    paragraphs = [text[slice(*paragraph.span)] for paragraph in composed.paragraphs]
    running = "\n".join(paragraphs)
    top = head.read(raw, taken, running)
    top = replace(
        top,
        date=top.date or stated.date,
        submitted=top.submitted or stated.submitted,
        question_reference=top.question_reference or stated.question_reference,
    )
    words = " ".join([*(line for line in taken if line), *paragraphs])
    ministers = people.ministers(words, paragraphs) or stated.ministers
    parties = [draft.party for draft in outline.drafts if draft.party] or parties_asking(running)
    name = identity.letter_id(top, kind, text)
    return Letter(
        id=name,
        source=source,
        kind=kind,
        title=stated.title or _title(raw, top, kind, paragraphs),
        text=text,
        citation=identity.citation(top, kind, ministers),
        date=top.date,
        submitted=top.submitted,
        chamber=top.chamber,
        reference=top.reference,
        question_reference=top.question_reference,
        dossier=top.dossier,
        number=top.number,
        ministers=ministers,
        askers=people.askers(running, parties) or stated.askers,
        exchanges=resolve(name, text, composed.exchanges),
        paragraphs=composed.paragraphs,
        notes=composed.notes,
        pages=composed.pages,
        warnings=tuple(outline.warnings),
    )


def _title(raw: Sequence[str], top: head.Head, kind: Kind, paragraphs: Sequence[str]) -> str:
    if kind == "consultation":
        return titles.consultation_title(top.dossier_title, " ".join(paragraphs[:3]))
    return (
        titles.subject(raw)
        or titles.question_title(" ".join(paragraphs[:6]), kind)
        or titles.letter_title(paragraphs, kind)
    )
