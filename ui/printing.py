"""Letters, answers and reports as plain text for a terminal."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rag.answer import Answer, Hit
from rag.answering import wording
from rag.answering.compose import as_plain
from rag.letter import Letter

if TYPE_CHECKING:  # importing what makes them takes most of a second, which a slip of the fingers should not cost
    from ingest.run import Report
    from rag.indexing.doctor import Check


def answer(given: Answer) -> str:
    """Write an answer with its sources below it."""
    parts = [as_plain(given.answer)]
    parts += [line(remark) for remark in given.remarks]
    if given.understood:
        parts.append(line(f"{wording.UNDERSTOOD[given.language]}: {', '.join(given.understood)}."))
    if given.citations:
        parts.append("\n".join(f"[{one.n}] {one.text}" for one in given.citations))
    if given.related:
        lines = [f"- {_named(hit)}: {_short(hit)}" for hit in given.related]
        parts.append("\n".join([wording.RELATED[given.language], *lines]))
    return "\n\n".join(parts)


def hits(found: Iterable[Hit]) -> str:
    """Write ranked places, a line each with the beginning of their words."""
    lines = [f"{hit.rank:>2}. {hit.score:.2f}  {_named(hit)}\n      {_short(hit)}" for hit in found]
    return "\n".join(lines) or "Nothing that the filters admit has a word of this question."


def letter(whole: Letter) -> str:
    """Write a letter as it was understood: head, exchanges, paragraphs, notes, warnings."""
    return "\n\n".join(_letter(whole))


def letters(all_of_them: Iterable[Letter]) -> str:
    """Write the heads of letters, one a line."""
    lines = [
        f"{one.id:<24} {one.date or '-':<10} {_counted(len(one.exchanges), 'exchange'):>14}  {line(one.title)}"
        for one in all_of_them
    ]
    return "\n".join(lines) or "There are no letters; run `vraagbaak ingest` with a folder of letters."


def report(done: "Report") -> str:
    """Write what an ingest did."""
    head = (
        f"{_counted(done.letters, 'letter')}, {_counted(done.exchanges, 'exchange')}, "
        f"{_counted(done.paragraphs, 'paragraph')} in the index: "
        f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged, {done.removed} removed "
        f"({done.seconds:.1f} s)."
    )
    skipped = [line(f"Skipped {source}: {reason}.") for source, reason in done.skipped]
    partly = [line(f"Kept in part {source}: {reason}.") for source, reason in done.partly]
    return "\n".join([head, *partly, *skipped])


def removed(count: int) -> str:
    """Write how many letters were taken out."""
    return f"{_counted(count, 'letter')} removed."


def line(text: str) -> str:
    """Make a text one line that does nothing to a terminal: a file's name or an error may hold anything."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in " ".join(text.split()))


def checks(made: Iterable["Check"]) -> str:
    """Write the checks of a doctor, with what to do about each that failed."""
    lines = [f"{'ok ' if one.ok else 'NOT'} {one.name}: {one.detail}" for one in made]
    fixes = [f"    -> {one.fix}" if not one.ok else "" for one in made]
    return "\n".join(part for pair in zip(lines, fixes, strict=True) for part in pair if part)


def _letter(whole: Letter) -> Iterator[str]:
    yield f"{whole.title}\n{whole.citation} ({whole.id}, {line(whole.source)})"
    for paragraph in whole.paragraphs:
        yield f"[{paragraph.n}] {whole.at(paragraph.span)}"
    section = None
    for one in whole.exchanges:
        if one.section and one.section != section:
            yield f"== {one.section} =="
        section = one.section
        yield f"{one.label}\n{whole.at(one.question_span) or '-'}"
        yield f"Antwoord\n{whole.at(one.answer_span) or '-'}"
    yield from (f"Noot {note.mark}: {note.text}" for note in whole.notes)
    yield from (f"Warning: {warning}" for warning in whole.warnings)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _named(hit: Hit) -> str:
    place = hit.place
    label = place.exchange.label if place.exchange else f"alinea {place.paragraph.n}" if place.paragraph else ""
    return f"{place.letter.citation}, {label}"


def _short(hit: Hit) -> str:
    place = hit.place
    words = place.letter.at(place.exchange.question_span if place.exchange else hit.span) or place.letter.at(hit.span)
    short = line(words)
    return short if len(short) <= 160 else short[:157] + "..."
