"""Asides: an asker's words outside the questions, which stay in the text but are no paragraph that could be cited.

The official head says whose questions these are and what about, in the words of the askers; under ``Toelichting``
they explain their questions. Neither is what the cabinet said.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.exchanges.numbered import SIGNATURE
from ingest.exchanges.outline import Aside, Draft, Heading, Item, Outline, Running
from ingest.exchanges.unheaded import asks
from ingest.lines.numbering import numbering
from ingest.marks import bare

_ASKED_BY = re.compile(
    r"(?:Schriftelijke\s+)?[Vv]ragen\s+van\s+(?:het|de)\s+(?:lid|leden)\b"
    r"(?:(?!.*\b[Aa]ntwoord(?:en)?\s+van\b)|(?=.*\?)).*\baan\s+de\b",
    re.S,
)
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


def all_asked(outline: Outline) -> None:
    """Leave every word to the askers, where a paper holds their questions and nothing else."""
    for draft in outline.drafts:
        draft.questions.extend(draft.answers)
        draft.answers.clear()
    outline.items = [Aside(item.text) if isinstance(item, Running) else item for item in outline.items]
    outline.warnings = [warning for warning in outline.warnings if not warning.endswith("has no answer.")]


def without_questions(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of a letter on questions; running text that only asks, or says who asks, becomes an aside."""
    for item in items:
        if isinstance(item, Running) and (asks(item.text) or _says_who_asks(item.text)):
            yield Aside(item.text)
            continue
        if isinstance(item, Draft) and item.section and _says_who_asks(item.section):
            item.section = None
        yield item


def _says_who_asks(text: str) -> bool:
    return _ASKED_BY.match(bare(text)) is not None


def _announces(item: Running | Aside) -> bool:
    return _ANNOUNCED.match(bare(item.text)) is not None


def _is_signed(item: Running | Aside) -> bool:
    return SIGNATURE.fullmatch(item.text) is not None
