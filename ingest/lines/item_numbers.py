"""Questions numbered on the line on which they start: ``1. Deelt u …?``, ``1 Deelt u …?``, or ``1.`` over ``Vraag``.

They are made headings of their own, so that they are read as questions under ``Vraag 1`` are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.lines import bare_numbers
from ingest.lines.groups import group_heading, part_heading
from ingest.lines.numbering import LIST, Numbering, expand, numbering, numbers_alone
from ingest.manuscript import Line
from ingest.marks import bare

_ITEM = re.compile(rf"(?P<numbers>{LIST})(?P<sign>[.):]?)\s+(?P<rest>[A-ZÀ-ÖØ-Þ«“‘\"'’(\ue000].*)")
_ASKS = re.compile(
    r"(?:Bent|Kunt|Kan|Wilt|Deelt|Gaat|Acht|Vindt|Ziet|Herkent|Onderschrijft|Heeft|Hebt|Is|Zijn|Klopt|Wat|Wie|Waar|"
    r"Waarom|Wanneer|Welke?|Hoe|Hoeveel|Op welke|In hoeverre|Graag)\b"
)
_ABOUT_QUESTIONS = re.compile(
    r"\b[Kk]amervragen\b|\b[Ss]chriftelijke vragen\b|\b[Vv]ragen (?:van|gesteld door) (?:het|de) (?:lid|leden)\b|"
    r"\b[Ll]ijst van vragen\b|\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)\b(?: \w+){0,4} vragen\b|"
    r"\b[Vv]ragen\b(?: \w+){1,6} (?:aan de|ingezonden)\b"
)
_ASKED_BY_GROUPS = re.compile(
    r"schriftelijk overleg|voorlopig verslag|naar aanleiding van het (?:nader )?verslag", re.IGNORECASE
)
_TOP = 60
_FEWEST = 2
_NEAR = 800
_NEXT = 2


@dataclass(frozen=True, slots=True)
class _Item:
    at: int
    numbers: tuple[str, ...]
    asks: bool

    @property
    def first(self) -> int:
        return _value(self.numbers[0])

    @property
    def following(self) -> int:
        return _value(self.numbers[-1]) + 1


def set_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put the numbers of questions on lines of their own, as ``Vraag 1``; other lines stay as they are."""
    headings = {at: found for at, line in enumerate(lines) if (found := numbering(bare(line.text))) is not None}
    over = _over_headings(lines, headings)
    if over:
        return tuple(_joined(lines, over))
    numbered = any(one.role == "question" for one in headings.values()) or bool(bare_numbers.found(lines))
    items = frozenset[int]() if numbered else _found(lines, headings)
    return tuple(part for at, line in enumerate(lines) for part in (_parted(line) if at in items else (line,)))


def _over_headings(lines: Sequence[Line], headings: Mapping[int, Numbering]) -> dict[int, int]:
    """Return the headings ``Vraag`` that lack a number, and the line right above on which their number stands."""
    over: dict[int, int] = {}
    for at, found in headings.items():
        above = next((index for index in range(at - 1, max(-1, at - 1 - _NEXT), -1) if lines[index].text), None)
        if found.role == "question" and not found.numbers and above is not None and numbers_alone(lines[above].text):
            over[at] = above
    return over


def _joined(lines: Sequence[Line], over: Mapping[int, int]) -> Iterator[Line]:
    numbers = set(over.values())
    for at, line in enumerate(lines):
        if at in numbers:
            yield replace(line, text="")
        elif at in over:
            rest = found.rest if (found := numbering(bare(line.text))) is not None else ""
            yield replace(line, text=f"Vraag {lines[over[at]].text.rstrip('.):')}")
            if rest:
                yield replace(line, text=rest, opens=False, gap=False)
        else:
            yield line


def _found(lines: Sequence[Line], headings: Mapping[int, Numbering]) -> frozenset[int]:
    """Return the lines on which a numbered question starts; none where the numbers are those of another list."""
    if not _may_ask(lines, headings):
        return frozenset()
    for signed in (True, False):
        counted = list(_counting(_items(lines, headings, signed=signed)))
        if len(counted) >= _FEWEST and sum(item.asks for item in counted) * 2 > len(counted):
            return frozenset(item.at for item in counted)
    return frozenset()


def _may_ask(lines: Sequence[Line], headings: Mapping[int, Numbering]) -> bool:
    if any(group_heading(line.text) is not None or part_heading(line.text) for line in lines if line.text):
        return False
    top = " ".join(bare(line.text) for line in lines[:_TOP])
    if _ASKED_BY_GROUPS.search(top) is not None:
        return False
    return any(one.role == "answer" for one in headings.values()) or _ABOUT_QUESTIONS.search(top) is not None


def _items(lines: Sequence[Line], headings: Mapping[int, Numbering], *, signed: bool) -> list[_Item]:
    starts = {
        at: found
        for at, line in enumerate(lines)
        if "0" <= line.text[:1] <= "9" and (found := _ITEM.fullmatch(line.text)) and bool(found["sign"]) is signed
    }
    return [
        _Item(at, numbers, _asks(found["rest"], _below(lines, at, {*starts, *headings})))
        for at, found in starts.items()
        if (numbers := expand(found["numbers"]))
    ]


def _below(lines: Sequence[Line], at: int, ends: set[int]) -> Iterator[str]:
    """Yield the lines of the paragraph that starts at a line, behind its first."""
    for index in range(at + 1, len(lines)):
        if index in ends or not lines[index].text:
            return
        yield lines[index].text


def _asks(rest: str, below: Iterator[str]) -> bool:
    if _ASKS.match(rest) is not None or "?" in rest:
        return True
    length = len(rest)
    for text in below:
        if "?" in text:
            return True
        if (length := length + len(text)) > _NEAR:
            break
    return False


def _counting(items: Sequence[_Item]) -> Iterator[_Item]:
    """Yield the items that count up from 1, and again from 1 where a second series asks.

    A list inside an answer has numbers too: an item that does not ask counts only where the questions go on after it
    and no item of its number asks.
    """
    wanted = 1
    for at, item in enumerate(items):
        later = [one for one in items[at + 1 :] if one.asks]
        again = item.asks and item.first == 1 and bool(later) and later[0].first == item.following
        if not again and item.first != wanted:
            continue
        if not item.asks and not _is_between(item, later):
            continue
        wanted = item.following
        yield item


def _is_between(item: _Item, later: Sequence[_Item]) -> bool:
    """Whether the next question that asks, of this number or the following, is of the following."""
    return next((one.first for one in later if one.first in (item.first, item.following)), None) == item.following


def _parted(line: Line) -> tuple[Line, ...]:
    found = _ITEM.fullmatch(line.text)
    if found is None:
        return (line,)
    return (
        replace(line, text=f"Vraag {found['numbers']}", heading=False),
        Line(found["rest"], line.page),
    )


def _value(number: str) -> int:
    return int(number.rstrip("abcdefghijklmnopqrstuvwxyz"))
