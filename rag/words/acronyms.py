"""Acronyms and what they stand for, as the letters themselves say: "Europees Verdrag ... (EVRM)".

The long form is found with the method of Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
definitions in biomedical text": the letters of the acronym, from the last to the first, each in the words before
it, the first of them at the beginning of a word.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from rag.words.analysis import forms, stem, word
from rag.words.lexicon import Key, stems

_DEFINED = re.compile(r"\((?:hierna:?\s+)?(?:(?:de|het)\s+)?[‘'“\"]?([A-Z][A-Za-z0-9-]{1,9})[’'”\"]?\)")
_BEFORE = 160
"""Characters before an acronym in which its long form is looked for, as far as they are of one sentence."""

_BREAK = re.compile(r"[().;:?!]|\n\n")
_CAPITALS = 2


class Acronyms:
    """Acronyms with their long forms, looked up by stems, in both directions."""

    def __init__(self, long_forms: Mapping[str, Iterable[str]]) -> None:
        self.long_forms = {acronym: tuple(long) for acronym, long in sorted(long_forms.items())}

    def __contains__(self, key: Key) -> bool:
        return key in self._terms

    def alternatives(self, key: Key) -> tuple[str, ...]:
        """Return what an acronym stands for, or the acronym of what is named in full."""
        return self._terms.get(key, ())

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest term."""
        return max(map(len, self._terms), default=1)

    @cached_property
    def _terms(self) -> dict[Key, tuple[str, ...]]:
        terms: dict[Key, tuple[str, ...]] = {}
        for acronym, long_forms in self.long_forms.items():
            terms[(stem(word(acronym)),)] = long_forms
            for long_form in long_forms:
                key = stems(long_form, "nl")
                terms[key] = (*terms.get(key, ()), acronym)
        return terms


def definitions(text: str) -> list[tuple[str, str]]:
    """Return each acronym that a text defines between brackets, with its long form as it stands there."""
    found = []
    for match in _DEFINED.finditer(text):
        acronym = match[1]
        before = _BREAK.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
        long_form = _long_form(acronym, before) if sum(map(str.isupper, acronym)) >= _CAPITALS else None
        if long_form is not None:
            found.append((acronym, long_form))
    return found


def _long_form(acronym: str, before: str) -> str | None:
    """Return the shortest end of the words before an acronym that its letters can be found in."""
    words = before.split()
    kept = " ".join(words[-min(len(acronym) + 5, 2 * len(acronym)) :])
    at = len(kept)
    for place, letter in reversed(list(enumerate(acronym.casefold()))):
        if not letter.isalnum():
            continue
        at -= 1
        while at >= 0 and (kept[at].casefold() != letter or (place == 0 and at > 0 and kept[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    long_form = kept[at:]
    sound = len(forms(long_form)) > 1 and acronym not in long_form and not set(long_form) & set("[]_»«")
    return long_form if sound else None
