"""The two lexicons: English terms with their Dutch alternatives, everyday Dutch with what letters say instead.

Each is a tab-separated file: a term, then its alternatives parted by ``|``, the most usual first. A term of
several words is one entry. Terms are looked up by their stems, so that ``return hubs`` finds ``return hub``.
A user's own files, in the same form, come before the shipped ones.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from rag.answer import Language
from rag.errors import SettingError
from rag.words.analysis import fold, forms, stem, word

DATA = Path(__file__).parents[1] / "data"
BILINGUAL = DATA / "en-nl.tsv"
THESAURUS = DATA / "nl-nl.tsv"

Key = tuple[str, ...]


def stems(text: str, language: Language) -> Key:
    """Return the stems of a text's words, in their order."""
    return tuple(stem(word(form), language) for form in forms(text))


class Lexicon:
    """Terms of one language with their Dutch alternatives, from one file or several: those of the first come first.

    Attributes:
        digest: tells the content of the files from any other.
        longest: the number of words of the longest term.

    Raises:
        SettingError: a file cannot be read, or a line of it is no entry.
    """

    def __init__(self, language: Language, *paths: Path) -> None:
        self.language = language
        contents = [_content(path) for path in paths]
        self.digest = "+".join(hashlib.sha256(content).hexdigest()[:16] for content in contents)
        self._layers = [_entries(path, content, language) for path, content in zip(paths, contents, strict=True)]
        self.longest = max((len(key) for layer in self._layers for key in layer), default=1)

    def __len__(self) -> int:
        return len(self._keys())

    def __contains__(self, key: Key) -> bool:
        return any(key in layer for layer in self._layers)

    def alternatives(self, key: Key, surface: str = "") -> tuple[str, ...]:
        """Return the Dutch alternatives of a term given by its stems; empty when it is not in the lexicon.

        Where several terms of a file have these stems ("indicate", "indicator"), those of the term that begins most
        like ``surface`` come first.
        """
        found = [one for layer in self._layers for one in _nearest_first(layer.get(key, {}), surface)]
        return tuple(dict.fromkeys(found))

    def own_terms(self) -> Iterator[str]:
        """Yield every term, folded."""
        for layer in self._layers:
            for entries in layer.values():
                yield from entries

    def terms(self) -> Iterator[str]:
        """Yield every alternative of every term."""
        for layer in self._layers:
            for entries in layer.values():
                for alternatives in entries.values():
                    yield from alternatives

    @cached_property
    def reverse(self) -> dict[Key, list[Key]]:
        """The terms that each alternative, by its Dutch stems, stands with."""
        found: dict[Key, list[Key]] = {}
        for key in self._keys():
            for alternative in self.alternatives(key):
                found.setdefault(stems(alternative, "nl"), []).append(key)
        return found

    def _keys(self) -> list[Key]:
        return list(dict.fromkeys(key for layer in self._layers for key in layer))


class Lexicons:
    """The two lexicons; with a folder of one's own, its ``en-nl.tsv`` and ``nl-nl.tsv`` come before the shipped ones.

    Raises:
        SettingError: the folder has neither file; once a lexicon is used, a file of it is unusable.
    """

    def __init__(self, own: Path | None = None) -> None:
        names = (BILINGUAL.name, THESAURUS.name)
        if own is not None and not any((own / name).is_file() for name in names):
            raise SettingError(
                f"lexicon {own}: there is no {' and no '.join(names)} in this folder; put one there, or take back "
                "the setting."
            )
        self._own = own

    @cached_property
    def bilingual(self) -> Lexicon:
        """English terms with Dutch alternatives."""
        return Lexicon("en", *self._paths(BILINGUAL))

    @cached_property
    def thesaurus(self) -> Lexicon:
        """Everyday Dutch terms with what letters say instead."""
        return Lexicon("nl", *self._paths(THESAURUS))

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the alternatives of both."""
        terms = (term for lexicon in (self.bilingual, self.thesaurus) for term in lexicon.terms())
        return Counter(word(form) for term in terms for form in forms(term))

    def _paths(self, shipped: Path) -> list[Path]:
        own = [self._own / shipped.name] if self._own is not None else []
        return [*(path for path in own if path.is_file()), shipped]


SHIPPED = Lexicons()
"""The lexicons as they are delivered, read once a process."""


def bilingual() -> Lexicon:
    """Return the shipped English-Dutch lexicon."""
    return SHIPPED.bilingual


def thesaurus() -> Lexicon:
    """Return the shipped Dutch thesaurus."""
    return SHIPPED.thesaurus


_Entries = dict[Key, dict[str, tuple[str, ...]]]
"""By its stems, each term, folded, with its alternatives."""


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SettingError(f"{path}: the lexicon cannot be read ({error.strerror}); restore the file.") from error


def _entries(path: Path, content: bytes, language: Language) -> _Entries:
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SettingError(f"{path}: the lexicon is not UTF-8 text; save it as that.") from error
    found: _Entries = {}
    for number, line in enumerate(lines, 1):
        if line.strip():
            term, alternatives = _entry(line, f"{path}, line {number}")
            found.setdefault(stems(term, language), {})[fold(term)] = alternatives
    return found


def _entry(line: str, where: str) -> tuple[str, tuple[str, ...]]:
    term, tab, rest = line.partition("\t")
    if not tab:
        raise SettingError(f"{where}: no tab between term and alternatives; mend that line.")
    alternatives = tuple(one.strip() for one in rest.split("|"))
    if not all(forms(one) for one in (term, *alternatives)):
        raise SettingError(f"{where}: a term or an alternative has no words; mend that line.")
    return term.strip(), alternatives


def _nearest_first(entries: Mapping[str, tuple[str, ...]], surface: str) -> Iterator[str]:
    for term in sorted(entries, key=lambda term: -_alike(term, surface)):
        yield from entries[term]


def _alike(one: str, other: str) -> int:
    """Return with how many equal letters two words begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
