"""The notes of a web page: which elements hold them, and which links in the text are their marks."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.readers.decoding import plain
from ingest.readers.page_structure import classes, is_left_out, name_of

_MARK = re.compile(r"\d{1,3}|\*{1,3}|†")
_HOLDERS = ("li", "p", "div", "aside", "dd", "td")
_ROLES = frozenset({"doc-footnote", "doc-endnote"})
_HEADINGS = ("h1", "h2", "h3", "h4")
_NUMBERS = frozenset({"nootnum", "nootnr"})
_CLOSING = frozenset({"note-close", "footnote-back", "reversefootnote", "footnote-backref"})
_SPACE = re.compile(r"\s+")
_LONGEST = 4_000


class PageNotes:
    """The notes of one page and their marks."""

    def __init__(self, root: etree._Element) -> None:
        self._notes: dict[etree._Element, str] = {}
        self._marks: dict[etree._Element, str] = {}
        self._linked: dict[etree._Element, tuple[bool, bool]] = {}
        for element in root.iter("div", "aside", "li", "p", "section"):
            holds = {"voet", "noot"} <= classes(element) or element.get("role") in _ROLES
            if holds and not any(above in self._notes for above in element.iterancestors()):
                self._notes[element] = ""
        self._read_links(root)

    def _read_links(self, root: etree._Element) -> None:
        places: dict[str, tuple[int, etree._Element]] = {}
        links: list[tuple[int, etree._Element]] = []
        for place, element in enumerate(root.iter()):
            for key in (element.get("id"), element.get("name")):
                if key:
                    places.setdefault(str(key), (place, element))
            if name_of(element) == "a" and (element.get("href") or not _NUMBERS.isdisjoint(classes(element))):
                links.append((place, element))
        for place, link in links:
            self._read_link(place, link, places)

    def _read_link(self, place: int, link: etree._Element, places: dict[str, tuple[int, etree._Element]]) -> None:
        written = _text(link)
        mark = written.strip("[]() ")
        if not _MARK.fullmatch(mark) or not str(link.get("href", "#")).startswith("#"):
            return
        official = not _NUMBERS.isdisjoint(classes(link))
        high = next(link.iterancestors("sup"), None) is not None or next(link.iter("sup"), None) is not None
        raised = official or written.startswith("[") or high
        at, target = places.get(str(link.get("href", "#"))[1:], (-1, None))
        note = self._holder(target) if target is not None and at > place else None
        if note is not None and note not in link.iterancestors() and (raised or self._linked[note][1]):
            self._notes[note] = self._notes.get(note) or mark
            self._marks[link] = mark
        elif official or (raised and target is None):
            self._marks[link] = mark

    def _holder(self, target: etree._Element) -> etree._Element | None:
        """Return the element that holds the note of which a target is part."""
        around = [target, *target.iterancestors()]
        known = next((one for one in around if one in self._notes), None)
        holder = known if known is not None else next((one for one in around if name_of(one) in _HOLDERS), None)
        if holder is None:
            return None
        if holder not in self._linked:
            fits = next(holder.iter(*_HEADINGS), None) is None and len(_text(holder)) <= _LONGEST
            self._linked[holder] = (fits, _links_back(holder))
        return holder if self._linked[holder][0] else None

    def is_note(self, element: etree._Element) -> bool:
        """Say whether an element holds a note."""
        return element in self._notes

    def mark(self, element: etree._Element) -> str | None:
        """Return the mark for which an element stands, if it does."""
        return self._marks.get(element)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield each note as mark and text, in the order of the page."""
        for note, mark in self._notes.items():
            own = next((one for one in note.iter("span", "a", "sup") if not _NUMBERS.isdisjoint(classes(one))), None)
            mark = (_text(own) if own is not None else "") or mark
            text = _SPACE.sub(" ", "".join(_words(note))).strip()
            if text:
                yield mark, re.sub(rf"^[\[(]?{re.escape(mark)}[\])]?[.:]?\s+", "", text) if mark else text


def _words(note: etree._Element) -> Iterator[str]:
    walker = etree.iterwalk(note, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            if element is not note and (_is_link_or_mark(element) or is_left_out(element)):
                walker.skip_subtree()
            else:
                yield plain(element.text or "")
        elif element is not note:
            yield plain(element.tail or "")


def _is_link_or_mark(element: etree._Element) -> bool:
    inside = name_of(element) == "a" and str(element.get("href", "")).startswith("#")
    return inside or not _NUMBERS.isdisjoint(classes(element)) or not _CLOSING.isdisjoint(classes(element))


def _links_back(note: etree._Element) -> bool:
    return any(str(link.get("href", "")).startswith("#") for link in note.iter("a"))


def _text(element: etree._Element) -> str:
    return _SPACE.sub(" ", plain("".join(map(str, element.itertext())))).strip()
