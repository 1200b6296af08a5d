"""Quotes: which whole sentences of a place answer a question."""

import math
import re
from collections.abc import Sequence

from rag.analysis import Splitter, stem, words
from rag.answer import Place
from rag.letter import Span
from rag.lexical import LexicalIndex
from rag.query import Alternative, Concept
from rag.sentences import sentences
from rag.stopwords import FUNCTION

ECHO = 0.3
"""What a word that the exchange's own question shares with a sentence counts, beside the words asked for now."""

COMPANION = 0.85
"""The share of the best sentence's score from which its neighbour is quoted with it."""

STEADYING = 30
"""Words added to a sentence's length before its score is divided by the root of it."""

WANTED = 1.3
"""How much more a sentence counts that has what the question asks for: a number, or a time."""

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WANTS = (
    (
        re.compile(
            r"\b(?:how (?:many|much|high|often)|hoe ?(?:veel|vaak|hoog)|what (?:percentage|share|amount))\b", re.I
        ),
        re.compile(r"\d"),
    ),
    (
        re.compile(r"\b(?:when|since when|how soon|wanneer|sinds wanneer|hoe snel|per wanneer)\b", re.I),
        re.compile(rf"\b(?:{_MONTHS}|\d{{4}}|voorjaar|zomer|herfst|najaar|winter|kwartaal|jaar|maanden|weken)\b", re.I),
    ),
)
"""Pairs of how a question asks for a number or a time, and how a sentence gives one."""

DOMINANT = 0.55
"""The share of what is asked for that one concept must carry to be what the question is about."""

SURE = 0.8
"""The weight from which a way of saying a concept is taken to mean it."""

_LEANS = re.compile(
    r"(?:Dat|Dit|Deze|Die|Daar\w*|Hier\w*|Ook|Bovendien|Echter|Wel|Zo|Dergelijke|Zij|Hij|Het betreft|Om die reden|"
    r"Ten tweede|Verder|Tegelijkertijd|Mede|In dat|In die|Op die)\b"
)
"""How a sentence begins that is not understood without the one before it."""


class Quoter:
    """Chooses the sentences of a place that answer a question."""

    def __init__(self, lexical: LexicalIndex, splitter: Splitter) -> None:
        self._lexical, self._splitter = lexical, splitter

    def choose(self, place: Place, question: str, concepts: Sequence[Concept]) -> Span:
        """Return the span of the one, two or three sentences together that answer a question best."""
        text = place.letter.text
        spans = sentences(text, place.span)
        if not spans:
            return place.span
        asked = place.letter.at(place.exchange.question_span) if place.exchange else ""
        echo = {stem(word) for word, _, _ in words(asked)} - _EMPTY
        wanted = [gives for asks, gives in _WANTS if asks.search(question)]
        scores = [
            self._score(text[start:end], concepts, echo) * (WANTED if _gives(text[start:end], wanted) else 1.0)
            for start, end in spans
        ]
        best = max(range(len(spans)), key=lambda at: (scores[at], -at))
        first = last = best
        if last + 1 < len(spans) and scores[last + 1] >= COMPANION * scores[best]:
            last += 1
        if first and (scores[first - 1] >= COMPANION * scores[best] or _LEANS.match(text[slice(*spans[first])])):
            first -= 1
        return spans[first][0], spans[last][1]

    def says(self, place: Place, concept: Concept) -> bool:
        """Say whether the place's own words, not those of its question, hold a concept."""
        return _presence(concept, self._stems(place.letter.at(place.span))) >= SURE

    def dominant(self, concepts: Sequence[Concept]) -> Concept | None:
        """Return the concept that a question is about when one outweighs all others together, else None."""
        worth = [self._lexical.rarity(one.alternatives) * one.importance for one in concepts]
        most = max(range(len(worth)), key=lambda at: worth[at], default=None)
        return concepts[most] if most is not None and worth[most] > DOMINANT * sum(worth) else None

    def _score(self, sentence: str, concepts: Sequence[Concept], echo: set[str]) -> float:
        stems = self._stems(sentence)
        asked = sum(self._lexical.rarity(one.alternatives) * one.importance * _presence(one, stems) for one in concepts)
        echoed = sum(self._lexical.rarity((Alternative((term,), 1.0),)) for term in sorted(stems & echo))
        return (asked + ECHO * echoed) / math.sqrt(len(sentence.split()) + STEADYING)

    def _stems(self, sentence: str) -> set[str]:
        found = [word for word, _, _ in words(sentence)]
        return {stem(part) for word in found for part in (word, *self._splitter.parts(word))}


_EMPTY = {stem(word) for word in FUNCTION["nl"]}


def _gives(sentence: str, wanted: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.search(sentence) for pattern in wanted)


def _presence(concept: Concept, stems: set[str]) -> float:
    return max((one.weight for one in concept.alternatives if stems.issuperset(one.stems)), default=0.0)
