"""Reading a letter: from the bytes of a file to a letter that has been understood."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ingest import parting, recognition
from ingest.exchanges import consultation, numbered
from ingest.exchanges.asides import all_asked, set_apart, without_questions
from ingest.exchanges.compose import Composed, compose
from ingest.exchanges.outline import Draft, Outline
from ingest.exchanges.unheaded import part_all
from ingest.heads import head, identity, people, titles
from ingest.lines import answer_tables, furniture, headings, item_numbers, notes
from ingest.lines import blocks as block_making
from ingest.lines.blocks import Block
from ingest.lines.groups import each_party, parties_asking
from ingest.manuscript import Manuscript, Reader, Stated
from ingest.marks import bare
from ingest.pointing.pointers import resolve
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.odt import read_odt
from ingest.readers.pdf import read_pdf
from ingest.readers.rtf import read_rtf
from ingest.readers.text import read_text
from ingest.readers.xml import read_xml
from rag.errors import LetterError
from rag.letter import Kind, Letter

READING = "reading 4"
"""Changes when letters would be understood otherwise than before; then all are read again."""

MOST_EXCHANGES = 2_000
"""Exchanges of one letter; the longest lists of questions have a few hundred."""

_READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".pdf": read_pdf,
    ".xml": read_xml,
    ".docx": read_docx,
    ".odt": read_odt,
    ".rtf": read_rtf,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
READABLE: frozenset[str] = frozenset(_READERS)


def read_letters(data: bytes, source: str) -> tuple[Letter, ...]:
    """Read the letters of a file; nearly always it holds one.

    Args:
        data: the bytes of the file.
        source: the file's path relative to the ingested folder; its suffix chooses the reader.

    Raises:
        LetterError: the file is empty, of an unknown type, not readable, or no letter, or it holds several letters
            that cannot be told apart.
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
    letters = tuple(understand(one, source) for one in parting.part(_READERS[suffix](data, source), source))
    if len({letter.id for letter in letters}) < len(letters):
        raise parting.several(source)
    return letters


def understand(manuscript: Manuscript, source: str) -> Letter:
    """Make a letter of a manuscript, whatever format it came from.

    Raises:
        LetterError: the manuscript shows no sign of a letter to or from parliament.
    """
    manuscript = replace(manuscript, lines=item_numbers.set_apart(answer_tables.unfold(manuscript.lines)))
    lines, taken = furniture.clear(manuscript.lines)
    lines, found_notes = notes.take(lines)
    blocks = block_making.build(headings.set_apart(lines))
    raw = [bare(line.text) for line in manuscript.lines]
    if not recognition.is_letter("\n".join((*manuscript.furniture, *raw)), blocks):
        raise LetterError(
            f"{source}: no letter between cabinet and parliament (no chamber, minister, question or answer in it); "
            "leave the file out."
        )
    outline, kind = _outline(blocks, raw)
    outline.warnings.extend(manuscript.warnings)
    if len(outline.drafts) > MOST_EXCHANGES:
        raise LetterError(
            f"{source}: {len(outline.drafts):,} questions and answers counted, at most {MOST_EXCHANGES:,} are read; "
            "save each letter in a file of its own, or leave the file out."
        )
    composed = compose(outline.items, [*manuscript.notes, *found_notes])
    apart = [*manuscript.furniture, *(raw[at] for at in sorted(taken))]
    return _letter(raw, apart, manuscript.stated, outline, kind, composed, source)


def _outline(blocks: Sequence[Block], raw: Sequence[str]) -> tuple[Outline, Kind]:
    answering = recognition.is_reply_to_report(raw)
    answers_questions = recognition.answers_questions(titles.subject(raw) or next(filter(None, raw), ""))
    postponed = recognition.is_postponement("\n".join(block.text for block in blocks))
    if recognition.is_numbered(blocks):
        outline = numbered.outline(blocks)
        if recognition.is_asked(raw, blocks):
            all_asked(outline)
        elif answers_questions and not postponed:
            part_all(outline.drafts)
        outline.items = list(without_questions(set_apart(outline.items)))
        return outline, _asked_or("answers", outline)
    if answering or recognition.is_consultation(blocks):
        outline = consultation.outline(blocks, answering=answering)
        consulted = answering or recognition.names_consultation(raw) or any(one.party for one in outline.drafts)
        return outline, _asked_or("consultation" if consulted else "answers", outline)
    outline = Outline(consultation.running(blocks))
    if asked := recognition.is_asked(raw, blocks):
        all_asked(outline)
    elif answers_questions or recognition.heads_questions(raw):
        outline.items = list(without_questions(outline.items))
    return outline, "questions" if postponed or asked else "letter"


def _asked_or(kind: Kind, outline: Outline) -> Kind:
    """Return the kind of a letter, which is ``questions`` when none of its questions has an answer."""
    asked = bool(outline.drafts) and not any(draft.answers for draft in outline.drafts)
    return "questions" if asked else kind


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
    outside = [bare(item.text) for item in outline.items if not isinstance(item, Draft)]
    running = "\n".join(outside)
    top = head.read(raw, taken, running, "\n".join(_above(outline)))
    top = replace(
        top,
        date=top.date or stated.date,
        submitted=top.submitted or stated.submitted,
        question_reference=top.question_reference or stated.question_reference,
    )
    words = " ".join([*(line for line in taken if line), *outside])
    ministers = people.ministers(words, outside) or stated.ministers
    named = [party for draft in outline.drafts if draft.party for party in each_party(draft.party)]
    parties = named or parties_asking(running)
    asked_by_groups = bool(outline.drafts) and all(draft.party for draft in outline.drafts)
    by_groups = kind == "consultation" or (kind == "questions" and asked_by_groups)
    name = identity.letter_id(top, kind, text)
    title = stated.title or _title(raw, top, kind, outside, by_groups=by_groups)
    return Letter(
        id=name,
        source=source,
        kind=kind,
        title=title,
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
        askers=people.askers(running, parties, title) or stated.askers,
        exchanges=resolve(name, text, composed.exchanges, composed.notes),
        paragraphs=composed.paragraphs,
        notes=composed.notes,
        pages=composed.pages,
        warnings=tuple(outline.warnings),
    )


def _above(outline: Outline) -> Iterator[str]:
    """Yield the headings and the running text above the first question."""
    for item in outline.items:
        if isinstance(item, Draft):
            return
        yield bare(item.text)


def _title(raw: Sequence[str], top: head.Head, kind: Kind, outside: Sequence[str], *, by_groups: bool) -> str:
    if by_groups:
        name = titles.CONSULTED["report" if recognition.is_reply_to_report(raw) else kind]
        return titles.consultation_title(top.dossier_title, " ".join(outside[:3]), name)
    return (
        titles.subject(raw)
        or titles.question_title(" ".join(outside[:6]), kind)
        or titles.paper_title(top.paper, top.dossier_title)
        or titles.letter_title(outside, kind)
    )
