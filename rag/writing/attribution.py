"""Whether a sentence gives words to who wrote them: the letter, the speaker and the date, and not to the asker."""

import re

from rag.analysis import words
from rag.answer import Language
from rag.writing.evidence import Evidence
from rag.writing.likeness import Passage, likeness
from rag.writing.moments import moments

_SAYING = (
    r"(?:schr(?:eef|ijft)|antwoord(?:de|t)|zei|zegt|stelde|stelt|meldde|meldt|verklaarde|verklaart|deelde|liet|gaf|benadrukte"
    r"|wrote|writes|answered|answers|said|says|stated|states|replied|replies|reported|reports|announced|told|explained)"
)
_WRITING = r"(?:schr(?:eef|ijft)|antwoord(?:de|t)|zei|stelde|verklaarde|wrote|writes|answered|said|stated|replied)"
_DATED = re.compile(
    rf"^\W*(?:op|on|in (?:de|het|een|the|a|its|zijn|haar) (?:brief|antwoord(?:en)?|letter|answers?|reply) (?:van|of|dated|d\.d\.))\s+"
    rf"(?P<date>[^,:]{{4,60}}?)\s*,?\s+(?=.{{0,100}}?\b{_WRITING}\b)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE = re.compile(
    r"\b(?P<office>minister-president|premier|prime minister|staatssecretaris|state secretary|minister)\b"
    rf"(?P<portfolio>[^,.;:]{{0,90}}?)\s*,?\s*\b{_SAYING}\b"
    rf"|\b{_SAYING}\s+(?:de|the)?\s*(?P<office2>minister-president|premier|prime minister|staatssecretaris|state secretary|minister)\b"
    r"(?P<portfolio2>(?:\s+(?:van|voor|of|for|and|en|the|[A-Z][\w-]+))*)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:volgens|according to)\s+(?:de|the)\s+(?P<office>minister-president|premier|prime minister|staatssecretaris|state secretary|minister)\b"
    r"(?P<portfolio>(?:\s+(?:van|voor|of|for|and|en|the|[A-Z][\w-]+))*)",
    re.IGNORECASE,
)
_OFFICES = {
    "minister-president": ("minister-president", "prime minister"),
    "premier": ("minister-president", "prime minister"),
    "prime minister": ("minister-president", "prime minister"),
    "staatssecretaris": ("staatssecretaris", "state secretary"),
    "state secretary": ("staatssecretaris", "state secretary"),
}
_ASKING = re.compile(r"\b(?:vr(?:aag|agen|oeg(?:en)?)|gevraagd|vraagt|asked|asks|ask|questions?)\b", re.IGNORECASE)
_CABINET = re.compile(
    r"\b(?:kabinet|regering|minister|staatssecretaris|cabinet|government|state secretary)\b", re.IGNORECASE
)
_OPINION = re.compile(
    rf"\b(?:{_SAYING}|vind(?:t|en)|meen(?:t|en)|wil(?:len)?|think|thinks|want|wants|believe|believes|find|finds|argue|argues|argued|stelden|vonden)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"\b([A-Z][\w-]*?)(?:-fractie|-fractieleden| group| party| members?)\b|\b(?:fractie van (?:de |het )?)([A-Z]\w+)"
)


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
    offices = [(one["office"], one["portfolio"]) for one in _ACCORDING.finditer(text)]
    offices += [
        (one["office"] or one["office2"], one["portfolio"] or one["portfolio2"] or "") for one in _OFFICE.finditer(text)
    ]
    if not any(one.ministers for one in evidence.letters):
        return False
    return any(_is_other(office.casefold(), portfolio, language, evidence) for office, portfolio in offices)


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


_SAME = 0.6


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
