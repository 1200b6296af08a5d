"""Holds the reading of a synthetic letter against what the letter says."""

from collections.abc import Iterator
from itertools import pairwise, zip_longest

from ingest.reading import read_letters
from rag.errors import VraagbaakError
from rag.letter import Letter as Read
from tests.ingest.synthetic.letters import Letter
from tests.ingest.synthetic.truth import Head


def wrongs(letter: Letter) -> list[str]:
    """Return in words what a reading of a letter gets wrong; an empty list when it is right."""
    try:
        found = read_letters(letter.data, letter.source)
    except VraagbaakError as error:
        return [str(error)]
    if len(found) > 1:
        return [f"file: {len(found)} letters are read in it"]
    read = found[0]
    return [*_exchanges(letter, read), *_spans(read), *_notes(letter, read), *_around(letter, read)]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _exchanges(letter: Letter, read: Read) -> Iterator[str]:
    for told, found in zip_longest(letter.truth.said, read.exchanges):
        if told is None or found is None:
            asked = found and (found.numbers, read.at(found.question_span))
            yield f"exchange: {told and told.numbers} is read as {asked}"
            return
        pairs = (
            ("numbers", told.numbers, found.numbers),
            ("party", told.party, found.party),
            ("section", told.section, found.section),
            ("question", told.question, _folded(read.at(found.question_span))),
            ("answer", told.answer, _folded(read.at(found.answer_span))),
        )
        wrong = [f"{name} of {told.numbers}: {_apart(said, got)}" for name, said, got in pairs if said != got]
        yield from wrong
        if wrong:
            return
    labels = [found.label for found in read.exchanges]
    if len(set(labels)) < len(labels):
        yield f"labels: not all different: {labels}"


def _apart(said: object, got: object) -> str:
    """Show two things where they differ first."""
    if not isinstance(said, str) or not isinstance(got, str):
        return f"{said!r}, read: {got!r}"
    same = next((at for at, (one, other) in enumerate(zip(said, got, strict=False)) if one != other), len(said))
    start = max(0, same - 50)
    return f"{said[start : same + 60]!r}\n      read: {got[start : same + 60]!r}"


def _spans(read: Read) -> Iterator[str]:
    spans = [span for one in read.exchanges for span in (one.question_span, one.answer_span) if span]
    spans = sorted([*spans, *(paragraph.span for paragraph in read.paragraphs)])
    if any(first[1] > second[0] for first, second in pairwise(spans)):
        yield "spans: two overlap"
    for span in spans:
        if not 0 <= span[0] < span[1] <= len(read.text) or read.at(span) != read.at(span).strip():
            yield f"spans: {span} is empty, out of the text, or edged with white space"


def _notes(letter: Letter, read: Read) -> Iterator[str]:
    told = [(remark.mark, remark.text) for remark in letter.remarks]
    found = [(note.mark, _folded(note.text)) for note in read.notes]
    if told != found:
        yield f"notes: {told}\n      read: {found}"
        return
    for remark, note in zip(letter.remarks, read.notes, strict=True):
        before = "" if note.at is None else _folded(read.text[: note.at])
        if not before.endswith(remark.after):
            yield f"notes: {remark} stands behind {before[-30:]!r}"


def _around(letter: Letter, read: Read) -> Iterator[str]:
    truth = letter.truth
    if truth.kind != read.kind:
        yield f"kind: {truth.kind}, read: {read.kind}"
    got = Head(
        tuple((asker.name, asker.party or "") for asker in read.askers) if truth.head.askers else (),
        tuple(minister.office.lower() for minister in read.ministers) if truth.head.ministers else (),
        read.date,
        read.submitted,
        read.reference,
        read.question_reference,
        truth.head.subject,
    )
    told = tuple(office.lower() for office in truth.head.ministers)
    for name in ("askers", "date", "submitted", "reference"):
        if getattr(truth.head, name) != getattr(got, name):
            yield f"{name}: {getattr(truth.head, name)!r}, read: {getattr(got, name)!r}"
    if told != got.ministers:
        yield f"ministers: {told}, read: {got.ministers}"
    if truth.head.question_reference and truth.head.question_reference != got.question_reference:
        yield f"question_reference: {truth.head.question_reference}, read: {got.question_reference}"
    paragraphs = _folded(" ".join(read.at(paragraph.span) for paragraph in read.paragraphs))
    yield from (f"paragraph: {one!r} is in none" for one in truth.paragraphs() if one not in paragraphs)
    yield from (f"aside: {one!r} is in a paragraph" for one in truth.asides() if one in paragraphs)
    yield from (f"aside: {one!r} is not in the text" for one in truth.asides() if one not in _folded(read.text))
    if truth.warned is not None and truth.warned != bool(read.warnings):
        yield f"warnings: {'some expected' if truth.warned else 'none expected'}, got {read.warnings}"
