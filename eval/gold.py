"""Gold: the places of the letters that answer a question, as a question set names them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from eval.errors import SetError
from rag.answer import Place
from rag.letter import Letter

_SOURCE = "source:"


@dataclass(frozen=True, slots=True)
class Gold:
    """A place as a question set names it; ``letter`` is an id, or ``source:`` and a file's name."""

    letter: str
    party: str | None = None
    numbers: tuple[str, ...] = ()
    paragraph: int | None = None

    def __str__(self) -> str:
        if self.paragraph is not None:
            return f"{self.letter}, paragraph {self.paragraph}"
        return f"{self.letter}, {self.party or 'question'} {'+'.join(self.numbers)}"


def gold_of(place: Place) -> Gold:
    """Name a place as a set does."""
    exchange, paragraph = place.exchange, place.paragraph
    if exchange is not None:
        return Gold(place.letter.id, exchange.party, exchange.numbers)
    return Gold(place.letter.id, paragraph=paragraph.n if paragraph else None)


def locate(gold: Gold, letters: Sequence[Letter]) -> Place:
    """Return the place that a set names.

    Raises:
        SetError: no such letter, exchange or paragraph.
    """
    letter = _letter(gold, letters)
    for place in _places(gold, letter):
        return place
    raise SetError(f"{gold}: the letter {letter.id} has no such place; see `vraagbaak show {letter.id}`.")


def _letter(gold: Gold, letters: Sequence[Letter]) -> Letter:
    name = gold.letter.removeprefix(_SOURCE)
    for letter in letters:
        if name == (PurePath(letter.source).name if gold.letter.startswith(_SOURCE) else letter.id):
            return letter
    raise SetError(f"{gold}: no such letter in the index; see `vraagbaak letters`.")


def _places(gold: Gold, letter: Letter) -> Iterator[Place]:
    if gold.paragraph is not None:
        yield from (Place(letter, paragraph=one) for one in letter.paragraphs if one.n == gold.paragraph)
        return
    for exchange in letter.exchanges:
        if exchange.party == gold.party and gold.numbers and set(gold.numbers) <= set(exchange.numbers):
            yield Place(letter, exchange)
