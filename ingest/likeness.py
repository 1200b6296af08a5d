"""How alike two texts are: shared stems of content words, rare ones weighing more."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import Stemmer

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_STOP = frozenset(
    _WORD.findall(
        "de het een van in en of op te voor met aan bij tot uit door over dat die als om naar dan is zijn wordt "
        "worden niet "
        "ook maar onder tussen tegen hun haar deze dit wel nog er zal zullen kan kunnen wil willen heeft hebben had "
        "hoe wat "
        "welke welk wanneer waarom waar wie leden lid fractie minister kabinet regering vraag vragen antwoord zo ja "
        "nee u uw "
        "zij hij hierover daarover hierin daarin zich wat deze hier daar worden werd werden geweest moet moeten mag "
        "mogen "
        "merken lezen stellen constateren kennisgenomen geannoteerde agenda jbz-raad raad enkele aantal nederland "
        "nederlandse "
        "europese commissie eu ten aanzien verdere rondom welke kunt bent gaat acht vindt ziet bereid graag mening "
        "verwijst "
        "gelijkluidende vergelijkbare soortgelijke beantwoording antwoorden eerdere gegeven zie verder daarnaast "
        "opmerkingen "
        "al meer huidige huidig bijvoorbeeld kamer voorstel zoals land landen goed goede denkt denken eerder werken "
        "werkt sprake "
        "mogelijk mogelijke vanuit verband brief mede bepaalde moment toe eens hiervan daarvan opgenomen brengt uw "
        "ook hen ons "
        "volgens gaan komen zien staan maken doen willen geven nemen onder waarbij waarmee waarvoor inzake omtrent"
    )
)
_STEMMER = Stemmer.Stemmer("dutch", 20_000)
_PART = 6


def stems(text: str) -> frozenset[str]:
    """Return the stems of the content words of a text."""
    return frozenset(stem_sequence(text))


def phrases(sequence: Sequence[str]) -> frozenset[str]:
    """Return the stems of a sequence, and each two that follow each other."""
    return frozenset(sequence).union(f"{one} {other}" for one, other in pairwise(sequence))


def stem_sequence(text: str) -> list[str]:
    """Return the stems of the content words of a text, in order."""
    found = _WORD.findall(text.casefold())
    words = [word for word in found if word not in _STOP and len(word) > 2 and not word.endswith("fractie")]
    stemmed: list[str] = _STEMMER.stemWords(words)
    return stemmed


class Likeness:
    """Compares texts of one letter, with weights from that letter."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        self.stems = list(texts)
        counts = Counter(stem for one in self.stems for stem in one)
        total = len(self.stems)
        self._weights: Mapping[str, float] = {stem: math.log(1 + total / count) for stem, count in counts.items()}
        self._rarest = math.log(1 + total)
        self._lengths: dict[frozenset[str], float] = {}

    def between(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how alike two sets of stems are, from 0 to 1."""
        if not one or not other:
            return 0.0
        shared = one & other
        return self.length(shared) / math.sqrt(self.length(one) * self.length(other)) if shared else 0.0

    def covered(self, topic: frozenset[str], text: frozenset[str]) -> float:
        """Return which part of a topic, by weight, a text holds, from 0 to 1."""
        total = self.length(topic)
        return self.length(topic & text) / total if total else 0.0

    def covered_loosely(self, topic: frozenset[str], text: frozenset[str]) -> float:
        """Return the same, where a compound that shares a part with a word of the topic counts in part."""
        total = self.length(topic)
        held = sum(self._weight(stem) * _held(stem, text) for stem in topic)
        return held / total if total else 0.0

    def _weight(self, stem: str) -> float:
        return self._weights.get(stem, self._rarest)

    def length(self, one: frozenset[str]) -> float:
        """Return the weight of a set of stems."""
        length = self._lengths.get(one)
        if length is None:
            length = self._lengths[one] = math.fsum(map(self._weight, one))
        return length


def _held(stem: str, text: frozenset[str]) -> float:
    if stem in text:
        return 1.0
    if len(stem) < _PART:
        return 0.0
    inside = any(stem in other for other in text if len(other) > len(stem))
    parts = any(other.startswith(stem[:7]) or other.endswith(stem[-7:]) for other in text) if len(stem) > 9 else False
    return 0.7 if inside else 0.5 if parts else 0.0


def best(scores: Sequence[float], *, least: float, lead: float) -> int | None:
    """Return the place of the best score, when it is high enough and clearly ahead of the second."""
    if not scores:
        return None
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], at))
    first = scores[order[0]]
    second = scores[order[1]] if len(order) > 1 else 0.0
    return order[0] if first >= least and first >= second * lead else None
