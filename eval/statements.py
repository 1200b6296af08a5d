"""The statements of an answer: its sentences, each with the words that it quotes and the citations that it names.

Headings, block quotes and lines that end with a colon state nothing. Quoted words are part of the sentence around
them, whatever sentences and marks they hold themselves.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rag.answer import Answer
from rag.answering.compose import as_markdown

_MARK = re.compile(r"\[(\d+)\]")
_QUOTED = re.compile(r"“([^”]*)”|„([^”]*)”|«([^»]*)»|\"([^\"]*)\"")
_LIST_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_PRIVATE = 0xE000
_SIGN = re.compile("[\ue000-\uf8ff]")
"""The characters that stand for quotes while sentences are cut: Unicode leaves them to private use."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence: its own words with its quotes emptied, what it quotes, and the numbers of its citations."""

    own: str
    quoted: tuple[str, ...]
    marks: tuple[int, ...]


def statements(answer: Answer) -> tuple[Statement, ...]:
    """Return the statements of an answer; one that is a no states nothing that could be cited."""
    if answer.status != "answered":
        return ()
    text, hidden = _hide_quotes(answer)
    lines = (line for line in text.splitlines() if not line.lstrip().startswith(("#", ">")))
    return tuple(statement for line in lines for statement in _of_line(line, hidden))


def marks(answer: Answer) -> set[int]:
    """Return the numbers of all ``[n]`` of an answer that stand outside its quotes."""
    text, _ = _hide_quotes(answer)
    return {int(mark) for mark in _MARK.findall(_QUOTED.sub(" ", text))}


def _hide_quotes(answer: Answer) -> tuple[str, dict[str, str]]:
    """Put a single character in the place of each cited quote: it may hold quotation marks and sentences."""
    text, hidden = _SIGN.sub("", answer.answer), {}
    for citation in sorted(answer.citations, key=lambda one: -len(one.quote)):
        sign = chr(_PRIVATE + citation.n)
        hidden[sign] = _SIGN.sub("", as_markdown(citation.quote))
        text = text.replace(f"“{hidden[sign]}”", f"“{sign}”")
    return text, hidden


def _of_line(line: str, hidden: Mapping[str, str]) -> Iterator[Statement]:
    quoted: list[str] = []

    def empty(found: re.Match[str]) -> str:
        words = next(group for group in found.groups() if group is not None)
        quoted.append(hidden.get(words, words))
        return f"“{chr(_PRIVATE + len(quoted) - 1)}”"

    own = _QUOTED.sub(empty, _LIST_MARK.sub("", line)).strip()
    if own.endswith((":", ":**", ":*")) or (own.startswith("**") and own.endswith("**")):
        return
    for sentence in _SENTENCE_END.split(own):
        words = tuple(quoted[ord(sign) - _PRIVATE] for sign in _SIGN.findall(sentence))
        if words or re.search(r"\w{2,}", _MARK.sub("", sentence)):
            yield Statement(_SIGN.sub("", sentence), words, tuple(map(int, _MARK.findall(sentence))))
