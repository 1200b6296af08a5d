"""The shelf: the heads of all letters in use, to list, to narrow by, and to take example questions from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from rag.filters import together
from rag.letter import KINDS, Chamber, Letter
from ui.examples import Example, examples

Sort = Literal["new", "old", "title", "long"]


@dataclass(frozen=True, slots=True)
class Card:
    """A letter without its text, and how many exchanges it has; ``parties`` are those that ask in it."""

    head: Letter
    exchanges: int
    parties: tuple[str, ...]

    @classmethod
    def of(cls, letter: Letter) -> "Card":
        """Make the card of a letter."""
        head = replace(letter, text="", exchanges=(), paragraphs=(), notes=(), pages=())
        return cls(head, len(letter.exchanges), tuple(sorted(set(_parties(letter)), key=str.casefold)))

    @property
    def words(self) -> str:
        """What a letter is found by in a list, in lower case."""
        head = self.head
        known = (head.title, head.id, head.reference, head.citation, head.source, *self.parties)
        return " ".join([*filter(None, known), *map(str, head.ministers)]).casefold()


@dataclass(frozen=True, slots=True)
class Shelf:
    """All cards, the newest first and the undated last; example questions; and what can be narrowed to."""

    cards: tuple[Card, ...] = ()
    examples: tuple[Example, ...] = ()

    @classmethod
    def of(cls, letters: Iterable[Letter]) -> "Shelf":
        """Make the shelf of all letters."""
        newest = sorted(letters, key=lambda one: (one.date or "", one.title, one.id), reverse=True)
        return cls(tuple(map(Card.of, newest)), examples(newest))

    def find(self, words: str = "", kind: str = "", sort: Sort = "new") -> list[Card]:
        """Return the cards that have all of the words and are of the kind, in an order."""
        wanted = words.casefold().split()
        found = [
            card
            for card in self.cards
            if (not kind or card.head.kind == kind) and all(word in card.words for word in wanted)
        ]
        match sort:
            case "new":
                return found
            case "old":
                return sorted(found, key=lambda card: card.head.date or "9999")
            case "title":
                return sorted(found, key=lambda card: card.head.title.casefold())
            case "long":
                return sorted(found, key=lambda card: -card.exchanges)

    def choices(self) -> dict[str, tuple[str, ...]]:
        """Return, for each filter that is chosen from a list, what the letters have of it."""
        heads = [card.head for card in self.cards]
        kinds, chambers = {head.kind for head in heads}, {head.chamber for head in heads}
        offices = {minister.office for head in heads for minister in head.ministers}
        return {
            "kind": tuple(kind for kind in KINDS if kind in kinds),
            "chamber": tuple(chamber for chamber in get_args(Chamber) if chamber in chambers),
            "minister": tuple(sorted(offices, key=str.casefold)),
            "party": tuple(sorted({party for card in self.cards for party in card.parties}, key=str.casefold)),
        }


def _parties(letter: Letter) -> Iterator[str]:
    asking = [asker.party for asker in letter.askers] + [exchange.party for exchange in letter.exchanges]
    for party in filter(None, asking):
        yield from together(party)
