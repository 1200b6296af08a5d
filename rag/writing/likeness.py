"""How far the words of a sentence say what the words of a quote say, within Dutch and from English to Dutch.

Two words are alike when they have one stem, stand side by side in the bilingual lexicon, or have near vectors in the
shipped embedding model, which was trained on both languages together.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from rag.answer import Language
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter, stem, words
from rag.words.lexicon import bilingual, stems
from rag.words.stopwords import FUNCTION

Matrix = NDArray[np.float32]
"""Rows are the words of one passage, columns those of another; 0 (unlike) to 1 (the same)."""

ALIKE = 0.5
"""From which likeness on a word is taken to say another one."""

_LEXICON = 0.95
_PART = 0.8
_SHORTEST_PART = 5
_LONGEST_TERM = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage, folded, with its offsets."""

    text: str
    start: int
    end: int


class Passage:
    """A text as its words."""

    def __init__(self, text: str, language: Language) -> None:
        self.text, self.language = text, language
        self.words = tuple(Word(*found) for found in words(text))

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stems of the words, in the language of the passage."""
        return tuple(stem(word.text, self.language) for word in self.words)

    @cached_property
    def vectors(self) -> Matrix:
        """The vectors of the words, a row each."""
        found = [_vector(word.text) for word in self.words]
        return np.stack(found) if found else np.zeros((0, load_embedding().dimension), np.float32)

    @cached_property
    def parts(self) -> dict[int, Matrix]:
        """The vectors of the two parts of each word that is a Dutch compound, by the place of the word."""
        opened = ((at, _compounds().parts(word.text)) for at, word in enumerate(self.words))
        if self.language == "en":
            return {}
        return {at: np.stack([_vector(part) for part in parts]) for at, parts in opened if parts}

    @cached_property
    def content(self) -> NDArray[np.bool_]:
        """Which words carry a subject: no function words."""
        return np.array([not is_function(word.text, self.language) for word in self.words], bool)


def is_function(word: str, language: Language) -> bool:
    """Say whether a word is a function word of a language, or a single letter."""
    return word in FUNCTION[language] or (len(word) == 1 and not word.isdigit())


@lru_cache(maxsize=200)
def likeness(one: Passage, other: Passage) -> Matrix:
    """Return how far each word of one passage says each word of another; the other is in Dutch.

    What was compared last is kept, since several checks compare the same; it must not be written to.
    """
    found: Matrix = np.clip(one.vectors @ other.vectors.T, 0.0, 1.0)
    _compare_parts(one, other, found)
    _compare_forms(one, other, found)
    if one.language == "en":
        _translate(one, other, found)
    found.flags.writeable = False
    return found


def _compare_forms(one: Passage, other: Passage, found: Matrix) -> None:
    """Raise the likeness of words with one stem, and of words of which one is in the other, as a part of a compound."""
    columns: dict[str, list[int]] = {}
    for column, (word, stemmed) in enumerate(zip(other.words, other.stems, strict=True)):
        for form in {word.text, stemmed}:
            columns.setdefault(form, []).append(column)
    for row, (word, stemmed) in enumerate(zip(one.words, one.stems, strict=True)):
        found[row, [*columns.get(word.text, ()), *columns.get(stemmed, ())]] = 1.0
    long = [(column, word.text) for column, word in enumerate(other.words) if len(word.text) >= _SHORTEST_PART]
    for row, word in enumerate(one.words):
        if len(word.text) >= _SHORTEST_PART:
            for column, text in long:
                if word.text in text or text in word.text:
                    found[row, column] = max(found[row, column], _PART)


def _compare_parts(one: Passage, other: Passage, found: Matrix) -> None:
    """Raise the likeness of words to what the other's compounds are made of, and of compounds to the other's words."""
    for column, vectors in other.parts.items():
        found[:, column] = np.maximum(found[:, column], (one.vectors @ vectors.T).max(axis=1))
    for row, vectors in one.parts.items():
        found[row] = np.maximum(found[row], (vectors @ other.vectors.T).max(axis=0))


def _translate(one: Passage, other: Passage, found: Matrix) -> None:
    """Raise the likeness of English terms to their Dutch alternatives in the lexicon."""
    columns: dict[str, list[int]] = {}
    for column, stemmed in enumerate(other.stems):
        columns.setdefault(stemmed, []).append(column)
    for start in range(len(one)):
        for size in range(min(_LONGEST_TERM, len(one) - start), 0, -1):
            for term in _alternatives(one.stems[start : start + size]):
                if all(part in columns for part in term):
                    at = [column for part in term for column in columns[part]]
                    rows = slice(start, start + size)
                    found[rows, at] = np.maximum(found[rows, at], _LEXICON)


@lru_cache(maxsize=20_000)
def _alternatives(key: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the Dutch alternatives of an English term as stems, without function words."""
    found = [
        stems(" ".join(w for w, _, _ in words(term) if not is_function(w, "nl")), "nl")
        for term in bilingual().alternatives(key)
    ]
    return tuple(term for term in found if term)


@cache
def _compounds() -> Splitter:
    """Opens compounds into words of the lexicon."""
    return Splitter(Counter(word for term in bilingual().terms() for word, _, _ in words(term)))


@lru_cache(maxsize=50_000)
def _vector(word: str) -> Matrix:
    row: Matrix = load_embedding().vectors([word])[0]
    return row
