"""Which language a browser is spoken to in, and the window's words in it."""

from starlette.requests import HTTPConnection

from rag.answer import Language
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.labels import Labels

COOKIE = "vraagbaak_language"
"""The cookie in which a browser keeps the language that was chosen."""


def labels_for(language: Language) -> Labels:
    """Return the window's words in a language."""
    return ENGLISH if language == "en" else DUTCH


def language_of(wish: str | None) -> Language:
    """Choose the window's language from a browser's wish, such as ``nl-NL`` or ``en-GB,en;q=0.9``.

    Dutch for Dutch, English for everyone else.
    """
    return "nl" if (wish or "").strip().casefold().startswith("nl") else "en"


def language_wished(request: HTTPConnection) -> Language:
    """Return the language that a browser chose before, or else asks for."""
    return language_of(request.cookies.get(COOKIE) or request.headers.get("accept-language"))
