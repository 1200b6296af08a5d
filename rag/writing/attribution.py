"""Whether a sentence gives words to who wrote them: the letter, the speaker and the date, and not to the asker."""

import re

from rag.answer import Language
from rag.words.analysis import words
from rag.writing.evidence import Evidence
from rag.writing.likeness import Passage, likeness
from rag.writing.moments import moments

_WRITING = "schreef|schrijft|antwoordde|antwoordt|zei|stelde|verklaarde|wrote|writes|answered|said|stated|replied"
_SAYING = (
    f"{_WRITING}|zegt|stelt|meldde|meldt|verklaart|deelde|liet|gaf|benadrukte|answers|says|states|replies|reported|"
    "reports|announced|told|explained"
)
_THINKING = "vindt|vinden|meent|menen|wil|willen|thinks?|wants?|believes?|finds?|argues?|argued|stelden|vonden"

_IN_LETTER = (
    r"in (?:de|het|een|the|a|its|zijn|haar) (?:brief|antwoord(?:en)?|letter|answers?|reply) (?:van|of|dated|d\.d\.)"
)
_DATED = re.compile(
    rf"^\W*(?:op|on|{_IN_LETTER})\s+(?P<date>[^,:]{{4,60}}?)\s*,?\s+(?=.{{0,100}}?\b(?:{_WRITING})\b)",
    re.IGNORECASE | re.DOTALL,
)
"""The beginning of a sentence that says when something was written."""

_OFFICE = "minister-president|premier|prime minister|staatssecretaris|state secretary|minister"
_PORTFOLIO = r"(?:\s+(?:van|voor|of|for|and|en|the|[A-Z][\w-]+))*"
_SPEAKERS = (
    re.compile(rf"\b(?P<office>{_OFFICE})\b(?P<portfolio>[^,.;:]{{0,90}}?)\s*,?\s*\b(?:{_SAYING})\b", re.IGNORECASE),
    re.compile(rf"\b(?:{_SAYING})\s+(?:de|the)?\s*(?P<office>{_OFFICE})\b(?P<portfolio>{_PORTFOLIO})", re.IGNORECASE),
    re.compile(
        rf"\b(?:volgens|according to)\s+(?:de|the)\s+(?P<office>{_OFFICE})\b(?P<portfolio>{_PORTFOLIO})", re.IGNORECASE
    ),
)
"""How a sentence says that an office speaks."""

_PREMIER, _SECRETARY = ("minister-president", "prime minister"), ("staatssecretaris", "state secretary")
_OFFICES = {
    "minister-president": _PREMIER,
    "premier": _PREMIER,
    "prime minister": _PREMIER,
    "staatssecretaris": _SECRETARY,
    "state secretary": _SECRETARY,
}
"""What the head of a letter must name for these to speak in it."""

_SAME = 0.6
"""The likeness from which a word of a portfolio is taken for another one's translation."""

_ASKING = re.compile(r"\b(?:vraag|vragen|vroeg(?:en)?|gevraagd|vraagt|asked|asks?|questions?)\b", re.IGNORECASE)
_CABINET = re.compile(r"\b(?:kabinet|regering|minister|staatssecretaris|cabinet|government|state secretary)\b", re.I)
_OPINION = re.compile(rf"\b(?:{_SAYING}|{_THINKING})\b", re.IGNORECASE)
_PARTY = re.compile(r"\b([A-Z][\w-]*?)(?:-fractie| group| party| members?)\b|\bfractie van (?:de |het )?([A-Z]\w+)")


def misattributes(text: str, language: Language, evidence: Evidence) -> bool:
    """Say whether a text names another date, office or portfolio than its letters have as theirs, or mixes up roles."""
    return (
        _has_other_date(text, evidence)
        or _has_other_office(text, language, evidence)
        or _gives_question_to_cabinet(text, evidence)
        or _gives_answer_to_party(text, evidence)
    )


def _has_other_date(text: str, evidence: Evidence) -> bool:
    """Say whether a sentence begins "Op 3 mei schreef ..." with a date that is not that of its letter."""
    found = _DATED.search(text)
    said = moments(found["date"]) if found else []
    return bool(said) and not all(any(one.fits(own) for own in evidence.head_moments) for one in said)


def _has_other_office(text: str, language: Language, evidence: Evidence) -> bool:
    if not any(one.ministers for one in evidence.letters):
        return False
    spoken = [found for pattern in _SPEAKERS for found in pattern.finditer(text)]
    return any(_is_other(one["office"].casefold(), one["portfolio"], language, evidence) for one in spoken)


def _is_other(office: str, portfolio: str, language: Language, evidence: Evidence) -> bool:
    head = evidence.head.text.casefold()
    if office in _OFFICES and not any(name in head for name in _OFFICES[office]):
        return True
    named = " ".join(word for word in portfolio.split() if word[:1].isupper())
    passage = Passage(named, language)
    if not len(passage):
        return False
    known = {word for word, _, _ in words(evidence.head.text)}
    alike = likeness(passage, evidence.head).max(axis=1)
    return not all(word.text in known or alike[row] >= _SAME for row, word in enumerate(passage.words))


def _gives_question_to_cabinet(text: str, evidence: Evidence) -> bool:
    """Say whether a sentence on a question's words does not say that they were asked."""
    only_asked = all(one.role == "question" for one in evidence.citations)
    return only_asked and not _ASKING.search(text)


def _gives_answer_to_party(text: str, evidence: Evidence) -> bool:
    """Say whether a sentence on a cabinet's answer has the asking party say it."""
    if any(one.role == "question" for one in evidence.citations) or _ASKING.search(text) or _CABINET.search(text):
        return False
    parties = {party for one in _PARTY.finditer(text) for party in one.groups() if party}
    quoted = evidence.quote.text
    return bool(_OPINION.search(text)) and any(party not in quoted for party in parties)
