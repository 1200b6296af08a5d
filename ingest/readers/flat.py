"""Texts that lost their line ends: put a line end back wherever the words show that one stood."""

import re
from collections.abc import Iterator

from ingest.lines.notes import glued
from ingest.lines.numbering import LIST
from ingest.marks import seal_mark
from ingest.readers.flat_pages import part_pages

_MANY = 1_500
_FEW = 300
_WIDE_GAP = re.compile(r" {3,}")
_ASKED_AT_PAGE_END = re.compile(r"\?[ \n]*+\f[ \n\f]*+(?=[A-Z«“])")
_GAP = re.compile(r" {2}")
_NAMED = r"(?:Vraag|Vragen|Antwoord|Antwoorden)(?: op)?(?: de)?(?: vraag| vragen)?"
_HEADING = re.compile(rf" *\b({_NAMED} ?{LIST})(?: *:(?: |(?=\n))| *(?=[A-Z«“\"'‘’(]|[—–-](?!\d)))")
_HEADING_AT_PAGE_END = re.compile(rf"(?<=[.?!:;)»”’\d]) ({_NAMED} ?{LIST}(?: ?:)?)(?=\n)")
_STRAY_POINT = re.compile(r"\b(Vraag|Antwoord) \.(?=\d)")
_ONE_QUESTION = re.compile(
    r"(Antwoord(?:en)? Algemene Rekenkamer (?:op|bij) (?:de )?vra(?:ag|gen)\S* van de Tweede Kamer [^?]{10,300}?)"
    r"\n\n++(?=[A-Z][^\n]{15,400})"
)
_BARE_ANSWER = re.compile(r"(?<=[?.)»”’\"\n\f]) ?(Antwoord(?: ?:(?= )|(?= [A-Z«“])(?! Algemene Rekenkamer))) ")
_NOTICE = re.compile(r"(?<=[?.)»”’\"\n\f]) ?(Mededeling) ?:? (?=[A-Z«“])")
_BEFORE = re.compile(
    r" (?=(?:Vragen van (?:het lid|de leden) |(?:Antwoord|Mededeling) van (?:de )?(?:Minister|Staatssecretaris)\w* |"
    r"Vragen gesteld door de leden der Kamer, |Vergaderjaar \d{4}[–-]\d{4} Aanhangsel|"
    r"Zie ook Aanhangsel Handelingen, |Toelichting: |Geachte (?:mevrouw|heer|voorzitter)|Hierbij bied))"
)
_FOOT = re.compile(
    r" ?((?:ah|kst)-[a-z0-9-]{5,40} ISSN \d{4} ?- ?\d{4} [’']s-Gravenhage \d{4}|"
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, (?:Aanhangsel|[\dA-Z -]{5,16}, nr\. \w+) \d{1,3}) ?"
)
_STANDING_NOTE = re.compile(
    r"(?<=[\w.?”’)]) (?:1 )?"
    r"(De vra(?:ag is|gen (?:van de Tweede Kamer )?zijn) hier exact weergegeven [^.]{5,140}?veranderd\.)"
)
_STANDING_MARK = re.compile(r"\b(bij vraag|bij vragen|op vraag|op vragen)1 ?(?=van\b|$)")
_PAGE_END = re.compile(rf"{_FOOT.pattern}|\f")
_HEAD_END = re.compile(r"(gegeven antwoorden) (\d{1,4}) (?=Vragen )")
_BROKEN = re.compile(
    r"(?:(?<=[a-zë]{2})|(?<=[A-Z]{2}))- (?=[a-zë]{3})|"
    r"(?<=[a-zë]{2})- (?=[A-Z][a-z])"
)
_NOTE_STARTS = r"(?=[A-Z«“]|https?://|www\.)"
_TRIES = 12
_AHEAD = 6


def is_flat(text: str) -> bool:
    """Say whether a text holds hardly any line end for its length."""
    ends = text.strip().count("\n")
    return ends < len(text) / _MANY if len(text) > _MANY else not ends and len(text) > _FEW


def unflatten(text: str) -> str:
    """Return the text with line ends where headings, page ends, notes and wide gaps show them."""
    text = part_pages(text)
    text = _GAP.sub("\n", _WIDE_GAP.sub("\n\n", _ASKED_AT_PAGE_END.sub("?\f\n\n", text)))
    text = _part_standing_note(_part_notes(text))
    text = _FOOT.sub(r"\n\n\1\n\n", text)
    text = _HEAD_END.sub(r"\1\n\2\n\n", text)
    text = _BEFORE.sub("\n\n", text)
    text = _HEADING_AT_PAGE_END.sub(r"\n\n\1", text)
    text, numbered = _HEADING.subn(r"\n\n\1\n", _STRAY_POINT.sub(r"\1 ", text))
    if not numbered:
        text = _ONE_QUESTION.sub(r"\1\n\nVraag\n", text, count=1)
    text = _NOTICE.sub(r"\n\n\1\n", _BARE_ANSWER.sub(r"\n\n\1\n", text))
    return _BROKEN.sub("-\n", text)


def _part_standing_note(text: str) -> str:
    """Set apart the note with which lists of answers say that the questions are given word for word."""
    text, times = _STANDING_NOTE.subn(rf"\n\n{seal_mark('1')}\1\n\n", text, count=1)
    return _STANDING_MARK.sub(rf"\1{seal_mark('1')} ", text, count=1) if times else text


def _part_notes(text: str) -> str:
    """Put the notes at the end of each page on lines of their own, where their marks stand on that page."""
    pieces: list[str] = []
    last, number = 0, 0
    for foot in _PAGE_END.finditer(text):
        page, number = _part_page(text[last : foot.start()], number)
        pieces.extend((page, foot[0]))
        last = foot.end()
    return "".join((*pieces, text[last:]))


def _part_page(page: str, number: int) -> tuple[str, int]:
    marks = {int(mark): start for start, _, mark in glued(page)}
    first = min((mark for mark in marks if number < mark <= number + _AHEAD), default=0)
    if not first:
        return page, number
    chains = [_chain(page, found.start(), first) for found in _note_starts(first, page, marks[first])]
    if not chains:
        return page, number
    chain = max(reversed(chains[-_TRIES:]), key=len)
    pieces = [page[: chain[0]], "\n"]
    for start, end in zip(chain, [*chain[1:], len(page)], strict=True):
        pieces.append("\n" + page[start + 1 : end])
    return "".join(pieces), first + len(chain) - 1


def _chain(page: str, start: int, number: int) -> list[int]:
    chain = [start]
    while following := next(_note_starts(number + len(chain), page, chain[-1] + 1), None):
        chain.append(following.start())
    return chain


def _note_starts(number: int, page: str, after: int) -> Iterator[re.Match[str]]:
    return re.compile(rf"(?<!Vraag)(?<!Vragen)(?<!Antwoord)(?<!vraag)(?<!\d en) {number} {_NOTE_STARTS}").finditer(
        page, after
    )
