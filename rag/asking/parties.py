"""Parties: those of parliament as questions name them, whether or not a letter has them."""

import re
from collections.abc import Iterable

from rag.letter import Span

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
    "GL/PvdA": "GroenLinks-PvdA",
    "GroenLinks/PvdA": "GroenLinks-PvdA",
    "GreenLeft": "GroenLinks",
    "Partij voor de Vrijheid": "PVV",
    "Party for Freedom": "PVV",
    "Volkspartij voor Vrijheid en Democratie": "VVD",
    "Staatkundig Gereformeerde Partij": "SGP",
    "Democraten 66": "D66",
    "Farmer-Citizen Movement": "BBB",
    "CU": "ChristenUnie",
}
_BEFORE = re.compile(
    r"(?:\b(?:de|het|the)\s+)?(?:\b(?:fractie)?(?:leden|lid|members?|fractie|group)\s+(?:van|of)\s+(?:(?:de|het|the)\s+)?)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[- ]?(?:fractie(?:leden)?|group|party|partij)?\b", re.IGNORECASE)
"""What names a party together with its name: "de leden van de PVV-fractie", "the Volt group"."""

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
        span = self.find(question)
        if span is None:
            return None
        name = question[slice(*span)]
        name = self._full.get(name.casefold(), name)
        return self._spelled.get(name.casefold(), name)

    def find(self, question: str) -> Span | None:
        """Return where a question names its first party."""
        found = self._named.finditer(question)
        return next(
            (one.span() for one in found if one.group().casefold() not in _WORDS or one.group()[0].isupper()), None
        )

    def without(self, question: str) -> str:
        """Return a question without its first party and the words that go with the name."""
        span = self.find(question)
        if span is None:
            return question
        before, after = _BEFORE.search(question, 0, span[0]), _AFTER.match(question, span[1])
        start = before.start() if before else span[0]
        return f"{question[:start]} {question[after.end() if after else span[1] :]}"


ANY_PARTY = Parties(())
"""The parties of parliament, whatever letters there are."""
