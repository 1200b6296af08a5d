"""Texts that lost their line ends: put a line end back wherever the words show that one stood."""

import re

_MANY = 1_500
_WIDE_GAP = re.compile(r" {3,}")
_GAP = re.compile(r" {2}")
_NUMBERS = r"\d{1,3}[a-f]?(?:(?:,? (?:en |t/m |tot en met )?|, ?)\d{1,3}[a-f]?(?=[ ,:.]))*"
_HEADING = re.compile(
    rf" *\b((?:Vraag|Vragen|Antwoord|Antwoorden)(?: op)?(?: de)?(?: vraag| vragen)? {_NUMBERS}) *:? (?=[A-Z«“\"'‘’(—–-])"
)
_BARE_ANSWER = re.compile(r"(?<=[?.)»”]) +(Antwoord:?) +(?=[A-Z«“])")
_BEFORE = re.compile(
    r" +(?=(?:Vragen van (?:het lid|de leden) |Antwoord van (?:de )?(?:Minister|Staatssecretaris)\w* |"
    r"Vragen gesteld door de leden der Kamer, |Vergaderjaar \d{4}[–-]\d{4} Aanhangsel|"
    r"Zie ook Aanhangsel Handelingen, |Toelichting: |Geachte (?:mevrouw|heer|voorzitter)|Hierbij bied))"
)
_FOOT = re.compile(
    r" *((?:ah|kst)-[a-z0-9-]{5,40} ISSN \d{4} ?- ?\d{4} [’']s-Gravenhage \d{4}|"
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{4}, (?:Aanhangsel|[\dA-Z -]{5,16}, nr\. \w+) \d{1,3}) *"
)
_HEAD_END = re.compile(r"(gegeven antwoorden) (\d{1,4}) (?=Vragen )")
_BROKEN = re.compile(r"(?<=[a-zë]{2})- (?=[a-zë]{3})(?!(?:en|of|dan|tot|als|maar|respectievelijk)\b)")


def is_flat(text: str) -> bool:
    """Say whether a text holds hardly any line end for its length."""
    return len(text) > _MANY and text.count("\n") < len(text) / _MANY


def unflatten(text: str) -> str:
    """Return the text with line ends where headings, page feet and wide gaps show them."""
    text = _GAP.sub("\n", _WIDE_GAP.sub("\n\n", text))
    text = _FOOT.sub(r"\n\n\1\n\n", text)
    text = _HEAD_END.sub(r"\1\n\2\n\n", text)
    text = _BEFORE.sub("\n\n", text)
    text = _HEADING.sub(r"\n\n\1\n", text)
    text = _BARE_ANSWER.sub(r"\n\n\1\n", text)
    return _BROKEN.sub("-\n", text)
