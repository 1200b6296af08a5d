"""The layouts in which letters reach people, and what each of them can hold."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.ingest.synthetic import lists, ministry, official
from tests.ingest.synthetic.pages import Set
from tests.ingest.synthetic.truth import Truth


@dataclass(frozen=True)
class Layout:
    """A layout: what it can hold, which parts of a head it prints, and how it sets a letter."""

    name: str
    suffix: str
    prints: frozenset[str]
    set: Callable[[Random, Truth], Set]
    flat: bool = False
    consults: bool = False
    lists: bool = False


_ALL = frozenset(("askers", "ministers", "date", "submitted", "reference", "question_reference"))
LAYOUTS = (
    Layout("official", ".txt", _ALL - {"reference", "question_reference"}, official.official),
    Layout("official markdown", ".md", _ALL - {"reference", "question_reference"}, official.official_markdown),
    Layout("ministry", ".md", _ALL, ministry.ministry),
    Layout("plain", ".txt", _ALL - {"question_reference"}, ministry.plain_letter),
    Layout("pasted", ".txt", frozenset(("askers", "ministers")), ministry.pasted),
    Layout("list", ".txt", frozenset(("ministers", "date")), lists.committee, lists=True),
    Layout("court", ".txt", frozenset(("date", "reference")), lists.court, lists=True),
    Layout("consultation", ".txt", frozenset(("ministers", "date", "submitted")), lists.consultation, consults=True),
    Layout("flat official", ".txt", _ALL - {"reference", "question_reference"}, official.flat_official, flat=True),
    Layout("flat court", ".txt", frozenset(("date", "reference")), lists.flat_court, flat=True),
    Layout("running", ".md", frozenset(("ministers", "date", "reference")), ministry.running),
    Layout("listing", ".txt", frozenset(), lists.listing, flat=True),
)
