"""The vector store: Chroma, through langchain-chroma, with passages and their metadata.

Derived and disposable: it is built once for a generation, closed, and only read afterwards.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import chromadb
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma

from rag.embedding import StaticModel
from rag.errors import IndexUnusable
from rag.passages import Passage

COLLECTION = "passages"
BATCH = 5_000
"""Rows a call; Chroma takes at most 5,461."""

_DATABASE = "chroma.sqlite3"
_HNSW = CreateCollectionConfiguration(
    # One thread and a wide beam: the same passages give the same graph, and its answers are nearly exact.
    hnsw={"space": "cosine", "ef_construction": 200, "ef_search": 200, "num_threads": 1}
)


class VectorStore:
    """Passages by the nearness of their vectors.

    Raises:
        IndexUnusable: the folder is damaged; or, without ``create``, there are no vectors in it.
    """

    def __init__(self, folder: Path, embedding: StaticModel, *, create: bool = True) -> None:
        self._folder, self._embedding = folder, embedding
        if not create and not (folder / _DATABASE).is_file():
            raise IndexUnusable(f"{folder}: there are no vectors here; run `vraagbaak doctor --repair`.")
        with self._usable():
            # A persistent client is one of these; only they can be closed.
            self._client = cast(
                "Client",
                chromadb.PersistentClient(folder, settings=ChromaSettings(anonymized_telemetry=False)),
            )
            self._chroma = Chroma(
                COLLECTION,
                embedding_function=embedding,
                client=self._client,
                collection_configuration=_HNSW if create else None,
                create_collection_if_not_exists=create,
            )

    def add(self, passages: Sequence[Passage], numbers: Sequence[int]) -> int:
        """Keep passages with the number of their place; return how many had words that the model knows.

        A passage without any known word has no direction and is left to the lexical index.
        """
        vectors = self._embedding.vectors([one.text for one in passages])
        known = [at for at, row in enumerate(vectors) if row.any()]
        for start in range(0, len(known), BATCH):
            batch = known[start : start + BATCH]
            self._chroma.add_texts(
                texts=[passages[at].text for at in batch],
                metadatas=[_metadata(passages[at], numbers[at]) for at in batch],
                ids=[passages[at].id for at in batch],
            )
        return len(known)

    def nearest(self, question: str, k: int) -> list[tuple[int, float]]:
        """Return the places of the k nearest passages with their cosine similarity, the best of each place."""
        vector = self._embedding.vectors([question])[0]
        if not vector.any():
            return []
        best: dict[int, float] = {}
        with self._usable():
            found = self._chroma.similarity_search_by_vector_with_relevance_scores([float(x) for x in vector], k=k)
        for document, distance in found:
            number = cast("int", document.metadata["place"])
            best[number] = max(best.get(number, -1.0), 1.0 - distance)
        return sorted(best.items(), key=lambda item: (-item[1], item[0]))

    def lost(self, passages: Sequence[Passage]) -> list[str]:
        """Return the ids of passages that a search for their own words does not find.

        A count of rows stays right after damage, so only searching tells.
        """
        lost: list[str] = []
        for passage, vector in zip(passages, self._embedding.vectors([one.text for one in passages]), strict=True):
            if vector.any() and not self._finds(passage, [float(x) for x in vector]):
                lost.append(passage.id)
        return lost

    def _finds(self, passage: Passage, vector: list[float]) -> bool:
        try:
            found = self._chroma.similarity_search_by_vector(vector, k=1, filter={"passage": passage.id})
        except (RuntimeError, chromadb.errors.ChromaError):
            return False
        return bool(found) and found[0].id == passage.id

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
    known: dict[str, str | int | None] = {
        "passage": passage.id,
        "place": number,
        "role": passage.role,
        "letter": letter.id,
        "label": exchange.label if exchange else None,
        "party": exchange.party if exchange else None,
        "date": letter.date,
        "start": passage.span[0],
        "end": passage.span[1],
    }
    return {name: value for name, value in known.items() if value is not None}
