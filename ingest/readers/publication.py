"""What the metadata and the head of an official publication state: identifier, dates, who asks and who answers."""

import datetime
import re
from collections.abc import Iterator

from lxml import etree

from ingest.manuscript import Stated
from ingest.readers.decoding import plain
from rag.letter import Asker, Minister

_SPACE = re.compile(r"\s+")
_DATE_NAMES = ("isodatum", "isodata")
_IDENTIFIER = re.compile(r"(?:ah|kst|kv|blg|nds|h)-[\w-]{2,60}")
_QUESTION = re.compile(r"kv-[te]k-(\d{4}[ZP]\d{5})")
_SESSION = re.compile(r"(\d{4})\s*[–—/-]?\s*(\d{4})")
_OFFICE = "bewindspersoon"


def stated(root: etree._Element) -> Stated:
    """Return what a publication states about itself, as far as it does."""
    meta = _Meta(root)
    asked, answered = _dated(root, "vraag"), _dated(root, "antwoord")
    question = next((hit[1] for name in meta.all("identifier") if (hit := _QUESTION.fullmatch(name))), None)
    return Stated(
        title=meta.first("documenttitel", "title"),
        date=answered or _dated(root, None) or meta.date("datumontvangst", "issued"),
        submitted=asked or meta.date("datumindiening"),
        question_reference=question or meta.first("vraagnummer"),
        ministers=tuple(Minister(_OFFICE, name) for name in meta.all("ontvanger")),
        askers=tuple(Asker(name, None) for name in meta.all("indiener")),
    )


def furniture(root: etree._Element) -> tuple[str, ...]:
    """Return the lines that identify a publication, as they stand on its printed pages."""
    meta = _Meta(root)
    lines = [name for name in meta.all("identifier") if _IDENTIFIER.fullmatch(name)]
    house = "Eerste" if any("Eerste Kamer" in line for line in _texts(root, "tekstregel")) else "Tweede"
    written = " ".join([*meta.all("vergaderjaar"), *_texts(root, "tekstregel")])
    years = _SESSION.search(written)
    session = f"{years[1]}–{years[2]}" if years else None
    dossier = next(_texts(root, "dossiernr"), None) or next(_texts(root, "dossiernummer"), None)
    number = next(_texts(root, "ondernummer"), None)
    question = next(_texts(root, "kamervraagnummer"), None) or next(_texts(root, "vraagnummer"), None)
    if session and dossier and number:
        place = f"nr. {number}" if number[:1].isdigit() else number
        lines.append(f"{house} Kamer, vergaderjaar {session}, {dossier}, {place}")
    elif session and question and not lines:
        lines.extend(("Aanhangsel van de Handelingen", f"Vergaderjaar {session}", question))
    return tuple(lines)


def named(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(etree.QName(element).localname)


class _Meta:
    """The metadata of a publication: values by the last part of their names, in lower case."""

    def __init__(self, root: etree._Element) -> None:
        self._values: dict[str, list[str]] = {}
        for element in root.iter(etree.Element):
            if named(element) in ("meta", "metadata") and element.get("content"):
                name = (element.get("name") or "").rpartition(".")[2].lower()
                self._values.setdefault(name, []).append(_folded(element.get("content") or ""))

    def all(self, name: str) -> list[str]:
        """Return every value of a name."""
        return list(dict.fromkeys(self._values.get(name, [])))

    def first(self, *names: str) -> str | None:
        """Return the first value of the first name that has one."""
        return next((value for name in names for value in self._values.get(name, []) if value), None)

    def date(self, *names: str) -> str | None:
        """Return the first value that is a date."""
        return next((day for name in names for value in self.all(name) if (day := _day(value))), None)


def _dated(root: etree._Element, role: str | None) -> str | None:
    """Return the date in the description of the question or the answer; of the paper when there is no role."""
    for element in root.iter(etree.Element):
        described = named(element) == "kamervraagomschrijving" and element.get("type") == role
        if described if role else named(element) == "datumtekst":
            for inner in element.iter(etree.Element):
                if day := next((day for name in _DATE_NAMES if (day := _day(inner.get(name) or ""))), None):
                    return day
    return None


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if named(element) == name and (text := _folded("".join(map(str, element.itertext())))):
            yield text


def _day(written: str) -> str | None:
    try:
        return datetime.date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        return None


def _folded(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).strip()
