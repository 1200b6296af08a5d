"""The usual ways of searching, over the same pairs: what any of them gives without work."""

from collections.abc import Iterable, Sequence

import bm25s
import chromadb
import Stemmer
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma
from langchain_text_splitters import RecursiveCharacterTextSplitter
from rank_bm25 import BM25Okapi

from eval.bench.material import Pair
from eval.bench.rankings import DEPTH, Ranker
from eval.metrics import words
from rag.answer import Language
from rag.models.embedding import load_embedding

CHUNK, OVERLAP = 1000, 200
CHUNKS = 5 * DEPTH
"""Chunks that are asked for, since several may be of one pair."""


def plain_bm25(pairs: Sequence[Pair]) -> Ranker:
    """BM25 of the package rank_bm25 over words in lower case."""
    keys = [pair.key for pair in pairs]
    index = BM25Okapi([words(_text(pair)) for pair in pairs])

    def rank(question: str, language: Language) -> list[str]:
        del language
        scores = index.get_scores(words(question))
        return [keys[at] for at in (-scores).argsort(kind="stable")[:DEPTH] if scores[at] > 0]

    return rank


def stemmed_bm25(pairs: Sequence[Pair]) -> Ranker:
    """BM25 of the package bm25s with its Dutch stop words and Snowball's Dutch stemmer."""
    keys = [pair.key for pair in pairs]
    stemmer = Stemmer.Stemmer("dutch")

    def tokens(texts: list[str]) -> object:
        return bm25s.tokenize(texts, stopwords="dutch", stemmer=stemmer, show_progress=False)

    index = bm25s.BM25()
    index.index(tokens([_text(pair) for pair in pairs]), show_progress=False)

    def rank(question: str, language: Language) -> list[str]:
        del language
        found, scores = index.retrieve(tokens([question]), k=min(DEPTH, len(keys)), show_progress=False)
        return [keys[at] for at, score in zip(found[0], scores[0], strict=True) if score > 0]

    return rank


def langchain_recipe(pairs: Sequence[Pair]) -> Ranker:
    """Chunks of 1000 characters, 200 of them shared, in Chroma with the shipped embedding model."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
    chunks = [(pair.key, chunk) for pair in pairs for chunk in splitter.split_text(_text(pair))]
    store = Chroma.from_texts(
        [chunk for _, chunk in chunks],
        load_embedding(),
        metadatas=[{"key": key} for key, _ in chunks],
        ids=[str(number) for number in range(len(chunks))],
        client=chromadb.EphemeralClient(ChromaSettings(anonymized_telemetry=False)),
    )

    def rank(question: str, language: Language) -> list[str]:
        del language
        found = store.similarity_search(question, k=min(CHUNKS, len(chunks)))
        return _once(one.metadata["key"] for one in found)

    return rank


def _text(pair: Pair) -> str:
    return f"{pair.question}\n\n{pair.answer}"


def _once(keys: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(keys))[:DEPTH]
