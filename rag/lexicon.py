"""The two lexicons: English terms with their Dutch alternatives, everyday Dutch with what letters say instead.

Each is a tab-separated file: a term, then its alternatives parted by ``|``, the most usual first. A term of
several words is one entry. Terms are looked up by their stems, so that ``return hubs`` finds ``return hub``.
"""

import hashlib
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path

from rag.analysis import fold, stem, words
from rag.answer import Language
from rag.errors import SettingError

DATA = Path(__file__).parent / "data"
BILINGUAL = DATA / "en-nl.tsv"
THESAURUS = DATA / "nl-nl.tsv"

Key = tuple[str, ...]


def stems(text: str, language: Language) -> Key:
    """Return the stems of a text's words, in their order."""
    return tuple(stem(word, language) for word, _, _ in words(text))


class Lexicon:
    """Terms of one language with their Dutch alternatives.

    Raises:
        SettingError: the file is missing, or a line has no tab.
    """

    def __init__(self, path: Path, language: Language) -> None:
        self.language = language
        try:
            raw = path.read_bytes()
            lines = raw.decode().splitlines()
        except OSError as error:
            raise SettingError(f"{path}: the lexicon cannot be read ({error.strerror}); restore the file.") from error
        except UnicodeDecodeError as error:
            raise SettingError(f"{path}: the lexicon is not UTF-8 text; save it as that.") from error
        self.digest = hashlib.sha256(raw).hexdigest()[:16]
        self._entries: dict[Key, dict[str, tuple[str, ...]]] = {}
        self.longest = 1
        for number, line in enumerate(lines, 1):
            self._add(path, number, line)

    def _add(self, path: Path, number: int, line: str) -> None:
        term, tab, alternatives = line.partition("\t")
        if not tab:
            raise SettingError(f"{path}, line {number}: no tab between term and alternatives; mend that line.")
        key = stems(term, self.language)
        if key:
            self._entries.setdefault(key, {})[fold(term)] = tuple(alternatives.split("|"))
            self.longest = max(self.longest, len(key))

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: Key) -> bool:
        return key in self._entries

    def alternatives(self, key: Key, surface: str = "") -> tuple[str, ...]:
        """Return the Dutch alternatives of a term given by its stems; empty when it is not in the lexicon.

        Where several terms have these stems ("indicate", "indicator"), those of the term that begins most like
        ``surface`` come first.
        """
        entries = self._entries.get(key, {})
        if len(entries) == 1:
            return next(iter(entries.values()))
        nearest = sorted(entries, key=lambda term: -_alike(term, surface))
        return tuple(dict.fromkeys(one for term in nearest for one in entries[term]))

    def own_terms(self) -> Iterator[str]:
        """Yield every term, folded."""
        for entries in self._entries.values():
            yield from entries

    def terms(self) -> Iterator[str]:
        """Yield every alternative of every term."""
        for entries in self._entries.values():
            for alternatives in entries.values():
                yield from alternatives

    @cached_property
    def reverse(self) -> dict[Key, list[Key]]:
        """The terms that each alternative, by its Dutch stems, stands with."""
        found: dict[Key, list[Key]] = {}
        for key in self._entries:
            for alternative in self.alternatives(key):
                found.setdefault(stems(alternative, "nl"), []).append(key)
        return found


def _alike(one: str, other: str) -> int:
    """Return with how many equal letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def bilingual() -> Lexicon:
    """Return the English-Dutch lexicon, read once a process."""
    return Lexicon(BILINGUAL, "en")


@cache
def thesaurus() -> Lexicon:
    """Return the Dutch thesaurus, read once a process."""
    return Lexicon(THESAURUS, "nl")
