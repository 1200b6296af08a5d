"""Pages of a text that lost its line ends: their numbers and running heads taken out, a form feed left."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from statistics import median_high

_PAGE = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d \d|\d{1,2})(?![\d/])")
_ON_HEADING = re.compile(
    r"(?<!\s)\s++((?:Vraag|Vragen) ?\.?\d{1,3}(?:,? (?:en )?\d{1,3})*|Antwoord(?: \d{1,3})?)"
    r"\s++\d{1,2}/\d{1,2} (?=[A-Z(«“‘\"'])"
)
_HEAD = re.compile(
    r"\b(?!antwoord|beantwoord)(?:\w{0,2}eantwoord\w{1,4}|\w{0,2}ntwoorden?)"
    r"(?: Algemene Rekenkamer)?(?: op| bij)? vra(?:ag|gen)\d? ?(?=\w)"
)
_STOPS = re.compile(r"\b(?:Vraag|Vragen|Antwoord)\b ?\.?\d*|(?<![\d/])\d{1,2}/\d{1,2}\b|[?\f]")
_LOGO = re.compile(r"(?<=\s)(?:2(?!\d\d)[^\s.,]{0,3} (?:[^\s.,]{1,7} )?)?181[4Lk] ?- ?(?:2[0O]14)?(?=\s|$)")
_STAINS = re.compile(r"(?:\s+[^\w\s]{2,4}|\s+\.1)+$")
_FIRST = re.compile(r"\bVraag ?\.?1\b")
_SHORTEST_HEAD = 25
_BEFORE_PAGE = 260
_LONGEST_HEAD = 320
_FEWEST_PAGES = 2
_OFF = 0.3
_MISREAD = 5
_NEAR = 8
_MOST_HEADS = 400
_STAINED = 24
_WIDE = re.compile(r"\s{3,}")


def part_pages(text: str) -> str:
    """Return the text with a form feed where a page number or a running head stood; the first head stays."""
    text = _ON_HEADING.sub("\f\\1 ", _without_common_heads(text))
    text = _LOGO.sub("", _without_read_heads(text))
    return _without_numbers(text)


def _without_common_heads(text: str) -> str:
    """Take out the running head that stands, letter for letter, before every page number."""
    pages = _pages(text)
    heads = [text[max(0, page.start() - _BEFORE_PAGE) : page.start()].rstrip() for page in pages]
    common = _common_end(heads[1:])
    if not common:
        return text
    pieces: list[str] = []
    last = 0
    for place, (page, head) in enumerate(zip(pages, heads, strict=True)):
        end = max(0, page.start() - _BEFORE_PAGE) + len(head)
        pieces.append(text[last : end - len(common) if place else end].rstrip())
        last = page.end()
    return "\f".join((*pieces, text[last:].lstrip()))


def _common_end(heads: Sequence[str]) -> str:
    """Return the end that texts before page numbers share, cut at a space; empty when it is short."""
    length = 0
    if len(heads) < _FEWEST_PAGES:
        return ""
    while len({head[-length - 1 : len(head) - length] for head in heads}) == 1 and length < len(heads[0]):
        length += 1
    common = heads[-1][len(heads[-1]) - length :]
    common = common[common.find(" ") + 1 :]
    # What stands before wide white space is the end of a page, alike by chance.
    parted = _WIDE.split(common, maxsplit=1)[-1]
    common = parted if len(parted) >= _SHORTEST_HEAD else common
    return common if len(common) >= _SHORTEST_HEAD else ""


def _without_read_heads(text: str) -> str:
    """Take out the running heads that a scanner read, each with its own mistakes, after the first question."""
    first = _FIRST.search(text)
    heads = [found.start() for found in _HEAD.finditer(text)]
    if first is None or not _FEWEST_PAGES <= len(heads) <= _MOST_HEADS:
        return text
    compact = [_Compact(text, start) for start in heads]
    pieces: list[str] = []
    last = 0
    for at, start in enumerate(heads):
        others = [*compact[max(0, at - _NEAR) : at], *compact[at + 1 : at + 1 + _NEAR]]
        end = compact[at].end(others) if start > max(last, first.start()) else 0
        if end:
            before = text[last:start].rstrip()
            pieces.append(before[:-_STAINED] + _STAINS.sub("", before[-_STAINED:]))
            last = end
    return "\f".join((*pieces, text[last:]))


class _Compact:
    """The letters and digits that follow a place in a text, and where each of them stands."""

    def __init__(self, text: str, start: int) -> None:
        stop = _STOPS.search(text, start + 12, start + _LONGEST_HEAD)
        self._text, self._limit = text, stop.start() if stop else min(len(text), start + _LONGEST_HEAD)
        self._places = [at for at in range(start, self._limit) if text[at].isalnum()]
        self.signs = "".join(text[at].lower()[:1] for at in self._places)

    def end(self, others: Sequence["_Compact"]) -> int:
        """Return where the head ends that is also the start of others; 0 when it is not."""
        shared = [length for other in others if (length := _shared(self.signs, other.signs)) >= _SHORTEST_HEAD]
        if not shared:
            return 0
        end = self._whole_words(self._places[median_high(shared) - 1] + 1)
        page = _PAGE.match(self._text, end + 1)
        return page.end() if page else end

    def _whole_words(self, end: int) -> int:
        """Return the end of the word in which a head seems to end, or of the word before it when it shares little."""
        start = after = end
        while start > 0 and not self._text[start - 1].isspace():
            start -= 1
        while after < self._limit and not self._text[after].isspace():
            after += 1
        return after if 2 * (end - start) >= after - start else len(self._text[:start].rstrip())


def _shared(one: str, other: str) -> int:
    """Return how much of one text is the start of another, a few misread signs aside."""
    at = there = 0
    for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if block.size >= 3 and block.a - at <= _MISREAD and block.b - there <= _MISREAD:
            at, there = block.a + block.size, block.b + block.size
        elif block.size >= 3:
            break
    return at


def _without_numbers(text: str) -> str:
    """Take out page numbers; where wide white space parts one from the text, a page ends there."""
    pieces: list[str] = []
    last = 0
    for page in _pages(text):
        before, after = text[last : page.start()], text[page.end() : page.end() + 3]
        wide = len(before) - len(before.rstrip()) > 2 or _WIDE.match(after)
        pieces.extend((before.rstrip(), "\f" if wide or "\f" in before[-2:] else " "))
        last = page.end()
        last += len(text[last : last + 40]) - len(text[last : last + 40].lstrip())
    return "".join((*pieces, text[last:]))


def _pages(text: str) -> list[re.Match[str]]:
    """The page numbers of a text: fractions of one whole that count up and stand about where their pages do."""
    found = list(_PAGE.finditer(text))
    wholes = Counter(int(one[2].replace(" ", "")) for one in found).most_common()
    whole = next((number for number, times in wholes if times >= _FEWEST_PAGES and number >= _FEWEST_PAGES), 0)
    pages: list[re.Match[str]] = []
    last = 0
    for one in found:
        number = int(one[1])
        about = abs(one.start() / len(text) - (number - 0.5) / whole) < _OFF if whole else False
        if about and int(one[2].replace(" ", "")) == whole and last < number <= whole:
            pages.append(one)
            last = number
    return pages if len(pages) >= _FEWEST_PAGES else []
