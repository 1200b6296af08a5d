"""What stands beside the letter on a web page: cookie notices, paths, ways to share, links to other pages."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.readers.page_structure import name_of

_PARTS = frozenset(
    re.findall(
        r"\w+",
        "breadcrumb breadcrumbs broodkruimel cookie cookies cookiebar cookiemelding cookiebanner delen footer "
        "kruimelpad kruimelspoor menu navigatie navigation pager pagination paginering related gerelateerd share "
        "sharing skiplink skiplinks social socials socialmedia verwant",
    )
)
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_BESIDE = re.compile(
    r"(?i:zie ook|lees ook|delen|deel deze (?:pagina|publicatie)|deel dit(?: \w+)?|gerelateerd(?:e \w+)?|"
    r"meer over .{0,60}|meer informatie|ook interessant|volg ons|verwante \w+|share)\s*:?"
)
_BLOCKS = ("div", "section", "ul", "ol", "p", "form")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST = 1_500


def hide_beside(root: etree._Element) -> None:
    """Mark as hidden what by its name, or by its heading and its links, is no part of what the page says."""
    walker = etree.iterwalk(root, events=("start",), tag=_BLOCKS)
    for _, element in walker:
        if _is_named(element) and _is_short(element):
            element.set("hidden", "")
            walker.skip_subtree()
    for heading in root.iter("h2", "h3", "h4", "h5"):
        if _BESIDE.fullmatch(_text(heading)):
            links = list(_under(heading))
            for one in (heading, *links) if links else ():
                one.set("hidden", "")


def _is_named(element: etree._Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    words = ([word.lower() for word in _WORD.findall(name)] for name in names[:20])
    return any(found and (found[0] in _PARTS or found[-1] in _PARTS) for found in words)


def _is_short(element: etree._Element) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST:
            return False
    return True


def _under(heading: etree._Element) -> Iterator[etree._Element]:
    """Yield what follows a heading as long as it is nothing but links."""
    for one in heading.itersiblings(etree.Element):
        if name_of(one) in _HEADINGS or not _is_all_links(one):
            return
        yield one


def _is_all_links(element: etree._Element) -> bool:
    said = len("".join(_text(element).split()))
    linked = sum(len("".join(_text(link).split())) for link in element.iter("a", "button"))
    return said == linked or name_of(element) == "a"


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
