"""Whether a sentence is in the language of the answer."""

from rag.answer import Language
from rag.words.analysis import words
from rag.words.stopwords import CEREMONY, FUNCTION

_ENOUGH = 8
"""Words from which a sentence can be expected to hold a function word of its language."""

_FEWEST = 3
"""Words below which a sentence is in no language in particular."""

_OWN: dict[Language, frozenset[str]] = {
    "nl": (FUNCTION["nl"] | CEREMONY["nl"]) - FUNCTION["en"] - CEREMONY["en"],
    "en": (FUNCTION["en"] | CEREMONY["en"]) - FUNCTION["nl"] - CEREMONY["nl"],
}


def is_in(text: str, language: Language) -> bool:
    """Say whether a text may be in a language: it has more words of it than of the other, or is too short to tell."""
    found = [word for word, _, _ in words(text)]
    if len(found) < _FEWEST:
        return True
    other: Language = "en" if language == "nl" else "nl"
    own = sum(word in _OWN[language] for word in found)
    return own >= sum(word in _OWN[other] for word in found) and (own > 0 or len(found) < _ENOUGH)
