"""The head of a letter: dates, references, chamber, dossier, and what it is about; nothing is guessed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from ingest.dates import DATE, iso
from ingest.heads.citations import session as short_session
from rag.letter import Chamber

_APPENDIX_ID = re.compile(
    r"\bah-(?P<house>tk|ek)-(?P<years>\d{8})-(?P<number>\d{1,5}(?:-n\d)?)\b|\bh (?P<house2>tk|"
    r"ek) (?P<years2>\d{8}) (?P<number2>\d{1,5})\b"
)
_APPENDIX = re.compile(r"Aanhangsel van de Handelingen")
_SESSION = re.compile(r"[Vv]ergaderjaar (\d{4}[–—-]\d{2,4})")
_FOOT = re.compile(
    r"(?P<chamber>Tweede|Eerste) Kamer, vergaderjaar (?P<years>\d{4}[–—-]\d{2,4}), "
    r"(?:Aanhangsel\b.*|(?P<dossier>\d{2} ?\d{3}(?:[ -][IVXLC\d]+)?), (?:nr\. ?)?(?P<number>\d+|"
    r"[A-Z]{1,3})(?: \d{1,3})?)"
)
_PAPER_ID = re.compile(r"kst-(?P<dossier>\d{5}(?:-[IVXLC\d]+)?)-(?P<number>\w+(?:-[nh]\d)?)")
_PUBLISHED_ID = re.compile(r"ah-\d{5,9}")
_DOCUMENT = re.compile(r"\d{4}D\d{5}")
_ASKED_ID = re.compile(r"kv-(?P<house>tk|ek)-(?P<case>\d{4}Z\d{5})")
_DOSSIER_LINE = re.compile(r"(?P<dossier>\d{2} ?\d{3}(?:[ -][IVXLC]+|-\d{2})?)\s+(?P<title>[A-ZÀ-Þ].{3,200})")
_NUMBER_LINE = re.compile(
    r"(?:Nr\. ?(?P<number>\d+|[A-Z]{1,3})|(?P<letters>[A-Z]{1,3}))\s+"
    r"(?P<paper>(?:VERSLAG|BRIEF|LIJST|NOTA|NADER)\b.*)"
)
_DOSSIER_ALONE = re.compile(r"\d{2} \d{3}(?:[ -][IVXLC]+|-\d{2})?")
_NUMBER_ALONE = re.compile(r"Nr\. ?(?P<number>\d+|[A-Z]{1,3})|(?P<letters>[A-Z]{1,3})")
_PAPER_LINE = re.compile(r"(?:(?:NADER|LIJST|VERSLAG|BRIEF|NOTA|MEMORIE)\b)[A-ZÀ-Þ ]*")
_REFERENCE = re.compile(r"(?i:onze referentie|ons ?\s?kenmerk|kenmerk)\s*:?(?:\s+(?P<value>\S.*))?")
_THEIRS = re.compile(r"(?i:uw referentie|uw ?kenmerk|uw brief(?: van)?)\s*:?(?:\s+(?P<value>\S.*))?")
_REFERENCE_INLINE = re.compile(r"(?i:ons +kenmerk|, kenmerk|\d{4},? kenmerk) +((?=\S*\d)[\w./-]{4,30}(?: R\b)?)")
_VALUE = re.compile(r"(?=\S*\d)[\w./-]{3,40}(?: [A-Z]{1,2}\b)?|[A-Z]{2,8}(?: / | /|/ )(?=\S*\d)[\w.-]{3,30}")
_CASE = re.compile(r"\b(\d{4}[ZP]\d{5})\b")
_WITH_REFERENCE = re.compile(r"ingezonden[^.]{0,80}?\bkenmerk ((?=\w*\d)[\w./-]{3,40}\w)")
_DATED = re.compile(rf"(?:Datum|DATUM|datum:)\s*:?\s*({DATE}|\d{{1,2}}-\d{{1,2}}-\d{{4}})")
_RECEIVED = re.compile(rf"\(ontvangen (?:\(ontvangen )?({DATE})")
_BY_LETTER = re.compile(
    rf"[Bb]ij brief van ({DATE})\s+(?:heeft|hebben|zijn|is)\b[^.]{{0,300}}?\bbeantwoord\b|"
    rf"\b(?:zijn|heeft|hebben)\b[^.]{{0,100}}? bij brief van ({DATE})\b[^.]{{0,200}}?\bbeantwoord\b|"
    rf"\b[Mm]inister\b[^.]{{0,90}}? heeft op ({DATE}) (?:gereageerd|geantwoord)\b|"
    rf"\b[Ss]taatssecretaris\b[^.]{{0,90}}? heeft op ({DATE}) (?:gereageerd|geantwoord)\b"
)
_ADOPTED = re.compile(rf"Vastgesteld (?:op )?({DATE})")
_CAME_IN = re.compile(rf"(?m)^Ontvangen (?:op )?({DATE})$")
_PLACE_DATE = re.compile(rf"(?m)^(?:Den Haag|[’'‘]s-Gravenhage|Amsterdam|Utrecht), ({DATE})$")
_SUBMITTED = re.compile(rf"[Ii]ngezonden (?:op )?({DATE})|op ({DATE}) aan de [^.]{{3,120}} voorgelegd")
_ADDRESSED = re.compile(r"(?i:voorzitter van de (?P<chamber>tweede|eerste) kamer)")
_PAGE_HEAD = re.compile(r"(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal ?[12]?")
_HOUSES = {"tk": "Tweede Kamer", "ek": "Eerste Kamer"}
_REACH = 6_000


@dataclass(frozen=True, slots=True)
class Head:
    """What the head, the feet and the introduction of a letter say about it."""

    date: str | None = None
    submitted: str | None = None
    chamber: Chamber | None = None
    reference: str | None = None
    question_reference: str | None = None
    dossier: str | None = None
    number: str | None = None
    session: str | None = None
    appendix: bool = False
    dossier_title: str | None = None
    paper: str | None = None
    document: str | None = None


def read(lines: Sequence[str], furniture: Iterable[str], running: str, above: str = "") -> Head:
    """Read the head from the lines of a letter, its page furniture and its running text.

    ``above`` is the running text above the first question; only there does a case number tell which questions it is.
    """
    top = _top(lines)
    flat = " ".join(line for line in top if line)
    apart = list(furniture)
    papers = _Papers(top, apart, flat)
    return Head(
        date=_date(top, flat, running),
        submitted=_first(_SUBMITTED, flat) or _first(_SUBMITTED, running[:_REACH]),
        chamber=papers.chamber(),
        reference=_labelled(_REFERENCE, top) or _inline(flat),
        question_reference=_theirs(top, running, [*apart, above[:_REACH]]),
        dossier=papers.dossier,
        number=papers.number,
        session=papers.session,
        appendix=papers.appendix,
        dossier_title=papers.title,
        paper=papers.paper,
        document=papers.document(),
    )


class _Papers:
    """Dossier, number and session, as page heads, feet and official identifiers give them."""

    def __init__(self, top: Sequence[str], furniture: Sequence[str], flat: str) -> None:
        self._top, self._furniture = top, furniture
        self.dossier = self.number = self.session = self.title = self.paper = None
        self._house: str | None = None
        self.appendix = False
        self._read_appendix(flat)
        if not self.appendix:
            self._read_paper()

    dossier: str | None
    number: str | None
    session: str | None
    title: str | None
    paper: str | None

    def _read_appendix(self, flat: str) -> None:
        found = next((hit for line in self._furniture if (hit := _APPENDIX_ID.search(line))), None)
        if found is not None:
            self.appendix = True
            self._house = _HOUSES[found["house"] or found["house2"]]
            self.session = short_session(found["years"] or found["years2"])
            self.number = found["number"] or found["number2"]
            return
        if any(_APPENDIX.search(line) for line in self._furniture):
            alone = next((line for line in self._furniture if line.isdecimal() and line not in ("1", "2")), None)
            years = next((hit for line in self._furniture if (hit := _SESSION.search(line))), None)
            if alone and years:
                self.appendix, self.number = True, alone
                self.session = short_session(years[1])
                self._house = "Eerste Kamer" if "Eerste Kamer der" in flat[:300] else "Tweede Kamer"

    def _read_paper(self) -> None:
        for line in self._furniture:
            foot = _FOOT.fullmatch(line)
            if foot is not None:
                self._house, self.session = f"{foot['chamber']} Kamer", short_session(foot["years"])
                self._set(foot["dossier"], foot["number"])
                break
        self._read_lines([line for line in self._top[:25] if line])
        years = next((hit for line in self._top[:15] if (hit := _SESSION.fullmatch(line))), None)
        if years is not None and self.number:
            self.session = self.session or short_session(years[1])
        identified = next((hit for line in self._furniture if (hit := _PAPER_ID.fullmatch(line))), None)
        if identified is not None:
            self._set(identified["dossier"], identified["number"])

    def _read_lines(self, lines: Sequence[str]) -> None:
        """Read dossier and number from lines of their own, in either order, together or one to a line."""
        numbered: re.Match[str] | None = None
        for at, line in enumerate(lines):
            if (titled := _DOSSIER_LINE.fullmatch(line)) is not None:
                self._set(titled["dossier"], None)
                self.title = self.title or titled["title"]
            elif _DOSSIER_ALONE.fullmatch(line):
                self._read_column(line, lines[at + 1 : at + 5])
            elif numbered is None:
                numbered = _NUMBER_LINE.match(line) or (_NUMBER_ALONE.fullmatch(line) if line[:2] == "Nr" else None)
        if numbered is not None and self.dossier:
            self._set(None, numbered["number"] or numbered["letters"])
            self.paper = self.paper or numbered.groupdict().get("paper") or _paper(lines)

    def _read_column(self, dossier: str, below: Sequence[str]) -> None:
        """Read a dossier with its title and its number or letters below it, each on a line of its own."""
        for at, line in enumerate(below[1:], 1):
            if (found := _NUMBER_ALONE.fullmatch(line) or _NUMBER_LINE.match(line)) is not None:
                self._set(dossier, found["number"] or found["letters"])
                self.title = self.title or " ".join(below[:at])
                self.paper = self.paper or found.groupdict().get("paper") or _paper(below[at + 1 : at + 2])
                return

    def _set(self, dossier: str | None, number: str | None) -> None:
        if dossier:
            digits = dossier.replace(" ", "", 1) if re.match(r"\d{2} \d{3}", dossier) else dossier
            self.dossier = self.dossier or digits.replace(" ", "-")
        self.number = self.number or number

    def document(self) -> str | None:
        """Return the number of the publication or the document, where the letter has that alone."""
        published = next((hit[0] for line in self._furniture if (hit := _PUBLISHED_ID.fullmatch(line))), None)
        return published or next((line for line in self._top[:10] if _DOCUMENT.fullmatch(line)), None)

    def chamber(self) -> Chamber | None:
        """Return the chamber that the letter states."""
        if self._house is not None:
            return cast("Chamber", self._house)
        asked = next((hit for line in self._furniture if (hit := _ASKED_ID.fullmatch(line))), None)
        if asked is not None:
            return cast("Chamber", _HOUSES[asked["house"]])
        addressed = _ADDRESSED.search(" ".join(self._top[:60])[:_REACH])
        if addressed is not None:
            return cast("Chamber", f"{addressed['chamber'].capitalize()} Kamer")
        headed = next((hit for line in self._top[:10] if (hit := _PAGE_HEAD.fullmatch(line))), None)
        return cast("Chamber", f"{headed['chamber']} Kamer") if headed else None


def _paper(lines: Sequence[str]) -> str | None:
    """Return the line that says what a paper is: ``VERSLAG VAN EEN SCHRIFTELIJK OVERLEG``."""
    return next((line for line in lines if _PAPER_LINE.fullmatch(line)), None)


def _top(lines: Sequence[str]) -> list[str]:
    top: list[str] = []
    length = 0
    for line in lines:
        top.append(line)
        length += len(line) + 1
        if length > _REACH:
            break
    return top


def _first(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return iso(next(group for group in found.groups() if group)) if found else None


def _date(top: Sequence[str], flat: str, running: str) -> str | None:
    for line, following in zip(top, [*top[1:], ""], strict=True):
        if line[:5].lower() == "datum" and (
            found := _DATED.fullmatch(f"{line} {following}" if len(line) < 7 else line)
        ):
            return iso(found[1])
    for pattern, text in (
        (_DATED, flat[:3_000]),
        (_RECEIVED, flat),
        (_BY_LETTER, running),
        (_BY_LETTER, flat),
        (_ADOPTED, flat),
    ):
        if date := _first(pattern, text):
            return date
    first_lines = "\n".join(top[:60])
    return _first(_PLACE_DATE, first_lines) or _first(_CAME_IN, first_lines)


def _labelled(label: re.Pattern[str], top: Sequence[str]) -> str | None:
    for index, line in enumerate(top):
        found = label.fullmatch(line)
        if found is None:
            continue
        value = found["value"] or next((after for after in top[index + 1 : index + 3] if after), "")
        if (fitting := _VALUE.fullmatch(value)) is not None:
            return fitting[0]
    return None


def _inline(flat: str) -> str | None:
    found = _REFERENCE_INLINE.search(flat[:3_000])
    return found[1] if found else None


def _theirs(top: Sequence[str], running: str, heads: Iterable[str]) -> str | None:
    if labelled := _labelled(_THEIRS, top):
        return labelled
    found = _WITH_REFERENCE.search(running[:_REACH]) or next(filter(None, map(_CASE.search, heads)), None)
    return found[1] if found else None
