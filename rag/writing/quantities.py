"""Whether the dates and numbers of a sentence are those of its quotes."""

import re
from decimal import Decimal

from rag.writing.evidence import Evidence
from rag.writing.figures import Figure, figures, units
from rag.writing.moments import Moment, moments

_ASKED = re.compile(
    r"\b(?:sub)?(?:vra(?:ag|gen)|questions?|answers?|antwoord(?:en)?)\s+(?:nr\.?\s*|number\s+)?"
    r"(\d{1,3}[a-z]?(?:\s*(?:,|en|and|&|t/m|to|-|–)\s*\d{1,3}[a-z]?)*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_SENT_IN = re.compile(
    r"\b(?:ingezonden|gesteld|vroeg(?:en)?|gevraagd|vragen|submitted|asked|sent in|questions?)\b", re.I
)
_NUMBERED = re.compile(
    r"\b(?:nr|no|nummer|number|dossier|kenmerk|reference|brief|letter)\.?\s+(\S+?)(?=[\s,.;:)]|$)", re.I
)


def strange_date(text: str, evidence: Evidence) -> bool:
    """Say whether a text names a date that is neither in its quotes nor that of their letters."""
    asked = evidence.asked_moments if _SENT_IN.search(text) else []
    return not all(_is_known(one, evidence) or any(map(one.fits, asked)) for one in moments(text))


def strange_figure(text: str, evidence: Evidence) -> bool:
    """Say whether a text has a number, or a unit with it, that its quotes do not have."""
    plain = _without_references(text, evidence)
    return not all(_is_said(one, evidence) for one in figures(plain)) or not units(plain) <= evidence.units


def _is_known(said: Moment, evidence: Evidence) -> bool:
    if any(said.fits(one) for one in evidence.moments):
        return True
    if said.year in evidence.years and any(said.fits_but_for_year(one) for one in evidence.moments):
        return True
    alone = said.month is None and said.year is not None
    return alone and any(Decimal(said.year or 0) in one.values for one in evidence.figures)


def _is_said(said: Figure, evidence: Evidence) -> bool:
    if any(said.fits(one) for one in evidence.figures):
        return True
    years = {Decimal(one.year) for one in evidence.moments if one.year}
    return bool(said.values & years) or (bool(said.code) and said.code in evidence.quote.text.casefold())


def _without_references(text: str, evidence: Evidence) -> str:
    """Return a text without the names of its letters and the numbers of its questions, which are no figures."""
    for name in evidence.names:
        if len(name) >= _LONG:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
    text = _NUMBERED.sub(lambda found: " " if found[1] in evidence.names else found.group(), text)
    return _ASKED.sub(lambda found: _NUMBER.sub(lambda one: _unless_asked(one.group(), evidence), found.group()), text)


_LONG = 5
"""Characters from which the name of a letter is not taken for a number."""


def _unless_asked(number: str, evidence: Evidence) -> str:
    return "" if number in evidence.numbers else number
