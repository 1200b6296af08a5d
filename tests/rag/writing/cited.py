"""Citations of words of a letter."""

from rag.answer import Citation, Place, Role
from rag.indexing.passages import places
from rag.letter import Letter


def cited(letter: Letter, words: str, n: int = 1) -> Citation:
    """Cite words where they stand in a letter: in an answer, a question or a paragraph."""
    start = letter.text.index(words)
    end = start + len(words)
    for place in places(letter):
        if place.span[0] <= start and end <= place.span[1]:
            role: Role = "answer" if place.exchange is not None else "text"
            return Citation(n, place, role, words, start, end, letter.citation)
    place = next(Place(letter, one) for one in letter.exchanges if one.question_span and one.question_span[0] <= start)
    return Citation(n, place, "question", words, start, end, letter.citation)
