"""Words that a sentence puts between quotation marks: they must stand in the quote, word for word."""

import re

from rag.words.analysis import words
from rag.writing.evidence import Evidence
from rag.writing.prompts import clean

_QUOTED = re.compile(r"“([^”]*)”|„([^”“]*)[”“]|«([^»]*)»|\"([^\"]*)\"|(?<!\w)[‘']([^’']+ [^’']*)[’'](?!\w)")
_LEFT_OUT = re.compile(r"\s*(?:\(\s*)?(?:…|\.{3,})(?:\s*\))?\s*")


def misquotes(text: str, evidence: Evidence) -> bool:
    """Say whether words between quotation marks are not those of the quotes, or of what their letters are called."""
    known = f" {_plain(evidence.quote.text)} {_plain(evidence.head.text)} "
    pieces = (_plain(piece) for said in quoted(text) for piece in _LEFT_OUT.split(said))
    return any(f" {piece} " not in known for piece in pieces if piece)


def quoted(text: str) -> list[str]:
    """Return what stands between quotation marks; between single ones only if it is more than a word."""
    return ["".join(filter(None, found.groups())) for found in _QUOTED.finditer(text)]


def without_quoted(text: str) -> str:
    """Return a text without what it quotes."""
    return _QUOTED.sub(" ", text)


def is_verbatim(text: str, evidence: Evidence) -> bool:
    """Say whether a text is, but for signs at its ends, a piece of the quotes."""
    piece = _plain(text)
    return len(piece.split()) >= _FEWEST and f" {piece} " in f" {_plain(evidence.quote.text)} "


_FEWEST = 4
"""Words from which a piece of a quote is taken to be copied."""


def _plain(text: str) -> str:
    """Return the words of a text, folded, without the signs between them."""
    return " ".join(word for word, _, _ in words(clean(text)))
