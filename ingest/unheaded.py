"""Answers without a heading: where, under ``Vraag 1``, the question ends and the answer starts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.sentences import sentences

_FURTHER = re.compile(
    r"(?:Zo (?:ja|nee|niet)|Indien|Kunt u|Kan |En |Of |Graag|Welke|Wat|Hoe|Waarom|Is |Zijn |Heeft|Wordt|Worden)\b"
)


def part_question(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the paragraphs under a question's number into question and answer; no answer when it cannot be told."""
    for index, paragraph in enumerate(paragraphs):
        if "?" in paragraph:
            return _part_at(paragraphs, index)
    if len(paragraphs) > 1:
        return [paragraphs[0]], list(paragraphs[1:])
    pieces = _pieces(paragraphs[0]) if paragraphs else []
    if len(pieces) > 1:
        return [pieces[0].strip()], ["".join(pieces[1:]).strip()]
    return list(paragraphs), []


def _pieces(text: str) -> list[str]:
    """Return the sentences of a text with the white space after them; joined, they are the text again."""
    starts = [start for start, _ in sentences(text)]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _part_at(paragraphs: Sequence[str], index: int) -> tuple[list[str], list[str]]:
    last = index
    while last + 1 < len(paragraphs) and paragraphs[last + 1].rstrip().endswith("?"):
        last += 1
    pieces = _pieces(paragraphs[last])
    asked = _asked(pieces)
    question = [*paragraphs[:last], "".join(pieces[:asked]).strip()]
    answer = ["".join(pieces[asked:]).strip(), *paragraphs[last + 1 :]]
    return question, [paragraph for paragraph in answer if paragraph]


def _asked(pieces: Sequence[str]) -> int:
    """Count the leading sentences that still ask: up to a question after which two sentences do not."""
    asking = [piece.rstrip().rstrip("\"”’')»").endswith("?") for piece in pieces]
    end = asking.index(True) + 1 if True in asking else len(pieces)
    while end < len(pieces):
        if asking[end]:
            end += 1
        elif end + 1 < len(pieces) and asking[end + 1] and _FURTHER.match(pieces[end + 1]):
            end += 2
        else:
            break
    return end
