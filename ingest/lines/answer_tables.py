"""Tables of questions and answers: rows ``1. Kent u …? | Ja.`` under ``Vraag | Antwoord``, made headings and text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lines.numbering import LIST
from ingest.manuscript import Line

_TITLES = re.compile(r"(?:(?:nr|nummer|no|#)?\.?\|)?vra(?:ag|gen)\|(?:antwoord|antwoorden|reactie)", re.IGNORECASE)
_RULE = re.compile(r"[\s|:–—-]+")
_NUMBERED = re.compile(rf"(?:[Vv]raag )?(?P<numbers>{LIST})[.):]?(?:\s+(?P<rest>[A-ZÀ-ÖØ-Þ«“‘\"'(].*))?")


def unfold(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put each question and each answer of such a table on lines of their own; other lines stay as they are."""
    return tuple(_unfolded(lines)) if any(_is_title(line) for line in lines) else tuple(lines)


def _unfolded(lines: Sequence[Line]) -> Iterator[Line]:
    columns = asked = 0
    for line in lines:
        if _is_title(line):
            columns, asked = len(_cells(line)), 0
        elif columns and len(cells := _cells(line)) == columns and cells[-1]:
            if _RULE.fullmatch(line.text) is None:
                asked += 1
                yield from _row(line, cells, asked)
        else:
            columns = 0
            yield line


def _is_title(line: Line) -> bool:
    return "|" in line.text and _TITLES.fullmatch("|".join(_cells(line))) is not None


def _cells(line: Line) -> list[str]:
    text = line.text.strip()
    return [cell.strip() for cell in text.removeprefix("|").removesuffix("|").split("|")] if "|" in text else []


def _row(line: Line, cells: Sequence[str], asked: int) -> Iterator[Line]:
    *number, question, answer = cells
    found = _NUMBERED.fullmatch(number[0] if number else question)
    numbers = found["numbers"] if found else str(asked)
    words = question if number or found is None else found["rest"] or ""
    empty = replace(line, text="", opens=False)
    yield replace(line, text=f"Vraag {numbers}", heading=False)
    yield Line(words, line.page)
    yield empty
    yield Line(f"Antwoord {numbers}", line.page)
    yield Line(answer, line.page)
    yield empty
