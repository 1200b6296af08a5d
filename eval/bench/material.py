"""What is searched and asked: pairs of a question and its answer, each as a letter in a real index."""

import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rag.answer import Language, Place
from rag.indexing.index import Index
from rag.letter import Exchange, Letter
from rag.settings import Settings

PAIRS, QUERIES = "pairs.jsonl", "dev_queries.jsonl"
FOLDS = 5
SEED = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """A question that was put to the cabinet and its answer."""

    id: str
    question: str
    answer: str

    @property
    def key(self) -> str:
        """The name of the pair's place in the index."""
        letter = letter_of(self)
        return Place(letter, exchange=letter.exchanges[0]).key


@dataclass(frozen=True, slots=True)
class Query:
    """A question in two languages, the key of the pair that answers it, and the words of that which answer best."""

    id: str
    words: dict[Language, str]
    gold: str
    quote: str

    @property
    def fold(self) -> int:
        """The fold that the query is in; it depends on the id alone."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % FOLDS


@dataclass(frozen=True, slots=True)
class Material:
    """The pairs of a bench and the queries about some of them."""

    pairs: tuple[Pair, ...]
    queries: tuple[Query, ...]

    @property
    def golds(self) -> list[str]:
        """The key of the pair that answers each query, in the order of the queries."""
        return [query.gold for query in self.queries]


def read_material(folder: Path) -> Material:
    """Read the pairs and the queries of a folder."""
    pairs = tuple(Pair(one["id"], one["vraag"], one["antwoord"]) for one in _records(folder / PAIRS))
    keys = {pair.id: pair.key for pair in pairs}
    queries = (
        Query(one["id"], {"en": one["en"], "nl": one["nl"]}, keys[one["id"]], one["quote"])
        for one in _records(folder / QUERIES)
    )
    return Material(pairs, tuple(queries))


def letter_of(pair: Pair) -> Letter:
    """Return a pair as a letter of one exchange."""
    text = f"{pair.question}\n\n{pair.answer}"
    asked, answered = (0, len(pair.question)), (len(pair.question) + 2, len(text))
    return Letter(
        id=pair.id,
        source=f"{pair.id}.txt",
        kind="answers",
        title="",
        text=text,
        citation=pair.id,
        exchanges=(Exchange("Vraag 1", ("1",), asked, answered),),
    )


def padded(pairs: Sequence[Pair], number: int) -> tuple[Pair, ...]:
    """Return ``number`` pairs: those that are given, then questions with the answers of others."""
    chance = random.Random(SEED)
    further = (
        replace(chance.choice(pairs), id=f"more{count}", answer=chance.choice(pairs).answer)
        for count in range(number - len(pairs))
    )
    return (*pairs[:number], *further)


def index_of(pairs: Iterable[Pair], folder: Path) -> Settings:
    """Put pairs into an index in a folder; return the settings that open it."""
    settings = Settings(index=folder, corpus=folder, embedding="shipped", lexicon=None)
    index = Index(settings)
    with index.writing() as store:
        for pair in pairs:
            store.put([letter_of(pair)], pair.id)
        index.publish(store)
    return settings


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
