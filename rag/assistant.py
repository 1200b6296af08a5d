"""The one function under everything: a question to an answer with citations, or an honest no."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.answer import Answer, Hit, Language
from rag.answering.session import Session
from rag.asking.talk import follow_up
from rag.errors import QuestionError, StoreError
from rag.filters import Filters, names_of
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.letter import Letter
from rag.search import Searcher
from rag.settings import Settings
from rag.words.language import language_of

if TYPE_CHECKING:
    from rag.writing.writer import Writer

LONGEST_QUESTION = 2_000


class Assistant:
    """Answers questions about the letters of one index; it follows the index when that is renewed.

    With a writer, a language model writes the answer from the quotes that were found, and falls back on them.
    """

    def __init__(self, index: Index, writer: "Writer | None" = None) -> None:
        self._index, self._writer = index, writer
        self._lock = threading.Lock()
        self._searcher = Searcher(index.open())
        self._retired: Searcher | None = None

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Open the index that the settings name.

        Raises:
            IndexUnusable: there is no index, or it is damaged or made with other settings.
        """
        return cls(Index(settings), _writer(settings))

    def ask(
        self,
        question: str,
        filters: Filters | None = None,
        language: Language | None = None,
        talk: Sequence[Answer] = (),
    ) -> Answer:
        """Answer a question whole: the last of what :meth:`stream` yields.

        Raises:
            QuestionError: the question is empty or too long.
        """
        *_, answer = self.stream(question, filters, language, talk)
        return answer

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        language: Language | None = None,
        talk: Sequence[Answer] = (),
    ) -> Iterator[Answer]:
        """Answer a question from the letters that the filters admit, as the answer grows.

        Each answer takes the place of the one before it, and the last is whole; to close the iterator stops the work.
        ``talk`` is the answers that this conversation had before, the oldest first; a question that follows up on
        them is made whole from them.

        Raises:
            QuestionError: the question is empty or too long.
        """
        started = time.perf_counter()
        question = _checked(question)
        searcher = self._current()
        session = self._session(searcher, question, filters or Filters(), talk)
        spoken = language or language_of(session.question)
        found = session.answer(spoken)
        answer = replace(
            found,
            question=question,
            searched=session.question if session.question != question else "",
            understood=session.understood(spoken),
            index=_about(searcher.generation),
        )
        grown = self._writer.write(session.question, spoken, answer) if self._writer else iter((answer,))
        for one in grown:
            yield replace(one, timings_ms=one.timings_ms | {"total": _since(started)})

    def _session(self, searcher: Searcher, question: str, filters: Filters, talk: Sequence[Answer]) -> Session:
        """Return the session of a question as it was asked, or as it was made whole when that finds more."""
        alone = Session(searcher, question, filters)
        follow = follow_up(question, talk)
        if follow is None:
            return alone
        whole = Session(searcher, follow.whole, filters)
        return whole if follow.sure or whole.surest() > alone.surest() else alone

    def close(self) -> None:
        """Let go of the files."""
        for searcher in filter(None, (self._searcher, self._retired)):
            searcher.generation.close()

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> tuple[Hit, ...]:
        """Return the k places that fit a question best, the best first.

        Raises:
            QuestionError: the question is empty or too long, or k is not positive.
        """
        question = _checked(question)
        if k < 1:
            raise QuestionError(f"-k {k}: ask for at least one result.")
        return tuple(Session(self._current(), question, filters or Filters()).search(k))

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters, in the order of their ids."""
        return tuple(self._current().generation.store.letters())

    def letter(self, name: str) -> Letter:
        """Return one letter by its id, reference, question reference, number or source.

        Raises:
            StoreError: no letter, or more than one, is called that.
        """
        generation = self._current().generation
        named = [one for one in generation.catalogue.heads.values() if name.casefold() in names_of(one)]
        exact = [one for one in named if one.id == name]
        if len(exact or named) != 1:
            what = "no letter is called that" if not named else "more than one letter is called that"
            raise StoreError(f"{name}: {what}; `vraagbaak letters` lists the letters with their ids.")
        return generation.store.get((exact or named)[0].id)

    def _current(self) -> Searcher:
        """Return the searcher of the generation in use; a question in progress keeps the one it has."""
        with self._lock:
            name = self._index.current()
            if name is not None and name != self._searcher.generation.folder.name:
                renewed = Searcher(self._index.open())
                # Questions in progress may still use the last one; by the next renewal they are done with it.
                if self._retired is not None:
                    self._retired.generation.close()
                self._retired, self._searcher = self._searcher, renewed
            return self._searcher


def _writer(settings: Settings) -> "Writer | None":
    if not settings.model:
        return None
    from rag.writing.writer import open_writer  # what an answer without a model does not wait for

    return open_writer(settings)


def _checked(question: str) -> str:
    stripped = " ".join(question.split())
    if not stripped:
        raise QuestionError("The question is empty; type a question about the letters.")
    if len(stripped) > LONGEST_QUESTION:
        raise QuestionError(
            f"The question has {len(stripped)} characters, {LONGEST_QUESTION} is the most; ask it in fewer words."
        )
    return stripped


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 2)


def _about(generation: Generation) -> dict[str, str]:
    return {"generation": generation.folder.name, "embedding": str(generation.manifest["make"]["embedding"])}
