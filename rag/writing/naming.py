"""Whether the names and acronyms of a sentence are known to its quotes, their letters' heads, or what was asked."""

import re
from collections.abc import Iterator
from functools import cache

from rag.answer import Language
from rag.asking.dates import MONTH
from rag.words.analysis import fold, word
from rag.words.lexicon import bilingual, stems
from rag.writing.evidence import Evidence
from rag.writing.likeness import Passage, is_function, likeness

_NAME = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_BEGINS = re.compile(r"(?:^|[.:;!?(]|[“\"«‘])\s*$")
_SAME = 0.6
"""The likeness from which a name is taken for another one's translation."""

_LONGEST = 6


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EVERYBODY = _set("""
    nederland nederlands nederlandse netherlands dutch kabinet cabinet regering government minister ministers
    ministerie ministry kamer house parliament parlement state secretary staatssecretaris member members states
    lidstaat lidstaten bewindspersoon staat rijk mr mrs ms mevrouw heer de het the een i ik
    """)
"""Names that stand in any letter, or for who writes it."""

_DAYS = _set("monday tuesday wednesday thursday friday saturday sunday")
_CHAMBERS = {
    "Eerste Kamer": re.compile(r"\b(?:Eerste Kamer|Senaat|Senate|[Uu]pper [Hh]ouse)\b"),
    "Tweede Kamer": re.compile(r"\b(?:Tweede Kamer|House of Representatives|[Ll]ower [Hh]ouse)\b"),
}


def strange_name(text: str, language: Language, evidence: Evidence) -> bool:
    """Say whether a text names what is named neither in its quotes and their letters' heads nor in what was asked."""
    return _other_chamber(text, evidence) or any(not known for known in _known(text, language, evidence))


def _known(text: str, language: Language, evidence: Evidence) -> Iterator[bool]:
    """Yield for each name of a text whether it is known."""
    text = _without_chambers(text)
    places = (evidence.quote, evidence.head, evidence.asked)
    terms = {stem for place in places for stem in place.stems}
    words = {one.text for place in places for one in place.words}
    names = list(_names(text))
    translated = set(_translated(text, names, terms)) if language == "en" else set()
    for at, (name, _) in enumerate(names):
        plain = word(name.replace(".", "")).removesuffix("'s")
        yield (
            plain in words
            or is_function(plain, language)
            or plain in _EVERYBODY | _DAYS | MONTH.keys()
            or at in translated
            or any(_is_like(plain, language, place) for place in places)
        )


def _names(text: str) -> Iterator[tuple[str, int]]:
    """Yield what is written as a name, with its offset; a word at a sentence's beginning only if it is known as one."""
    for found in _NAME.finditer(text):
        name = found.group()
        if not name[0].isupper():
            continue
        begins = _BEGINS.search(text[: found.start()])
        if not begins or sum(map(str.isupper, name)) > 1 or fold(name) in _proper():
            yield name, found.start()


@cache
def _proper() -> frozenset[str]:
    """The names of one word that the lexicon knows, Dutch and English."""
    dutch = {term for term in bilingual().terms() if term[:1].isupper() and term.isalpha()}
    english = {
        term
        for term in bilingual().own_terms()
        if term.isalpha() and all(one[:1].isupper() for one in bilingual().alternatives(stems(term, "en"), term))
    }
    return frozenset(map(fold, dutch)) | frozenset(english)


def _translated(text: str, names: list[tuple[str, int]], terms: set[str]) -> Iterator[int]:
    """Yield which names stand in an English term whose Dutch alternative is known."""
    passage = Passage(text, "en")
    for start in range(len(passage)):
        for size in range(min(_LONGEST, len(passage) - start), 0, -1):
            alternatives = bilingual().alternatives(passage.stems[start : start + size])
            if any(set(stems(one, "nl")) <= terms for one in alternatives):
                first, last = passage.words[start].start, passage.words[start + size - 1].end
                yield from (at for at, (_, offset) in enumerate(names) if first <= offset < last)


def _is_like(name: str, language: Language, place: Passage) -> bool:
    matrix = likeness(Passage(name, language), place)
    return bool(matrix.size) and bool(matrix.max(axis=1).min() >= _SAME)


def _without_chambers(text: str) -> str:
    for pattern in _CHAMBERS.values():
        text = pattern.sub(" ", text)
    return text


def _other_chamber(text: str, evidence: Evidence) -> bool:
    """Say whether a text names the chamber to which the letters do not go, and of which the quotes do not speak."""
    for chamber, pattern in _CHAMBERS.items():
        known = pattern.search(evidence.quote.text) or pattern.search(evidence.asked.text)
        if pattern.search(text) and not known and any(one.chamber not in (None, chamber) for one in evidence.letters):
            return True
    return False
