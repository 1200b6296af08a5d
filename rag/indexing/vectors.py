"""The vector store: Chroma, with the vectors of passages and their metadata.

Derived and disposable: it is built once for a generation, closed, and only read afterwards. The words of the
passages stay out of it: they stand in the letters beside it, and Chroma takes three times as long with them.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import cast

import chromadb
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.api.types import QueryResult
from chromadb.config import Settings as ChromaSettings

from rag.errors import IndexUnusable
from rag.indexing.passages import Passage
from rag.models.embedding import Embedding, Vectors

Numbered = tuple[Passage, int]
"""A passage with the number of its place."""

COLLECTION = "passages"
BATCH = 1_000
"""Rows a call; Chroma takes at most 5,461, and is quickest with some thousand."""

SEARCHED = 500
"""Passages that are searched for in one call."""

NEARLY = 1e-4
"""What the numbers of a stored vector may differ from those it was made of."""

_DATABASE = "chroma.sqlite3"
_HNSW = CreateCollectionConfiguration(
    # Chroma takes the rows of a batch in any order, so the graph is not the same each time. Wide, and with many
    # neighbours, its answers are: they are nearly exact, and passages with much the same words ("Zie het antwoord op
    # vraag 1.") do not cut each other off. With 200 instead of 300 one building in four lost some of these.
    hnsw={"space": "cosine", "ef_construction": 300, "ef_search": 200, "max_neighbors": 48, "num_threads": 1}
)


class VectorStore:
    """Passages by the nearness of their vectors.

    Raises:
        IndexUnusable: the folder is damaged; or, without ``create``, there are no vectors in it.
    """

    def __init__(self, folder: Path, embedding: Embedding, *, create: bool = True) -> None:
        self._folder, self._embedding = folder, embedding
        self._loading, self._loaded = Lock(), False
        if not create and not (folder / _DATABASE).is_file():
            raise IndexUnusable(f"{folder}: there are no vectors here; run `vraagbaak doctor --repair`.")
        with self._usable():
            # A persistent client is one of these; only they can be closed.
            self._client = cast(
                "Client",
                chromadb.PersistentClient(folder, settings=ChromaSettings(anonymized_telemetry=False)),
            )
            self._collection = (
                self._client.get_or_create_collection(COLLECTION, configuration=_HNSW, embedding_function=None)
                if create
                else self._client.get_collection(COLLECTION, embedding_function=None)
            )

    def add(self, passages: Iterable[Numbered]) -> tuple[int, int]:
        """Keep passages, each with the number of its place; return how many there were, and how many were kept.

        A passage without any word that the model knows has no direction and is left to the lexical index.
        """
        given = kept = 0
        for batch, vectors in self._embedded(iter(passages)):
            given += len(batch)
            kept += self._add(batch, vectors)
        return given, kept

    def _embedded(self, source: Iterator[Numbered]) -> Iterator[tuple[list[Numbered], Vectors]]:
        """Yield batch after batch with its vectors; those of the next are made while one is in use."""
        with ThreadPoolExecutor(max_workers=1) as aside:
            coming: tuple[list[Numbered], Future[Vectors]] | None = None
            while batch := list(islice(source, BATCH)):
                made = aside.submit(self._embedding.passages, [passage.text for passage, _ in batch])
                if coming:
                    yield coming[0], coming[1].result()
                coming = batch, made
            if coming:
                yield coming[0], coming[1].result()

    def _add(self, batch: Sequence[Numbered], vectors: Vectors) -> int:
        known = [at for at, row in enumerate(vectors) if row.any()]
        if known:
            self._collection.add(
                ids=[batch[at][0].id for at in known],
                embeddings=vectors[known],
                metadatas=[_metadata(*batch[at]) for at in known],
            )
        return len(known)

    def nearest(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return the places of the k nearest passages with their cosine similarity, the best of each place."""
        vectors = self._embedding.questions([question])
        if not vectors.any():
            return []
        with self._usable():
            found = self._query(vectors, k)
        best: dict[int, float] = {}
        # What was asked to be included is there.
        metadatas, distances = found["metadatas"] or [[]], found["distances"] or [[]]
        for metadata, distance in zip(metadatas[0], distances[0], strict=True):
            number = cast("int", metadata["place"])
            best[number] = max(best.get(number, -1.0), 1.0 - distance)
        return sorted(best.items(), key=lambda item: (-item[1], item[0]))

    def _query(self, vectors: Vectors, k: int) -> QueryResult:
        """Search; the first search is made alone.

        It is then that Chroma loads the vectors. Where several searches load them at once, it takes some of them for
        new and writes them down again, and the files are not as they were written.
        """
        with nullcontext() if self._loaded else self._loading:
            found = self._collection.query(query_embeddings=vectors, n_results=k, include=["metadatas", "distances"])
            self._loaded = True
        return found

    def lost(self, passages: Iterable[Passage]) -> list[str]:
        """Return the ids of passages that a search for their own words does not find, and whose vectors are not there.

        A count of rows stays right after damage, so only searching and reading tell.
        """
        lost: list[str] = []
        source = iter(passages)
        while batch := list(islice(source, SEARCHED)):
            lost += self._lost(batch)
        return lost

    def _lost(self, batch: Sequence[Passage]) -> list[str]:
        vectors = self._embedding.passages([one.text for one in batch])
        known = [at for at, row in enumerate(vectors) if row.any()]
        first = self._first(vectors[known])
        apart = [at for at, name in zip(known, first, strict=True) if name != batch[at].id]
        # Of passages with much the same words another one may come first.
        return [batch[at].id for at in apart if not self._holds(batch[at].id, vectors[at])]

    def _holds(self, name: str, vector: Vectors) -> bool:
        """Say whether the index has a passage with its vector."""
        try:
            found = self._collection.get(ids=[name], include=["embeddings"])["embeddings"]
        except (RuntimeError, chromadb.errors.ChromaError):
            return False
        return found is not None and len(found) == 1 and bool(np.allclose(found[0], vector, atol=NEARLY))

    def _first(self, vectors: Vectors) -> list[str | None]:
        """Return for each vector the id of the nearest passage, if the search yields any."""
        if not len(vectors):
            return []
        try:
            found = self._collection.query(query_embeddings=vectors, n_results=1, include=[])
        except (RuntimeError, chromadb.errors.ChromaError):
            return [None] * len(vectors)
        return [ids[0] if ids else None for ids in found["ids"]]

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()

    @contextmanager
    def _usable(self) -> Iterator[None]:
        try:
            yield
        # An AttributeError is what Chroma ends with when it cannot undo an opening that failed.
        except (ValueError, RuntimeError, AttributeError, chromadb.errors.ChromaError) as error:
            raise IndexUnusable(
                f"{self._folder}: the vectors cannot be used ({error}); run `vraagbaak doctor --repair`."
            ) from error


def _metadata(passage: Passage, number: int) -> dict[str, str | int]:
    letter, exchange = passage.place.letter, passage.place.exchange
    known = {"letter": letter.id, "label": exchange.label if exchange else None, "role": passage.role}
    return {"place": number, **{name: value for name, value in known.items() if value is not None}}
