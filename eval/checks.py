"""Checks on one answer that need no gold: do its citations stand where they say they do?

Every check looks the letter up by its id among the letters of the index and does not trust the copy inside the
citation.
"""

import re
from collections.abc import Mapping

from rag.answer import Answer, Citation, Role
from rag.compose import as_markdown
from rag.letter import Exchange, Letter, Span

_MARK = re.compile(r"\[(\d+)\]")
_QUOTED = re.compile(r"“[^”]*”|„[^”]*”|«[^»]*»|\"[^\"]*\"")
_LIST_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")


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
    marks = {int(mark) for mark in _MARK.findall(_QUOTED.sub(" ", _without_quotes(answer)))}
    return marks == {citation.n for citation in answer.citations}


def uncited_sentences(answer: Answer) -> tuple[str, ...]:
    """Return the sentences of an answer's own words that state something and carry no ``[n]``.

    Headings and lines that end with a colon state nothing; quoted words count as part of the sentence around
    them. An answer that is a no states nothing that could be cited.
    """
    if answer.status != "answered":
        return ()
    lines = (line for line in _without_quotes(answer).splitlines() if not line.lstrip().startswith(("#", ">")))
    sentences = (sentence for line in lines for sentence in _sentences(line))
    return tuple(sentence for sentence in sentences if not _MARK.search(sentence))


def _without_quotes(answer: Answer) -> str:
    """Return the answer with its cited quotes emptied; they may hold quotation marks of their own."""
    text = answer.answer
    for citation in sorted(answer.citations, key=lambda one: -len(one.quote)):
        text = text.replace(f"“{as_markdown(citation.quote)}”", "“”")
    return text


def _sentences(line: str) -> list[str]:
    own_words = _QUOTED.sub("“”", _LIST_MARK.sub("", line)).strip()
    if own_words.endswith((":", ":**", ":*")) or (own_words.startswith("**") and own_words.endswith("**")):
        return []
    return [part for part in _SENTENCE_END.split(own_words) if re.search(r"\w{2,}", _MARK.sub("", part))]
