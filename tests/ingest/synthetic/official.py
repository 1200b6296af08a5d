"""The official publication of questions and answers, as a PDF gives it, as a converter does, and on one line."""

from random import Random

from ingest.dates import in_words
from tests.ingest.synthetic.pages import Paper, Set, lay
from tests.ingest.synthetic.truth import Truth
from tests.ingest.synthetic.wording import glued, nothing, numbered_note, people, titled, wrap


def official(rng: Random, truth: Truth, *, markdown: bool = False) -> Set:
    head = truth.head
    year = int((head.date or head.submitted or "2024-01-01")[:4])
    years, number = f"{year - 1}–{year}", rng.randint(20, 3999)
    answered, office = ("Antwoord", head.ministers[0]) if truth.kind == "answers" else ("Mededeling", head.ministers[0])
    role, _, portfolio = office.partition(" van ")
    names = rng.choice(("Jansen", "De Groot", "Van den Berg", "Yes¸ilgöz"))
    top = [
        "Tweede Kamer der Staten-Generaal",
        "2",
        f"Vergaderjaar {years} Aanhangsel van de Handelingen",
        "Vragen gesteld door de leden der Kamer, met de daarop door de",
        "regering gegeven antwoorden",
        str(number),
        f"Vragen van {people(head)} aan de {titled(office)} over {head.subject}"
        f" (ingezonden {in_words(head.submitted or '')}).",
    ]
    if head.date:
        top.append(f"{answered} van {titled(role)} {names} ({portfolio}) (ontvangen {in_words(head.date)}).")
    sign = f"ah-tk-{year - 1}{year}-{number}"

    def foot(page: int) -> list[str]:
        first = [sign, "ISSN 0921 - 7398", f"’s-Gravenhage {year}"] if page == 1 else []
        return [*first, f"Tweede Kamer, vergaderjaar {years}, Aanhangsel {page}"]

    def converted(_: int) -> list[str]:
        return ["", f"h tk {year - 1}{year} {number}", ""]

    paper = Paper(
        width=rng.randint(58, 90),
        spaced=markdown or rng.random() < 0.5,
        mark=(lambda mark: f"[{mark} ]") if markdown else glued,
        note=numbered_note,
        foot=converted if markdown else foot,
        head=nothing,
        parting="\n-----\n" if markdown else "\f",
        broken=not markdown,
        renumber=False,
        spaced_notes=markdown or rng.random() < 0.5,
        glues=not markdown and rng.random() < 0.3,
    )
    body = lay(rng, truth.pieces, paper)
    return Set("\n".join(["\n".join(wrap(line, 78)) for line in top] + ["", body.text]), body.remarks)


def official_markdown(rng: Random, truth: Truth) -> Set:
    return official(rng, truth, markdown=True)


def flat_official(rng: Random, truth: Truth) -> Set:
    made = official(rng, truth)
    return Set(" ".join(made.text.replace("\f", " ").split()), made.remarks)
