"""Parties: those of parliament as questions name them, whether or not a letter has them."""

import re
from collections.abc import Iterable

_KNOWN = (
    *("50PLUS", "BBB", "BIJ1", "BVNL", "CDA", "ChristenUnie", "D66", "DENK", "FVD", "GroenLinks", "GroenLinks-PvdA"),
    *("JA21", "NSC", "OPNL", "OSF", "PVV", "PvdA", "PvdD", "SGP", "SP", "VVD", "Volt"),
)
_FULL = {
    "Partij voor de Dieren": "PvdD",
    "Party for the Animals": "PvdD",
    "Forum voor Democratie": "FVD",
    "Forum for Democracy": "FVD",
    "Socialistische Partij": "SP",
    "Socialist Party": "SP",
    "Partij van de Arbeid": "PvdA",
    "Labour Party": "PvdA",
    "Christian Union": "ChristenUnie",
    "Nieuw Sociaal Contract": "NSC",
    "New Social Contract": "NSC",
    "BoerBurgerBeweging": "BBB",
    "GL-PvdA": "GroenLinks-PvdA",
    "GreenLeft": "GroenLinks",
}
_WORDS = frozenset(("denk", "volt"))
"""Parties whose names are words too; they are meant where they are written as names."""


class Parties:
    """The parties that a question may name: those of the letters, as they write them, and all others.

    A party that asks together with another under one name (GroenLinks-PvdA) is found by its own name too.
    """

    def __init__(self, asking: Iterable[str]) -> None:
        together = {part: name for name in sorted(asking) for part in name.split("-")}
        self._spelled = {name.casefold(): together.get(name, name) for name in (*_KNOWN, *sorted(asking))}
        names = sorted({*_KNOWN, *together, *together.values(), *_FULL}, key=lambda one: (-len(one), one))
        self._named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)", re.I)
        self._full = {full.casefold(): name for full, name in _FULL.items()}

    def named(self, question: str) -> str | None:
        """Return the first party that a question names, as the letters write it; None when it names none."""
        for found in self._named.finditer(question):
            folded = found.group().casefold()
            if folded not in _WORDS or found.group()[0].isupper():
                name = self._full.get(folded, found.group())
                return self._spelled.get(name.casefold(), name)
        return None
