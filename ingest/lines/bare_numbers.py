"""Questions that are numbered by a bare number on a line of its own: where these numbers stand."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from ingest.lines.numbering import numbering, numbers_alone
from ingest.manuscript import Line
from ingest.marks import bare

_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]{0,4}$")
_FAR = 10
_FEWEST = 2
_LIST = re.compile(r"\blijst van vragen\b", re.IGNORECASE)
_TOP = 60


def found(lines: Sequence[Line]) -> dict[int, tuple[str, ...]]:
    """Return the numbers of questions by the line on which they stand; empty where they are page numbers.

    Question numbers count up from 1, perhaps more than once, and a question follows most of them. Page numbers do
    so as well by chance, but pages end inside sentences.
    """
    alone = {at: numbers for at, line in enumerate(lines) if (numbers := numbers_alone(line.text))}
    if not alone or _are_headed(lines):
        return {}
    answered = {heading.numbers for line in lines if (heading := numbering(line.text)) is not None}
    begin = {at for at, numbers in alone.items() if numbers in answered and not (at and lines[at - 1].text)}
    counted = dict(_counting(alone, begin))
    places = [*counted, len(lines)]
    asked = [start for start, end in pairwise(places) if _asks(lines[start + 1 : end])]
    fewest = 1 if any(_LIST.search(line.text) for line in lines[:_TOP]) else _FEWEST
    if len(counted) < fewest and answered.isdisjoint(counted.values()):
        return {}
    if len(asked) * 2 <= len(counted):
        return {}
    return {} if any(_inside_sentence(lines, at) for at in counted) else counted


def _are_headed(lines: Sequence[Line]) -> bool:
    headings = (numbering(line.text) for line in lines)
    return any(one is not None and one.role == "question" for one in headings)


def _counting(alone: Mapping[int, tuple[str, ...]], begin: Container[int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the numbers that count up, each once, from 1 or where they may ``begin``; they may start again at 1."""
    counted: set[str] = set()
    for at, numbers in alone.items():
        if numbers[0] in ("1", "1a"):
            counted = set()
        elif counted:
            if not counted.isdisjoint(numbers) or _value(numbers[0]) > max(map(_value, counted)) + _FAR:
                continue
        elif at not in begin:
            continue
        counted.update(numbers)
        yield at, numbers


def _value(number: str) -> int:
    return int(number.rstrip("abcdefghijklmnopqrstuvwxyz"))


def _asks(lines: Sequence[Line]) -> bool:
    """Say whether the first paragraphs under a number ask something."""
    return any("?" in line.text for line in lines)


def _inside_sentence(lines: Sequence[Line], at: int) -> bool:
    before = next((bare(lines[index].text) for index in range(at - 1, -1, -1) if lines[index].text), "")
    after = next((bare(line.text) for line in lines[at + 1 : at + 4] if line.text), "")
    return after[:1].islower() and _ENDED.search(before.rstrip()) is None
