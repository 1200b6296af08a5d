"""How apt each statement of an answer is to answer a question: a conditional logit over the statements.

Its weights were fitted on questions whose answering words are known (``python -m eval.quoting``). They are few
because what they tell holds for answers of every ministry: that the answer to a question denies more often than it
affirms what was asked, keeps to its own question, gives a number where one is asked for, and rarely is the "Ja." it
begins with.
"""

import re
from dataclasses import astuple, dataclass

import numpy as np

from rag.answering.overlap import Doubles
from rag.words.months import DUTCH_MONTH

_WANTS = (
    (
        re.compile(
            r"\b(?:how (?:many|much|high|often)|hoe ?(?:veel|vaak|hoog)|what (?:percentage|share|amount))\b", re.I
        ),
        re.compile(r"\d"),
    ),
    (
        re.compile(r"\b(?:when|since when|how soon|wanneer|sinds wanneer|hoe snel|per wanneer)\b", re.I),
        re.compile(
            rf"\b(?:{DUTCH_MONTH}|\d{{4}}|voorjaar|zomer|herfst|najaar|winter|kwartaal|jaar|maanden|weken)\b", re.I
        ),
    ),
)
"""Pairs of how a question asks for a number or a time, and how a statement gives one."""

_DENIES = re.compile(r"\b(?:niet|geen|nooit)\b")
_ASSENTS = re.compile(r"(?:Ja|Nee|Neen|Klopt|Dat klopt|Dit klopt|Inderdaad)\b")

LONG = 45
"""Words above which a statement is a long one."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each thing that is seen of a statement.

    ``specific``: the share of what is asked for that stands in it, what few statements of the answer hold counting
    more; ``akin``: the cosine with the question that the answer was given to; ``wanted``: a number or a time where
    one is asked for; ``denies``, ``assents``, ``long``: 1 or 0.
    """

    specific: float
    akin: float
    wanted: float
    denies: float
    assents: float
    long: float


FITTED = Weights(specific=1.43, akin=0.97, wanted=1.05, denies=0.62, assents=-0.88, long=-0.3)


def assents(statement: str) -> bool:
    """Say whether a statement begins with a yes or a no."""
    return _ASSENTS.match(statement) is not None


def seen(statements: list[str], question: str, specific: Doubles, akin: Doubles) -> Doubles:
    """Return what is seen of each statement: an array (statements, 6) in the order of :class:`Weights`."""
    wants = [gives for asks, gives in _WANTS if asks.search(question)]
    signs = [
        (any(gives.search(one) for gives in wants), _DENIES.search(one), assents(one), len(one.split()) > LONG)
        for one in statements
    ]
    return np.column_stack([specific, akin, np.array([[bool(sign) for sign in row] for row in signs], np.float64)])


def chances(what_is_seen: Doubles, weights: Weights = FITTED) -> Doubles:
    """Return for each statement the probability that it is the one that answers."""
    scores = what_is_seen @ np.array(astuple(weights))
    raised: Doubles = np.exp(scores - scores.max())
    found: Doubles = raised / raised.sum()
    return found
