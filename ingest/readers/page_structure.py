"""Which part of a web page is the letter, and which elements of it nobody reads or sees."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

_UNREAD = frozenset(
    re.findall(
        r"\w+",
        "audio button canvas del embed head iframe input map nav noscript object option script select style svg "
        "template textarea title video",
    )
)
_UNREAD_ROLES = frozenset({"alertdialog", "banner", "contentinfo", "dialog", "menu", "navigation", "search"})
_FRAMES = frozenset({"header", "footer", "aside"})
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup"})
_CELLS = frozenset({"td", "th", "caption", "col"})
_INSIDE = ("main", "article")
_OFFICIAL = frozenset({"vraag", "antwoord", "kamervraagomschrijving", "kamervraagopmerking", "stuk", "dossiertitel"})
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)|"
    r"font-size\s*:\s*0(?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)|content-visibility\s*:\s*hidden|"
    r"(?:text-indent|left|right|top|bottom|margin-left|margin-top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01](?:px)?\b|"
    r"clip-path\s*:\s*inset\(\s*(?:50|100)%|transform\s*:\s*scale\(\s*0\s*\)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_NO_SIZE = re.compile(r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|em|%)?\s*(?:;|!|$)", re.IGNORECASE)
_COLOR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:^|;)\s*background(?:-color)?\s*:\s*(?!\s*(?:white|#fff|none|transparent|inherit))", re.IGNORECASE
)
_WHITE = re.compile(
    r"white|snow|transparent|#f[0-9a-f]f[0-9a-f]f[0-9a-f](?:[0-9a-f]{2})?|#fff[0-9a-f]?|"
    r"rgba?\(\s*2[45]\d\s*[, ]\s*2[45]\d\s*[, ]\s*2[45]\d\s*(?:[,/][^)]*)?\)|rgba\([^)]*[,/]\s*0(?:\.0*)?\s*\)",
    re.IGNORECASE,
)
_SIMPLE = re.compile(r"[a-zA-Z0-9]*([.#][\w-]{1,80})")
_MOST_STYLES = 400_000
_ABOVE = 12


def name_of(element: etree._Element) -> str:
    """Return the name of an element; the empty string for what is no element."""
    return element.tag if isinstance(element.tag, str) else ""


def classes(element: etree._Element) -> frozenset[str]:
    """Return the classes of an element."""
    return frozenset(str(element.get("class", "")).split())


def main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds the letter: the one main part, or all that an official publication marks."""
    body = root.find(".//body")
    whole = root if body is None else body
    official = [one for one in whole.iter("div", "h1") if not _OFFICIAL.isdisjoint(classes(one))]
    for name in _INSIDE:
        found = [one for one in whole.iter(name) if next(one.iterancestors(name), None) is None]
        if len(found) == 1 and _says_something(found[0]) and all(found[0] in one.iterancestors() for one in official):
            return found[0]
    marked = next((one for one in whole.iter("div", "section") if one.get("role") == "main"), None)
    if marked is not None and _says_something(marked) and not official:
        return marked
    return _around(official) if official else whole


def _says_something(element: etree._Element) -> bool:
    return any(str(text).strip() for text in islice(element.itertext(), 2_000))


def _around(elements: list[etree._Element]) -> etree._Element:
    """Return the nearest element that holds all of them."""
    common = [elements[0], *elements[0].iterancestors()]
    for one in elements[1:]:
        above = {one, *one.iterancestors()}
        common = [element for element in common if element in above]
    return common[0]


def is_plain_table(element: etree._Element) -> bool:
    """Say whether a table has all its words in cells, and no table inside it: one to be read row by row."""
    if next(element.iterdescendants("table"), None) is not None or str(element.text or "").strip():
        return False
    for one in element.iterdescendants():
        parent = one.getparent()
        outside = parent is not None and name_of(parent) in _TABLE_PARTS
        if outside and (name_of(one) not in _TABLE_PARTS | _CELLS or str(one.tail or "").strip()):
            return False
        if name_of(one) in _TABLE_PARTS and str(one.text or "").strip():
            return False
    return True


def is_left_out(element: etree._Element) -> bool:
    """Say whether an element is no part of what is read: script, navigation, page head or foot, control, hidden."""
    name = name_of(element)
    if not name or name in _UNREAD or element.get("role") in _UNREAD_ROLES:
        return True
    if name in _FRAMES and (name == "footer" or next(element.iterancestors(*_INSIDE), None) is None):
        return True
    if (name == "dialog" and element.get("open") is None) or element.get("aria-hidden") == "true":
        return True
    return element.get("hidden") is not None or _is_unseen(element)


def _is_unseen(element: etree._Element) -> bool:
    style = str(element.get("style", ""))
    found = _COLOR.search(style)
    color = found[1] if found else str(element.get("color", ""))
    if color and _WHITE.fullmatch(color.strip()):
        return not any(
            one.get("bgcolor") or _BACKGROUND.search(str(one.get("style", "")))
            for one in (element, *islice(element.iterancestors(), _ABOVE))
        )
    return bool(style) and is_hiding(style)


def is_hiding(style: str) -> bool:
    """Say whether a style hides what has it, colours aside."""
    if _UNSEEN.search(style) is not None:
        return True
    return _CUT_OFF.search(style) is not None and _NO_SIZE.search(style) is not None


def hide_by_styles(root: etree._Element) -> None:
    """Mark the elements as hidden whose class or identifier the page's own styles hide, whatever the medium."""
    styles = "}".join("".join(map(str, element.itertext())) for element in root.iter("style"))[:_MOST_STYLES]
    names = frozenset(_hiding(styles))
    if names:
        for element in root.iter(etree.Element):
            if not names.isdisjoint({f"#{element.get('id')}", *(f".{name}" for name in classes(element))}):
                element.set("hidden", "")


def _hiding(styles: str) -> Iterator[str]:
    depth = 0
    for piece in styles.split("}"):
        selectors, _, rules = piece.partition("{")
        opened = piece.count("{")
        if opened == 1 and depth == 0 and is_hiding(rules):
            for selector in selectors.rpartition("*/")[2].split(","):
                if (found := _SIMPLE.fullmatch(selector.strip())) is not None:
                    yield found[1]
        depth = max(0, depth + opened - 1)
