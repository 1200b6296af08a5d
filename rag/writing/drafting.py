"""What a language model wrote, as sentences: thoughts taken out, marks of citations read.

All of it is worked out anew from the text so far, so that it does not matter in what pieces that came.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.answering.sentences import sentences

Lead = Literal[" ", "\n\n", "\n- "]
"""What parts a sentence from the one before it: nothing, a new paragraph, or being an item of a list."""

_THOUGHT = re.compile(r"<(think|thinking|thought|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_THOUGHT_END = re.compile(r"^.*</(?:think|thinking|thought|reasoning)>", re.DOTALL | re.IGNORECASE)
_THOUGHT_OPEN = re.compile(r"<(?:think|thinking|thought|reasoning)>.*$", re.DOTALL | re.IGNORECASE)
_LIST_SIGN = re.compile(r"^[ \t]*(?:[-*•–+]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*(?:#{1,6}[ \t].*|\*\*[^*\n\[]+\*\*:?)[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")

_MARK = re.compile(
    r"[\[【]\s*(?:\^|bron|source|citaat|quote|citation)?\s*(\d{1,4}(?:\s*(?:,|;|en|and|&|-|–)\s*\[?\d{1,4})*)\s*[\]】]",
    re.IGNORECASE,
)
_MARKS = re.compile(rf"(?:{_MARK.pattern}\s*(?:[,;]\s*(?=[\[【]))?)+", re.IGNORECASE)
_ENDING = re.compile(r"\s*[.,;:!?)]+")
_RANGE = re.compile(r"(\d+)\s*[-–]\s*(\d+)")
_LONGEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Claim:
    """A part of a sentence, the numbers of the citations that it rests on, and the signs that follow their marks."""

    text: str
    numbers: tuple[int, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence as a model wrote it."""

    text: str
    lead: Lead

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The parts of the sentence, each up to and with its marks; what follows the last marks goes with them."""
        return _claims(self.text)


@lru_cache(maxsize=1_000)
def _claims(text: str) -> tuple[Claim, ...]:
    found: list[Claim] = []
    at = 0
    for marks in _MARKS.finditer(text):
        signs = _ENDING.match(text, marks.end())
        after = signs.group().strip() if signs else ""
        found.append(Claim(_tidy(text[at : marks.start()]), _numbers(marks.group()), after))
        at = signs.end() if signs else marks.end()
    rest = _tidy(text[at:])
    if rest or not found:
        found.append(Claim(rest, found[-1].numbers if found else ()))
    return tuple(found)


def drafted(text: str, *, whole: bool) -> tuple[Drafted, ...]:
    """Return the sentences of a reply; of one that still grows only those that cannot change any more."""
    plain = _plain(text)
    found = list(_joined(plain))
    if not whole and found:
        found = found[: -2 if found[-1].text.startswith(("[", "【")) else -1]
    return tuple(found)


def visible(text: str) -> str:
    """Return a reply without the thoughts that a model writes between tags, also where it does not close them."""
    told = _THOUGHT_END.sub("", _THOUGHT.sub("", text))
    return _THOUGHT_OPEN.sub("", told)


def _plain(text: str) -> str:
    """Return the visible text with list signs made alike and without headings, which state nothing, and emphasis."""
    return _EMPHASIS.sub("", _LIST_SIGN.sub("- ", _HEADING.sub("", visible(text))))


def _joined(text: str) -> Iterator[Drafted]:
    """Yield the sentences of a text; marks after a full stop go with the sentence before them."""
    held: Drafted | None = None
    before = 0
    for start, end in sentences(text):
        said, lead = text[start:end], _lead(text[before:start], text[start:end])
        before = end
        marks = _MARKS.match(said)
        if marks and held is not None:
            held = Drafted(f"{held.text} {marks.group().strip()}", held.lead)
            said = said[marks.end() :].lstrip(" .,;\n")
        if said:
            if held is not None:
                yield held
            held = Drafted(said.removeprefix("- "), lead)
    if held is not None:
        yield held


def _lead(gap: str, said: str) -> Lead:
    if said.startswith("- "):
        return "\n- "
    return "\n\n" if "\n\n" in gap else " "


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _numbers(marks: str) -> tuple[int, ...]:
    """Return the numbers in a row of marks, in their order, each once."""
    spread = _RANGE.sub(lambda found: _spread(int(found[1]), int(found[2])), marks)
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", spread)))


def _spread(first: int, last: int) -> str:
    return ",".join(map(str, range(first, min(last, first + _LONGEST_RANGE) + 1)))
