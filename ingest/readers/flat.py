"""Texts that lost their line ends: put a line end back wherever the words show that one stood."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.notes import glued

_MANY = 1_500
_WIDE_GAP = re.compile(r" {3,}")
_GAP = re.compile(r" {2}")
_NUMBERS = r"\d{1,3}[a-f]?(?:(?:,? (?:en |t/m |tot en met )?|,)\d{1,3}[a-f]?(?=[ ,:.]))*"
_HEADING = re.compile(
    rf" *\b((?:Vraag|Vragen|Antwoord|Antwoorden)(?: op)?(?: de)?(?: vraag| vragen)? ?{_NUMBERS}(?:(?= *:)|"
    rf" *(?=[A-Z«“\"'‘’(—–-])))(?: *: )?"
)
_BARE_ANSWER = re.compile(r"(?<=[?.)»”]) (Antwoord:?) (?=[A-Z«“])")
_BEFORE = re.compile(
    r" (?=(?:Vragen van (?:het lid|de leden) |Antwoord van (?:de )?(?:Minister|Staatssecretaris)\w* |"
    r"Vragen gesteld door de leden der Kamer, |Vergaderjaar \d{4}[–-]\d{4} Aanhangsel|"
    r"Zie ook Aanhangsel Handelingen, |Toelichting: |Geachte (?:mevrouw|heer|voorzitter)|Hierbij bied))"
)
_FOOT = re.compile(
    r" ?((?:ah|kst)-[a-z0-9-]{5,40} ISSN \d{4} ?- ?\d{4} [’']s-Gravenhage \d{4}|"
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, (?:Aanhangsel|[\dA-Z -]{5,16}, nr\. \w+) \d{1,3}) ?"
)
_HEAD_END = re.compile(r"(gegeven antwoorden) (\d{1,4}) (?=Vragen )")
_PAGE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")
_RUNNING_HEAD = re.compile(r"Antwoorden? Algemene Rekenkamer (?:op|bij) vragen?[^?]{20,260}?,? nr\.? ?\d+\)\.?")
_BROKEN = re.compile(r"(?<=[a-zë]{2})- (?=[a-zë]{3})(?!(?:en|of|dan|tot|als|maar|respectievelijk)\b)")
_NOTE_STARTS = r"(?=[A-Z«“]|https?://|www\.)"
_SHORTEST_HEAD = 25
_BEFORE_PAGE = 260
_FEWEST_PAGES = 2
_TRIES = 12


def is_flat(text: str) -> bool:
    """Say whether a text holds hardly any line end for its length."""
    return len(text) > _MANY and text.count("\n") < len(text) / _MANY


def unflatten(text: str) -> str:
    """Return the text with line ends where headings, page ends, notes and wide gaps show them."""
    text = _without_page_numbers(text)
    text = _GAP.sub("\n", _WIDE_GAP.sub("\n\n", text))
    text = _part_notes(text)
    text = _FOOT.sub(r"\n\n\1\n\n", text)
    text = _HEAD_END.sub(r"\1\n\2\n\n", text)
    text = _BEFORE.sub("\n\n", text)
    text = _HEADING.sub(r"\n\n\1\n", text)
    text = _BARE_ANSWER.sub(r"\n\n\1\n", text)
    return _BROKEN.sub("-\n", text)


def _without_page_numbers(text: str) -> str:
    """Take out page numbers such as ``3/16`` with the running head before them; the first head stays."""
    pages = _pages(text)
    if pages:
        heads = [text[max(0, page.start() - _BEFORE_PAGE) : page.start()].rstrip() for page in pages]
        common = _common_end(heads)
        pieces: list[str] = []
        last = 0
        for place, (page, head) in enumerate(zip(pages, heads, strict=True)):
            end = max(last, page.start() - _BEFORE_PAGE) + len(head)
            pieces.append(text[last : end - len(common) if place and common else end].rstrip())
            last = page.end()
        text = ("\f" if common else " ").join((*pieces, text[last:].lstrip()))
    first = _RUNNING_HEAD.search(text)
    return text if first is None else text[: first.end()] + _RUNNING_HEAD.sub("\f", text[first.end() :])


def _pages(text: str) -> list[re.Match[str]]:
    """The page numbers of a text: fractions of one whole that count up."""
    found = list(_PAGE.finditer(text))
    wholes = Counter(one[2] for one in found).most_common(1)
    if not wholes or wholes[0][1] < _FEWEST_PAGES:
        return []
    pages: list[re.Match[str]] = []
    last = 0
    for one in found:
        if one[2] == wholes[0][0] and last < int(one[1]) <= min(last + 2, int(one[2])):
            pages.append(one)
            last = int(one[1])
    return pages if len(pages) >= _FEWEST_PAGES else []


def _common_end(heads: Sequence[str]) -> str:
    """Return the end that texts before page numbers share, cut at a space; empty when it is short."""
    length = 0
    shortest = min(map(len, heads))
    while length < shortest and len({head[-length - 1] for head in heads[1:]}) == 1:
        length += 1
    common = heads[-1][len(heads[-1]) - length :]
    common = common[common.find(" ") + 1 :] if length < shortest else common
    return common if len(common) >= _SHORTEST_HEAD else ""


def _part_notes(text: str) -> str:
    """Put the notes before each page foot on lines of their own, where their marks stand on that page."""
    pieces: list[str] = []
    last, number = 0, 0
    for foot in _FOOT.finditer(text):
        page, number = _part_page(text[last : foot.start()], number)
        pieces.extend((page, foot[0]))
        last = foot.end()
    return "".join((*pieces, text[last:]))


def _part_page(page: str, number: int) -> tuple[str, int]:
    marks = {int(mark): start for start, _, mark in glued(page)}
    if number + 1 not in marks:
        return page, number
    chains = [_chain(page, found.start(), number + 1) for found in _note_starts(number + 1, page, marks[number + 1])]
    if not chains:
        return page, number
    chain = max(reversed(chains[-_TRIES:]), key=len)
    pieces = [page[: chain[0]], "\n"]
    for start, end in zip(chain, [*chain[1:], len(page)], strict=True):
        pieces.append("\n" + page[start + 1 : end])
    return "".join(pieces), number + len(chain)


def _chain(page: str, start: int, number: int) -> list[int]:
    chain = [start]
    while following := next(_note_starts(number + len(chain), page, chain[-1] + 1), None):
        chain.append(following.start())
    return chain


def _note_starts(number: int, page: str, after: int) -> Iterator[re.Match[str]]:
    return re.compile(rf"(?<!Vraag)(?<!Vragen)(?<!Antwoord)(?<!vraag)(?<! en) {number} {_NOTE_STARTS}").finditer(
        page, after
    )
