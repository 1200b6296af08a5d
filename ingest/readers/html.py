"""Web pages: bytes to a manuscript; official publications by their own marks, other pages by their structure."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree

from ingest.lines.numbering import numbering
from ingest.manuscript import Manuscript
from ingest.readers.decoding import decode, plain
from ingest.readers.page_beside import hide_beside
from ingest.readers.page_notes import PageNotes
from ingest.readers.page_structure import classes, hide_by_styles, is_left_out, is_plain_table, main_part, name_of
from ingest.readers.paragraphs import Paragraph, Words, lines, raised, table
from ingest.readers.word_lists import counted
from rag.errors import LetterError

MOST_TAGS = 500_000
"""Tags of the largest page that is read; the longest official publications have some 50,000."""

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,20})""", re.IGNORECASE)
_CHARSETS = {
    "cp1252": ("windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"),
    "iso8859-15": ("iso-8859-15", "latin-9", "latin9"),
    "utf-8": ("utf-8", "utf8"),
}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_MISNAMED = {at: bytes([at]).decode("cp1252", errors="ignore") or None for at in range(0x80, 0xA0)}
_IDENTIFIER = re.compile(r"(?:ah|kst|kv|blg|nds)-[\w-]*\d[\w-]*", re.IGNORECASE)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead "
        "tr ul",
    )
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBERS = re.compile(r"\d{1,3}[a-z]?(?:(?:\s*(?:,|en|t/m|tot en met|-|–)\s*)+\d{1,3}[a-z]?)*\s*[.:]?")
_ROLES = {"vraag": "Vraag", "antwoord": "Antwoord"}
_BEYOND = re.compile(r"depth|huge|too long", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_UNLABELLED = frozenset({"expliciet", "list--unstyled", "list-unstyled"})
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_html(data: bytes, source: str) -> Manuscript:
    """Read a web page; nothing that it refers to is fetched.

    Scripts, styles, navigation, page heads and feet, controls and hidden elements are left out; notes are kept
    apart with the places of their marks.

    Raises:
        LetterError: the bytes are no web page, or one too large or too deeply nested to be read.
    """
    root = _parsed(_characters(data, source), source)
    hide_by_styles(root)
    hide_beside(root)
    page_notes = PageNotes(root)
    writer = _Writer(page_notes)
    identified = [Paragraph(name) for name in _identifiers(root)]
    paragraphs = [*identified[:1], *writer.paragraphs(main_part(root))]
    if len(paragraphs) <= len(identified[:1]):
        raise LetterError(f"{source}: the page shows no text; save the letter itself, as text or PDF, and try again.")
    return Manuscript(tuple(lines(paragraphs)), tuple(page_notes.texts()))


def _characters(data: bytes, source: str) -> str:
    if not data.startswith(_BOMS):
        wide = _WIDE.get(data[:2])
        found = _CHARSET.search(data[:4_096])
        declared = found[1].decode("ascii", errors="replace").lower() if found else ""
        known = wide or next((codec for codec, names in _CHARSETS.items() if declared in names), None)
        if known is not None:
            try:
                return data.decode(known)
            except UnicodeDecodeError:
                return decode(data, source)
    return decode(data, source)


def _parsed(text: str, source: str) -> etree._Element:
    if text.count("<") > MOST_TAGS:
        raise LetterError(f"{source}: the page holds more than {MOST_TAGS:,} tags; split it, or leave it out.")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.replace("\x00", "").encode("utf-8", errors="ignore"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise LetterError(f"{source}: no web page can be made of it; save the page anew and try again.") from error
    if any(_BEYOND.search(one.message) for one in parser.error_log):
        raise LetterError(
            f"{source}: the page is nested too deeply, or one piece of text in it is too long, to be read; save it as "
            "text and try again."
        )
    if root is None:
        raise LetterError(f"{source}: the page is empty; replace it with the letter, or remove it.")
    return root


def _identifiers(root: etree._Element) -> Iterator[str]:
    for meta in root.iter("meta"):
        name, content = str(meta.get("name", "")), str(meta.get("content", "")).strip()
        if name.lower().endswith("identifier") and _IDENTIFIER.fullmatch(content):
            yield content.lower() if content[:2].lower() == "ah" else content


class _Writer:
    """Writes out the part of a page that is the letter."""

    def __init__(self, notes: PageNotes) -> None:
        self._notes = notes
        self._done: list[Paragraph] = []
        self._words = Words()
        self._counts: dict[etree._Element, int] = {}
        self._heading = False
        self._turns: list[etree._Element] = []
        self._label = ""
        self._pre = 0

    def paragraphs(self, top: etree._Element) -> list[Paragraph]:
        """Return the paragraphs of an element."""
        walker = etree.iterwalk(top, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if not self._start(element, top):
                    walker.skip_subtree()
            else:
                self._end(element)
                if element is not top:
                    self._write(element.tail)
        self._break()
        done, self._done = self._done, []
        return done

    def _start(self, element: etree._Element, top: etree._Element) -> bool:
        """Begin an element; say whether to go into it."""
        name = name_of(element)
        if element is not top and (is_left_out(element) or self._notes.is_note(element)):
            return False
        if (mark := self._notes.mark(element)) is not None:
            self._words.mark(mark)
            return False
        if name == "table" and is_plain_table(element):
            self._table(element)
            return False
        if name == "sup" and not any(self._notes.mark(one) is not None for one in element.iterdescendants("a")):
            self._words.write(raised(self._words.tail, _text(element)))
            return False
        self._open(element, name)
        self._write(element.text)
        return True

    def _open(self, element: etree._Element, name: str) -> None:
        if name == "br":
            self._words.write("\n")
        elif name in _BLOCKS:
            self._break()
            self._heading = name in _HEADINGS and "kamervraagomschrijving" not in classes(element)
            self._pre += name == "pre"
            if name == "li":
                self._label = self._item_label(element)
            elif name == "div" and (announced := _announced(element)):
                self._done.append(Paragraph(announced, heading=True))
            if _is_turn(element):
                self._turns.append(element)

    def _end(self, element: etree._Element) -> None:
        name = name_of(element)
        if name not in _BLOCKS or self._notes.is_note(element):
            return
        if (role := _numbers_for(element, name)) and _NUMBERS.fullmatch(found := self._words.text().strip()):
            self._words.clear()
            self._words.write(f"{role} {found}")
            self._heading = True
        self._break()
        self._pre -= name == "pre" and self._pre > 0
        if self._turns and self._turns[-1] is element:
            self._turns.pop()

    def _write(self, text: str | None) -> None:
        if text:
            words = plain(text).translate(_MISNAMED) if text.isascii() else plain(text.translate(_MISNAMED))
            self._words.write(words if self._pre else _SPACE.sub(" ", words))

    def _break(self) -> None:
        """End the paragraph; two line ends together part paragraphs too."""
        for piece in re.split(r"\n\s*\n", self._words.text()):
            words = piece.strip()
            if words:
                text = f"{self._label} {words}".strip()
                self._done.append(Paragraph(text, heading=self._heading, inside=bool(self._turns)))
                self._label = ""
        self._words.clear()
        self._heading = False

    def _table(self, element: etree._Element) -> None:
        self._break()
        for caption in element.iterchildren("caption"):
            self._done.extend(_Writer(self._notes).paragraphs(caption))
        rows = [row for row in element.iter("tr") if not is_left_out(row)]
        cells = [[cell for cell in row.iterchildren("td", "th") if not is_left_out(cell)] for row in rows]
        found = table([[_Writer(self._notes).paragraphs(cell) for cell in row] for row in cells])
        self._done.extend(replace(one, inside=bool(self._turns)) for one in found)

    def _item_label(self, element: etree._Element) -> str:
        parent = element.getparent()
        if parent is None or name_of(parent) not in ("ul", "ol") or not _UNLABELLED.isdisjoint(classes(parent)):
            return ""
        if any("ol" in classes(one) for one in islice(element.iterdescendants("span"), 3)):
            return ""
        if name_of(parent) == "ul":
            return "-"
        given = str(element.get("value") or (parent.get("start", "1") if parent not in self._counts else ""))
        known = self._counts.get(parent, 0) + 1
        self._counts[parent] = int(given) if given.isdecimal() and len(given) < 6 else known
        return f"{counted(self._counts[parent], _FORMS.get(str(parent.get('type')), 'decimal'))}."


def _is_turn(element: etree._Element) -> bool:
    """Say whether an element is marked as a question or an answer."""
    return not _ROLES.keys().isdisjoint(classes(element))


def _announced(element: etree._Element) -> str:
    """Return the heading that an official question, answer or remark needs where its own text has none."""
    names = classes(element)
    role = next((_ROLES[name] for name in names if name in _ROLES), "")
    if role:
        own = next((one for one in islice(element.iter("h1", "h2", "h3", "h4", "p"), 3) if _text(one)), None)
        if own is None or numbering(_text(own)) or _NUMBERS.fullmatch(_text(own)):
            return ""
        return role
    if "kamervraagopmerking" in names:
        return "" if numbering(_text(element)) else "Toelichting:"
    return ""


def _numbers_for(element: etree._Element, name: str) -> str:
    """Return which word a bare number needs that heads an official question or answer."""
    if name not in _HEADINGS and "nummer" not in classes(element):
        return ""
    for above in islice(element.iterancestors("div"), 3):
        for role in classes(above):
            if role in _ROLES:
                return _ROLES[role]
    return ""


def _text(element: etree._Element) -> str:
    return _SPACE.sub(" ", plain("".join(map(str, element.itertext())))).strip()
