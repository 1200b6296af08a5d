"""Questions made from Dutch texts, to rehearse what a user will ask.

From a sentence of a question or an answer a handful of its rarer terms is taken; English terms or everyday
Dutch ones take their place, in any order. What comes out reads badly but holds the words that a user would
type, and the text that it was made from is what it should find.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from rag.training.material import Material, Terms
from rag.training.vocabulary import Counts, Stems, words

Language = Literal["en", "nl"]
Example = tuple[str, str]

_LONGEST_TERM: Final = 5
_FUNCTION_WORDS: Final = 120
_LENGTHS: Final = (3, 4, 5, 6, 7, 8, 10)
_WHOLE_TEXT: Final = 0.3
_EVERYDAY: Final = 0.6
_OPENING: Final = 0.6
_STRAY: Final = 0.1
# Above this an untranslated word is rare enough to be a name, which is the same in both languages.
_NAME_RARITY: Final = 9.5
_RARITY_FLOOR: Final = 5.0
_UNSEEN: Final = 14.0

_OPENINGS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "what did the Dutch cabinet say about", "is the government", "does the Dutch government", "how many",
        "why", "what does the minister think of", "will the cabinet", "are there", "can", "when will",
        "has the minister", "according to the Dutch cabinet", "in the Netherlands", "should",
        "what is being done about", "how does",
    ),
    "nl": (
        "wat vindt het kabinet van", "gaat de overheid", "klopt het dat", "hoeveel", "waarom",
        "wat doet de minister aan", "komt er", "mag", "krijgt", "hoe zit het met", "in Nederland", "moeten",
        "wanneer", "kan", "is er", "wil de regering",
    ),
}  # fmt: skip

Choices = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Concept:
    """A term as it stands in a text, what it could be called instead, and how rare it is."""

    surface: str
    english: Choices
    everyday: Choices
    rarity: float


@dataclass(frozen=True, slots=True)
class Source:
    """A text to make questions from: its concepts by sentence, and the texts that they should find."""

    sentences: list[list[Concept]]
    finds: tuple[str, ...]


class Rehearsal:
    """A maker of questions; the same random generator gives the same questions."""

    def __init__(self, material: Material, counts: Counts, chance: random.Random) -> None:
        self._counts = counts
        self._chance = chance
        self._stems = Stems(counts)
        self._english = self._backwards(material.english_terms)
        self._everyday = self._backwards(material.everyday_terms)
        self._rarity = self._rarities()
        self._plain = {word for word, _ in counts.domain.most_common(_FUNCTION_WORDS)}
        self._sources = [self._source(text, finds) for text, finds in _targets(material)]

    def questions(self, language: Language) -> list[Example]:
        """Return one made question, with a text that it should find, for each text of the material."""
        examples = []
        for source in self._sources:
            whole = self._chance.random() < _WHOLE_TEXT
            chosen = source.sentences if whole else [self._chance.choice(source.sentences)]
            concepts = [concept for sentence in chosen for concept in sentence]
            question = self._question(concepts, language)
            if question:
                examples.append((question, self._chance.choice(source.finds)))
        return examples

    def _question(self, concepts: list[Concept], language: Language) -> str:
        size = self._chance.choice(_LENGTHS)
        ranked = sorted(concepts, key=lambda one: (_RARITY_FLOOR - one.rarity) * self._chance.random())[:size]
        self._chance.shuffle(ranked)
        asked = " ".join(filter(None, (self._said(concept, language) for concept in ranked)))
        if asked and self._chance.random() < _OPENING:
            return f"{self._chance.choice(_OPENINGS[language])} {asked}"
        return asked

    def _said(self, concept: Concept, language: Language) -> str:
        """Return a concept in the words of a user; empty where there are none."""
        if language == "nl":
            swap = concept.everyday and self._chance.random() < _EVERYDAY
            return self._pick(concept.everyday) if swap else concept.surface
        if concept.english:
            return self._pick(concept.english)
        same = concept.surface[0].isdigit() or concept.rarity > _NAME_RARITY
        known = self._counts.english(concept.surface) > 0
        return concept.surface if same or known or self._chance.random() < _STRAY else ""

    def _pick(self, choices: Choices) -> str:
        return self._chance.choices([term for term, _ in choices], [weight for _, weight in choices])[0]

    def _source(self, text: str, finds: tuple[str, ...]) -> Source:
        sentences = [part for part in re.split(r"(?<=[.?!])\s+", text) if len(part.split()) > 4] or [text]
        return Source([self._concepts(sentence) for sentence in sentences], finds)

    def _concepts(self, text: str) -> list[Concept]:
        surfaces = words(text)
        stems = [self._stems.dutch(word) for word in surfaces]
        concepts, at = [], 0
        while at < len(surfaces):
            size = self._term_length(stems, at)
            surface, key = " ".join(surfaces[at : at + size]), tuple(stems[at : at + size])
            if len(surface) > 1 and surface not in self._plain:
                rarity = max(self._rarity.get(stem, _UNSEEN) for stem in key)
                concepts.append(Concept(surface, self._english.get(key, []), self._everyday.get(key, []), rarity))
            at += size
        return concepts

    def _term_length(self, stems: list[str], at: int) -> int:
        """Return how many words the longest known term that starts here has; 1 where none is known."""
        for size in range(min(_LONGEST_TERM, len(stems) - at), 1, -1):
            key = tuple(stems[at : at + size])
            if key in self._english or key in self._everyday:
                return size
        return 1

    def _backwards(self, lists: Iterable[Terms]) -> dict[tuple[str, ...], Choices]:
        found: dict[tuple[str, ...], Choices] = {}
        for terms in lists:
            for rank, alternative in enumerate(terms.alternatives):
                key = tuple(self._stems.dutch(word) for word in words(alternative))
                found.setdefault(key, []).append((terms.term, 1 / (1 + rank)))
        return found

    def _rarities(self) -> dict[str, float]:
        counts: Counter[str] = Counter()
        for word, count in self._counts.domain.items():
            counts[self._stems.dutch(word)] += count
        total = math.log(counts.total())
        return {stem: total - math.log(count) for stem, count in counts.items()}


def _targets(material: Material) -> list[tuple[str, tuple[str, ...]]]:
    """Return each Dutch text with the texts that a question made from it should find."""
    targets: list[tuple[str, tuple[str, ...]]] = []
    for pair in material.pairs:
        targets.append((pair.question, (pair.question, pair.answer)))
        targets.append((pair.answer, (pair.answer, pair.answer, pair.question)))
    return targets + [(text, (text,)) for text in (*material.questions, *material.paragraphs)]
