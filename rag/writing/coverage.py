"""How much of what a sentence says its quotes say."""

import re

import numpy as np

from rag.words.stopwords import CEREMONY
from rag.writing.evidence import Evidence
from rag.writing.likeness import ALIKE, Passage, likeness
from rag.writing.polarity import is_negation


def coverage(claim: Passage, evidence: Evidence) -> float:
    """Return the share of a claim's own words that its quotes say, 0 to 1.

    Words of the letters' heads (who, when), of the questions that are answered, and set phrases of saying are not its
    own; but a claim that says nothing of the quotes themselves has no support.
    """
    own = np.array([_counts(claim, row) for row in range(len(claim))], bool)
    if not own.any():
        return 0.0
    said = _said(claim, evidence.quote)
    framed = np.maximum(_said(claim, evidence.head), _said(claim, evidence.asked)) >= _SAME
    counted = own & ~(framed & (said < ALIKE))
    if not (said[own] >= ALIKE).any() or not counted.any():
        return 0.0
    return float((said >= ALIKE)[counted].mean())


def strays(claim: Passage, evidence: Evidence) -> bool:
    """Say whether a part of a claim between commas, or a run of words in it, is said nowhere in what it rests on."""
    known = np.max([_said(claim, one) for one in (evidence.quote, evidence.head, evidence.asked)], axis=0) >= ALIKE
    part: list[bool] = []
    run = 0
    for row, word in enumerate(claim.words):
        if row and _PARTS.search(claim.text, claim.words[row - 1].end, word.start):
            if _is_stray(part):
                return True
            part = []
        if _counts(claim, row):
            part.append(bool(known[row]))
            run = 0 if known[row] else run + 1
        if run == STRAYING:
            return True
    return _is_stray(part)


def _is_stray(part: list[bool]) -> bool:
    return len(part) >= _PART and sum(part) <= STRAY * len(part)


_PARTS = re.compile(r"[,;:–—(]")

_PART = 3
"""Words of its own from which a part of a sentence is judged apart."""

STRAY = 0.34
"""The share of a part's words that must be known for it to be no stray."""

STRAYING = 4
"""Words in a row that a quote does not say and that are more than another wording."""

_SAME = 0.9
"""The likeness from which a word is one of a head or a question."""


def _said(claim: Passage, other: Passage) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """Return for each word of a claim how far another passage says it."""
    alike = likeness(claim, other)
    return alike.max(axis=1) if alike.size else np.zeros(len(claim), np.float32)


def _counts(claim: Passage, row: int) -> bool:
    word = claim.words[row].text
    return bool(claim.content[row]) and not is_negation(word) and word not in CEREMONY[claim.language] | _FRAMING


_FRAMING = frozenset(
    [
        "moreover",
        "furthermore",
        "therefore",
        "however",
        "thus",
        "hence",
        "additionally",
        "besides",
        "meanwhile",
        "currently",
        "overall",
        "namely",
        "specifically",
        "finally",
        "first",
        "firstly",
        "secondly",
        "also",
        "still",
        "according",
        "place",
        "considers",
        "consider",
        "stresses",
        "emphasises",
        "emphasizes",
        "indicates",
        "explains",
        "notes",
        "adds",
        "points",
        "believes",
        "agrees",
        "agree",
        "expects",
        "confirms",
        "confirm",
        "reports",
        "stresses",
        "regards",
        "replied",
        "announced",
        "bovendien",
        "daarnaast",
        "verder",
        "namelijk",
        "tevens",
        "immers",
        "derhalve",
        "kortom",
        "momenteel",
        "zodoende",
        "daardoor",
        "hierdoor",
        "allereerst",
        "tenslotte",
        "ten",
        "acht",
        "benadrukt",
        "stelt",
        "geeft",
        "meent",
        "legt",
        "wijst",
        "meldt",
        "aldus",
        "deelt",
        "verwacht",
        "vermeldt",
        "bevestigt",
    ]
)
"""Words that join sentences, and that say that somebody says something."""
