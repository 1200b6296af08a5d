"""Word files: bytes to a manuscript, with foot- and endnotes kept apart and what nobody can see left out."""

from collections.abc import Iterable, Iterator

from lxml import etree

from ingest.lines.numbering import numbering
from ingest.manuscript import Manuscript
from ingest.marks import bare
from ingest.readers.decoding import plain
from ingest.readers.package import Package
from ingest.readers.paragraphs import Paragraph, Words, labelled, lines, listed, raised, table
from ingest.readers.word_lists import Lists, counted
from ingest.readers.word_styles import Style, Styles, child, is_filled, local, of_paragraph, of_run, value
from rag.errors import LetterError

_GONE = frozenset({"del", "moveFrom", "pPr", "rPr", "Fallback", "rt", "txbxContent"})
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_THROUGH = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"})


def read_docx(data: bytes, source: str) -> Manuscript:
    """Read a Word file.

    Tracked deletions, hidden text and white text are left out; numbers that Word makes for list items are written
    out; of page heads only the labels with their values are kept, since the letter's reference stands there.

    Raises:
        LetterError: the bytes are no Word file, or one that cannot be read safely.
    """
    package = Package(data, source)
    main = package.related("").get("officeDocument", ["word/document.xml"])[0]
    body = child(package.required(main), "body")
    if body is None:
        raise LetterError(f"{source}: {main} holds no document; save it anew as .docx.")
    writer = _Writer(package, main)
    paragraphs = [*writer.page_heads(), *writer.paragraphs(body)]
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise LetterError(f"{source}: the document holds no text; replace it with the letter, or remove it.")
    return Manuscript(tuple(lines(paragraphs)), tuple(writer.notes))


class _Writer:
    """Writes out the body of a document and collects the notes to which it refers."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._parts = package.related(main)
        self._styles = Styles(self._part("styles"))
        self._lists = Lists(self._part("numbering"))
        self._texts = {kind: self._note_elements(kind) for kind in _NOTES.values()}
        self._forms = self._note_forms()
        self._counts = dict.fromkeys(_NOTES.values(), 0)
        self._marks: dict[tuple[str, str | None], str] = {}
        self._in_note = False
        self.notes: list[tuple[str, str]] = []

    def _part(self, kind: str) -> etree._Element | None:
        names = self._parts.get(kind)
        return self._package.part(names[0]) if names else None

    def _note_elements(self, kind: str) -> dict[str | None, etree._Element]:
        root = self._part(kind)
        return {} if root is None else {value(one, "id"): one for one in root if value(one, "type") in (None, "normal")}

    def _note_forms(self) -> dict[str, str]:
        settings = self._part("settings")
        forms = {}
        for kind, name, usual in (("footnotes", "footnotePr", "decimal"), ("endnotes", "endnotePr", "lowerRoman")):
            forms[kind] = value(child(child(settings, name), "numFmt")) or usual
        return forms

    def page_heads(self) -> Iterator[Paragraph]:
        """Yield the labels of the page heads, each with its value: ``Onze referentie``, ``7268126``."""
        for name in dict.fromkeys(self._parts.get("header", ())):
            root = self._package.part(name)
            if root is not None:
                yield from labelled(one.text for one in self.paragraphs(root))

    def paragraphs(self, parent: etree._Element, *, filled: bool = False) -> Iterator[Paragraph]:
        """Yield the paragraphs of an element, tables and text boxes included; ``filled``: on a coloured ground."""
        carried: list[str] = []
        for block in _blocks(parent):
            if local(block) == "tbl":
                yield from table(self._rows(block, filled=filled))
                continue
            text, style = self._paragraph(block, filled=filled)
            carried.append(text)
            if _merges(block):
                continue
            text = "".join(carried)
            carried.clear()
            yield from self._numbered(text, style, in_cell=local(parent) == "tc")
            for box in block.iter("{*}txbxContent"):
                if next(box.iterancestors("{*}txbxContent", "{*}Fallback"), None) is None:
                    yield from self.paragraphs(box)
        if carried:
            yield Paragraph("".join(carried))

    def _numbered(self, text: str, style: Style, *, in_cell: bool) -> Iterator[Paragraph]:
        text = text.strip()
        label = "" if style.list_id is None else self._lists.next_label(style.list_id, style.list_level or 0)
        if text or in_cell or numbering(label) is not None:
            yield from listed(label if text else label.strip("-"), text, heading=bool(style.heading))

    def _rows(self, element: etree._Element, *, filled: bool) -> list[list[list[Paragraph]]]:
        return [
            [
                list(self.paragraphs(cell, filled=filled or is_filled(child(child(cell, "tcPr"), "shd"))))
                for cell in _within(row, "tc")
            ]
            for row in _within(element, "tr")
            if child(child(row, "trPr"), "del") is None
        ]

    def _paragraph(self, element: etree._Element, *, filled: bool) -> tuple[str, Style]:
        formats = child(element, "pPr")
        style = of_paragraph(formats).over(self._styles.named(value(child(formats, "pStyle"))))
        if filled:
            style = Style(filled=True).over(style)
        words = Words()
        walker = etree.iterwalk(element, events=("start",))
        for _, one in walker:
            name = local(one)
            if name in _GONE or (name == "sdt" and child(child(one, "sdtPr"), "showingPlcHdr") is not None):
                walker.skip_subtree()
            elif name == "r":
                self._run(one, style, words)
        return words.text(), style

    def _run(self, run: etree._Element, paragraph: Style, words: Words) -> None:
        formats = child(run, "rPr")
        style = of_run(formats).over(self._styles.named(value(child(formats, "rStyle")))).over(paragraph)
        if style.unseen:
            return
        for one in run:
            name = local(one)
            if name in _NOTES:
                self._note(_NOTES[name], one, run, words)
            elif name == "t":
                text = plain(one.text or "").replace("\n", " ").replace("\f", " ")
                words.write(raised(words.tail, text) if style.raised else text)
            elif name in _SIGNS:
                words.write(_SIGNS[name])

    def _note(self, kind: str, reference: etree._Element, run: etree._Element, words: Words) -> None:
        name = value(reference, "id")
        element = self._texts[kind].get(name)
        if element is None or self._in_note:
            return
        if (kind, name) not in self._marks:
            self._marks[kind, name] = self._next_mark(kind, reference, run)
            self._in_note = True
            text = bare(" ".join(one.text for one in self.paragraphs(element)))
            self._in_note = False
            self.notes.append((self._marks[kind, name], " ".join(text.split())))
        words.mark(self._marks[kind, name])

    def _next_mark(self, kind: str, reference: etree._Element, run: etree._Element) -> str:
        self._counts[kind] += 1
        own = child(run, "t")
        if value(reference, "customMarkFollows") in ("1", "true", "on") and own is not None and own.text:
            mark, own.text = plain(own.text).strip()[:12], ""
            return mark
        return counted(self._counts[kind], self._forms[kind])


def _merges(paragraph: etree._Element) -> bool:
    """Say whether the end of a paragraph was deleted, so that the next one continues it."""
    ending = child(child(paragraph, "pPr"), "rPr")
    return child(ending, "del") is not None or child(ending, "moveFrom") is not None


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of an element, through whatever only wraps them."""
    return _within(parent, "p", "tbl")


def _within(parent: Iterable[etree._Element], *names: str) -> Iterator[etree._Element]:
    waiting = [iter(parent)]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
        elif (name := local(one)) in names:
            yield one
        elif name in _THROUGH:
            waiting.append(iter(one))
