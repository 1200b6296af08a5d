"""Letters that a ministry sends: from a PDF, saved as text, pasted, and in running text."""

from collections.abc import Callable
from random import Random

from ingest.dates import in_words
from tests.ingest.synthetic.pages import Paper, Set, lay
from tests.ingest.synthetic.truth import Piece, Truth
from tests.ingest.synthetic.wording import glued, nothing, numbered_note, opening, people, raised, titled, wrap


def ministry(rng: Random, truth: Truth) -> Set:
    """A ministry's letter as a converter makes Markdown of it; its reference block comes back on every page."""
    head = truth.head
    bold = rng.random() < 0.6
    strong = "**" if bold else ""
    date = in_words(head.date or "")
    office = ["", f"{strong}Directoraat-Generaal Ruimte{strong}", "Bureau Kust en Rivieren"]
    block = [
        *office,
        "",
        f"{strong}Datum{strong}",
        date,
        "",
        f"{strong}Onze referentie{strong}",
        head.reference or "",
        "",
    ]
    top = [
        "> Retouradres Postbus 20011 2500 EH Den Haag", "", "Aan de Voorzitter van de Tweede Kamer",
        "der Staten-Generaal", "Postbus 20018", "2500 EA DEN HAAG", *office, "", f"Datum {date}",
        f"Betreft Antwoorden Kamervragen over {head.subject}", "",
        f"{strong}Onze referentie{strong}", head.reference or "", "",
        f"{strong}Uw referentie{strong}", head.question_reference or "", "",
        opening(truth), "",
        f"Deze vragen werden ingezonden op {in_words(head.submitted or '')} met kenmerk {head.question_reference}.", "",
        f"De {titled(head.ministers[0])},", "", "A. de Wit", "",
    ]  # fmt: skip
    levels = rng.choice((["#### ", "#### ", "## ", ""], ["#### "], [""]))

    def emphasis(piece: Piece, text: str) -> str:
        if piece.heads:
            return f"{rng.choice(levels)}{strong}{text}{strong}"
        return f"{strong}{text}{strong}" if bold and piece.role == "question" and "<" not in text else text

    style = rng.choice(
        (
            raised,
            raised,
            lambda mark: f"[^{mark}]",
            lambda mark: "¹²³⁴⁵⁶⁷⁸⁹"[int(mark) - 1] if len(mark) == 1 else f"<sup>{mark}</sup>",
        )
    )
    paper = Paper(
        width=None,
        spaced=True,
        mark=style,
        note=lambda mark, note: f"{raised(mark)} {note}",
        foot=lambda _: ["", "---"],
        head=lambda _: [] if rng.random() < 0.3 else block,
        parting="",
        emphasis=emphasis,
        breaks=0.25,
        notes_at=rng.choice(("foot", "foot", "end")),
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join([*top, body.text]), body.remarks)


def plain_letter(rng: Random, truth: Truth) -> Set:
    """A letter saved as text: lines wrapped, page numbers and the reference block between its pages."""
    head = truth.head
    date = in_words(head.date or "")
    top = [
        "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "", f"Datum {date}",
        f"Betreft Antwoorden op vragen over {head.subject}", "", "Onze referentie", head.reference or "", "",
        *wrap(opening(truth), 80),
        f"Deze vragen werden ingezonden op {in_words(head.submitted or '')}.", "",
        f"De {titled(head.ministers[0])},", "", "A. de Wit", "",
    ]  # fmt: skip
    feet: tuple[Callable[[int], list[str]], ...] = (
        lambda page: ["", f"Pagina {page} van 9", ""],
        lambda page: ["", str(page), ""],
        lambda page: ["", f"{page}/9", ""],
        lambda _: ["", "Onze referentie", head.reference or "", ""],
    )
    paper = Paper(
        width=rng.randint(60, 100),
        spaced=True,
        mark=glued,
        note=numbered_note,
        foot=rng.choice(feet),
        head=nothing,
        broken=rng.random() < 0.4,
        breaks=0.08,
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join([*top, body.text]), body.remarks)


def pasted(rng: Random, truth: Truth) -> Set:
    """Text pasted from a mail or a word processor: no pages, notes in the running text or at the end."""
    minister = truth.head.ministers[0]
    top = [f"Vragen van {people(truth.head)} aan de {minister} over {truth.head.subject}.", ""]
    inline = rng.random() < 0.5
    paper = Paper(
        width=rng.choice((None, None, 72)),
        spaced=True,
        mark=(lambda mark: f"[footnoteRef:{mark}]") if inline else rng.choice((glued, raised)),
        note=numbered_note,
        foot=nothing,
        head=nothing,
        breaks=0,
        notes_at="inline" if inline else "end",
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join([*top, body.text]), body.remarks)


def running(rng: Random, truth: Truth) -> Set:
    """A ministry's letter of running text."""
    head = truth.head
    date = in_words(head.date or "")
    block = [
        "",
        "Directoraat-Generaal Ruimte",
        "Bureau Kust en Rivieren",
        "",
        "Onze referentie",
        head.reference or "",
        "",
    ]
    top = [
        "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", *block, f"Datum {date}",
        f"Betreft Brief over {head.subject}", "", "Geachte voorzitter,", "",
    ]  # fmt: skip
    paper = Paper(
        width=rng.choice((None, 75, 95)),
        spaced=True,
        mark=raised,
        note=lambda mark, note: f"{raised(mark)} {note}",
        foot=lambda _: ["", "---"],
        head=lambda _: block,
        parting="",
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join([*top, body.text]), body.remarks)
