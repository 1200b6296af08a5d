"""Gathering: one reading of all letters, in which everything is taken that an index is made of."""

from collections.abc import Iterable, Iterator

from rag.answer import Place
from rag.indexing.catalogue import Address
from rag.indexing.crossing import Register
from rag.indexing.passages import Passage, fields, passages, places
from rag.letter import Letter
from rag.words.acronyms import definitions
from rag.words.counting import Counting


class Gathering:
    """What has been gathered: words, where every place stands, acronyms, and what letters may be called."""

    def __init__(self) -> None:
        self.counted = Counting()
        self.addresses: list[Address] = []
        self.register = Register()
        self._long_forms: dict[str, set[str]] = {}

    @property
    def long_forms(self) -> dict[str, list[str]]:
        """The acronyms that the letters define, with what they stand for."""
        return {acronym: sorted(found) for acronym, found in sorted(self._long_forms.items())}

    def passages(self, letters: Iterable[Letter]) -> Iterator[tuple[Passage, int]]:
        """Yield all passages with the number of their place, and gather the rest on the way."""
        for letter in letters:
            self.register.add(letter)
            for acronym, long_form in definitions(letter.text):
                self._long_forms.setdefault(acronym, set()).add(long_form)
            for place in places(letter):
                number = self._take(place)
                for passage in passages(place):
                    yield passage, number

    def _take(self, place: Place) -> int:
        """Take in the words of a place and where it stands; return its number."""
        letter, exchange, paragraph = place.letter, place.exchange, place.paragraph
        self.counted.add(fields(place))
        at = None if exchange is None else letter.exchanges.index(exchange)
        party = exchange.party if exchange else None
        self.addresses.append(Address(letter.id, at, paragraph.n if paragraph else None, party))
        return len(self.addresses) - 1
