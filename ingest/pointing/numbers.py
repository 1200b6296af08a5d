"""Which exchanges of a letter a number means, or a group."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.pointing.mentions import Mention
from rag.letter import Exchange

MANY = 120
"""Exchanges to which a search for the one that is meant keeps, where there are more."""

_PRINTED = re.compile(r"([1-9]\d{0,2})[.)]\s")


class Numbers:
    """The exchanges of a letter by their numbers and groups, each by its position in the letter."""

    def __init__(self, text: str, exchanges: Sequence[Exchange]) -> None:
        self._exchanges = exchanges
        self._having: dict[tuple[str | None, str], list[int]] = {}
        self._parties: dict[str | None, list[int]] = {}
        for at, exchange in enumerate(exchanges):
            self._parties.setdefault(exchange.party, []).append(at)
            for number in exchange.numbers:
                self._having.setdefault((exchange.party, number), []).append(at)
        self._printed = self._numbered_through(text)

    def _numbered_through(self, text: str) -> dict[str, int]:
        """Return the numbers that the letter prints before its questions, where they count on through the groups."""
        printed: dict[str, int] = {}
        for at, exchange in enumerate(self._exchanges):
            start, end = exchange.question_span or (0, 0)
            found = _PRINTED.match(text[start:end])
            if found is None or exchange.party is None or int(found[1]) <= int(next(reversed(printed), "0")):
                return {}
            printed[found[1]] = at
        return printed if len(self._parties) > 1 else {}

    def meant(self, at: int, mention: Mention, number: str) -> list[int]:
        """Return the exchanges that a number means: by the letter's own numbering through its groups, if it has one."""
        own = self._exchanges[at].party
        printed = self._printed.get(number)
        if printed is not None and mention.party in (None, self._exchanges[printed].party):
            return [printed]
        if self._printed and mention.party is None:
            return []
        places = self._places(mention.party or own, number, in_group=mention.party is not None)
        # A group's answers are counted here, not by the letter: an answer does not point to itself.
        return [] if own is not None and mention.party is None and places == [at] else places

    def _places(self, party: str | None, number: str, *, in_group: bool) -> list[int]:
        """Return where a number stands: the one exchange that has it, its lettered parts, or that it is a part of."""
        parties = [party] if in_group else [party, *(one for one in self._parties if one != party)]
        for written in (number, number.rstrip("abcdefghijklmnopqrstuvwxyz")):
            own = self._having.get((party, written), [])
            others = [at for one in parties[1:] for at in self._having.get((one, written), [])]
            if own or others:
                found = own or others
                return found if len(found) == 1 else []
        return [at for sign in "abcdefghij" for at in self._having.get((party, number + sign), [])]

    def group(self, party: str | None, but: int) -> list[int]:
        """Return the exchanges of a group but one, the nearest where there are many."""
        members = self._parties.get(party, [])
        if len(members) > MANY:
            place = bisect_left(members, but)
            members = members[max(0, place - MANY) : place + MANY // 4]
        return [one for one in members if one != but]
