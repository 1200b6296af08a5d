"""Draws written consultations: groups with their questions, answered block by block or in a second part."""

from random import Random

from tests.ingest.synthetic import vocabulary
from tests.ingest.synthetic.numbered import PARTIES
from tests.ingest.synthetic.truth import Head, Piece, Said, Truth, heading, words

_HEADINGS = (
    "Vragen en opmerkingen van de leden van de {party}-fractie",
    "Vragen en opmerkingen van de leden van de {party}-fractie",
    "Vragen en opmerkingen van de leden van de leden van de {party}-fractie",
    "Inbreng van de leden van de {party}-fractie",
    "Vragen en opmerkingen van de {party}-fractie",
    "Vragen en opmerkingen van de fractieleden van de {party}",
    "van de {party}-fractie",
    "{party}-fractie",
    "{party}",
)
_FIRST_PARTS = (
    "I Vragen en opmerkingen vanuit de fracties",
    "VRAGEN EN OPMERKINGEN VANUIT DE FRACTIES",
    "I Vragen en opmerkingen vanuit de fracties en reactie van de bewindspersoon",
)
_SECOND_PARTS = (
    "II Reactie van de bewindspersoon",
    "II Antwoord / Reactie van de minister",
    "II Antwoorden van de minister",
)


def draw(rng: Random, head: Head, *, in_second_part: bool) -> Truth:
    """Draw a consultation, its answers behind each block of questions or all in a second part."""
    truth = Truth("consultation", head)
    form = rng.choice(_HEADINGS)
    parties = rng.sample(PARTIES, rng.randint(1, 4))
    if in_second_part:
        _in_parts(rng, truth, parties, form)
        # Whether such a letter says enough of which words answer which question is a matter of taste.
        truth.warned = None
        return truth
    if rng.random() < 0.7:
        truth.pieces.append(heading("part", rng.choice(_FIRST_PARTS)))
    mark = rng.choice(("Antwoord", "Antwoord:"))
    for party in parties:
        truth.pieces.append(heading("group", form.format(party=party)))
        _blocks(rng, truth, party, mark)
    return truth


def _blocks(rng: Random, truth: Truth, party: str, mark: str) -> None:
    themes = vocabulary.titles(rng, 4) if rng.random() < 0.3 else []
    theme: str | None = None
    if rng.random() < 0.3:
        known = f"De leden van de {party}-fractie hebben kennis|genomen van de stukken en hebben enkele vragen."
        truth.pieces.append(Piece("question", words(known)))
    else:
        known = ""
    for number in range(1, rng.randint(2, 6)):
        # A theme at once behind the words that open a group would cut these off from any question.
        if themes and not known and rng.random() < 0.5:
            theme = themes.pop()
            truth.pieces.append(heading("section", theme))
        asked = [Piece("question", words(one)) for one in vocabulary.group_question(rng, party)]
        answered = [Piece("answer", words(one)) for one in vocabulary.group_answer(rng)]
        truth.pieces.extend((*asked, heading("number", mark), *answered))
        question = " ".join((*([known.replace("|", "")] if known else []), *(piece.plain for piece in asked)))
        answer = " ".join(piece.plain for piece in answered)
        truth.said.append(Said((str(number),), question, answer, party, theme))
        known = ""


def _in_parts(rng: Random, truth: Truth, parties: list[str], form: str) -> None:
    """All questions in a first part, all answers in a second: each group is one exchange."""
    truth.pieces.append(heading("part", rng.choice(_FIRST_PARTS[:2])))
    asked: dict[str, list[Piece]] = {}
    answered: dict[str, list[Piece]] = {}
    for party in parties:
        truth.pieces.append(heading("group", form.format(party=party)))
        asked[party] = [Piece("question", words(one)) for one in vocabulary.group_question(rng, party)]
        truth.pieces.extend(asked[party])
    truth.pieces.append(heading("part", rng.choice(_SECOND_PARTS)))
    for party in parties:
        truth.pieces.append(
            heading("group", form.replace("Vragen en opmerkingen", "Antwoorden op vragen").format(party=party))
        )
        answered[party] = [Piece("answer", words(one)) for one in vocabulary.group_answer(rng)]
        truth.pieces.extend(answered[party])
    for party in parties:
        question, answer = (" ".join(piece.plain for piece in found[party]) for found in (asked, answered))
        truth.said.append(Said(("1",), question, answer, party))
