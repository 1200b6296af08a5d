"""The one function under everything: a question to an answer with citations, or an honest no."""

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag import wording
from rag.answer import Answer, Hit, Language, Place, Role
from rag.compose import Quoted, compose
from rag.embedding import load_embedding
from rag.errors import QuestionError, StoreError
from rag.filters import Filters, names_of
from rag.generation import Generation
from rag.index import Index
from rag.language import language_of
from rag.letter import Letter, Pointer
from rag.passages import places
from rag.query import CEREMONY_WEIGHT, Concept
from rag.quotes import Quoter
from rag.search import Searcher
from rag.settings import Settings
from rag.stopwords import is_small_talk

LONGEST_QUESTION = 2_000
CITED = 6
"""Places that an answer draws on at most; what they point to comes with them."""

RELATED = 3
DEPTH = 30

ANSWERING = 0.12
"""The probability from which a place is taken for an answer; low, because a near place is shown as what it is."""


class Assistant:
    """Answers questions about the letters of one index; it follows the index when that is renewed."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._lock = threading.Lock()
        self._searcher = Searcher(index.open())
        self._retired: Searcher | None = None

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Open the index that the settings name.

        Raises:
            IndexUnusable: there is no index, or it is damaged or made with other settings.
        """
        return cls(Index(settings))

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
        del talk
        started = time.perf_counter()
        question = _checked(question)
        spoken = language or language_of(question)
        session = _Session(self._current(), question, filters or Filters())
        answer = session.answer(spoken)
        yield replace(
            answer,
            understood=session.understood(spoken),
            timings_ms=answer.timings_ms | {"total": _since(started)},
            index=_about(self._searcher.generation),
        )

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
        return tuple(_Session(self._current(), question, filters or Filters()).search(k))

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters, in the order of their ids."""
        return tuple(self._current().generation.store.letters())

    def letter(self, name: str) -> Letter:
        """Return one letter by its id, reference, question reference, number or source.

        Raises:
            StoreError: no letter, or more than one, is called that.
        """
        store = self._current().generation.store
        named = [one for one in store.letters() if name.casefold() in names_of(one)]
        exact = [one for one in named if one.id == name]
        if len(exact or named) != 1:
            what = "no letter is called that" if not named else "more than one letter is called that"
            raise StoreError(f"{name}: {what}; `vraagbaak letters` lists the letters with their ids.")
        return (exact or named)[0]

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


class _Session:
    """One question on its way."""

    def __init__(self, searcher: Searcher, question: str, filters: Filters) -> None:
        self.searcher, self.question, self.filters = searcher, question, filters
        self.language = language_of(question)
        self.named = searcher.gazetteer.read(question)
        self.concepts = searcher.concepts(self.named.rest, self.language)
        self.quoter = Quoter(searcher.generation.lexical, searcher.generation.queries.splitter, load_embedding())

    def search(self, k: int) -> list[Hit]:
        """Return the named exchanges, if any, and then what fits the question's words."""
        places = self._named() if self.named.is_place else []
        hits = [Hit(rank, 1.0, place, place.shown) for rank, place in enumerate(places, 1)]
        taken = {hit.place.key for hit in hits}
        further = [hit for hit in self._found(k + len(hits)) if hit.place.key not in taken]
        return [replace(hit, rank=rank) for rank, hit in enumerate([*hits, *further][:k], 1)]

    def answer(self, spoken: Language) -> Answer:
        """Answer the question, or say why not."""
        started = time.perf_counter()
        if self._is_no_question():
            return Answer(self.question, spoken, "refused", wording.REFUSED[spoken])
        if not self.searcher.admits_any(self.filters):
            return Answer(self.question, spoken, "not_found", wording.FILTERED_OUT[spoken])
        hits = self.search(DEPTH)
        if self.named.is_place:
            chosen = [hit for hit in hits if self.named.admits(hit.place)]
        else:
            chosen = self._answering(hits) if self._subjects() else []
        timings = {"search": _since(started)}
        if not chosen:
            said = wording.NOT_FOUND[spoken]
            return Answer(self.question, spoken, "not_found", said, related=self._related(), timings_ms=timings)
        return replace(self._answered(chosen, spoken), timings_ms=timings)

    def understood(self, spoken: Language) -> tuple[str, ...]:
        """Say what the question was taken to name."""
        corrections = self.searcher.generation.queries.corrections(self.named.rest, self.language)
        return wording.understood(self.named, corrections, spoken)

    def _subjects(self) -> list[Concept]:
        """Return what is asked about: neither set phrases nor mere figures."""
        return [one for one in self.concepts if one.importance > CEREMONY_WEIGHT and not one.surface.isdigit()]

    def _is_no_question(self) -> bool:
        """Say whether there is nothing to look for: no subject and no place, or talk that is for no letter."""
        names_nothing = self.named.letters is None and not self.named.numbers
        return (names_nothing and not self._subjects()) or is_small_talk(self.question)

    def _related(self) -> tuple[Hit, ...]:
        """Return what comes nearest: by the words in all letters, else the exchanges with that number or letter."""
        if self._subjects():
            return tuple(self.searcher.search(self.named.rest, self.language, RELATED, self.filters))
        places = self.searcher.places_in(self.named.letters)
        fitting = [one for one in places if not self.named.numbers or self.named.admits(one)]
        admitted = [one for one in fitting if self.filters.admits(one.letter, one.exchange)]
        return tuple(Hit(rank, 0.0, place, place.shown) for rank, place in enumerate(admitted[:RELATED], 1))

    def _answering(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits that answer; and of each further letter the best that speaks of what is asked about."""
        chosen = [hit for hit in hits if hit.score >= ANSWERING][:CITED]
        about = self.quoter.dominant(self.concepts)
        if not chosen or about is None:
            return chosen
        letters = {hit.place.letter.id for hit in chosen}
        for hit in hits:
            if hit.place.letter.id not in letters and self.quoter.says(hit.place, about):
                letters.add(hit.place.letter.id)
                chosen.append(hit)
        return chosen

    def _named(self) -> list[Place]:
        places = self.searcher.named_places(self.named)
        return [one for one in places if self.filters.admits(one.letter, one.exchange)]

    def _found(self, k: int) -> list[Hit]:
        return self.searcher.search(self.named.rest, self.language, k, self.filters, self.named)

    def _answered(self, chosen: Sequence[Hit], spoken: Language) -> Answer:
        answered = [hit.place for hit in chosen if not _lacks_answer(hit.place)]
        if not answered:
            asked = [hit for hit in chosen if hit.place.exchange is not None] or chosen
            text, citations = compose([Quoted(hit.place, hit.span, "question") for hit in asked[:1]], spoken)
            return Answer(self.question, spoken, "unanswered", f"{wording.UNANSWERED[spoken]}\n\n{text}", citations)
        quoted = [self._quoted(place, follow=True) for place in answered]
        text, citations = compose(quoted, spoken)
        return Answer(self.question, spoken, "answered", text, citations)

    def _quoted(self, place: Place, *, follow: bool) -> Quoted:
        role: Role = "answer" if place.exchange is not None else "text"
        targets = self._targets(place) if follow else []
        return Quoted(
            place,
            self.quoter.choose(place, self.question, self.concepts),
            role,
            tuple(self._quoted(target, follow=False) for target in targets),
        )

    def _targets(self, place: Place) -> list[Place]:
        pointers = place.exchange.refers_to if place.exchange is not None else ()
        found = [self._target(pointer) for pointer in pointers if pointer.label is not None]
        return [one for one in found if one is not None]

    def _target(self, pointer: Pointer) -> Place | None:
        try:
            letter = self.searcher.generation.store.get(pointer.letter or "")
        except StoreError:
            return None  # the letter that it points to was removed: the pointing words remain
        return next(
            (
                place
                for place in places(letter)
                if place.exchange is not None
                and place.exchange.answer_span is not None
                and place.exchange.label == pointer.label
            ),
            None,
        )


def _lacks_answer(place: Place) -> bool:
    """Say whether a place holds nothing that the cabinet said."""
    if place.exchange is None:
        return place.letter.kind == "questions"
    return place.exchange.answer_span is None


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
