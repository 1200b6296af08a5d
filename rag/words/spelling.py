"""Spelling: a word that neither the letters nor the lexicons know, and the known word that it is one slip away from.

A slip is a letter too many, too few, wrong, or two that changed places (Damerau 1964, "A technique for computer
detection and correction of spelling errors"). The first letter is hardly ever wrong, and names differ by it
(Gambia, Zambia): it is left alone.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from string import ascii_lowercase

from rag.answer import Language
from rag.words.analysis import Splitter, stem
from rag.words.lexicon import SHIPPED, Lexicons

SHORTEST = 6
"""Letters that a word has at least to be put right: short words are one slip away from too many others."""


class Speller:
    """Puts right the words of questions, by the words of the letters and the lexicons."""

    def __init__(self, splitter: Splitter, lexicons: Lexicons = SHIPPED) -> None:
        self._splitter, self._lexicons = splitter, lexicons

    def corrected(self, word: str, language: Language) -> str | None:
        """Return what a folded word was meant to be; None when it is known, or when nothing known is near."""
        if len(word) < SHORTEST or not word.isalpha() or self._knows(word, language):
            return None
        for counts in (self._splitter.counts, self._english if language == "en" else {}):
            near = {one for one in _slips(word) if counts.get(one)}
            if near:
                return max(near, key=lambda one: (counts[one], one))
        return None

    def _knows(self, word: str, language: Language) -> bool:
        known = word in self._splitter.counts or stem(word) in self._stems or bool(self._splitter.parts(word))
        return known or (language == "en" and (word in self._english or stem(word, "en") in self._english_stems))

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self._splitter.counts))

    @cached_property
    def _english(self) -> Mapping[str, int]:
        return dict.fromkeys((word for term in self._lexicons.bilingual.own_terms() for word in term.split()), 1)

    @cached_property
    def _english_stems(self) -> frozenset[str]:
        return frozenset(stem(word, "en") for word in self._english)


def _slips(word: str) -> Iterator[str]:
    """Yield every word that is one slip away and has the same first letter."""
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
