"""Do the citations of a sentence support it? Citation recall and precision of ALCE, with a check that needs no model.

Gao et al., "Enabling Large Language Models to Generate Text with Citations", EMNLP 2023: a sentence counts for recall
when its citations together support it; a citation counts for precision when its sentence is supported, and it either
supports the sentence alone or is missed when it is taken away. There a model judges what supports; here citations
support a sentence when every word that it quotes stands in their quotes or in the questions that these answer, and
every number that its own words name stands in their quotes, in their references, or in the heads and the opening
paragraphs of their letters. A sentence that neither quotes nor names a number is supported by any citation.
"""

import re
from collections.abc import Mapping, Sequence

from eval.shares import Share
from eval.statements import Statement, statements
from rag.answer import Answer, Citation
from rag.answering.compose import as_markdown

OPENING = 2
"""Paragraphs of a letter that tell, before its exchanges, what it is and of when."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MARK = re.compile(r"\[\d+\]")


def recall(answer: Answer) -> Share | None:
    """Return the share of sentences that their citations support; None for an answer that states nothing."""
    cited = {citation.n: citation for citation in answer.citations}
    found = [supported(one, _named(one, cited)) for one in statements(answer)]
    return (float(sum(found)), len(found)) if found else None


def precision(answer: Answer) -> Share | None:
    """Return the share of citation marks that their sentence needs; None for an answer without marks."""
    cited = {citation.n: citation for citation in answer.citations}
    found = [_needed(one, mark, cited) for one in statements(answer) for mark in one.marks]
    return (float(sum(found)), len(found)) if found else None


def supported(statement: Statement, citations: Sequence[Citation]) -> bool:
    """Say whether citations together support a statement."""
    if not citations:
        return False
    said = [words for one in citations for words in (one.quote, _question(one))]
    quotes = [_folded(as_markdown(words)) for words in said]
    known = {number for one in citations for number in _NUMBER.findall(_said_of(one))}
    numbers = _NUMBER.findall(_MARK.sub("", statement.own))
    return all(any(_folded(words) in quote for quote in quotes) for words in statement.quoted) and known.issuperset(
        numbers
    )


def _needed(statement: Statement, mark: int, cited: Mapping[int, Citation]) -> bool:
    named = _named(statement, cited)
    if mark not in cited or not supported(statement, named):
        return False
    others = [one for one in named if one.n != mark]
    return supported(statement, [cited[mark]]) or not supported(statement, others)


def _named(statement: Statement, cited: Mapping[int, Citation]) -> list[Citation]:
    return [cited[mark] for mark in dict.fromkeys(statement.marks) if mark in cited]


def _said_of(citation: Citation) -> str:
    """Return what a citation may be said to hold: its quote, its reference, and the head of its letter."""
    letter, exchange = citation.place.letter, citation.place.exchange
    dates = [part.lstrip("0") for date in (letter.date, letter.submitted) if date for part in date.split("-")]
    names = [letter.citation, letter.title, letter.reference or "", letter.question_reference or ""]
    opening = [letter.at(paragraph.span) for paragraph in letter.paragraphs[:OPENING]]
    numbers = [*exchange.numbers, exchange.label] if exchange else []
    return " ".join((citation.quote, citation.text, *names, *dates, *opening, *numbers))


def _question(citation: Citation) -> str:
    exchange = citation.place.exchange
    return citation.place.letter.at(exchange.question_span) if exchange else ""


def _folded(text: str) -> str:
    return " ".join(text.split())
