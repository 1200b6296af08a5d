"""Customary Dutch source references, as lawyers and civil servants write them."""

import re

from ingest.dates import in_words

_DOSSIER = re.compile(r"(\d{2})(\d{3})(?:-(\w+))?")
_ROMAN = {"Tweede Kamer": "II", "Eerste Kamer": "I"}


def appendix(chamber: str, session: str, number: str) -> str:
    """Return ``Aanhangsel Handelingen II 2014/15, nr. 698``."""
    return f"Aanhangsel Handelingen {_ROMAN[chamber]} {session}, nr. {_reprinted(number)}"


def paper(chamber: str | None, session: str | None, dossier: str, number: str) -> str:
    """Return ``Kamerstukken II 2025/26, 32 317, nr. 974``, or with a letter for the Eerste Kamer."""
    where = " ".join(part for part in ("Kamerstukken", _ROMAN.get(chamber or ""), session) if part)
    place = f"nr. {_reprinted(number)}" if number[0].isdigit() else _reprinted(number)
    return f"{where}{',' if where != 'Kamerstukken' else ''} {spaced(dossier)}, {place}"


def consultation(chamber: str | None, dossier: str | None, date: str | None) -> str:
    """Return the reference of a written consultation that has no number yet."""
    what = "verslag van een schriftelijk overleg"
    when = in_words(date) if date else "ongedateerd"
    if dossier is None:
        return f"{what.capitalize()}, {when}"
    where = " ".join(part for part in ("Kamerstukken", _ROMAN.get(chamber or "")) if part)
    return f"{where}{',' if where != 'Kamerstukken' else ''} {spaced(dossier)}, {what}, {when}"


def letter(office: str | None, date: str | None, reference: str | None, what: str = "Brief") -> str:
    """Return ``Brief van 18 juni 2026, kenmerk 7562802``, or what the letter gives of it."""
    if date is None:
        sender = f" van de {office}" if office else ""
        return f"{what}{sender}, {f'kenmerk {reference}, ' if reference else ''}ongedateerd"
    if reference is not None:
        return f"{what} van {in_words(date)}, kenmerk {reference}"
    return f"{what} van {f'de {office} van ' if office else ''}{in_words(date)}"


def _reprinted(number: str) -> str:
    """Return a number as it is cited: that of a reprint, ``3385-n1``, is ``3385 (herdruk)``."""
    return re.sub(r"-[nh]\d$", " (herdruk)", number)


def spaced(dossier: str) -> str:
    """Return a dossier number as it is written: ``36600-VII`` is ``36 600 VII``, ``21501-02`` is ``21 501-02``."""
    found = _DOSSIER.fullmatch(dossier)
    if found is None:
        return dossier
    addition = f"{'-' if found[3].isdigit() else ' '}{found[3]}" if found[3] else ""
    return f"{found[1]} {found[2]}{addition}"


def session(written: str) -> str | None:
    """Return a parliamentary year in its customary short form: ``2025–2026`` and ``20252026`` are ``2025/26``."""
    found = re.fullmatch(r"(\d{4})\s*[–—/-]?\s*(?:\d{2})?(\d{2})", written.strip())
    return f"{found[1]}/{found[2]}" if found else None
