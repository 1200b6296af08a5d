"""Words as search sees them: folded, stemmed, numbers made alike, compounds opened.

The stemmer is Snowball's (https://snowballstem.org); its version is part of :data:`ANALYSIS`, which the index
keeps in its manifest, because another version would give other terms.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import Stemmer

from rag.answer import Language

ANALYSIS = f"analysis 4, Snowball {Stemmer.version()}"

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_GROUPED_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}['’]?s")
_ACRONYMS = frozenset(("ALS", "IS", "IT", "ME", "OM", "OR", "WHO"))
"""Acronyms that would be function words in lower case: they stay as they are written."""

_STEMMERS: dict[Language, Callable[[str], str]] = {
    "nl": Stemmer.Stemmer("dutch").stemWord,
    "en": Stemmer.Stemmer("english").stemWord,
}
LINKS = ("", "s", "e", "en", "er")
"""What may stand between the parts of a Dutch compound."""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a word in lower case without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.replace("´", "").replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def forms(text: str) -> list[str]:
    """Return the words of a text as they stand in it; hyphens part words."""
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def word(form: str) -> str:
    """Return a form folded to the word that it is of: ``11500`` for ``11.500``, ``ngo`` for ``NGO's``; ``OM`` stays."""
    if form in _ACRONYMS:
        return form
    if _GROUPED_NUMBER.fullmatch(form):
        form = form.replace(".", "").replace(",", "")
    elif _PLURAL_ACRONYM.fullmatch(form):
        form = form.rstrip("s’'")
    return fold(form)


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each word of a text, folded, with its offsets."""
    for match in _WORD.finditer(text):
        yield word(match.group()), match.start(), match.end()


def vocabulary(text: str) -> set[str]:
    """Return the words of a text, folded, each once."""
    return {word(form) for form in set(forms(text))}


_DATA = Path(__file__).parents[1] / "data"
_IRREGULAR = {
    form: lemma
    for lemma, forms in (line.split("\t") for line in (_DATA / "en-forms.tsv").read_text(encoding="utf-8").splitlines())
    for form in forms.split("|")
}
"""English forms that no stemmer brings back to their lemma."""


_COUNTRIES = frozenset(
    fold(name)
    for line in (_DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for name in line.partition("\t")[0].split("|")
)
"""Names that are no form of another word: Polen is not the plural of "pool", nor Spanje of "span"."""


@lru_cache(maxsize=200_000)
def stem(word: str, language: Language = "nl") -> str:
    """Return the stem of a folded word; numbers and the Dutch names of countries stay as they are."""
    if word.isdigit() or (language == "nl" and word in _COUNTRIES):
        return word
    bare = word.removesuffix("'s").replace("'", "").replace(".", "")
    return _STEMMERS[language](_IRREGULAR.get(bare, bare) if language == "en" else bare)


class Splitter:
    """Opens Dutch compounds into words of a vocabulary.

    Of all ways to cut a word into two known parts it takes the one whose parts are, by the geometric mean of
    their counts, the most frequent (Koehn and Knight 2003, "Empirical Methods for Compound Splitting").
    """

    def __init__(self, counts: Mapping[str, int], shortest: int = 4) -> None:
        self.counts = counts
        self._shortest = shortest
        self.parts = lru_cache(maxsize=200_000)(self._parts)
        self.stems = lru_cache(maxsize=1_000)(self._stems)

    def siblings(self, word: str) -> tuple[str, ...]:
        """Return the singulars and plurals of a word that are known and whose stem is another one.

        The Dutch stemmer takes ``verdragen`` for a verb and so parts it from ``verdrag``.
        """
        forms = [word.removesuffix(end) for end in ("en", "s") if word.endswith(end)] + [f"{word}en", f"{word}s"]
        return tuple(form for form in forms if form in self.counts and stem(form) != stem(word))

    def _stems(self, text: str) -> frozenset[str]:
        """Return the stems of the words of a text and of the parts of its compounds."""
        return frozenset(stem(part) for word in vocabulary(text) for part in (word, *self.parts(word)))

    def _parts(self, word: str) -> tuple[str, ...]:
        if len(word) < 2 * self._shortest or not word.isalpha():
            return ()
        best: tuple[str, ...] = ()
        best_score = 0.0
        for cut in range(self._shortest, len(word) - self._shortest + 1):
            tail_count = self.counts.get(word[cut:], 0)
            if not tail_count:
                continue
            for head in self._heads(word[:cut]):
                score = (self.counts[head] * tail_count) ** 0.5
                if score > best_score:
                    best, best_score = (head, word[cut:]), score
        if not best:
            return ()
        return best

    def _heads(self, head: str) -> list[str]:
        bare = [head.removesuffix(link) if link else head for link in LINKS if head.endswith(link)]
        return [one for one in dict.fromkeys(bare) if len(one) >= self._shortest and one in self.counts]
