"""The search itself: its two legs, both together, and the same with one part of it left out.

What is left out is left out of the real index and the real making of queries; everything else stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from eval.bench.rankings import DEPTH, Ranker
from rag.answer import Language
from rag.asking.query import Alternative, QueryMaker, Word
from rag.assistant import Assistant
from rag.filters import Filters
from rag.indexing.generation import Generation, word_counts
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields, places
from rag.search import DENSE_DEPTH, DENSE_WEIGHT, Searcher
from rag.words.analysis import Splitter
from rag.words.counting import Counting, Fields
from rag.words.lexicon import Key

WORDS_ONLY: Mapping[Language, float] = {"nl": 0.0, "en": 0.0}
_LONGER_THAN_ANY_WORD = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the search: its name, and a generation without it made of a whole one."""

    name: str
    left_out: Callable[[Generation], Generation]


def whole_search(assistant: Assistant) -> Ranker:
    """What a user gets: the language is told from the question, names and dates in it are read."""

    def rank(question: str, language: Language) -> list[str]:
        del language
        return [hit.place.key for hit in assistant.search(question, DEPTH)]

    return rank


def fused(generation: Generation, weights: Mapping[Language, float] = DENSE_WEIGHT) -> Ranker:
    """Words and vectors together; with :data:`WORDS_ONLY` the words alone."""
    searcher = Searcher(generation, weights)

    def rank(question: str, language: Language) -> list[str]:
        return [hit.place.key for hit in searcher.search(question, language, DEPTH, Filters())]

    return rank


def dense(generation: Generation) -> Ranker:
    """The vectors alone."""
    searcher = Searcher(generation)

    def rank(question: str, language: Language) -> list[str]:
        del language
        found = generation.vectors.nearest(question, DENSE_DEPTH)
        return [searcher.place(number).key for number, _ in found[:DEPTH]]

    return rank


class _NoThesaurus(QueryMaker):
    def _instead(self, key: Key, surface: str = "") -> list[Alternative]:
        del key, surface
        return []


class _NoPivot(QueryMaker):
    def _pivot(self, key: Key) -> list[Alternative]:
        del key
        return []


class _NoSpelling(QueryMaker):
    def _spelled(self, word: Word, language: Language) -> Word:
        del language
        return word


def without_spelling(whole: Generation) -> Generation:
    """Return a generation that takes every word for what it is."""
    return replace(whole, queries=_NoSpelling(whole.queries.splitter, whole.queries.acronyms))


def _without_thesaurus(whole: Generation) -> Generation:
    return replace(whole, queries=_NoThesaurus(whole.queries.splitter, whole.queries.acronyms))


def _without_pivot(whole: Generation) -> Generation:
    return replace(whole, queries=_NoPivot(whole.queries.splitter, whole.queries.acronyms))


def _without_acronyms(whole: Generation) -> Generation:
    return replace(whole, queries=QueryMaker(whole.queries.splitter))


def _without_compounds(whole: Generation) -> Generation:
    counted = Counting(_documents(whole))
    splitter = Splitter(word_counts(counted), _LONGER_THAN_ANY_WORD)
    return replace(
        whole, queries=QueryMaker(splitter, whole.queries.acronyms), lexical=LexicalIndex.build(counted, splitter)
    )


def _without_fields(whole: Generation) -> Generation:
    merged = Counting(Fields("", " ".join((one.question, one.answer, one.context)), "") for one in _documents(whole))
    return replace(whole, lexical=LexicalIndex.build(merged, whole.queries.splitter))


def _documents(whole: Generation) -> list[Fields]:
    """Return the words of all places, in the order in which they were numbered."""
    return [fields(place) for letter in whole.store.letters() for place in places(letter)]


PARTS = (
    Part("compound splitting", _without_compounds),
    Part("pivot", _without_pivot),
    Part("thesaurus", _without_thesaurus),
    Part("acronyms", _without_acronyms),
    Part("fields", _without_fields),
    Part("spelling", without_spelling),
)
