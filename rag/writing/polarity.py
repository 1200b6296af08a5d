"""Whether a sentence denies what its quotes deny, and nothing else; and whether it says the opposite of them.

A negation reaches over the words of its clause that stand nearest to it. Where a quote denies what a sentence says,
the sentence must deny it too, in one way or another; and what a sentence denies, a quote must deny.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rag.analysis import stem
from rag.background import background
from rag.lexicon import bilingual
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
    r"^(?:weiger|geweiger|afwijz|afgewez|ontbre|ontbrak|gebrek|verbod|verbied|verbod|uitgeslot|uitsluit|nauwelijks|"
    r"onthoud|afzie|voorkom|voorkwam|tegengaan|stopgezet|beeindig|slechts|alleen|enkel|uitsluitend|pas|onvoldoende|weinig|"
    r"refus|reject|declin|lack|absen|prohibit|forbid|forbad|ban|banned|exclud|hardly|barely|scarcely|fail|prevent|avoid|"
    r"only|solely|unable|insufficient|little|few|rather|instead|free|stop|ended|vermijd|ontkom|ontken|den(?:y|ies|ied))"
)
"""How words begin that deny without a negation."""

_CLAUSE_END = re.compile(
    r"[,;:.!?—–()\n]|\s-\s|\b(?:maar|omdat|zodat|terwijl|hoewel|aangezien|doordat|wanneer|indien|als|waarbij|wat|"
    r"but|because|while|although|since|so that|when|if|whereas|which|who|and|en)\b",
    re.IGNORECASE,
)

_PREFIXES = {"nl": ("on", "niet-", "non"), "en": ("un", "in", "im", "ir", "il", "dis", "non")}
_SHORTEST_BASE = 5
_NO_NEGATION = _set("""
    onder onderdeel onderwerp onderzoek onderwijs ongeveer onlangs ontwikkeling ondanks onze ons ontvangen onderneming
    onderscheid ondersteuning ontstaan ontwerp interest inform information invest income inside input intake indeed
    important implement improve impact import impose imply increase include involve indicate intend inspect install
    union unit unite united universal university unique until under understand discuss distribute display discover
    dispute district invoke international internal interior instruct instance insight insert
    """)


@dataclass(frozen=True, slots=True)
class _Negation:
    """A negation: the place of its word, and the places of the words that it reaches over."""

    at: int
    reach: tuple[int, ...]


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
    def denying(self) -> frozenset[int]:
        """The clauses that deny something, in whatever way."""
        return frozenset(
            self.clauses[at]
            for at, word in enumerate(self.passage.words)
            if is_negation(word.text) or _IMPLIED.match(word.text) or base(word.text, self.passage.language)
        )

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
def base(word: str, language: str) -> str:
    """Return what a word with a prefix of negation denies: ``voldoende`` of ``onvoldoende``; else nothing."""
    if word in _NO_NEGATION or stem(word, "en") in _NO_NEGATION:
        return ""
    for prefix in _PREFIXES[language]:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _SHORTEST_BASE and _is_known(rest, language):
            return rest
    return ""


def _is_known(word: str, language: str) -> bool:
    if language == "en":
        return (stem(word, "en"),) in bilingual()
    return background().rarity([((stem(word),), 1.0)]) < 1


def denies_otherwise(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim leaves out a negation of its quote, or puts one where the quote has none."""
    alike = likeness(claim, quote)
    if not alike.size:
        return False
    said, given = Denials(claim), Denials(quote)
    return (
        any(_is_left_out(one, alike, said) for one in given.plain)
        or any(_is_put_in(one, alike, given) for one in said.plain)
        or _turns_prefix(claim, quote, said, given, alike)
    )


def _is_left_out(negation: _Negation, alike: Matrix, said: Denials) -> bool:
    """Say whether a claim speaks of what a negation of its quote reaches over, without denying it."""
    if not negation.reach:
        return False
    near = alike[:, negation.reach]
    if (near.max(axis=0) >= ALIKE).mean() < REACHED:
        return False
    speaking = {said.clauses[row] for row in (near.max(axis=1) >= ALIKE).nonzero()[0]}
    return not speaking & said.denying


def _is_put_in(negation: _Negation, alike: Matrix, given: Denials) -> bool:
    """Say whether the quote says, and does not deny, what a negation of the claim reaches over."""
    if not negation.reach:
        return False
    columns = (alike[negation.reach, :].max(axis=0) >= ALIKE).nonzero()[0]
    spoken = {given.clauses[column] for column in columns}
    return bool(spoken) and not spoken & given.denying


def _turns_prefix(claim: Passage, quote: Passage, said: Denials, given: Denials, alike: Matrix) -> bool:
    """Say whether one has a word where the other has it with a prefix of negation: "voldoende", "onvoldoende"."""
    turned = alike.T
    return _adds_prefix(quote, claim, said, turned) or _adds_prefix(claim, quote, given, alike)


def _adds_prefix(one: Passage, other: Passage, denials: Denials, alike: Matrix) -> bool:
    """Say whether one has a word with a prefix that the other has without it, and does not deny there."""
    for row, word in enumerate(one.words):
        bare = base(word.text, one.language)
        if not bare or (alike[row] >= NEAR).any():
            continue
        near = likeness(Passage(bare, one.language), other).max(axis=0)
        clauses = {denials.clauses[column] for column in (near >= NEAR).nonzero()[0]}
        if clauses and not clauses & denials.denying:
            return True
    return False
