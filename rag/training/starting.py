"""The vectors that training starts from: chance for Dutch, the term list for English.

A Dutch stem starts in a direction of its own, so that different words start unlike; its length falls with how
common it is. An English word starts between the Dutch words of its translations.
"""

import math
from collections import defaultdict
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rag.training.material import Terms
from rag.training.vocabulary import Counts, Stems, words

Matrix = NDArray[np.float64]

# A word this frequent starts at half its full length; English texts have fewer words of the domain.
_HALF_WEIGHT: Final = 1e-3
_HALF_WEIGHT_ENGLISH: Final = 5e-4
_SENTENCES_SHARE: Final = 0.3
_STRAY_LENGTH: Final = 0.3
_JOINING: Final = frozenset({"the", "of", "a", "to", "in", "on", "for", "and", "by"})


def starting_vectors(
    tokenizer: Tokenizer, counts: Counts, english_terms: tuple[Terms, ...], dimension: int, seed: int
) -> Matrix:
    """Return an array (number of tokens, dimension); rows of tokens without any meaning are zero."""
    chance = np.random.default_rng(seed)
    tokens: dict[str, int] = tokenizer.get_vocab()
    rows = np.zeros((len(tokens), dimension))
    dutch = _dutch_vectors(tokens, counts, dimension, chance)
    for word, vector in dutch.items():
        rows[tokens[word]] = vector
    english = _english_vectors(english_terms, dutch)
    total = counts.english_sentences.total()
    for word in sorted(tokens):
        frequency = counts.english_sentences[word] / total
        if word in english:
            share = _dutch_share(word, counts)
            vector = _brought_to(english[word], _weight(frequency, _HALF_WEIGHT_ENGLISH))
            rows[tokens[word]] = share * rows[tokens[word]] + (1 - share) * vector
        elif counts.english(word) and word not in dutch:
            stray = chance.standard_normal(dimension)
            rows[tokens[word]] = _brought_to(stray, _STRAY_LENGTH * _weight(frequency, _HALF_WEIGHT))
    return rows


def _dutch_vectors(
    tokens: dict[str, int], counts: Counts, dimension: int, chance: np.random.Generator
) -> dict[str, Matrix]:
    """Return the vector of each Dutch token: that of its stem."""
    stems = Stems(counts)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(tokens):
        if counts.dutch(word):
            forms[stems.dutch(word)].append(word)
    seen = {stem: sum(_seen(word, counts) for word in found) for stem, found in forms.items()}
    total = sum(seen.values())
    vectors = {}
    for stem, found in forms.items():
        vector = _brought_to(chance.standard_normal(dimension), _weight(seen[stem] / total, _HALF_WEIGHT))
        vectors.update(dict.fromkeys(found, vector))
    return vectors


def _english_vectors(lists: tuple[Terms, ...], dutch: dict[str, Matrix]) -> dict[str, Matrix]:
    """Return for each English word the middle of its translations, those of long terms counting less."""
    sums: dict[str, Matrix] = {}
    for terms in lists:
        every = words(terms.term)
        meant = [word for word in every if word not in _JOINING] or every
        for rank, alternative in enumerate(terms.alternatives):
            known = [dutch[word] for word in words(alternative) if word in dutch]
            if known:
                part = np.mean(known, axis=0) / len(meant) ** 3 / math.sqrt(1 + rank)
                for word in meant:
                    sums[word] = sums[word] + part if word in sums else part
    return sums


def _dutch_share(word: str, counts: Counts) -> float:
    """Return how far a word of both languages is a Dutch one, between 0 and 1."""
    dutch = counts.domain[word]
    return dutch / (dutch + 20 * counts.english_terms[word] + counts.english_sentences[word])


def _seen(word: str, counts: Counts) -> float:
    return counts.domain[word] + _SENTENCES_SHARE * counts.dutch_sentences[word] + 0.5


def _weight(frequency: float, half: float) -> float:
    return half / (half + frequency)


def _brought_to(vector: Matrix, length: float) -> Matrix:
    return vector * (length / max(float(np.linalg.norm(vector)), 1e-9))
