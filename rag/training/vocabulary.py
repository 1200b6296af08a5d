"""The words of the model and the tokenizer that finds them.

A token is a whole word of either language. A word that is not in the vocabulary is cut into the fewest
words that are, so that an unseen Dutch compound becomes its parts.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import Stemmer
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from rag.training.material import Material

UNKNOWN: Final = "[UNK]"

_NORMALIZER: Final = normalizers.Sequence([normalizers.NFKD(), normalizers.StripAccents(), normalizers.Lowercase()])
_PARTING: Final = pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}]+"), "removed")

# How often a word must stand in the sentence pairs, or in texts of the domain, to be a token.
_FEWEST_IN_SENTENCES: Final = 3
_FEWEST_IN_DOMAIN: Final = 2

# Costs of a token, in the tokenizer's terms. One token more always costs more than a rarer token; a word of two
# or three letters is seldom a part of a compound, a single letter is the last resort, and "s" joins parts.
_TOKEN_COST: Final = -12.0
_RARITY_COST: Final = 0.2
_SHORT_COST: Final = {2: -3.0, 3: -2.0}
_LETTER_COST: Final = -18.0
_JOINING_COST: Final = -5.0
_UNKNOWN_COST: Final = -40.0
# A word of any other letters stays unknown.
_LETTERS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def words(text: str) -> list[str]:
    """Return the words of a text as the tokenizer sees them: lower case, no accents, letters and digits only."""
    return [word for word, _ in _PARTING.pre_tokenize_str(_NORMALIZER.normalize_str(text))]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each word stands in the texts of the domain, the sentence pairs and the term lists."""

    domain: Counter[str]
    dutch_sentences: Counter[str]
    english_sentences: Counter[str]
    dutch_terms: Counter[str]
    english_terms: Counter[str]

    @classmethod
    def of(cls, material: Material) -> "Counts":
        """Count the words of the material."""
        lists = (*material.english_terms, *material.everyday_terms)
        dutch = [alternative for terms in lists for alternative in terms.alternatives]
        dutch += [terms.term for terms in material.everyday_terms]
        return cls(
            _count(material.dutch()),
            _count(dutch_text for _, dutch_text in material.sentences),
            _count(english for english, _ in material.sentences),
            _count(dutch),
            _count(terms.term for terms in material.english_terms),
        )

    def dutch(self, word: str) -> int:
        """Return how often a word was seen as a Dutch one."""
        return self.domain[word] + self.dutch_sentences[word] + self.dutch_terms[word]

    def english(self, word: str) -> int:
        """Return how often a word was seen as an English one."""
        return self.english_sentences[word] + self.english_terms[word]

    def kept(self) -> dict[str, int]:
        """Return the words that become tokens, in alphabetical order, with how often they were seen."""
        sentences = self.dutch_sentences, self.english_sentences
        chosen = {word for counts in sentences for word, n in counts.items() if n >= _FEWEST_IN_SENTENCES}
        chosen |= {word for word, n in self.domain.items() if n >= _FEWEST_IN_DOMAIN}
        chosen |= self.dutch_terms.keys() | self.english_terms.keys()
        return {word: self.dutch(word) + self.english(word) for word in sorted(chosen)}


def make_tokenizer(kept: dict[str, int]) -> Tokenizer:
    """Return a tokenizer for the words, which come with how often each was seen."""
    total = math.log(sum(kept.values()))
    pieces = [(UNKNOWN, _UNKNOWN_COST)]
    for word, count in kept.items():
        if len(word) > 1:
            cost = _TOKEN_COST + _SHORT_COST.get(len(word), 0.0) - _RARITY_COST * (total - math.log(count))
            pieces.append((word, cost))
    pieces += [(letter, _JOINING_COST if letter == "s" else _LETTER_COST) for letter in _LETTERS]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = _NORMALIZER
    tokenizer.pre_tokenizer = _PARTING
    return tokenizer


class Stems:
    """The stems of words, a Dutch and an English one of the same letters kept apart."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._stemmers = {language: Stemmer.Stemmer(language) for language in ("dutch", "english")}

    def dutch(self, word: str) -> str:
        """Return the stem of a word taken as a Dutch one."""
        return str(self._stemmers["dutch"].stemWord(word))

    def own(self, word: str) -> tuple[str, str]:
        """Return the language in which a word was seen most, and its stem there."""
        language = "dutch" if self._counts.dutch(word) >= self._counts.english(word) else "english"
        return language, str(self._stemmers[language].stemWord(word))


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in words(text))
