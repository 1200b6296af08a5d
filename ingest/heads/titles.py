"""What a letter is about, in its own words."""

import re
from collections.abc import Sequence

from ingest.lines.furniture import is_label
from ingest.lines.hyphens import Hyphens
from ingest.lines.numbering import numbering
from rag.letter import Kind

CONSULTED = {
    "consultation": "Verslag van een schriftelijk overleg",
    "questions": "Vragen in een schriftelijk overleg",
    "report": "Nota naar aanleiding van het verslag",
}
"""What a consultation is called, by its kind; ``report`` is a reply to a committee's report of questions."""

_SUBJECT = re.compile(r"(?i:betreft|onderwerp)\s*:?\s*(?P<subject>\S.*)?")
_INLINE = re.compile(
    r"\b(?:BETREFT|Betreft|betreft|Onderwerp)\s+(?P<subject>[A-Z].{5,300}?)\s*"
    r"(?=UW ?KENMERK|ONS ?KENMERK|\buw kenmerk|\bons +kenmerk|Geachte|\b1/\d|\bbijlage|BIJ? ?LAGE|$)"
)
_ASKED = re.compile(
    r"Vragen van (?P<who>(?:het lid|de leden) .{3,300}?) aan .{3,200}?(?<= )(?:over|inzake|"
    r"naar aanleiding van) (?P<what>.{3,600}?)"
    r" ?\((?:ingezonden|\d{4}Z)"
)
_SUBJECTS = re.compile(
    r"(?:voorgelegd|vragen en opmerkingen)[^.]{0,120}? over (?:de volgende (?:brieven|stukken|"
    r"documenten): )?(?P<what>.+?)(?:\.\s+(?=[A-Z])|\.?$)"
)
_PAPER = re.compile(r" ?\(Kamerstuk[^()]*\)(?: ?\([^()]*\))*,?(?: en)? ?| ?\([^()]*\),? ")
_AGENDA = re.compile(r"(?:de |het )?[Gg]eannoteerde [Aa]genda\b.*")
_LETTER_ABOUT = re.compile(r"\b[Bb]rief over (?P<what>[^.,;:()]{10,160})")
_INFORMS = re.compile(r"\b(?:informeer|bericht|ontvangt|bied)\b[^.]{0,80}? over (?P<what>[^.,;:()]{10,160})")
_ANSWERS_ON = re.compile(
    r"\b(?:antwoord(?:en)? .{0,160}?|beantwoording .{0,80}?)vra(?:ag|gen) over (?P<what>[^.]{10,220}?)(?=\.|$)"
)
_SENTENCE = re.compile(r"[^.?!]{20,}?[.?!]")
_HEADED = re.compile(
    r"(?:Antwoord(?:en)? op|Beantwoording(?: van)?|Lijst van vragen)\b.{0,160}?"
    r"\b(?:over|inzake|naar aanleiding van)\b.{4,}"
)
_SENT_IN = re.compile(r",? ?\(?ingezonden (?:op )?\d[^()]{5,40}?\d{4}\)?(?:\. Kenmerk \S+$)?")
_WRAPS = 6
_LONGEST = 220
_REACH = 4_000


def subject(lines: Sequence[str]) -> str | None:
    """Return the text behind ``Betreft``, its lines joined."""
    hyphens = Hyphens(lines[:80])
    for index, line in enumerate(lines[:80]):
        found = _SUBJECT.fullmatch(line)
        if found is None:
            continue
        title = found["subject"] or ""
        for after in lines[index + 1 : index + 8]:
            if is_label(after) or (not after and title):
                break
            title = hyphens.join(title, after) if title else after
        if len(title) > 4:
            return _plain(title)
    found_inline = _INLINE.search(" ".join(lines[:80])[:2_500])
    return _plain(found_inline["subject"]) if found_inline else _headed(lines, hyphens)


def _headed(lines: Sequence[str], hyphens: Hyphens) -> str | None:
    """Return the line, or the lines, with which a letter without ``Betreft`` says on top what it is about."""
    start = next((at for at, line in enumerate(lines[:15]) if line), 0)
    title = ""
    for line in lines[start : start + _WRAPS]:
        if not line or is_label(line) or numbering(line) is not None:
            break
        title = hyphens.join(title, line) if title else line
    return _short(_plain(title)) if len(title) < _REACH and _HEADED.fullmatch(title) else None


def _plain(title: str) -> str:
    """Return a title without the border of its table, or when the questions were sent in."""
    return _SENT_IN.sub("", title.strip(" |"), count=1).strip(" .|") if title.strip(" |") else title.strip()


def question_title(head: str, kind: Kind) -> str | None:
    """Return a title made of ``Vragen van het lid … over …``; only an answer is called one."""
    asked = _ASKED.search(head[:_REACH])
    what = "Vragen" if kind == "questions" else "Antwoord op vragen"
    return f"{what} van {asked['who']} over {asked['what']}" if asked else None


def consultation_title(dossier_title: str | None, introduction: str, name: str) -> str:
    """Return the title of a written consultation, from what it is and its dossier or its introduction."""
    if dossier_title:
        return f"{name}: {dossier_title.strip()}"
    found = _SUBJECTS.search(introduction[:_REACH])
    items = [item.strip(" ,") for item in _PAPER.split(found["what"])] if found else []
    items = [item for item in items if len(item) > 8]
    if not items:
        return name
    chosen = next((item for item in items if _AGENDA.fullmatch(item)), items[0])
    if re.match(r"[Gg]eannoteerde", chosen):
        chosen = f"de g{chosen[1:]}"
    return _short(f"{name} over {chosen}")


def paper_title(paper: str | None, dossier_title: str | None) -> str | None:
    """Return what a parliamentary paper is and what its dossier is about: ``Lijst van vragen en antwoorden: …``."""
    if paper is None or dossier_title is None:
        return None
    return _short(f"{paper.capitalize()}: {dossier_title.strip()}")


def letter_title(paragraphs: Sequence[str], kind: str) -> str:
    """Return something true about a letter without a subject, taken from its words."""
    text = " ".join(paragraphs[:6])[:_REACH]
    if kind == "answers" and (answered := _ANSWERS_ON.search(text)):
        return _short(f"Antwoorden op vragen over {answered['what'].strip()}")
    about = _LETTER_ABOUT.search(text) or _INFORMS.search(text)
    if about:
        return _short(f"Brief over {about['what'].strip()}")
    sentence = next((found[0] for paragraph in paragraphs if (found := _SENTENCE.search(paragraph[:_REACH]))), None)
    names = {"answers": "Antwoorden op vragen", "questions": "Vragen", "consultation": "Schriftelijk overleg"}
    return _short(sentence.strip() if sentence else names.get(kind, "Brief zonder onderwerp"))


def _short(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    return title[:_LONGEST].rpartition(" ")[0].rstrip(" ,;") + " …"
