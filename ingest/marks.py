"""Seals: how note marks and page starts travel inside a text until it is set out, without being part of it."""

import re
from typing import NamedTuple

_NOTE, _PAGE, _END = "\ue000", "\ue001", "\ue002"
SEAL = re.compile("([\ue000\ue001])([^\ue000-\ue002]{0,12})\ue002")
LEADING = re.compile("\ue000([^\ue000-\ue002]{0,12})\ue002[ \t]*")


class Unsealed(NamedTuple):
    """A text without its seals, and where the note marks and the pages stood in it."""

    text: str
    marks: list[tuple[str, int]]
    pages: list[tuple[int, int]]


def seal_mark(mark: str) -> str:
    """Return the seal of a note mark."""
    return f"{_NOTE}{mark}{_END}"


def seal_page(number: int) -> str:
    """Return the seal of the start of a page."""
    return f"{_PAGE}{number}{_END}"


def bare(text: str) -> str:
    """Return a text without its seals."""
    return SEAL.sub("", text) if _END in text else text


def unseal(text: str) -> Unsealed:
    """Take the seals out of a text, with the white space that only parted them from it."""
    if _END not in text:
        return Unsealed(text, [], [])
    pieces: list[str] = []
    marks: list[tuple[str, int]] = []
    pages: list[tuple[int, int]] = []
    length = last = 0
    for found in SEAL.finditer(text):
        piece = text[last : found.start()]
        after = text[found.end() : found.end() + 1]
        if found[1] == _NOTE and piece.endswith(" ") and (not after or after in " .,;:?!)"):
            piece = piece.rstrip(" ")
        pieces.append(piece)
        length += len(piece)
        if found[1] == _NOTE:
            marks.append((found[2], length))
        else:
            pages.append((length, int(found[2])))
        last = found.end()
    pieces.append(text[last:])
    return Unsealed("".join(pieces), marks, pages)
