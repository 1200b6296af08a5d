"""Sentences, cut where they end and nowhere in an abbreviation; nothing is lost between them."""

import re

_BOUNDARY = re.compile(r"[.?!][\"”’')\]»]*(?=\s+[^a-z\s])|\n")
_ABBREVIATED = re.compile(r"\b(?:nr|nrs|art|jl|resp|mr|dr|drs|ir|prof|bijv|blz|incl|excl|ca|p|[A-Z])\.$")


def sentences(text: str) -> list[str]:
    """Split a text into sentences; joined, they are the text again."""
    parts: list[str] = []
    start = 0
    for found in _BOUNDARY.finditer(text):
        end = found.end()
        if _ABBREVIATED.search(text[max(start, end - 8) : end]) is None:
            parts.append(text[start:end])
            start = end
    if start < len(text):
        parts.append(text[start:])
    return parts
