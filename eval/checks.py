"""Checks on one answer that need no gold: do its citations stand where they say they do?

Every check looks the letter up by its id among the letters of the index and does not trust the copy inside the
citation.
"""

from collections.abc import Mapping

from eval.statements import marks
from rag.answer import Answer, Citation, Role
from rag.letter import Exchange, Letter, Span


def resolvable(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    """Say whether the cited letter is in the index and has the cited exchange or paragraph."""
    letter = letters.get(citation.place.letter.id)
    if letter is None:
        return False
    exchange, paragraph = citation.place.exchange, citation.place.paragraph
    return (exchange is None or exchange in letter.exchanges) and (paragraph is None or paragraph in letter.paragraphs)


def verbatim(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    """Say whether the letter has exactly these words at exactly these offsets."""
    letter = letters.get(citation.place.letter.id)
    return letter is not None and bool(citation.quote) and letter.at((citation.start, citation.end)) == citation.quote


def inside(citation: Citation) -> bool:
    """Say whether the quote lies within the cited place, in the part that its role names."""
    place = citation.place
    span: Span | None = place.span
    if place.exchange is not None and citation.role == "question":
        span = place.exchange.question_span
    return span is not None and span[0] <= citation.start < citation.end <= span[1]


def role_right(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    """Say whether the words are of the kind that the citation claims: a question is never an answer."""
    letter = letters.get(citation.place.letter.id)
    return letter is not None and true_role(letter, citation.start, citation.end) == citation.role


def true_role(letter: Letter, start: int, end: int) -> Role:
    """Return whose words stand between two offsets; words of an asker are in it as soon as one of them is."""
    if any(_touches(exchange.question_span, start, end) for exchange in letter.exchanges):
        return "question"
    return "answer" if any(_holds(exchange, start, end) for exchange in letter.exchanges) else "text"


def _touches(span: Span | None, start: int, end: int) -> bool:
    return span is not None and start < span[1] and span[0] < end


def _holds(exchange: Exchange, start: int, end: int) -> bool:
    span = exchange.answer_span
    return span is not None and span[0] <= start and end <= span[1]


def marks_resolve(answer: Answer) -> bool:
    """Say whether every ``[n]`` of the answer has its citation, and every citation its ``[n]``."""
    return marks(answer) == {citation.n for citation in answer.citations}
