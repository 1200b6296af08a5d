"""Sentences that no answer may hold, whatever they rest on: links, markup, orders, talk about the model itself."""

import re

_ENDINGS = "nl|com|org|eu|net|io|info|gov|int|be|de|uk|example|test|ai|app|dev|co|xyz|ru|cn"
_LINK = re.compile(
    rf"\b[a-z][a-z0-9+.-]{{1,12}}://|\bwww\.|\b[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b|\S@\S+\.\w"
    r"|\b(?:javascript|data|mailto|tel):",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"!\[|\]\(|\]\[[^\d\]]|<\s*/?\s*[a-z!?]|&(?:lt|gt|amp|#\w+);|```|\{\{|\||\$\$|\\\[", re.IGNORECASE)
_UNSEEN = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]|[\x00-\x08\x0b\x0c\x0e-\x1f]"
)

_POLITE = r"(?:please|gelieve|let op|important|belangrijk)[:,]?\s+"
_ORDERS_EN = (
    r"ignore|disregard|forget|click|visit|send|install|execute|log ?in|sign ?in|subscribe|e-?mail (?:us|to)|pay|paste|"
    r"call (?:us|\d)|reply|respond|repeat|say that|print (?:your|the)|pretend|go to|do not (?:tell|mention|cite)"
)
_ORDERS_NL = (
    r"negeer|vergeet|klik|bezoek (?:de|onze|het|www)|stuur|verstuur|installeer|typ|kopieer|plak|betaal|log in|meld u|"
    r"bel (?:ons|voor|naar|\d)|maak .{0,30} over|schrijf|zeg|herhaal|doe alsof|vertel|neem contact|ga naar"
)
_ORDER = re.compile(rf"^\W*(?:{_POLITE})?(?:{_ORDERS_EN}|{_ORDERS_NL})\b", re.IGNORECASE)
"""A sentence that begins with an order to its reader."""

_TOLD_BEFORE = (
    r"instruct\w*|opdracht\w*|above|bovenstaande?|previous|vorige|voorgaande|eerdere|earlier|rules?|regels?|prompts?"
)
_MODEL = "ai|taalmodel|language model|chatbot|assistent|assistant"
_BEING = "as an?|als(?: een)?|i am an?|ik ben(?: een)?|you are(?: now)?(?: an?)?|(?:je bent|u bent)(?: nu)?(?: een)?"
_ABOUT_MODELS = re.compile(
    rf"\b(?:ignore|disregard|forget|override|negeer\w*|vergeet|overschrijf)\b.{{0,60}}\b(?:{_TOLD_BEFORE})\b"
    r"|\b(?:system|systeem)[ -]?(?:prompt|message|bericht|instruct\w*)\b|\bjailbreak\w*|\bprompt[ -]?inject\w*"
    rf"|\b(?:{_BEING})\s+(?:{_MODEL})\b|\b(?:new|nieuwe) (?:instructions?|instructies|opdracht(?:en)?)\b"
    r"|\b(?:password|wachtwoord|api[ -]?(?:key|sleutel)|credit ?card\w*)\b"
    r"|^\W*(?:system|assistant|user|human|systeem|gebruiker|assistent)\s*:",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Say whether a text holds a link, an image, markup, or characters that cannot be seen."""
    return any(pattern.search(text) for pattern in (_LINK, _MARKUP, _UNSEEN))


def gives_orders(text: str) -> bool:
    """Say whether a text tells its reader or a language model to do something, or speaks of the model itself."""
    return _ORDER.search(text) is not None or _ABOUT_MODELS.search(text) is not None
