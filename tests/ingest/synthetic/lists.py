"""Lists: of a committee, of a consultation, of the Court of Audit, and questions and answers only."""

from dataclasses import replace
from random import Random

from ingest.dates import in_words
from tests.ingest.synthetic.pages import Paper, Set, lay
from tests.ingest.synthetic.truth import Truth
from tests.ingest.synthetic.wording import glued, nothing, numbered_note, wrap

_TOTAL = "\x01"
"""Stands for the number of pages until it is known."""


def committee(rng: Random, truth: Truth) -> Set:
    """A committee's list of questions and answers, as parliament prints it."""
    head = truth.head
    top = [
        "Tweede Kamer der Staten-Generaal", "2", "Vergaderjaar 2025–2026", "",
        "32 317 JBZ-Raad", "",
        "Nr. 974 LIJST VAN VRAGEN EN ANTWOORDEN", "", f"Vastgesteld {in_words(head.date or '')}", "",
        f"De vaste commissie voor Water heeft een aantal vragen voorgelegd aan de {head.ministers[0]} over",
        f"{head.subject}. De daarop gegeven antwoorden zijn hierbij afgedrukt.", "",
    ]  # fmt: skip
    return _paper_of_parliament(rng, truth, top)


def consultation(rng: Random, truth: Truth) -> Set:
    head = truth.head
    top = [
        "32 317 JBZ-Raad", "", "Nr. 974 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "",
        f"Vastgesteld {in_words(head.date or '')}", "",
        f"De vaste commissie voor Water heeft een aantal vragen en opmerkingen voorgelegd aan de {head.ministers[0]}",
        f"over de brief over {head.subject} (Kamerstuk 32 317, nr. 960).", "",
        f"De vragen en opmerkingen zijn op {in_words(head.submitted or '')} aan de {head.ministers[0]}",
        f"voorgelegd. Bij brief van {in_words(head.date or '')} zijn de vragen beantwoord.", "",
        "De voorzitter van de commissie,", "Vijlbrief", "",
    ]  # fmt: skip
    return _paper_of_parliament(rng, truth, top)


def _paper_of_parliament(rng: Random, truth: Truth, top: list[str]) -> Set:
    paper = Paper(
        width=rng.randint(62, 84),
        spaced=True,
        mark=glued,
        note=numbered_note,
        foot=lambda page: ["", f"Tweede Kamer, vergaderjaar 2025–2026, 32 317, nr. 974 {page}"],
        head=nothing,
        broken=True,
        breaks=0.1,
        spaced_notes=rng.random() < 0.7,
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join([*top, body.text]), body.remarks)


def court(rng: Random, truth: Truth, *, flat: bool = False) -> Set:
    """An answer list of the Court of Audit."""
    head = truth.head
    name = f"Beantwoording vragen Tweede Kamer over {head.subject}"
    top = [
        *([name, ""] if flat else []), "Algemene Rekenkamer", "", "BEZORGEN",
        "De Voorzitter van de Tweede Kamer", "der Staten-Generaal",
        "2513 AA DEN HAAG", "", f"DATUM {in_words(head.date or '')}",
        f"BETREFT {name}", "", "UW KENMERK", "34950-B", "ONS KENMERK",
        head.reference or "", "", "Geachte mevrouw Arib,", "",
        f"Hierbij bieden wij u de antwoorden aan op de gestelde vragen over {head.subject}.", "",
        "Algemene Rekenkamer", "", "drs. A.P. (Arno) de Boer,", "president", "",
    ]  # fmt: skip

    last = 1

    def running(page: int) -> list[str]:
        nonlocal last
        last = max(last, page)
        return ["", *([name, ""] if flat else []), f"{page}/{_TOTAL}", ""]

    paper = Paper(
        width=rng.randint(70, 95),
        spaced=True,
        mark=glued,
        note=numbered_note,
        foot=nothing if flat else running,
        head=running if flat else nothing,
        breaks=0.06,
    )
    body = lay(rng, truth.pieces, replace(paper, parting="" if flat else "\f"))
    return Set("\n".join([*top, body.text.replace(_TOTAL, str(last))]), body.remarks)


def flat_court(rng: Random, truth: Truth) -> Set:
    """An answer list whose line ends became two spaces."""
    made = court(rng, truth, flat=True)
    return Set(made.text.replace("\f", "").replace("\n", "  "), made.remarks)


def listing(rng: Random, truth: Truth) -> Set:
    """Questions and answers only, as ``Q2 3`` and ``A2 3``, their lines set in."""
    lines: list[str] = []
    for said in truth.said:
        for letter, words in (("Q", said.question), ("A", said.answer)):
            first, *others = wrap(words, rng.randint(50, 70))
            lines.append(f"{letter + ' '.join(said.numbers):<6}  {first}")
            lines.extend(f"        {other}" for other in others)
        lines.append("")
    return Set("\n".join(lines), [])
