"""The parts of an answer: its Markdown read once, for the window, for Word and for plain text alike.

Quotes are set aside first, so that nothing that stands in a letter is taken for Markdown or for a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rag.answer import Answer, Citation
from rag.answering.compose import as_markdown, as_plain

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITEM = re.compile(r"^\s*[-*] ")
_OPEN, _CLOSE = "\ue000", "\ue001"
_INLINE = re.compile(rf"{_OPEN}(?P<slot>\d+){_CLOSE}|(?<!\\)\[(?P<number>\d{{1,3}})\]|\*\*(?P<bold>.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the answer itself."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote in the answer, with the citation that it is of."""

    citation: Citation


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the answer, with the citation that it stands for."""

    citation: Citation


Part = Words | Quote | Mark


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, an item of a list, or a paragraph."""

    kind: Literal["heading", "item", "paragraph"]
    parts: tuple[Part, ...]


def blocks(answer: Answer) -> Iterator[Block]:
    """Yield the blocks of an answer; a number without a citation, and a quote that is not cited, are mere words."""
    cited = {citation.n: citation for citation in answer.citations}
    for line in _set_aside(answer).splitlines():
        words = line.strip()
        bold = _BOLD.fullmatch(words)
        if bold:
            yield Block("heading", tuple(_parts(bold[1], answer, cited)))
        elif _ITEM.match(words):
            yield Block("item", tuple(_parts(_ITEM.sub("", words), answer, cited)))
        elif words:
            yield Block("paragraph", tuple(_parts(words, answer, cited)))


def _set_aside(answer: Answer) -> str:
    """Replace each cited quote by a slot, whatever white space it was broken on."""
    text = answer.answer.replace(_OPEN, "").replace(_CLOSE, "")
    longest_first = sorted(enumerate(answer.citations), key=lambda one: -len(one[1].quote))
    for index, citation in longest_first:
        words = as_markdown(citation.quote.replace(_OPEN, "").replace(_CLOSE, "")).split()
        if words:
            pattern = r"\s+".join(re.escape(word) for word in words)
            text = re.sub(f"“{pattern}”", f"{_OPEN}{index}{_CLOSE}", text)
    return text


def _parts(text: str, answer: Answer, cited: dict[int, Citation], *, strong: bool = False) -> Iterator[Part]:
    at = 0
    for found in _INLINE.finditer(text):
        if found["number"] and int(found["number"]) not in cited:
            continue
        if found.start() > at:
            yield Words(as_plain(text[at : found.start()]), strong)
        if found["slot"]:
            yield Quote(answer.citations[int(found["slot"])])
        elif found["number"]:
            yield Mark(cited[int(found["number"])])
        else:
            yield from _parts(found["bold"], answer, cited, strong=True)
        at = found.end()
    if at < len(text):
        yield Words(as_plain(text[at:]), strong)
