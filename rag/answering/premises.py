"""Premises: acts that a question takes for granted, or asks after, and that an answer to it must speak of.

"Why did the minister resign over Uganda?" is not answered by a letter about Uganda that tells of no resignation.
``data/acts.tsv`` has, for acts of governments that leave a trace in words, how questions name them and by which words
letters tell of them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from rag.answer import Language
from rag.errors import SettingError
from rag.words.analysis import stem, words
from rag.words.lexicon import DATA

TABLE = DATA / "acts.tsv"

_COLUMNS: dict[Language, int] = {"en": 0, "nl": 1}
_GAP = "…"
_WIDEST_GAP = 5
"""Words that may stand between the parts of a separable verb."""


@dataclass(frozen=True, slots=True)
class Act:
    """An act: how questions of a language name it, and the stems by which letters tell of it."""

    named: re.Pattern[str]
    told: frozenset[str]

    def is_told(self, stems: Callable[[str], bool]) -> bool:
        """Say whether any of its stems is there."""
        return any(map(stems, self.told))


def acts_in(question: str, language: Language) -> tuple[Act, ...]:
    """Return the acts that a question names."""
    return tuple(act for act in _acts(language) if act.named.search(question))


@cache
def _acts(language: Language) -> tuple[Act, ...]:
    """Return all acts.

    Raises:
        SettingError: a line of the table does not have three columns.
    """
    found = []
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        columns = line.split("\t")
        if len(columns) != len(_COLUMNS) + 1:
            raise SettingError(f"{TABLE}, line {number}: not three columns; restore the file.")
        if not line.startswith("#"):
            found.append(Act(_pattern(columns[_COLUMNS[language]].split("|")), _stems(columns[-1].split("|"))))
    return tuple(found)


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    gap = rf"(?:\W+[\w'’-]+){{0,{_WIDEST_GAP}}}\W+"
    ways = (gap.join(map(_phrase, form.split(_GAP))) for form in forms)
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)


def _phrase(words_: str) -> str:
    return r"\W+".join(map(re.escape, words_.split()))


def _stems(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for form in forms for word, _, _ in words(form))
