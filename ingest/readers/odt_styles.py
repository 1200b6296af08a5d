"""What the styles of an OpenDocument text say: what can be seen, what is a heading, how lists are numbered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.word_lists import counted
from ingest.readers.word_styles import Style, child, is_white, local, number, value

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACE = re.compile(r"%(\d{1,2})%")
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)(pt|in|cm|mm|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_TINIEST = 1.0
_DEEPEST = 20
_LEVELS = 10

OUTLINE = "#outline"
"""The name of the list style that numbers headings."""


class OdtStyles:
    """The named styles of a text, each with what it is based on; a name may mean one for paragraphs, one for words."""

    def __init__(self, roots: Iterable[etree._Element | None]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        for root in roots:
            for one in () if root is None else root.iter("{*}style"):
                self._elements[value(one, "family") or "", value(one, "name") or ""] = one
        self._known: dict[tuple[str, str], Style] = {}

    def of(self, element: etree._Element, family: str = "paragraph") -> Style:
        """Return the style that an element names; one that says nothing when it names none."""
        key = (family, value(element, "style-name") or "")
        if key not in self._known:
            style = Style()
            for one in reversed(list(self._chain(key))):
                style = _of_style(one).over(style)
            self._known[key] = style
        return self._known[key]

    def _chain(self, key: tuple[str, str]) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            element = self._elements.get(key)
            if element is None:
                return
            yield element
            key = (key[0], value(element, "parent-style-name") or "")


def _of_style(element: etree._Element) -> Style:
    words = child(element, "text-properties")
    level = number(element, "default-outline-level")
    size = _points(value(words, "font-size"))
    display, color = value(words, "display"), value(words, "color")
    raised = value(words, "text-position")
    grounds = [value(one, "background-color") for one in element]
    return Style(
        vanish=None if display is None else display != "true",
        white=None if color is None else is_white(color),
        tiny=None if size is None else size <= _TINIEST,
        raised=None if raised is None else raised.startswith("super") or raised[:1] in "123456789",
        filled=True if any(_is_ground(one) for one in grounds) else None,
        heading=True if level else None,
        list_id=value(element, "list-style-name") or None,
    )


def _points(written: str | None) -> float | None:
    found = _LENGTH.fullmatch(written or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


def _is_ground(color: str | None) -> bool:
    return color not in (None, "transparent") and not is_white(color)


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str


@dataclass(slots=True)
class OdtLists:
    """The list styles of a text, and how far each list has been counted."""

    roots: Iterable[etree._Element | None]
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def __post_init__(self) -> None:
        for root in self.roots:
            for one in () if root is None else root.iter("{*}list-style", "{*}outline-style"):
                name = OUTLINE if local(one) == "outline-style" else value(one, "name") or ""
                self._levels[name] = {at: level for at, level in map(_level, one) if level is not None}

    def restart(self, name: str) -> None:
        """Begin a list anew."""
        self._counts.pop(name, None)

    def next_label(self, style: str, name: str, at: int, start: int | None = None) -> str:
        """Count one item of a list and return its label, ``-`` for a bullet; empty where there is none.

        Args:
            style: the name of the list style.
            name: which list it is, among those of one style.
            at: the level of the item, from 1.
            start: the number that the item itself asks for.
        """
        levels = self._levels.get(style, {})
        level = levels.get(at)
        if level is None or at > _LEVELS:
            return ""
        counts = self._counts[name]
        counts[at] = counts.get(at, level.start - 1) + 1 if start is None else start
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        return "-" if level.form == "bullet" else _label(level, levels, counts)


def _label(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def written(found: re.Match[str]) -> str:
        one = levels.get(int(found[1]))
        return "" if one is None or not one.form else counted(counts.get(int(found[1]), one.start), one.form)

    return _PLACE.sub(written, level.text).strip() if level.form else ""


def _level(element: etree._Element) -> tuple[int, _Level | None]:
    at = number(element, "level") or 0
    if "bullet" in local(element) or "image" in local(element):
        return at, _Level(1, "bullet", "")
    start, form = number(element, "start-value"), _FORMS.get(value(element, "num-format") or "", "")
    return at, _Level(1 if start is None else start, form, _text(element, at))


def _text(element: etree._Element, at: int) -> str:
    given = value(element, "num-list-format")
    if given:
        return given
    shown = number(element, "display-levels") or 1
    places = ".".join(f"%{one}%" for one in range(max(1, at - shown + 1), at + 1))
    return f"{value(element, 'num-prefix') or ''}{places}{value(element, 'num-suffix') or ''}"
