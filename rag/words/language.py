"""Which language a question is in: Dutch or English."""

from rag.answer import Language
from rag.words.analysis import stem, words
from rag.words.lexicon import bilingual
from rag.words.stopwords import CEREMONY, FUNCTION

_DUTCH = (FUNCTION["nl"] | CEREMONY["nl"]) - FUNCTION["en"] - CEREMONY["en"]
_ENGLISH = (FUNCTION["en"] | CEREMONY["en"]) - FUNCTION["nl"] - CEREMONY["nl"]


def language_of(question: str) -> Language:
    """Return the language of a question by its function words, else by its English terms, else Dutch."""
    found = [word for word, _, _ in words(question)]
    dutch = sum(word in _DUTCH for word in found)
    english = sum(word in _ENGLISH for word in found)
    if dutch != english:
        return "nl" if dutch > english else "en"
    in_english = sum((stem(word, "en"),) in bilingual() for word in found)
    in_dutch = sum((stem(word),) in bilingual().reverse for word in found)
    return "en" if in_english > in_dutch else "nl"
