"""Whether a sentence denies what its quotes deny, and nothing else; and whether it says the opposite of them.

A negation reaches over the words of its clause that stand nearest to it. Where a quote denies what a sentence says,
the sentence must deny it too, in one way or another; and what a sentence denies, a quote must deny.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from rag.answer import Language
from rag.words.analysis import stem
from rag.words.background import background
from rag.words.lexicon import bilingual
from rag.writing.likeness import ALIKE, Matrix, Passage, likeness

REACH = 4
"""Words on each side that a negation reaches over, within its clause."""

NEAR = 0.7
"""The likeness from which a word is another one without its prefix."""

REACHED = 0.5
"""The share of them that a sentence must say to speak of what is denied."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PLAIN = _set("""
    niet geen nooit nimmer niets niemand nergens noch zonder tenzij nee neen evenmin geenszins
    not no never nothing nobody none nowhere neither nor without unless cannot
    """)
_CONTRACTED = re.compile(r"n['’]t$")

_IMPLIED = re.compile(
    r"(?:weiger|geweiger|afwijz|afgewez|ontbre|ontbrak|gebrek|verbod|verbied|uitgeslot|uitsluit(?!end)|nauwelijks|onthoud|"
    r"afzie|voorkom|voorkwam|tegengaan|stopgezet|beeindig|weinig|moeilijk|lastig|vermijd|ontken|"
    r"refus|reject|declin|lack|absen|prohibit|forbid|forbad|ban$|banned|exclud|hardly|barely|scarcely|fail|prevent|avoid|"
    r"little$|few$|instead|stop|hard$|difficult|deny|denie|faal|falen|gefaal|mislukk|anders$|different|verschill|"
    r"(?!unless|regardless|nevertheless|nonetheless|less)\w+(?:less|loos|loze)$)"
)
"""How words begin that deny without a negation."""

_ONLY = re.compile(r"(?:slechts|alleen|enkel|uitsluitend|pas$|louter|only|solely|merely|exclusively)")
"""How words begin that deny all but one thing."""

_CLAUSE_END = re.compile(
    r"[,;:.!?—–()\n]|\s-\s|\b(?:maar|omdat|zodat|terwijl|hoewel|aangezien|doordat|indien|waarbij|"
    r"but|because|while|although|so that|whereas)\b",
    re.IGNORECASE,
)

_NOT_ONLY = re.compile(r"\b(?:niet|not)\s+(?:alleen|enkel|uitsluitend|slechts|only|solely)\b", re.IGNORECASE)
_TWICE = 2
"""Denials in one clause up to which they are counted: "not undesirable" denies twice."""

_PREFIXED: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"(?:on|non)(?!der|geveer|langs|twikk|danks|middel|ze|s|tv|tst|tw|tm|th)(?P<base>\w{5,})"),
    "en": re.compile(
        r"(?:un(?!der|ion|it|iq|iv|til)|non|dis(?=agree|satis|proportion|advantage|continu)|"
        r"in(?=suffic|depend|adequ|approp|correct|complet|accur|admiss|elig|effect|effic|consist|compat|direct|formal|capab|"
        r"volunt|secur|stab)|im(?=possib|permis|balanc|proper)|ir(?=regul|relev|respons|revers)|il(?=legal|legit|logic))"
        r"(?P<base>\w{4,})"
    ),
}
"""Words with a prefix of negation, and what they deny."""


@dataclass(frozen=True, slots=True)
class _Negation:
    """A negation: the place of its word, and the places of the words that it reaches over."""

    at: int
    reach: tuple[int, ...]

    @property
    def focus(self) -> int:
        """The place of the word that it denies first: the next one, or else the last before it."""
        return next((at for at in self.reach if at > self.at), self.reach[-1])


class Denials:
    """The negations of a passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause of each word."""
        ends = [found.start() for found in _CLAUSE_END.finditer(self.passage.text)]
        return tuple(sum(end < word.start or end == word.start for end in ends) for word in self.passage.words)

    @cached_property
    def plain(self) -> tuple[_Negation, ...]:
        """The words that are negations."""
        return tuple(
            _Negation(at, self._reach(at)) for at, word in enumerate(self.passage.words) if is_negation(word.text)
        )

    @cached_property
    def implied(self) -> frozenset[int]:
        """The words that deny without being negations."""
        language = self.passage.language
        return frozenset(
            at for at, word in enumerate(self.passage.words) if _IMPLIED.match(word.text) or base(word.text, language)
        )

    def denying(self, clauses: Collection[int], shared: Collection[int] = ()) -> int:
        """Return how many words of some clauses deny, without those that the other passage has too."""
        plain = sum(self.clauses[one.at] in clauses for one in self.plain)
        return plain + sum(self.clauses[at] in clauses for at in self.implied - set(shared))

    @cached_property
    def limiting(self) -> frozenset[int]:
        """The clauses that deny all but one thing: those with an "only"."""
        return frozenset(self.clauses[at] for at, word in enumerate(self.passage.words) if _ONLY.match(word.text))

    def _reach(self, at: int) -> tuple[int, ...]:
        inside = [
            other
            for other, word in enumerate(self.passage.words)
            if self.clauses[other] == self.clauses[at] and self.passage.content[other] and not is_negation(word.text)
        ]
        before = [other for other in inside if other < at][-REACH:]
        after = [other for other in inside if other > at][:REACH]
        return (*before, *after)


def is_negation(word: str) -> bool:
    """Say whether a folded word is a negation."""
    return word in _PLAIN or _CONTRACTED.search(word) is not None


@lru_cache(maxsize=20_000)
def base(word: str, language: Language) -> str:
    """Return what a word with a prefix of negation denies: ``voldoende`` of ``onvoldoende``; else nothing."""
    found = _PREFIXED[language].fullmatch(word)
    return found["base"] if found and _is_known(found["base"], language) else ""


def _is_known(word: str, language: Language) -> bool:
    if language == "en":
        return (stem(word, "en"),) in bilingual()
    return background().rarity([((stem(word),), 1.0)]) < 1


def denies_otherwise(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim leaves out a negation of its quote, or puts one where the quote has none."""
    if not len(claim) or not len(quote):
        return False
    pair = _Pair(claim, quote)
    return (
        any(map(pair.leaves_out, pair.given.plain))
        or any(map(pair.puts_in, pair.said.plain))
        or pair.turns_prefix()
        or bool(_NOT_ONLY.search(claim.text) and not _NOT_ONLY.search(quote.text))
    )


class _Pair:
    """A claim and its quote, with what each denies."""

    def __init__(self, claim: Passage, quote: Passage) -> None:
        self.said, self.given = Denials(claim), Denials(quote)
        self.words = likeness(claim, quote)
        self.alike: Matrix = np.maximum(self.words, likeness(_bare(claim), _bare(quote)))
        near = self.words >= NEAR
        self.said_shared = self.said.implied & set(np.flatnonzero(near.any(axis=1)).tolist())
        self.given_shared = self.given.implied & set(np.flatnonzero(near.any(axis=0)).tolist())

    def leaves_out(self, negation: _Negation) -> bool:
        """Say whether the claim speaks of what a negation of its quote reaches over, without denying it."""
        if not negation.reach:
            return False
        near = self.alike[:, negation.reach]
        if (near.max(axis=0) >= ALIKE).mean() < REACHED:
            return False
        focus = self.alike[:, negation.focus]
        rows = [int(focus.argmax())] if focus.max() >= ALIKE else np.flatnonzero(near.max(axis=1) >= ALIKE).tolist()
        speaking = {self.said.clauses[row] for row in rows}
        limits = bool(speaking & self.said.limiting) and not self.given.limiting
        return not limits and not self.said.denying(speaking, self.said_shared)

    def puts_in(self, negation: _Negation) -> bool:
        """Say whether the quote says what a negation of the claim reaches over, and denies it less often."""
        if not negation.reach:
            return False
        columns = np.flatnonzero((self.alike[negation.reach, :] >= ALIKE).any(axis=0))
        if not columns.size:
            return False
        clauses = _most(self.given.clauses[column] for column in columns)
        clauses |= {self.given.clauses[column] for column in np.flatnonzero(self.alike[negation.focus] >= ALIKE)}
        own = self.said.denying({self.said.clauses[negation.at]}, self.said_shared)
        return self.given.denying(clauses, self.given_shared) < min(own, _TWICE)

    def turns_prefix(self) -> bool:
        """Say whether one has a word where the other has it with a prefix of negation: "voldoende", "onvoldoende"."""
        return _adds_prefix(self.given, self.said, self.words.T) or _adds_prefix(self.said, self.given, self.words)


def _most(clauses: Iterable[int]) -> set[int]:
    """Return the clauses that come most often."""
    counted = Counter(clauses)
    return {clause for clause, count in counted.items() if count == max(counted.values())}


def _adds_prefix(one: Denials, other: Denials, alike: Matrix) -> bool:
    """Say whether one has a word with a prefix that the other has without it, and does not deny there."""
    for row, word in enumerate(one.passage.words):
        bare = base(word.text, one.passage.language)
        if not bare or (alike[row] >= NEAR).any():
            continue
        near = likeness(Passage(bare, one.passage.language), other.passage).max(axis=0)
        clauses = {other.clauses[column] for column in np.flatnonzero(near >= NEAR)}
        if clauses and not other.denying(clauses):
            return True
    return False


def _bare(passage: Passage) -> Passage:
    """Return a passage with what its words with a prefix of negation deny, word for word."""
    return Passage(" ".join(base(one.text, passage.language) or one.text for one in passage.words), passage.language)
