"""What Word formats say about words: whether they can be seen, stand raised, or are a heading."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_OFF = frozenset({"0", "false", "off", "none"})
_NO_FILL = frozenset({"auto", "FFFFFF", "ffffff", "clear", "none", ""})
_PALEST = 0xF0
_TINIEST = 2
_DEEPEST = 20


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; the empty string for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of a name, whatever its namespace."""
    return None if element is None else next((one for one in element if local(one) == name), None)


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute, whatever its namespace."""
    if element is None:
        return None
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """Return an attribute as a number that is not negative; None where it is none."""
    text = value(element, name) or ""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def is_on(element: etree._Element | None) -> bool:
    """Say whether a switch such as ``w:vanish`` is there and on."""
    return element is not None and (value(element) or "true") not in _OFF


@dataclass(frozen=True, slots=True)
class Style:
    """What the formats of a style, or of a run, add up to; None where they leave it open."""

    vanish: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    raised: bool | None = None
    filled: bool | None = None
    heading: bool | None = None
    list_id: str | None = None
    list_level: int | None = None

    def over(self, base: "Style") -> "Style":
        """Return this style laid over another."""
        own = {name: getattr(self, name) for name in self.__slots__}
        return Style(**{name: getattr(base, name) if mine is None else mine for name, mine in own.items()})

    @property
    def unseen(self) -> bool:
        """Whether a reader of the page would not see the words."""
        return bool(self.vanish or self.tiny or (self.white and not self.filled))


class Styles:
    """The named styles of a document, each with what it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {} if root is None else {value(one, "styleId"): one for one in root if local(one) == "style"}
        self._known: dict[str | None, Style] = {}

    def named(self, name: str | None) -> Style:
        """Return a style by its id; one that says nothing when there is none."""
        if name not in self._known:
            style = Style()
            for element in reversed(list(self._chain(name))):
                style = _of_style(element).over(style)
            self._known[name] = style
        return self._known[name]

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            element = self._elements.get(name)
            if name is None or element is None:
                return
            yield element
            name = value(child(element, "basedOn"))


def _of_style(element: etree._Element) -> Style:
    title = (value(child(element, "name")) or "").lower()
    own = Style(heading=True if title.startswith("heading") or title == "title" else None)
    return of_paragraph(child(element, "pPr")).over(of_run(child(element, "rPr"))).over(own)


def of_run(formats: etree._Element | None) -> Style:
    """Return what the formats of a run say."""
    if formats is None:
        return Style()
    found = {local(one): one for one in formats}
    size = number(found.get("sz"))
    return Style(
        vanish=is_on(found["vanish"]) if "vanish" in found else None,
        white=is_white(value(found["color"])) if "color" in found else None,
        tiny=None if size is None else size <= _TINIEST,
        raised=value(found["vertAlign"]) == "superscript" if "vertAlign" in found else None,
        filled=True if "highlight" in found or is_filled(found.get("shd")) else None,
    )


def of_paragraph(formats: etree._Element | None) -> Style:
    """Return what the formats of a paragraph say."""
    if formats is None:
        return Style()
    level = number(child(formats, "outlineLvl"))
    listed = child(formats, "numPr")
    return Style(
        filled=True if is_filled(child(formats, "shd")) else None,
        heading=None if level is None else level < 9,
        list_id=value(child(listed, "numId")),
        list_level=number(child(listed, "ilvl")),
    )


def is_filled(shade: etree._Element | None) -> bool:
    """Say whether a shade gives words a background other than white."""
    return shade is not None and (
        (value(shade, "fill") or "auto") not in _NO_FILL or (value(shade) or "clear") not in ("clear", "nil")
    )


def is_white(color: str | None) -> bool:
    """Say whether a colour, written as six hexadecimal digits, cannot be told from white."""
    text = (color or "").lstrip("#")
    if len(text) != 6 or not all(sign in "0123456789abcdefABCDEF" for sign in text):
        return False
    return all(int(text[at : at + 2], 16) >= _PALEST for at in (0, 2, 4))
