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

_WORK = (
    r"(?:moties?|amendement(?:en)?|\w*voorstel(?:len)?|(?:\w*-)?plan(?:nen)?|initiatief\w*|rapport(?:en)?|idee(?:ën)?|"
    r"minister|staatssecretaris|bewindspersoon|motions?|amendments?|proposals?|bills?|plans?|reports?|ideas?)"
)
_MADE_BY = re.compile(
    rf"\b{_WORK}\s+(?:\S+\s+)?(?:van|of|by|from|door)\s+(?:(?:de|het|the)\s+)?"
    r"(?:(?:fractie|group|lid|leden|member|members)\s+)?(?:(?:van|of)\s+)?(?:(?:de|het|the)\s+)?$"
    rf"|\b{_WORK}\b[^?.]{{0,40}}\($",
    re.IGNORECASE,
)
_MADE = re.compile(rf"(?:['’]s)?[- ]{_WORK}\b", re.IGNORECASE)
"""How a question names what is of a party: its motion or plan, of which anyone may have asked."""

_AND = re.compile(r"\s*(?:,|&|/|\b(?:en|and|or|of)\b)\s*(?:(?:de|het|the)\s+)?", re.IGNORECASE)


class Parties:
    """The parties that a question may name: those of the letters, as they write them, and all others.

    A party that asks together with another under one name (GroenLinks-PvdA) is found by its own name too. A party of
    which a motion or a plan is named is not meant: the question is about that, whoever asked.
    """

    def __init__(self, asking: Iterable[str]) -> None:
        together = {part: name for name in sorted(asking) for part in name.split("-")}
        self._spelled = {name.casefold(): together.get(name, name) for name in (*_KNOWN, *sorted(asking))}
        names = sorted({*_KNOWN, *together, *together.values(), *_FULL}, key=lambda one: (-len(one), one))
        self._named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?!\w)", re.I)
        self._full = {full.casefold(): name for full, name in _FULL.items()}

    def named(self, question: str) -> tuple[str, ...]:
        """Return the parties that a question names, as the letters write them, each once."""
        written = (question[slice(*span)] for span in self.find(question))
        names = (self._full.get(name.casefold(), name) for name in written)
        return tuple(dict.fromkeys(self._spelled.get(name.casefold(), name) for name in names))

    def find(self, question: str) -> list[Span]:
        """Return where a question names parties."""
        found: list[Span] = []
        passed = 0, False  # where the last party ends, and whether something of it was meant
        for one in self._named.finditer(question):
            if one.group().casefold() in _WORDS and one.group()[0].islower():
                continue
            along = passed[1] and _AND.fullmatch(question, passed[0], one.start())
            of_it = bool(along or _MADE_BY.search(question, 0, one.start()) or _MADE.match(question, one.end()))
            if not of_it:
                found.append(one.span())
            passed = one.end(), of_it
        return found

    def without(self, question: str) -> str:
        """Return a question without the parties that it names and the words that go with their names."""
        for start, end in reversed(self.find(question)):
            before, after = _BEFORE.search(question, 0, start), _AFTER.match(question, end)
            start = before.start() if before else start
            question = f"{question[:start]} {question[after.end() if after else end :]}"
        return question


ANY_PARTY = Parties(())
"""The parties of parliament, whatever letters there are."""
