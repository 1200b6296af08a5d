"""A session: one question on its way from the letters that its words name to an answer, or to an honest no."""

import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from rag.answer import Answer, Hit, Language, Place, Role, Status
from rag.answering import wording
from rag.answering.aptness import assents
from rag.answering.compose import Order, Quoted, Turning, compose
from rag.answering.demands import Demands
from rag.answering.quotes import SURE, Quoter, leans
from rag.answering.selection import CITED, Selection
from rag.answering.sentences import sentences, statements
from rag.answering.signs import Observer, Signs
from rag.answering.timeline import Statement, Timeline
from rag.answering.weighing import NAMED, WEIGHED, weighed
from rag.asking.intent import asks_for_whole, intent_of, subject_of
from rag.asking.named import Named
from rag.asking.query import CEREMONY_WEIGHT, Concept
from rag.errors import StoreError
from rag.filters import Filters
from rag.indexing.passages import places
from rag.letter import Pointer, Span
from rag.models.embedding import load_embedding
from rag.search import Searcher
from rag.words.language import language_of
from rag.words.stopwords import is_small_talk

RELATED = 3
DEPTH = 30

POINTS_AWAY = 60
"""Words up to which an answer that points to something else is hardly more than that."""


class Session:
    """One question to one generation, with the filters that were set for it.

    Attributes:
        question: the question, whole.
    """

    def __init__(self, searcher: Searcher, question: str, filters: Filters) -> None:
        self._searcher, self.question, self._filters = searcher, question, filters
        self._language = language_of(question)
        self._named = searcher.gazetteer.read(question)
        self._intent = intent_of(question)
        self._over_time = self._intent in ("timeline", "development")
        self._sought = subject_of(self._named.rest, self._intent)
        self._concepts = searcher.concepts(self._sought, self._language)
        generation = searcher.generation
        model = load_embedding()
        self._quoter = Quoter(generation.lexical, generation.queries.splitter, model)
        self._demands = Demands(self._quoter, question, self._language, self._concepts)
        self._selection = Selection(self._quoter, self._demands, self._language, self._concepts)
        self._observer = Observer(
            self._quoter, generation.lexical, model, self._demands, self._language, self._concepts
        )

    def search(self, k: int) -> list[Hit]:
        """Return the named exchanges, if any, then what fits the question's words, then what fits them elsewhere."""
        found = self._hits(k)
        if self._named.narrows and len(found) < k:
            taken = {hit.place.key for hit in found}
            found += [hit for hit in self._anywhere(k + len(found)) if hit.place.key not in taken]
        return [replace(hit, rank=rank) for rank, hit in enumerate(found[:k], 1)]

    def _hits(self, k: int) -> list[Hit]:
        """Return the exchanges that are named by letter and number, and then what the names and filters admit."""
        named = self._named_places() if self._named.is_place else []
        hits = [Hit(rank, NAMED, place, place.shown) for rank, place in enumerate(named, 1)]
        taken = {hit.place.key for hit in hits}
        found = self._found(k + len(hits), self._named)
        return [*hits, *(hit for hit in found if hit.place.key not in taken)][:k]

    def _anywhere(self, k: int) -> list[Hit]:
        return self._found(k, None)

    def _found(self, k: int, named: Named | None) -> list[Hit]:
        """Return what search finds, weighed, the likeliest to answer first."""
        found = self._searcher.search(self._sought, self._language, max(k, WEIGHED), self._filters, named)
        return weighed(found, self._observer, self._demands)[:k]

    def seen(self, k: int) -> list[tuple[Hit, Signs, bool]]:
        """Return the k best places as search found them, with what tells whether they answer, and whether they can."""
        found = self._searcher.search(self._sought, self._language, k, self._filters, self._named)
        return [(hit, self._observer.observe(hit, found[0].score), not self._demands.bars(hit.place)) for hit in found]

    def answer(self, spoken: Language) -> Answer:
        """Answer the question, or say why not."""
        started = time.perf_counter()
        if self._is_no_question():
            return Answer(self.question, spoken, "refused", wording.REFUSED[spoken])
        if not self._searcher.admits_any(self._filters):
            return Answer(self.question, spoken, "not_found", wording.FILTERED_OUT[spoken])
        if not self._searcher.admits_any(self._filters, self._named):
            return replace(self._not_found(spoken), remarks=(wording.nothing_named(self._named, spoken),))
        chosen = self._chosen(self._hits(DEPTH))
        timings = {"search": round((time.perf_counter() - started) * 1000, 2)}
        answer = self._answered(chosen, spoken) if chosen else self._not_found(spoken)
        if answer.status == "answered" and self._selection.doubts(chosen):
            answer = replace(answer, remarks=(wording.DOUBTED[spoken],))
        if len(self._whole) > CITED:
            answer = replace(answer, remarks=(wording.first_of(CITED, len(self._whole), spoken),))
        return replace(answer, timings_ms=timings)

    def surest(self) -> float:
        """Return how likely it is that the best place answers; 0 when nothing fits."""
        return max((hit.score for hit in self._hits(1)), default=0.0)

    def understood(self, spoken: Language) -> tuple[str, ...]:
        """Say what the question was taken to name."""
        corrections = self._searcher.generation.queries.corrections(self._sought, self._language)
        return wording.understood(self._named, corrections, spoken)

    def _chosen(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits that the answer is made of."""
        if self._named.is_place:
            return [hit for hit in hits if self._named.admits(hit.place)]
        if self._whole:
            return self._first_of(self._whole)
        if self._subjects():
            return self._selection.answering(hits)
        # Nothing but a party or a minister: what it asked, or said.
        return self._all_named() if self._named.filters else []

    @cached_property
    def _whole(self) -> list[Place]:
        """Return the places that say something of letters that are asked for whole, none when something in them is.

        Those are their answers, or where they have none, their paragraphs.
        """
        if not self._named.letters or self._named.numbers or not asks_for_whole(self._named.rest):
            return []
        found = [one for one in self._searcher.admitted(self._filters, self._named) if not self._demands.bars(one)]
        return [one for one in found if one.exchange is not None] or found

    def _all_named(self) -> list[Hit]:
        found = self._searcher.admitted(self._filters, self._named)
        return self._first_of([place for place in found if place.exchange is not None])

    def _first_of(self, places_: Sequence[Place]) -> list[Hit]:
        return [Hit(rank, NAMED, place, place.shown) for rank, place in enumerate(places_[:CITED], 1)]

    def _subjects(self) -> list[Concept]:
        """Return what is asked about: neither set phrases nor mere figures."""
        return [one for one in self._concepts if one.importance > CEREMONY_WEIGHT and not one.surface.isdigit()]

    def _is_no_question(self) -> bool:
        """Say whether there is nothing to look for: no subject and no place, or talk that is for no letter."""
        return (not self._named.narrows and not self._subjects()) or is_small_talk(self.question)

    def _not_found(self, spoken: Language) -> Answer:
        return Answer(self.question, spoken, "not_found", wording.NOT_FOUND[spoken], related=self._related())

    def _related(self) -> tuple[Hit, ...]:
        """Return what comes nearest: by the words in all letters, else the exchanges with that number or letter."""
        if nearest := self._anywhere(RELATED):
            return tuple(nearest)
        named = replace(self._named, letters=self._named.letters or None)
        fitting = (
            place
            for place in self._searcher.places_in(named.letters)
            if self._filters.admits(place.letter, place.exchange) and (not named.numbers or named.admits(place))
        )
        return tuple(Hit(rank, 0.0, place, place.shown) for rank, place in enumerate(islice(fitting, RELATED), 1))

    def _named_places(self) -> list[Place]:
        found = self._searcher.named_places(self._named)
        return [one for one in found if self._filters.admits(one.letter, one.exchange)]

    def _answered(self, chosen: Sequence[Hit], spoken: Language) -> Answer:
        asked = [hit.place for hit in chosen if hit.place.exchange is not None and hit.place.exchange.question_span]
        if self._intent == "asked" and asked:
            return self._composed([self._asked(place) for place in asked], "answered", spoken)
        answered = [hit.place for hit in chosen if not _lacks_answer(hit.place)]
        if not answered:
            whole = [self._asked(place) for place in asked[:1]] or [Quoted(chosen[0].place, chosen[0].span, "question")]
            unanswered = self._composed(whole, "unanswered", spoken)
            return replace(unanswered, answer=f"{wording.UNANSWERED[spoken]}\n\n{unanswered.answer}")
        quoted = [self._quoted(place, follow=True) for place in answered]
        if self._over_time:
            quoted += self._turnings(quoted)
        return self._composed(quoted, "answered", spoken)

    def _composed(self, quoted: Sequence[Quoted], status: Status, spoken: Language) -> Answer:
        order: Order = "oldest" if self._intent == "development" else "newest"
        text, citations = compose(quoted, spoken, self._searcher.gazetteer.moment, order)
        return Answer(self.question, spoken, status, text, citations)

    def _asked(self, place: Place) -> Quoted:
        return Quoted(place, self._quoter.choose_question(place, self.question, self._concepts), "question")

    def _quoted(self, place: Place, *, follow: bool) -> Quoted:
        span = self._quoter.choose(place, self.question, self._concepts)
        return Quoted(
            place,
            span,
            _role(place),
            tuple(self._quoted(target, follow=False) for target in (self._targets(place) if follow else ())),
            _elsewhere(place, span) if follow else (),
            _asked_with(place, span),
        )

    def _turnings(self, quoted: Sequence[Quoted]) -> list[Quoted]:
        """Return, of each letter, what it says first of the matter and what no later one says again."""
        moment = self._searcher.gazetteer.moment
        stages: dict[str, list[Statement]] = {}
        for one in sorted(quoted, key=lambda one: moment(one.place.letter)):
            stages.setdefault(one.place.letter.id, []).extend(self._statements(one.place))
        timeline = Timeline(list(stages.values()), load_embedding())
        shown = [(one.place.letter.id, one.span) for one in quoted]
        found = []
        for at in range(len(stages)):
            turnings: tuple[tuple[Turning, list[Statement]], ...] = (
                ("new", timeline.new(at)),
                ("gone", timeline.gone(at)),
            )
            for turning, statements_ in turnings:
                said = next((one for one in statements_ if not _stands_in(one, shown)), None)
                if said is not None:
                    shown.append((said.place.letter.id, said.span))
                    found.append(Quoted(said.place, said.span, _role(said.place), turning=turning))
        return found

    def _statements(self, place: Place) -> list[Statement]:
        """Return the statements of a place that speak of something that is asked about."""
        spans = statements(place.letter.text, place.span)
        chances = self._quoter.chances(place, self.question, self._concepts)
        about = self._quoter.dominant(self._concepts)
        subjects = [about] if about else self._subjects()
        return [
            Statement(place, span, chance)
            for span, chance in zip(spans, chances, strict=True)
            if any(self._quoter.presence(one, self._quoter.stems(place.letter.at(span))) >= SURE for one in subjects)
        ]

    def _targets(self, place: Place) -> list[Place]:
        pointers = place.exchange.refers_to if place.exchange is not None else ()
        found = [self._target(pointer) for pointer in pointers if pointer.label is not None]
        return [one for one in found if one is not None]

    def _target(self, pointer: Pointer) -> Place | None:
        try:
            letter = self._searcher.letter(pointer.letter or "")
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


def _stands_in(statement: Statement, shown: Sequence[tuple[str, Span]]) -> bool:
    """Say whether a statement stands in a quote that is shown."""
    return any(
        letter == statement.place.letter.id and span[0] <= statement.span[0] and statement.span[1] <= span[1]
        for letter, span in shown
    )


def _role(place: Place) -> Role:
    return "answer" if place.exchange is not None else "text"


def _asked_with(place: Place, span: Span) -> Span | None:
    """Return the last question that a quote answers, when the quote is not understood without it."""
    exchange, letter = place.exchange, place.letter
    if exchange is None or exchange.question_span is None or span[0] != place.span[0]:
        return None
    if not (leans(letter.at(span)) or assents(letter.at(span))):
        return None
    asked = [one for one in sentences(letter.text, exchange.question_span) if letter.at(one).endswith("?")]
    return asked[-1] if asked else None


def _elsewhere(place: Place, span: Span) -> tuple[str, ...]:
    """Return the pointing words of an answer to what is not at hand, when it says hardly more or the quote has them."""
    if place.exchange is None:
        return ()
    brief = len(place.letter.at(place.span).split()) <= POINTS_AWAY
    quote = place.letter.at(span)
    return tuple(
        pointer.text
        for pointer in place.exchange.refers_to
        if pointer.letter is None and pointer.reference is not None and (brief or pointer.text in quote)
    )
