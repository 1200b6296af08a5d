"""The name of a letter and how it is cited: from its own identifiers where it has them, else from its content."""

import hashlib
import re

from ingest.heads import citations
from ingest.heads.head import Head
from rag.letter import Kind, Minister

_NAMES: dict[Kind, str] = {
    "answers": "antwoorden",
    "consultation": "vso",
    "letter": "brief",
    "questions": "vragen",
    "other": "stuk",
}
_UNFIT = re.compile(r"[^\w.-]+")


def letter_id(head: Head, kind: Kind, text: str) -> str:
    """Return a stable, readable id: ``ah-tk-20142015-698``, ``kst-32317-974``, ``7268126``, ``brief-1a2b3c4d``."""
    if head.appendix and head.chamber and head.session and head.number:
        house = "tk" if head.chamber == "Tweede Kamer" else "ek"
        return f"ah-{house}-{_years(head.session)}-{head.number}"
    if head.dossier and head.number:
        return f"kst-{head.dossier}-{head.number}"
    if head.document and head.document.startswith("ah-"):
        return head.document
    if head.reference:
        return _UNFIT.sub("-", head.reference)
    if kind == "questions" and head.question_reference:
        return _UNFIT.sub("-", head.question_reference)
    if head.document:
        return head.document
    content = hashlib.sha256(text.encode()).hexdigest()[:8]
    return "-".join(part for part in (_NAMES[kind], head.dossier, content) if part)


def citation(head: Head, kind: Kind, ministers: tuple[Minister, ...]) -> str:
    """Return the customary reference of a letter."""
    if head.appendix and head.chamber and head.session and head.number:
        return citations.appendix(head.chamber, head.session, head.number)
    if head.dossier and head.number:
        return citations.paper(head.chamber, head.session, head.dossier, head.number)
    if kind == "consultation":
        return citations.consultation(head.chamber, head.dossier, head.date)
    office = ministers[0].office if ministers else None
    reference = head.reference
    if kind == "questions" and not reference:
        return citations.letter(None, head.date or head.submitted, head.question_reference, "Schriftelijke vragen")
    return citations.letter(office, head.date, reference)


def _years(session: str) -> str:
    first, _, last = session.partition("/")
    century = int(first) // 100 + (1 if last == "00" else 0)
    return f"{first}{century}{last}"
