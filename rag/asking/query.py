"""From a question to concepts: what is asked for, each in all the words that a letter may use for it.

An English question goes through the bilingual lexicon, term by term, the longest term first; the alternatives
of one term are one concept and share its score (a probabilistic structured query: Darwish and Oard 2003,
"Probabilistic Structured Query Methods"). A Dutch question gets, at less weight, what the thesaurus says
instead of its everyday words, and by pivot through the bilingual lexicon the words that share a translation.
"""

from dataclasses import dataclass, replace

from rag.answer import Language
from rag.words.acronyms import Acronyms
from rag.words.analysis import Splitter, fold, stem, words
from rag.words.countries import Countries, countries
from rag.words.lexicon import SHIPPED, Key, Lexicon, Lexicons, stems
from rag.words.spelling import Speller
from rag.words.stopwords import CEREMONY, FUNCTION

CEREMONY_WEIGHT = 0.1
RANK_DECAY = 0.9
PIVOT = 0.3
THESAURUS_WEIGHT = 0.6
PARTS = 0.5
SIBLING = 0.8
ACRONYM = 0.8
LAY_TRANSLATION = 0.3
FOREIGN = 0.5
ACRONYMS_AT_MOST = 3
"""Words in capitals up to which they may be acronyms all; more of them are a question in capitals."""

NAME_WEIGHT = 1.25
"""What a name or acronym counts beside other words: who asks about UNHCR does not want another organisation."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to say a concept: the stems that must all stand in a place, and how far they mean the same."""

    stems: Key
    weight: float


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: the words of the question, how much they matter, and the ways to say it.

    ``is_country`` tells that it names a country, of which an answer must speak.
    """

    surface: str
    importance: float
    alternatives: tuple[Alternative, ...]
    is_country: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, folded, with its stem."""

    surface: str
    stem: str
    is_name: bool


class QueryMaker:
    """Makes concepts of questions with the lexicons, and a corpus's compounds and acronyms."""

    def __init__(self, splitter: Splitter, acronyms: Acronyms | None = None, lexicons: Lexicons = SHIPPED) -> None:
        self.splitter = splitter
        self.acronyms = acronyms or Acronyms({})
        self.lexicons = lexicons
        self._speller = Speller(splitter, lexicons)

    def concepts(self, question: str, language: Language) -> tuple[Concept, ...]:
        """Return what a question asks for, in its order, each concept once."""
        found: dict[tuple[Alternative, ...], Concept] = {}
        make = self._english if language == "en" else self._dutch
        for concept in make([self._spelled(word, language) for word in _words(question, language)]):
            found.setdefault(concept.alternatives, concept)
        return tuple(found.values())

    def corrections(self, question: str, language: Language) -> dict[str, str]:
        """Return the words of a question that are taken for a slip, with what is searched for instead."""
        spelled = ((word.surface, self._spelled(word, language).surface) for word in _words(question, language))
        return {word: meant for word, meant in spelled if word != meant}

    def _spelled(self, word: Word, language: Language) -> Word:
        meant = self._speller.corrected(word.surface, language)
        return word if meant is None else replace(word, surface=meant, stem=stem(meant, language))

    def _english(self, question: list[Word]) -> list[Concept]:
        concepts, at = [], 0
        while at < len(question):
            size = max(self._longest(question, at, one) for one in (self.lexicons.bilingual, countries("en")))
            piece = question[at : at + max(size, 1)]
            at += len(piece)
            if len(piece) == 1 and _is_empty(piece[0].surface, "en"):
                continue
            alternatives = self._translations(piece) if size else self._untranslated(piece[0].surface)
            concepts.append(_concept(piece, "en", alternatives))
        return concepts

    def _translations(self, piece: list[Word]) -> list[Alternative]:
        surface = " ".join(word.surface for word in piece)
        terms = self.lexicons.bilingual.alternatives(tuple(word.stem for word in piece), surface)
        found = [Alternative(self._key(term), RANK_DECAY**rank) for rank, term in enumerate(terms)]
        for term in terms[:1]:
            found += self._acronyms(stems(term, "nl"))
            instead = self._instead(stems(term, "nl"), fold(term))
            found += [Alternative(one.stems, one.weight * LAY_TRANSLATION) for one in instead]
        found += _country(piece, "en")
        if len(piece) == 1:
            found.append(Alternative((stem(piece[0].surface),), FOREIGN))
            found += self._acronyms((stem(piece[0].surface),))
        return found

    def _untranslated(self, surface: str) -> list[Alternative]:
        """Take a word that is not in the lexicon for a name, a number or a Dutch word."""
        own = [Alternative((stem(surface),), 1.0), *self._acronyms((stem(surface),))]
        parts = self.splitter.parts(surface)
        return [*own, Alternative(_stems(parts), PARTS)] if parts else own

    def _dutch(self, question: list[Word]) -> list[Concept]:
        concepts, at = [], 0
        while at < len(question):
            terms = (self.lexicons.thesaurus, self.acronyms, countries("nl"))
            size = max(self._longest(question, at, one) for one in terms)
            piece = question[at : at + max(size, 1)]
            if size == 1 or not size:
                if not _is_empty(piece[0].surface, "nl"):
                    concepts.append(_concept(piece, "nl", self._dutch_word(piece[0])))
            else:
                concepts.append(_concept(piece, "nl", self._dutch_phrase(piece)))
            at += len(piece)
        return concepts

    def _dutch_word(self, word: Word) -> list[Alternative]:
        found = [Alternative((word.stem,), 1.0), *self._instead((word.stem,), word.surface), *self._pivot((word.stem,))]
        found += [*self._acronyms((word.stem,)), *_country([word], "nl")]
        found += [Alternative((stem(one),), SIBLING) for one in self.splitter.siblings(word.surface)]
        parts = self.splitter.parts(word.surface)
        if parts:
            found.append(Alternative(_stems(parts), PARTS))
        return found

    def _dutch_phrase(self, piece: list[Word]) -> list[Alternative]:
        key = tuple(word.stem for word in piece)
        content = tuple(word.stem for word in piece if not _is_empty(word.surface, "nl"))
        return [
            Alternative(content or key, 1.0),
            *self._instead(key),
            *self._pivot(key),
            *self._acronyms(key),
            *_country(piece, "nl"),
        ]

    def _instead(self, key: Key, surface: str = "") -> list[Alternative]:
        terms = self.lexicons.thesaurus.alternatives(key, surface)
        return [Alternative(self._key(term), THESAURUS_WEIGHT * RANK_DECAY**rank) for rank, term in enumerate(terms)]

    def _pivot(self, key: Key) -> list[Alternative]:
        found: list[Alternative] = []
        for english in self.lexicons.bilingual.reverse.get(key, ()):
            terms = self.lexicons.bilingual.alternatives(english)
            found += [Alternative(self._key(term), PIVOT * RANK_DECAY**rank) for rank, term in enumerate(terms)]
        return found

    def _acronyms(self, key: Key) -> list[Alternative]:
        """Return what an acronym stands for, or the acronym of what is named in full."""
        return [Alternative(self._key(term), ACRONYM) for term in self.acronyms.alternatives(key)]

    def _longest(self, question: list[Word], at: int, lexicon: Lexicon | Acronyms | Countries) -> int:
        for size in range(min(lexicon.longest, len(question) - at), 0, -1):
            if tuple(word.stem for word in question[at : at + size]) in lexicon:
                return size
        return 0

    def _key(self, term: str) -> Key:
        found = [word for word, _, _ in words(term)]
        content = [word for word in found if word not in FUNCTION["nl"]]
        return _stems(tuple(content or found))


def _words(question: str, language: Language) -> list[Word]:
    if question.isupper() and len(question.split()) > ACRONYMS_AT_MOST:
        question = question.lower()  # nothing in it is an acronym more than the rest
    return [
        Word(word, stem(word, language), is_name=question[start].isupper() and (start > 0 or question[:end].isupper()))
        for word, start, end in words(question)
    ]


def _country(piece: list[Word], language: Language) -> list[Alternative]:
    """Return the forms of the country that the words name, if they name one."""
    forms = countries(language).forms(tuple(word.stem for word in piece))
    return [Alternative(key, weight) for key, weight in forms.items()]


def _stems(surface: tuple[str, ...]) -> Key:
    return tuple(stem(word) for word in surface)


def _is_empty(word: str, language: Language) -> bool:
    return word in FUNCTION[language] or (len(word) == 1 and not word.isdigit())


def _concept(piece: list[Word], language: Language, alternatives: list[Alternative]) -> Concept:
    surface = " ".join(word.surface for word in piece)
    ceremonial = all(word.surface in CEREMONY[language] | FUNCTION[language] for word in piece)
    best: dict[Key, float] = {}
    for one in alternatives:
        if one.stems:
            best[one.stems] = max(best.get(one.stems, 0.0), one.weight)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    named = NAME_WEIGHT if any(word.is_name for word in piece) else 1.0
    return Concept(
        surface,
        CEREMONY_WEIGHT if ceremonial else named,
        tuple(Alternative(key, weight) for key, weight in ranked),
        is_country=tuple(word.stem for word in piece) in countries(language),
    )
