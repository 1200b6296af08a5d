"""Listings: questions that a letter lists first and repeats with their answers; each is kept once, as a question."""

from collections.abc import Container, Iterable, Mapping, Sequence

from ingest.exchanges.turns import Entry, Turn
from ingest.marks import bare, seal_page, unseal


def without_listings(entries: Sequence[Entry]) -> list[Entry]:
    """Leave out the listing of questions that a later round repeats with their answers.

    Words that only the listing has are put with the question of that number, before its own.
    """
    listings = _listings([entry for entry in entries if isinstance(entry, Turn)])
    if not listings:
        return list(entries)
    asked: dict[str, Turn] = {}
    known: dict[int, str] = {}
    for entry in reversed(entries):
        if not isinstance(entry, Turn) or not entry.asks:
            continue
        if entry.round in listings:
            _keep_own_words(entry, [asked[number] for number in entry.numbers], known)
        else:
            known[id(entry)] = _folded("".join(entry.paragraphs))
            asked.update(dict.fromkeys(entry.numbers, entry))
    return list(_left(entries, listings))


def _listings(turns: Iterable[Turn]) -> set[int]:
    """Return the rounds that only list questions which later rounds repeat with their answers."""
    asked: dict[int, set[str]] = {}
    answered: dict[int, set[str]] = {}
    for turn in turns:
        (asked if turn.asks else answered).setdefault(turn.round, set()).update(turn.numbers)
    listings: set[int] = set()
    later: set[str] = set()
    for number in sorted(asked.keys() | answered.keys(), reverse=True):
        if number in answered:
            later.update(asked.get(number, set()) & answered[number])
        elif later.issuperset(asked[number]):
            listings.add(number)
    return listings


def _keep_own_words(listed: Turn, repeated: Sequence[Turn], known: Mapping[int, str]) -> None:
    words = [known[id(turn)] for turn in repeated]
    own = [one for one in listed.paragraphs if not any(_folded(one) in each for each in words)]
    repeated[0].paragraphs[:0] = own


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, bare(text).casefold()))


def _left(entries: Iterable[Entry], listings: Container[int]) -> Iterable[Entry]:
    """Yield the entries outside the listings; the page on which a listing ends passes to what stands after it."""
    page: int | None = None
    for entry in entries:
        if isinstance(entry, Turn) and entry.round in listings:
            pages = unseal("".join(entry.paragraphs)).pages
            page = pages[-1][1] if pages else page
            continue
        if page is not None:
            page = None if _set_page(entry, page) else page
        yield entry


def _set_page(entry: Entry, page: int) -> bool:
    """Let what stands in an entry start on a page unless it says on which; return whether anything stands in it."""
    first = entry.text if not isinstance(entry, Turn) else "".join(entry.paragraphs[:1])
    if not bare(first).strip():
        return False
    pages = unseal(first).pages
    if not pages or pages[0][0] > 0:
        if isinstance(entry, Turn):
            entry.paragraphs[0] = seal_page(page) + first
        else:
            entry.text = seal_page(page) + first
    return True
