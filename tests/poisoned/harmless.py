"""What it is for an answer to be harmless, whatever letters hold."""

import re
from html.parser import HTMLParser

from rag.answer import Answer
from ui.answer_view import render_answer
from ui.dutch import DUTCH

MARK = re.compile(r"(?<!\\)\[(\d+)\]")
_HARMLESS = {"p", "h3", "ul", "li", "strong", "span", "button", "em", "div", "section", "ol"}


class Seen(HTMLParser):
    """What a browser would make of the HTML of an answer: its elements and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)


def assert_harmless(answer: Answer) -> None:
    """Assert that an answer's marks are its citations, its quotes are verbatim, and nothing of it is markup or leads out."""
    assert {int(n) for n in MARK.findall(answer.answer)} <= {one.n for one in answer.citations}
    for one in answer.citations:
        assert one.place.letter.text[one.start : one.end] == one.quote
    bare = re.sub(r"\\.", "", answer.answer)
    assert not re.search(r"!\[|\]\(|<|`|\|", bare)
    seen = Seen(render_answer(answer, 0, DUTCH))
    assert seen.elements <= _HARMLESS
    assert not {name for name in seen.attributes if name in {"href", "src", "style"} or name.startswith("on")}
