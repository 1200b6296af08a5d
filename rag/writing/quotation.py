"""Words that a sentence puts between quotation marks: they must stand in the quote, letter for letter."""

import re

from rag.writing.evidence import Evidence
from rag.writing.prompts import clean

_QUOTED = re.compile(r"“([^”]*)”|„([^”“]*)[”“]|«([^»]*)»|\"([^\"]*)\"|(?<!\w)[‘']([^’']+ [^’']*)[’'](?!\w)")
_LEFT_OUT = re.compile(r"\s*(?:\(\s*)?(?:…|\.{3,})(?:\s*\))?\s*")
_MARKS = re.compile(r"[“”„«»\"‘’'´]")


def misquotes(text: str, evidence: Evidence) -> bool:
    """Say whether words between quotation marks are not those of the quotes, or of what their letters are called."""
    known = _plain(f"{evidence.quote.text}\n{evidence.head.text}")
    pieces = (piece for words in quoted(text) for piece in _LEFT_OUT.split(words))
    return any(_plain(piece) not in known for piece in pieces if piece.strip())


def quoted(text: str) -> list[str]:
    """Return what stands between quotation marks; between single ones only if it is more than a word."""
    return ["".join(filter(None, found.groups())) for found in _QUOTED.finditer(text)]


def without_quoted(text: str) -> str:
    """Return a text without what it quotes."""
    return _QUOTED.sub(" ", text)


def is_verbatim(text: str, evidence: Evidence) -> bool:
    """Say whether a text is, but for signs at its ends, a piece of the quotes."""
    words = _plain(text)
    return len(words.split()) >= _FEWEST and f" {words} " in f" {_plain(evidence.quote.text)} "


_FEWEST = 4
"""Words from which a piece of a quote is taken to be copied."""


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", clean(text)).casefold().split()).strip(" .,;:!?")
