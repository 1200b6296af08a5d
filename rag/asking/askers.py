"""Askers: the members of parliament who put the questions of letters, as questions name them.

A surname alone is many things: "de motie-Westerveld" is no question of hers. It is that of who asked where the question
says so: "wat vroeg Westerveld", "het lid Westerveld", "what did Westerveld ask".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rag.asking.offices import surname
from rag.letter import Head, Span

_MEMBER = r"(?:(?:het|the)\s+)?(?:kamerlid|lid|senator|mps?|member)"
_BEFORE = (
    rf"(?:\b(?:{_MEMBER}|vroeg|vroegen|vraagt|stelde|wilde|did|does|has|antwoordde|told|mevrouw|(?:de )?heer|"
    r"vragen van|questions? (?:of|from|by)|asked by|gesteld door)\s+(?:(?:de|het|the)\s+)?)"
)
_AFTER = r"(?:\s+(?:asked?|raised?|vroeg|wilde|gevraagd|gesteld|wants?|want(?:ed)?)\b)"
_PROPOSES = re.compile(r"\b(?:motie|motion|amendement|amendment|wetsvoorstel|initiatief\w*|bill)\b", re.I)
"""What members bring in besides questions."""

_UNKNOWN = re.compile(
    rf"\b(?P<asker>(?i:{_MEMBER})\s+(?P<name>(?:(?i:van|de|den|der|ten|ter|el)\s+){{0,2}}[A-Z][\w'-]+))"
)


@dataclass(frozen=True, slots=True)
class NamedAsker:
    """The member whose questions are asked for: the name, the letters that answer them, and where it is said."""

    name: str
    letters: frozenset[str]
    span: Span


class Askers:
    """The members who asked, by their surnames."""

    def __init__(self, heads: Iterable[Head]) -> None:
        self._letters: dict[str, set[str]] = {}
        for head in heads:
            for name in (surname(one.name) for one in head.askers if one.name):
                self._letters.setdefault(name.casefold(), set()).add(head.id)
        names = "|".join(map(re.escape, sorted(self._letters, key=lambda one: (-len(one), one)))) or r"(?!)"
        self._named = re.compile(
            rf"{_BEFORE}(?:[\w'-]+\s+)?(?P<before>{names})(?![\w-])|(?<![\w-])(?P<after>{names})(?={_AFTER})", re.I
        )

    def named(self, question: str) -> NamedAsker | None:
        """Return the member whose questions a question asks for.

        One of whom there is no letter is named all the same, where the question calls him a member.
        """
        if _PROPOSES.search(question):
            return None
        for found in self._named.finditer(question):
            group = "before" if found["before"] else "after"
            name = found[group]
            if name.split()[-1][0].isupper():
                return NamedAsker(name, frozenset(self._letters[name.casefold()]), found.span(group))
        unknown = _UNKNOWN.search(question)
        return NamedAsker(unknown["name"], frozenset(), unknown.span("asker")) if unknown else None
