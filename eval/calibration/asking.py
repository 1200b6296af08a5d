"""What is asked: questions that a pair of the bench answers, and near ones that none answers.

``questions.jsonl`` was written for this, by readers of the pairs. A line has the id of a pair and, in English and in
Dutch, a question that its answer answers (``en``, ``nl``; those of some pairs are in ``bench/dev_queries.jsonl``) with
the offsets of the words that do (``quote``), and a question about the same matter that no pair answers (``en_no``,
``nl_no``).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.bench.material import Material
from rag.answer import Language

QUESTIONS = Path(__file__).parent / "questions.jsonl"

LANGUAGES: tuple[Language, ...] = ("en", "nl")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a pair; ``gold`` is the key of the pair when that answers it, None when nothing does."""

    pair: str
    language: Language
    words: str
    gold: str | None

    @property
    def fold(self) -> int:
        """A number by the pair, the same on every machine: questions about one pair are never parted."""
        return int.from_bytes(self.pair.encode(), "big") % 1_000_003


def asked_of(material: Material, path: Path = QUESTIONS) -> Iterator[Asked]:
    """Yield every question about the pairs of the bench."""
    for query in material.queries:
        for language in LANGUAGES:
            yield Asked(query.id, language, query.words[language], query.gold)
    keys = {pair.id: pair.key for pair in material.pairs}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        for language in LANGUAGES:
            if language in fields:
                yield Asked(fields["id"], language, fields[language], keys[fields["id"]])
            yield Asked(fields["id"], language, fields[f"{language}_no"], None)
