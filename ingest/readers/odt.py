"""OpenDocument texts: bytes to a manuscript, over our own package reader, since no library bounds what it unpacks."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.lines.numbering import numbering
from ingest.manuscript import Manuscript
from ingest.marks import bare
from ingest.readers.decoding import plain
from ingest.readers.odt_styles import OUTLINE, OdtLists, OdtStyles
from ingest.readers.package import Package
from ingest.readers.paragraphs import Paragraph, Words, labelled, lines, listed, raised, table
from ingest.readers.word_styles import Style, child, local, number, value
from rag.errors import LetterError

_GONE = frozenset({"tracked-changes", "annotation", "annotation-end", "ruby-text", "title", "desc", "table-of-content"})
_BOXES = frozenset({"text-box", "custom-shape"})
_SIGNS = {"tab": " ", "line-break": "\n", "s": " "}
_NOT_SHOWN = ("collapse", "filter")
_HEADS = ("header", "header-first", "header-left")
_SPACE = re.compile(r"\s+")


def read_odt(data: bytes, source: str) -> Manuscript:
    """Read an OpenDocument text.

    Tracked deletions, comments, hidden text and white text are left out; numbers that the program makes for list
    items are written out; of page heads only the labels with their values are kept.

    Raises:
        LetterError: the bytes are no OpenDocument text, or one that cannot be read safely.
    """
    package = Package(data, source, "an OpenDocument text", ".odt")
    content, styles = package.required("content.xml"), package.part("styles.xml")
    body = child(child(content, "body"), "text")
    if body is None:
        raise LetterError(f"{source}: content.xml holds no text document; save the letter anew as .odt.")
    writer = _Writer(styles, content)
    heads = [] if styles is None else [one for name in _HEADS for one in styles.iter(f"{{*}}{name}")]
    texts = dict.fromkeys(one.text for head in heads for one in writer.paragraphs(head))
    paragraphs = [*labelled(texts), *writer.paragraphs(body)]
    if not any(bare(paragraph.text).strip() for paragraph in paragraphs):
        raise LetterError(f"{source}: the document holds no text; replace it with the letter, or remove it.")
    return Manuscript(tuple(lines(paragraphs)), tuple(writer.notes))


class _Writer:
    """Writes out a text in reading order and collects its notes."""

    def __init__(self, styles: etree._Element | None, content: etree._Element) -> None:
        self._styles = OdtStyles((styles, content))
        self._lists = OdtLists((styles, content))
        self._in_note = False
        self.notes: list[tuple[str, str]] = []

    def paragraphs(self, parent: etree._Element, *, filled: bool = False) -> Iterator[Paragraph]:
        """Yield the paragraphs below an element, tables and text boxes included; ``filled``: on a coloured ground."""
        for block in parent:
            name = local(block)
            if name in ("p", "h"):
                yield from self._paragraph(block, "", filled=filled)
            elif name == "list":
                yield from self._list(block, filled=filled)
            elif name == "table":
                yield from table([] if value(block, "display") == "false" else self._rows(block, filled=filled))
            elif name not in _GONE and value(block, "display") not in ("none", "condition"):
                yield from self.paragraphs(block, filled=filled)

    def _list(
        self, element: etree._Element, style: str = "", name: str = "", at: int = 1, *, filled: bool
    ) -> Iterator[Paragraph]:
        style = value(element, "style-name") or style or self._list_style(element)
        if at == 1:
            name = style
            if value(element, "continue-numbering") != "true" and value(element, "continue-list") is None:
                self._lists.restart(name)
        for item in element:
            waiting = local(item) == "list-item"
            for block in item:
                if local(block) == "list":
                    yield from self._list(block, style, name, at + 1, filled=filled)
                elif local(block) in ("p", "h"):
                    start = number(item, "start-value")
                    label = self._lists.next_label(style, name, at, start) if waiting else ""
                    waiting = False
                    yield from self._paragraph(block, label, filled=filled, in_list=True)

    def _list_style(self, element: etree._Element) -> str:
        first = next((one for one in element.iter("{*}p", "{*}h")), None)
        return "" if first is None else self._styles.of(first).list_id or ""

    def _paragraph(
        self, element: etree._Element, label: str, *, filled: bool, in_list: bool = False
    ) -> Iterator[Paragraph]:
        style = self._styles.of(element)
        heading = local(element) == "h" or bool(style.heading)
        if local(element) == "h" and not in_list and value(element, "is-list-header") != "true":
            label = self._lists.next_label(OUTLINE, OUTLINE, number(element, "outline-level") or 1)
        words = Words()
        boxes: list[etree._Element] = []
        if not any(_is_on(one) for one in element.iter("{*}hidden-paragraph")):
            self._write(element, Style(filled=True).over(style) if filled else style, words, boxes)
        text = words.text().strip()
        in_cell = next(element.iterancestors("{*}table-cell"), None) is not None
        if text or in_cell or numbering(label) is not None:
            yield from listed(label if text else label.strip("-"), text, heading=heading)
        for box in boxes:
            yield from self.paragraphs(box)

    def _write(self, element: etree._Element, style: Style, words: Words, boxes: list[etree._Element]) -> None:
        """Write the words of an element; what stands in text boxes waits until the paragraph is done."""
        self._say(element.text, style, words)
        for one in element:
            name = local(one)
            if name in _BOXES:
                boxes.append(one)
            elif name == "note":
                self._note(one, style, words)
            elif name in _SIGNS:
                words.write("" if style.unseen else _SIGNS[name])
            elif name and name not in _GONE and not (name == "hidden-text" and _is_on(one)):
                inner = self._styles.of(one, "text").over(style) if name in ("span", "a") else style
                self._write(one, inner, words, boxes)
            self._say(one.tail, style, words)

    def _say(self, text: str | None, style: Style, words: Words) -> None:
        if text and not style.unseen:
            said = _SPACE.sub(" ", plain(text))
            words.write(raised(words.tail, said) if style.raised else said)

    def _note(self, element: etree._Element, style: Style, words: Words) -> None:
        body = child(element, "note-body")
        if body is None or self._in_note or style.unseen:
            return
        cited = child(element, "note-citation")
        mark = "" if cited is None else plain(value(cited, "label") or "".join(map(str, cited.itertext()))).strip()[:12]
        mark = mark or str(len(self.notes) + 1)
        self._in_note = True
        text = bare(" ".join(one.text for one in self.paragraphs(body)))
        self._in_note = False
        self.notes.append((mark, " ".join(text.split())))
        words.mark(mark)

    def _rows(self, element: etree._Element, *, filled: bool) -> list[list[list[Paragraph]]]:
        own = (one for one in element.iter("{*}table-row") if next(one.iterancestors("{*}table")) is element)
        return [
            [self._cell(cell, filled=filled) for cell in row if local(cell) == "table-cell"]
            for row in own
            if value(row, "visibility") not in _NOT_SHOWN
        ]

    def _cell(self, cell: etree._Element, *, filled: bool) -> list[Paragraph]:
        ground = self._styles.of(cell, "table-cell").filled
        return list(self.paragraphs(cell, filled=filled or bool(ground)))


def _is_on(field: etree._Element) -> bool:
    return value(field, "is-hidden") == "true"
