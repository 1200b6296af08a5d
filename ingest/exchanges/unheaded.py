"""Answers without a heading: where, under ``Vraag 1``, the question ends and the answer starts."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.exchanges.outline import Draft
from ingest.marks import bare
from rag.answering.sentences import sentences

_FURTHER = re.compile(
    r"(?:Zo (?:ja|nee|niet)|Indien|Kunt u|Kan |En |Of |Graag|Welke|Wat|Hoe|Waarom|Is |Zijn |Heeft|Wordt|Worden)\b"
)
_ASKS_ON = re.compile(
    r"(?:(?:Zo|Indien) (?:ja|nee|neen|niet)|Graag|Gaarne)\b|"
    r"(?!(?:Dat|Met|Het|Niet|Want|\w+dat)\b)[A-Z]\w+t u\b"
)
_IN_BRACKETS = re.compile(r"\([^()]{2,80}\)")
_CLOSING = "\"”’')»"
_MOST = 4 / 5
_REMARK = 200


def part_question(paragraphs: Sequence[str], *, whole: bool = False) -> tuple[list[str], list[str]]:
    """Part the paragraphs under a question's number into question and answer; no answer when it cannot be told.

    ``whole`` says that in this letter a question ends with its paragraph (see :func:`ends_with_paragraph`).
    """
    for index, paragraph in enumerate(paragraphs):
        if "?" in paragraph:
            return _part_at(paragraphs, index, whole=whole)
    if len(paragraphs) > 1:
        return [paragraphs[0]], list(paragraphs[1:])
    pieces = _pieces(paragraphs[0]) if paragraphs else []
    if len(pieces) > 1:
        return [pieces[0].strip()], ["".join(pieces[1:]).strip()]
    return list(paragraphs), []


def part_all(drafts: Sequence[Draft]) -> None:
    """Part questions and answers of a letter that says it answers, where no answer was found under a heading."""
    if any(draft.answers for draft in drafts):
        return
    whole = ends_with_paragraph(draft.questions for draft in drafts)
    for draft in drafts:
        if draft.questions:
            draft.questions, draft.answers = part_question(draft.questions, whole=whole)


def asks(text: str) -> bool:
    """Say whether a text ends as a question does."""
    return bare(text).rstrip().rstrip(_CLOSING).endswith("?")


def ends_with_paragraph(questions: Iterable[Sequence[str]]) -> bool:
    """Say whether, in most of a letter's questions with an unheaded answer, the question ends with its paragraph."""
    firsts = [
        next((paragraph for paragraph in paragraphs[:-1] if "?" in paragraph), "")
        for paragraphs in questions
        if len(paragraphs) > 1
    ]
    return sum(asks(first) for first in firsts) > len(firsts) * _MOST


def is_answered_below(paragraphs: Sequence[str]) -> bool:
    """Say whether paragraphs that ask are followed by paragraphs that do not."""
    asked = [index for index, paragraph in enumerate(paragraphs) if asks(paragraph)]
    rest = paragraphs[asked[-1] + 1 :] if asked else ()
    return bool(rest) and not any("?" in paragraph or _ASKS_ON.match(paragraph) for paragraph in rest)


def part_further(answer: Sequence[str]) -> list[list[str]]:
    """Part an answer before each paragraph in it that only asks and is answered by the next one.

    So a list goes on when its last questions have lost their numbers.
    """
    starts = [
        index
        for index, (paragraph, below) in enumerate(pairwise(answer))
        if index and paragraph[:1].isupper() and not asks(below) and all(map(asks, _pieces(paragraph)))
    ]
    return [list(answer[start:end]) for start, end in pairwise([0, *starts, len(answer)])]


def _belongs_to_question(below: str) -> bool:
    return asks(below) or _IN_BRACKETS.fullmatch(bare(below).strip()) is not None


def _pieces(text: str) -> list[str]:
    """Return the sentences of a text with the white space after them; joined, they are the text again."""
    starts = [start for start, _ in sentences(text)]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _part_at(paragraphs: Sequence[str], index: int, *, whole: bool) -> tuple[list[str], list[str]]:
    last = index
    while last + 1 < len(paragraphs) and _belongs_to_question(paragraphs[last + 1]):
        last += 1
    pieces = _pieces(paragraphs[last])
    asked = _asked(pieces)
    if whole and last + 1 < len(paragraphs) and sum(map(len, pieces[asked:])) <= _REMARK:
        asked = len(pieces)
    question = [*paragraphs[:last], "".join(pieces[:asked]).strip()]
    answer = ["".join(pieces[asked:]).strip(), *paragraphs[last + 1 :]]
    return question, [paragraph for paragraph in answer if paragraph]


def _asked(pieces: Sequence[str]) -> int:
    """Count the leading sentences that still ask: up to a question after which two sentences do not."""
    asking = [asks(piece) for piece in pieces]
    end = asking.index(True) + 1 if True in asking else len(pieces)
    while end < len(pieces):
        if asking[end] or _ASKS_ON.match(pieces[end]):
            end += 1
        elif end + 1 < len(pieces) and asking[end + 1] and _FURTHER.match(pieces[end + 1]):
            end += 2
        else:
            break
    return end
