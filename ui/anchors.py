"""Anchors: names for the places of a letter that a link can hold, such as ``/letter/7562802#vraag-7``."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from rag.answer import Place
from rag.letter import Exchange, Letter, Paragraph

_NO_WORD = re.compile(r"[^a-z0-9]+")


def places(letter: Letter) -> dict[str, Place]:
    """Return the exchanges and paragraphs of a letter by their anchors, each once, in the order of the letter."""
    found: dict[str, Place] = {}
    for exchange in letter.exchanges:
        found[_free(slug(exchange.label), found)] = Place(letter, exchange)
    for paragraph in letter.paragraphs:
        found[_free(f"alinea-{paragraph.n}", found)] = Place(letter, None, paragraph)
    return found


def names(letter: Letter) -> dict[Exchange | Paragraph | None, str]:
    """Return the anchor of each exchange and paragraph of a letter."""
    return {place.exchange or place.paragraph: name for name, place in places(letter).items()}


def find(letter: Letter, name: str) -> Place | None:
    """Return the place of an anchor; ``vraag-5`` finds the exchange that answers questions 5 and 6 together too."""
    known = places(letter)
    if name in known:
        return known[name]
    return next((place for place in known.values() if name in aliases(place)), None)


def aliases(place: Place) -> Iterator[str]:
    """Yield an anchor for each question of an exchange that answers several."""
    exchange = place.exchange
    if exchange is not None and len(exchange.numbers) > 1:
        party = f"{exchange.party} " if exchange.party else ""
        yield from (slug(f"{party}vraag {number}") for number in exchange.numbers)


def link(letter: Letter | str, name: str = "") -> str:
    """Return the address of a letter's page on this server, at an anchor if one is given."""
    letter_id = letter if isinstance(letter, str) else letter.id
    return f"/letter/{quote(letter_id, safe='')}{f'#{name}' if name else ''}"


def link_to(place: Place) -> str:
    """Return the address of a place."""
    return link(place.letter, names(place.letter).get(place.exchange or place.paragraph, ""))


def slug(label: str) -> str:
    """Return the anchor of the first exchange with a label."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    return _NO_WORD.sub("-", plain).strip("-") or "plaats"


def _free(name: str, taken: dict[str, Place]) -> str:
    n = 1
    while (tried := name if n == 1 else f"{name}-{n}") in taken:
        n += 1
    return tried
