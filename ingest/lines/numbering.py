"""The grammar of headings that number questions and answers: ``Vraag 7, 8, 9 10 en 11``, ``Antwoord 2/3``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["question", "answer", "notice", "remark"]

_NUMBER = r"\d{1,3}(?![\d])(?!\.\d)(?:[a-z](?![a-z]))?"
_PARTING = r"(?:\s*+(?:,(?:\s*+(?:en\b|&))?|;|/|&|en\b|t/m\b|t/|tot en met\b|tot\b|-|–|—)\s*+|\s++(?=\d))"
LIST = rf"{_NUMBER}(?:{_PARTING}{_NUMBER}){{0,150}}"
"""A list of question numbers, as a pattern: ``7, 8, 9 10 en 11``, ``7–9 en 11–13``, ``16 t/m 23``."""
_HEADING = re.compile(
    rf"(?P<word>Vraag|Vragen|VRAAG|VRAGEN|Antwoord|Antwoorden|ANTWOORD|ANTWOORDEN|Beantwoording|Reactie|"
    rf"Mededeling|Toelichting)"
    rf"(?:\s+(?:op|bij|van|aan|over|OP)\b)?(?:\s+de\b)?(?:\s+(?:subvraag|vraag|vragen|VRAAG|VRAGEN)\b)?"
    rf"(?:\s+(?:nummer|nummers|nr\.?|nrs\.?))?(?:\s*(?P<numbers>{LIST}))?"
    rf"\s*(?P<colon>[:.)]?)(?:\s+|$)"
)
_ALONE = re.compile(rf"({LIST})[.):]?")
_FIRST = frozenset("VAMRBT")
_PIECE = re.compile(r"(\d{1,3}[a-z]?)|(t/m|t/|tot en met|tot|-|–|—)|(,|;|/|&|en)|\s+")
_ROLES: dict[str, Role] = {
    "vraag": "question",
    "vragen": "question",
    "mededeling": "notice",
    "toelichting": "remark",
}
_OPENING = re.compile(r"[A-ZÀ-ÖØ-Þ«“‘\"'’(\[–—\ue000•-]|\d")
_LONGEST_RANGE = 150


@dataclass(frozen=True, slots=True)
class Numbering:
    """A heading that numbers: its role, its numbers if it has any, and the text that follows on its line."""

    role: Role
    numbers: tuple[str, ...]
    rest: str = ""


def numbering(line: str) -> Numbering | None:
    """Read a line that is, or starts with, a numbering heading; None for any other line."""
    if line[:1] not in _FIRST or (found := _HEADING.match(line)) is None:
        return None
    role = _ROLES.get(found["word"].lower(), "answer")
    rest = line[found.end() :].strip()
    numbers = expand(found["numbers"]) if found["numbers"] else ()
    if not _stands(found, role, numbers, rest):
        return None
    return Numbering(role, numbers, rest)


def _stands(found: re.Match[str], role: Role, numbers: tuple[str, ...], rest: str) -> bool:
    bare = found.group(0).strip(" :.)")
    if not numbers and (found["numbers"] or (" " in bare and rest)):
        return False
    if role in ("notice", "remark") and numbers:
        return False
    if role == "answer" and found["word"] in ("Reactie", "Beantwoording") and not (numbers or (":" in found[0])):
        return bare == found["word"] and not rest
    if not rest:
        return True
    if not numbers or found["colon"] == ":":
        return found["colon"] == ":"
    return _OPENING.match(rest) is not None


def numbers_alone(line: str) -> tuple[str, ...]:
    """Return the numbers of a line that holds nothing else: ``7, 8 en 9``; () for any other line."""
    if not "0" <= line[:1] <= "9" or (found := _ALONE.fullmatch(line)) is None:
        return ()
    return expand(found[1])


def expand(written: str) -> tuple[str, ...]:
    """Return every number that a written list names: ``7–9 en 11`` is 7, 8, 9, 11; () when it is no list."""
    numbers: list[str] = []
    ranging = False
    for found in _PIECE.finditer(written):
        if found[2]:
            ranging = bool(numbers)
        elif found[1]:
            numbers.extend(_range(numbers[-1], found[1]) if ranging else (found[1],))
            ranging = False
    return tuple(dict.fromkeys(numbers))


def _range(first: str, last: str) -> Sequence[str]:
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if first[:-1] == last[:-1] and first[-1].isalpha() and last[-1].isalpha() and first[-1] < last[-1]:
        return [first[:-1] + chr(sign) for sign in range(ord(first[-1]) + 1, ord(last[-1]) + 1)]
    return [last]


def label(numbers: Sequence[str]) -> str:
    """Return what a reader sees: ``Vraag 7``, ``Vragen 5 en 6``, ``Vragen 16 tot en met 23``."""
    if len(numbers) == 1:
        return f"Vraag {numbers[0]}"
    if len(numbers) > 3 and all(number.isdigit() for number in numbers):
        values = [int(number) for number in numbers]
        if values == list(range(values[0], values[0] + len(values))):
            return f"Vragen {numbers[0]} tot en met {numbers[-1]}"
    return f"Vragen {', '.join(numbers[:-1])} en {numbers[-1]}"


def in_order(numbers: Sequence[str]) -> tuple[str, ...]:
    """Return numbers in counting order: 2, 6a, 6b, 10."""
    return tuple(sorted(dict.fromkeys(numbers), key=_rank))


def _rank(number: str) -> tuple[int, str]:
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (int(digits) if digits else 0, number[len(digits) :])
