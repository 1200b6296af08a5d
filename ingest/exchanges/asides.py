"""Asides: an asker's words outside the questions, which stay in the text but are no paragraph that could be cited.

The official head says whose questions these are and what about, in the words of the askers; under ``Toelichting``
they explain their questions. Neither is what the cabinet said.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.exchanges.numbered import SIGNATURE
from ingest.exchanges.outline import Aside, Draft, Heading, Item, Running
from ingest.lines.numbering import numbering
from ingest.marks import bare

_ANNOUNCED = re.compile(
    r"(?:Schriftelijke\s+)?[Vv]ragen\s+van\s+(?:het|de)\s+(?:lid|leden|fractie)\b.*\bingezonden\b", re.S
)


def set_apart(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of a letter with numbered questions, the askers' words in running text as asides."""
    explaining = False
    for item in items:
        if isinstance(item, Draft):
            explaining = False
        elif isinstance(item, Heading):
            found = numbering(bare(item.text))
            explaining = found is not None and found.role == "remark"
        elif _announces(item) or (explaining and not _is_signed(item)):
            yield Aside(item.text)
            continue
        yield item


def _announces(item: Running | Aside) -> bool:
    return _ANNOUNCED.match(bare(item.text)) is not None


def _is_signed(item: Running | Aside) -> bool:
    return SIGNATURE.fullmatch(item.text) is not None
