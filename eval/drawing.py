"""Drawn letters: as many as wanted, of real words that come as often as words do in a language.

The words are those of some letters, of the lexicons, and of the table of letters at large. Ordered by how often they
come there, the chance of each falls with its rank (Zipf 1949, with Mandelbrot's shift for the first ranks). Each
letter has a subject: a few rarer words that come back in it, and compounds of its own, as letters have them.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

from rag.letter import Letter
from rag.words.analysis import forms, stem, word
from rag.words.background import background
from rag.words.lexicon import bilingual, thesaurus

EXCHANGES = 10
"""Exchanges in a letter."""

SEED = 5
_SHIFT = 2.7
_SUBJECT = 30
"""Words in the subject of a letter."""

_COMMON = 200
"""Ranks of words that are of no subject."""

_OF_SUBJECT = 0.3
"""The share of words that come from the subject of the letter."""

_OPENINGS = ("De", "Het", "Een", "Ook", "Daarbij", "Volgens", "In", "Voor")
"""What sentences begin with: a drawn word there may be what a heading begins with."""

_POOL = 200_000
"""Words that are drawn at once."""

_HEAD = """Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Datum {day} maart 2026
Betreft Antwoorden op Kamervragen over {title}

Onze referentie
{reference}
"""
_EXCHANGE = """
Vraag {number}

{question}

Antwoord op vraag {number}

{answer}
"""


class Vocabulary:
    """Real words, the most frequent first, and draws from them."""

    def __init__(self, letters: Iterable[Letter]) -> None:
        counts = Counter(form for letter in letters for form in forms(letter.text) if not form.isupper())
        terms = (term for lexicon in (bilingual(), thesaurus()) for term in lexicon.terms())
        known = dict.fromkeys([*counts, *(form for term in terms for form in forms(term)), *background().terms()])
        often = {form: counts[form] + background().frequency(stem(word(form))) for form in known}
        self.words = sorted(known, key=lambda form: (-often[form], form))
        self._reach = list(accumulate(1 / (rank + _SHIFT) for rank in range(1, len(self.words) + 1)))

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """Return words, each as often as its rank makes it come."""
        return chance.choices(self.words, cum_weights=self._reach, k=number)

    def subject(self, chance: random.Random) -> list[str]:
        """Return the words of a subject: rarer ones, and compounds of two of them."""
        plain = chance.choices(self.words[_COMMON:], k=_SUBJECT)
        parts = [one.lower() for one in plain if one.isalpha() and len(one) > 3]
        return plain + [first + second for first, second in pairwise(parts)][: _SUBJECT // 6]


def draw_letters(vocabulary: Vocabulary, folder: Path, number: int) -> None:
    """Write letters of :data:`EXCHANGES` exchanges each into a new folder."""
    chance = random.Random(SEED)
    common = _endless(vocabulary, chance)
    folder.mkdir()
    for reference in range(7_000_000, 7_000_000 + number):
        subject = vocabulary.subject(chance)
        words = _HEAD.format(day=1 + reference % 28, title=" ".join(subject[:3]), reference=reference)
        for count in range(1, EXCHANGES + 1):
            question = _sentences(common, subject, chance, chance.randint(1, 3), "?")
            answer = _sentences(common, subject, chance, chance.randint(1, 9), ".")
            words += _EXCHANGE.format(number=count, question=question, answer=answer)
        (folder / f"{reference}.txt").write_text(words, encoding="utf-8")


def _endless(vocabulary: Vocabulary, chance: random.Random) -> Iterator[str]:
    while True:
        yield from vocabulary.draw(chance, _POOL)


def _sentences(common: Iterator[str], subject: Sequence[str], chance: random.Random, number: int, end: str) -> str:
    """Return sentences of 8 to 30 words."""
    made = []
    for _ in range(number):
        words = [
            chance.choice(subject) if chance.random() < _OF_SUBJECT else next(common)
            for _ in range(chance.randint(8, 30))
        ]
        made.append(f"{chance.choice(_OPENINGS)} {' '.join(words)}{end}")
    return " ".join(made)
