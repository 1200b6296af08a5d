"""A letter as its headings and paragraphs, to be written in any form and read back."""

from collections.abc import Iterator

from rag.letter import Letter


def rendered(letter: Letter) -> Iterator[tuple[str, str]]:
    """Yield ``heading`` or ``words`` with the text, exchange by exchange."""
    party = None
    for one in letter.exchanges:
        names = " en ".join(one.numbers)
        if one.party and one.party != party:
            party = one.party
            yield "heading", f"Vragen en opmerkingen van de leden van de {party}-fractie"
        if one.party is None and one.question_span:
            yield "heading", f"Vraag {names}"
        yield from (("words", row) for row in letter.at(one.question_span).split("\n") if row)
        if one.answer_span:
            yield "heading", "Antwoord" if one.party else f"Antwoord {names}"
        yield from (("words", row) for row in letter.at(one.answer_span).split("\n") if row)
