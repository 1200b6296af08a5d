"""Sentences that no answer may hold, whatever they rest on: links, markup, instructions, talk about the model itself."""

import re

_LINK = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,12}:(?://|\S+@)|\bwww\.|\b[\w-]+(?:\.[\w-]+)*\.(?:nl|com|org|eu|net|io|info|gov|int|be|de|uk|example|test|"
    r"ai|app|dev|co|xyz|ru|cn)\b(?:/\S*)?|\S@\S+\.\w|\b(?:javascript|data|mailto|tel):",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"!\[|\]\(|\]\[[^\d\]]|<\s*/?\s*[a-z!?][^>]*>?|&(?:lt|gt|#\w+|amp);|```|\{\{|\||\$\$|\\\[", re.IGNORECASE
)
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f\x00-\x08\x0b\x0c\x0e-\x1f]")

_ORDER = re.compile(
    r"^\W*(?:please\s+|gelieve\s+|let op[:,]?\s+|important[:,]?\s+|belangrijk[:,]?\s+)?"
    r"(?:ignore|disregard|forget|click|visit|send|open|download|install|run|execute|log ?in|sign ?in|subscribe|call|email|"
    r"e-mail|contact|transfer|pay|enter|type|copy|paste|reply|respond|repeat|say|print|output|pretend|act|do not (?:tell|mention|cite)|"
    r"negeer|vergeet|klik|bezoek|stuur|verstuur|open|download|installeer|voer|typ|kopieer|plak|bel|mail|betaal|"
    r"maak .{0,30} over|log in|meld u|schrijf|zeg|herhaal|doe alsof|gedraag|vertel|neem contact|ga naar|go to)\b"
    r"(?!\s+(?:is|was|wordt|werd|en|and|of|or)\b)",
    re.IGNORECASE,
)
_ABOUT_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override|negeer\w*|vergeet|overschrijf)\b.{0,60}\b(?:instruct\w*|opdracht\w*|above|bovenstaande?|"
    r"previous|vorige|voorgaande|eerdere|earlier|rules?|regels?|prompts?)\b"
    r"|\b(?:system|systeem)[ -]?(?:prompt|message|bericht|instruct\w*)\b|\bjailbreak\w*\b|\bprompt[ -]?inject\w*\b"
    r"|\b(?:as an?|als(?: een)?|i am an?|ik ben(?: een)?|you are(?: now)?(?: an?)?|je bent(?: nu)?(?: een)?|u bent nu(?: een)?)\s+"
    r"(?:ai|taalmodel|language model|chatbot|assistent|assistant)\b"
    r"|\b(?:new|nieuwe) (?:instructions?|instructies|opdracht(?:en)?)\b|\b(?:password|wachtwoord|api[ -]?(?:key|sleutel)|creditcard\w*|credit card)\b"
    r"|^\W*(?:system|assistant|user|human|systeem|gebruiker|assistent)\s*:",
    re.IGNORECASE,
)


def has_markup(text: str) -> bool:
    """Say whether a text holds a link, an image, markup, or characters that cannot be seen."""
    return any(pattern.search(text) for pattern in (_LINK, _MARKUP, _UNSEEN))


def gives_orders(text: str) -> bool:
    """Say whether a text tells its reader or a language model to do something, or speaks of the model itself."""
    return _ORDER.search(text) is not None or _ABOUT_ORDERS.search(text) is not None
