"""Official XML: questions and answers (old and new form) and parliamentary papers, from bytes to a manuscript."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.entities import html5
from typing import Any

from lxml import etree

from ingest.lines.numbering import expand, numbering
from ingest.manuscript import Manuscript
from ingest.marks import seal_mark
from ingest.readers import paragraphs as layout
from ingest.readers.decoding import plain
from ingest.readers.paragraphs import Paragraph
from ingest.readers.publication import furniture, named, stated
from rag.errors import LetterError

_OFFICIAL = frozenset(("officiele-publicatie", "kamervragen", "kamerstuk"))
_PUBLICATION = frozenset(("kamervragen", "kamerstuk", "vraag", "antwoord", "vragen", "stuk", "tekst", "al"))
_APART = frozenset(
    ("metadata", "kamerstukkop", "kamervraagkop", "kamervraagnummer", "vraagnummer", "plaatje", "illustratie")
)
_LEAVES = frozenset(("al", "titel", "tussenkop"))
_JOINED = frozenset(("dossier", "kop", "naam", "stuknr", "dossiernummer"))
_HEADINGS = frozenset(("kop", "tussenkop", "titel"))
_BLOCKS = frozenset(("al", "li", "lijst", "row", "entry", "achternaam", "voornaam", "noot.al"))
_ITEM = frozenset(("li.nr",))
_NUMBERS = frozenset(("nr", "nummer"))
_ROLES = {"vraag": "Vraag", "antwoord": "Antwoord"}
_SPACE = re.compile(r"\s+")
_NUMBER_END = re.compile(r"[\s.:)]+$")
_ENCODING_ERRORS = frozenset(
    (
        etree.ErrorTypes.ERR_UNKNOWN_ENCODING,
        etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING,
        etree.ErrorTypes.ERR_INVALID_ENCODING,
        etree.ErrorTypes.ERR_INVALID_CHAR,
        etree.ErrorTypes.I18N_CONV_FAILED,
    )
)


def read_xml(data: bytes, source: str) -> Manuscript:
    """Read the XML of an official publication; nothing that it refers to is fetched, no entity is expanded.

    Raises:
        LetterError: the bytes are no such XML, are damaged, or declare entities of their own.
    """
    if not data.strip():
        raise LetterError(f"{source}: the file is empty; replace it with the letter, or remove it.")
    root = _parsed(data, source)
    names = {named(element) for element in root.iter(etree.Element)}
    if named(root) not in _OFFICIAL or names.isdisjoint(_PUBLICATION):
        raise LetterError(
            f"{source}: XML of another kind (<{named(root)}>); only the XML of official publications is read, "
            "so save the letter as text or PDF."
        )
    writer = _Writer(root)
    lines = tuple(layout.lines(writer.paragraphs(root)))
    if not any(line.text for line in lines):
        raise LetterError(f"{source}: the XML holds no text; fetch the publication again, or leave the file out.")
    return Manuscript(lines, tuple(writer.notes), furniture(root), stated(root))


def _parsed(data: bytes, source: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) in _ENCODING_ERRORS:
            raise LetterError(
                f"{source}: the characters do not fit the encoding that the XML declares (line {error.lineno}); "
                "fetch it again, or save it as UTF-8."
            ) from error
        if b"<!ENTITY" in data:
            raise _declares_entities(source) from error
        raise LetterError(
            f"{source}: no well-formed XML (line {error.lineno}); fetch it again, or leave it out."
        ) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise _declares_entities(source)
    _resolve(root, source)
    return root


def _declares_entities(source: str) -> LetterError:
    return LetterError(f"{source}: the XML declares entities of its own, which are not read; leave the file out.")


def _resolve(root: etree._Element, source: str) -> None:
    """Put the characters that HTML names in the place of references to them.

    Raises:
        LetterError: a reference has another name.
    """
    for reference in list(root.iter(etree.Entity)):
        name = str(reference.text).removeprefix("&")
        parent = reference.getparent()
        if name not in html5 or parent is None:
            raise LetterError(f"{source}: the XML refers to an unknown entity (&{name}); save it without entities.")
        text = html5[name] + (reference.tail or "")
        before = reference.getprevious()
        if before is None:
            parent.text = (parent.text or "") + text
        else:
            before.tail = (before.tail or "") + text
        reference.tail = None
        parent.remove(reference)


class _Writer:
    """Goes through a publication in reading order; keeps the notes it meets."""

    def __init__(self, root: etree._Element) -> None:
        self.notes: list[tuple[str, str]] = []
        asked = [element for element in root.iter(etree.Element) if named(element) == "vraag"]
        answered = [element for element in root.iter(etree.Element) if named(element) == "antwoord"]
        self._numbers = [self._number(element) for element in asked]
        self._pairs = len(asked) == len(answered)
        self._answers = 0
        self._special: dict[str, Callable[[etree._Element], Iterator[Paragraph]]] = {
            "stuk": self._paper,
            "vraag": self._turn,
            "antwoord": self._turn,
            "kamervraagopmerking": self._remark,
            "table": self._table,
            "li": self._item,
        }

    def paragraphs(self, element: etree._Element) -> Iterator[Paragraph]:
        """Yield the paragraphs of an element."""
        name = named(element)
        special = self._special.get(name)
        if special is not None:
            yield from special(element)
        elif name == "noot":
            self._note(element)
        elif name in _JOINED:
            yield Paragraph(self._joined(element), heading=name in _HEADINGS)
        elif name in _LEAVES or (name not in _APART and _has_words(element)):
            yield Paragraph(self._words(element), heading=name in _HEADINGS)
        elif name not in _APART:
            yield from self._children(element)

    def _children(self, element: etree._Element, but: frozenset[str] = frozenset()) -> Iterator[Paragraph]:
        for child in element.iterchildren(etree.Element):
            if named(child) not in but:
                yield from self.paragraphs(child)

    def _turn(self, element: etree._Element) -> Iterator[Paragraph]:
        """Yield a question or an answer behind the heading that numbers it."""
        name = named(element)
        number = self._number(element)
        rest = [replace(one, inside=True) for one in self._children(element, _NUMBERS)]
        if name == "antwoord":
            self._answers += 1
        first = numbering(rest[0].text) if rest else None
        if number and (numbering(number) is not None or not _numbers(number)):
            yield Paragraph(number, heading=True)
        elif number:
            yield Paragraph(f"{_ROLES[name]} {_NUMBER_END.sub('', number)}", heading=True)
        elif first is None:
            yield Paragraph(self._counted(name), heading=True)
        yield from rest

    def _counted(self, name: str) -> str:
        """Return a heading for what has no number: an answer gets that of the question in its place."""
        if name == "antwoord" and self._pairs:
            number = self._numbers[self._answers - 1] or str(self._answers)
            numbers = _numbers(number)
            return f"Antwoord {', '.join(numbers)}" if numbers else "Antwoord"
        return _ROLES[name]

    def _number(self, element: etree._Element) -> str:
        written = next((child for child in element.iterchildren(etree.Element) if named(child) in _NUMBERS), None)
        return "" if written is None else _folded(_said(written))

    def _remark(self, element: etree._Element) -> Iterator[Paragraph]:
        """Yield what follows the last answer, and is no part of it."""
        found = list(self._children(element)) if not _has_words(element) else [Paragraph(self._words(element))]
        first = numbering(found[0].text) if found else None
        if first is None or first.role not in ("remark", "notice"):
            yield Paragraph("Toelichting", heading=True)
        yield from found

    def _paper(self, element: etree._Element) -> Iterator[Paragraph]:
        """Yield a paper, its number and title on one line, as they are printed."""
        top = [child for child in element.iterchildren(etree.Element) if named(child) in ("stuknr", "titel")]
        if top:
            yield Paragraph(" ".join(self._words(child) for child in top))
        yield from self._children(element, frozenset(("stuknr", "titel")))

    def _item(self, element: etree._Element) -> Iterator[Paragraph]:
        mark = next((child for child in element.iterchildren(etree.Element) if named(child) == "li.nr"), None)
        found = [Paragraph(self._words(element))] if _has_words(element) else list(self._children(element, _ITEM))
        if mark is not None and found:
            found[0] = Paragraph(f"{_folded(_said(mark))} {found[0].text}")
        yield from found

    def _table(self, element: etree._Element) -> Iterator[Paragraph]:
        rows = [
            [
                [Paragraph(self._words(entry))] if _has_words(entry) else list(self._children(entry))
                for entry in row.iterchildren(etree.Element)
            ]
            for row in element.iter(etree.Element)
            if named(row) == "row"
        ]
        heading = next((child for child in element.iterchildren(etree.Element) if named(child) == "title"), None)
        if heading is not None:
            yield from self.paragraphs(heading)
        yield from layout.table(rows)

    def _joined(self, element: etree._Element) -> str:
        if _has_words(element):
            return self._words(element)
        parts = (self._joined(child) for child in element.iterchildren(etree.Element))
        return " ".join(part for part in parts if part)

    def _words(self, element: etree._Element) -> str:
        """Return the words of a paragraph, the marks of its notes sealed."""
        return _SPACE.sub(" ", "".join(self._pieces(element))).strip()

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield plain(element.text or "")
        for child in element.iterchildren(etree.Element):
            name = named(child)
            if name == "noot":
                yield self._note(child)
            elif name in _BLOCKS:
                yield " "
                yield from self._pieces(child)
                yield " " if (child.tail or "")[:1].isalnum() else ""
            elif name not in _APART:
                yield from self._pieces(child)
            yield plain(child.tail or "")

    def _note(self, element: etree._Element) -> str:
        number = next((child for child in element.iterchildren(etree.Element) if named(child) == "noot.nr"), None)
        mark = _folded(_said(number))[:12] if number is not None else ""
        mark = mark or str(len(self.notes) + 1)
        others = [child for child in element.iterchildren(etree.Element) if named(child) != "noot.nr"]
        self.notes.append((mark, " ".join(_folded(_said(child, " ")) for child in others)))
        return seal_mark(mark)


def _numbers(written: str) -> tuple[str, ...]:
    found = numbering(written)
    return found.numbers if found is not None else expand(written)


def _has_words(element: etree._Element) -> bool:
    """Say whether words stand in an element itself, not only in its children."""
    if (element.text or "").strip():
        return True
    return any((child.tail or "").strip() or named(child) == "nadruk" for child in element.iterchildren(etree.Element))


def _said(element: etree._Element, parting: str = "") -> str:
    return parting.join(map(str, element.itertext()))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).strip()
