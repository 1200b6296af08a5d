"""Assistants that anyone could build in an afternoon, over the same letters.

Neither has a way to say no but finding nothing; both cite four sources, which is what LangChain's retrievers return
when nothing else is set.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import chromadb
from chromadb.config import Settings as ChromaSettings
from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter
from rank_bm25 import BM25Okapi

from eval.bench.baselines import CHUNK, OVERLAP
from eval.metrics import words
from rag.answer import Answer, Citation, Hit, Place, Role
from rag.answering import wording
from rag.answering.compose import Quoted, as_markdown, compose
from rag.answering.quotes import Quoter
from rag.indexing.generation import Generation
from rag.indexing.passages import places
from rag.letter import Letter
from rag.models.embedding import load_embedding
from rag.words.language import language_of

CITED = 4


class PlainBM25:
    """BM25 over words in lower case finds the places; the answer is made of them as Vraagbaak makes its own."""

    def __init__(self, generation: Generation) -> None:
        self._letters = tuple(generation.store.letters())
        self._places = [place for letter in self._letters for place in places(letter)]
        self._index = BM25Okapi([words(_text(place)) for place in self._places])
        self._queries = generation.queries
        self._quoter = Quoter(generation.lexical, generation.queries.splitter, load_embedding())

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters."""
        return self._letters

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """Return the places whose words fit best."""
        scores = self._index.get_scores(words(question))
        best = [at for at in (-scores).argsort(kind="stable")[:k] if scores[at] > 0]
        found = [(self._places[at], float(scores[at] / scores[best[0]])) for at in best]
        return tuple(Hit(rank, score, place, place.shown) for rank, (place, score) in enumerate(found, 1))

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Quote from the places that were found first; what was said before is not known here."""
        del talk
        language = language_of(question)
        concepts = self._queries.concepts(question, language)
        quoted = [
            Quoted(hit.place, self._quoter.choose(hit.place, question, concepts), _role(hit.place))
            for hit in self.search(question, CITED)
        ]
        if not quoted:
            return Answer(question, language, "not_found", wording.NOT_FOUND[language])
        return Answer(question, language, "answered", *compose(quoted, language, lambda letter: letter.date or ""))


@dataclass(frozen=True, slots=True)
class _Chunk:
    place: Place
    start: int
    end: int


class LangChainRecipe:
    """Letters cut into chunks of 1000 characters, 200 of them shared, in Chroma; the nearest chunks are the sources.

    A chunk belongs to the place that most of it is of. It is shown as what the letter says, since nothing in the recipe
    tells a question from an answer.
    """

    def __init__(self, generation: Generation) -> None:
        self._letters = tuple(generation.store.letters())
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
        parts = [(letter, one) for letter in self._letters for one in splitter.create_documents([letter.text])]
        self._chunks = [_chunk(letter, part) for letter, part in parts]
        self._store = Chroma.from_texts(
            [part.page_content for _, part in parts],
            load_embedding(),
            metadatas=[{"at": at} for at in range(len(parts))],
            ids=[str(at) for at in range(len(parts))],
            client=chromadb.EphemeralClient(ChromaSettings(anonymized_telemetry=False)),
            collection_name="letters",
            collection_metadata={"hnsw:space": "cosine"},
        )

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters."""
        return self._letters

    def search(self, question: str, k: int = 10) -> tuple[Hit, ...]:
        """Return the places of the nearest chunks, each once."""
        found: dict[str, tuple[Place, float]] = {}
        for chunk, score in self._nearest(question, len(self._chunks)):
            found.setdefault(chunk.place.key, (chunk.place, score))
        best = list(found.values())[:k]
        return tuple(Hit(rank, score, place, place.shown) for rank, (place, score) in enumerate(best, 1))

    def ask(self, question: str, *, talk: Sequence[Answer] = ()) -> Answer:
        """Show the nearest chunks."""
        del talk
        chunks = [chunk for chunk, _ in self._nearest(question, CITED)]
        citations = tuple(_citation(n, chunk) for n, chunk in enumerate(chunks, 1))
        shown = "\n\n".join(f"“{as_markdown(one.quote)}” [{one.n}]" for one in citations)
        return Answer(question, language_of(question), "answered", shown, citations)

    def _nearest(self, question: str, k: int) -> list[tuple[_Chunk, float]]:
        found = self._store.similarity_search_with_score(question, k=min(k, len(self._chunks)))
        return [(self._chunks[one.metadata["at"]], max(0.0, 1 - distance)) for one, distance in found]


def _text(place: Place) -> str:
    asked = place.letter.at(place.exchange.question_span) if place.exchange else ""
    return f"{asked}\n\n{place.letter.at(place.span)}"


def _role(place: Place) -> Role:
    return "answer" if place.exchange else "text"


def _chunk(letter: Letter, part: Document) -> _Chunk:
    start: int = part.metadata["start_index"]
    end = start + len(part.page_content)
    return _Chunk(max(places(letter), key=lambda place: _shared(place, start, end)), start, end)


def _shared(place: Place, start: int, end: int) -> int:
    asked = place.exchange.question_span if place.exchange else None
    spans = (place.span, asked or (0, 0))
    return sum(max(0, min(end, last) - max(start, first)) for first, last in spans)


def _citation(n: int, chunk: _Chunk) -> Citation:
    letter = chunk.place.letter
    quote = letter.text[chunk.start : chunk.end]
    return Citation(n, chunk.place, _role(chunk.place), quote, chunk.start, chunk.end, letter.citation)
