"""A generation: everything that one question needs, built at once and never changed afterwards.

``letters.sqlite`` (the letters as they were when it was built), ``lexical``, ``vectors`` and ``manifest.json``.
Because the letters lie in it too, an answer never mixes an old index with new letters.
"""

import json
import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.asking.query import QueryMaker
from rag.errors import IndexUnusable, StoreError
from rag.indexing.catalogue import Address, Catalogue
from rag.indexing.crossing import Register, settle
from rag.indexing.gathering import Gathering
from rag.indexing.lexical import LexicalIndex
from rag.indexing.steps import Step, Watch, unwatched
from rag.indexing.vectors import VectorStore
from rag.letter import Letter
from rag.models.embedding import Embedding
from rag.store import Store
from rag.words.acronyms import Acronyms
from rag.words.analysis import ANALYSIS, Splitter
from rag.words.counting import Counting
from rag.words.lexicon import SHIPPED, Lexicons

FORMAT = 8
"""Counts up with every change of what a generation holds; one of another format is refused."""

STORE = "letters.sqlite"
_MANIFEST, _WORDS, _PLACES = "manifest.json", "words.json", "places.json"
_ACRONYMS, _SIZES = "acronyms.json", "sizes.json"
_REPAIR = "run `vraagbaak doctor --repair`"
_REMAKE = "run `vraagbaak ingest` to make the index anew, or set back what was changed"


def make(embedding: Embedding, lexicons: Lexicons = SHIPPED) -> dict[str, Any]:
    """Return what decides over the index besides the letters: format, analysis, lexicons, embedding model."""
    return {
        "format": FORMAT,
        "analysis": ANALYSIS,
        "bilingual lexicon": lexicons.bilingual.digest,
        "thesaurus": lexicons.thesaurus.digest,
        "embedding": embedding.name,
    }


@dataclass(frozen=True, slots=True)
class Generation:
    """An open generation."""

    folder: Path
    manifest: dict[str, Any]
    store: Store
    lexical: LexicalIndex
    vectors: VectorStore
    queries: QueryMaker
    catalogue: Catalogue

    @classmethod
    def open(cls, folder: Path, embedding: Embedding, lexicons: Lexicons = SHIPPED) -> "Generation":
        """Open a generation that was made with this embedding model and these lexicons.

        Raises:
            IndexUnusable: a file is missing or damaged, or the generation was made with something else.
        """
        try:
            manifest = json.loads((folder / _MANIFEST).read_text())
            _compare(folder, manifest, embedding, lexicons)
            _check_sizes(folder, json.loads((folder / _SIZES).read_text()))
            addresses = [Address(*one) for one in json.loads((folder / _PLACES).read_text())]
            acronyms = Acronyms(json.loads((folder / _ACRONYMS).read_text()))
            splitter = Splitter(dict(json.loads((folder / _WORDS).read_text())))
            lexical = LexicalIndex.load(folder / "lexical")
        except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexUnusable(f"{folder}: the index is damaged ({error}); {_REPAIR}.") from error
        vectors = VectorStore(folder / "vectors", embedding, create=False)
        try:
            store = Store.open(folder / STORE, remedy=_REPAIR)
            catalogue = Catalogue(store.heads(), addresses)
        except StoreError as error:
            vectors.close()
            raise IndexUnusable(str(error)) from error
        queries = QueryMaker(splitter, acronyms, lexicons)
        return cls(folder, manifest, store, lexical, vectors, queries, catalogue)

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()
        self.vectors.close()


def build(
    store: Store, folder: Path, embedding: Embedding, watch: Watch = unwatched, lexicons: Lexicons = SHIPPED
) -> dict[str, Any]:
    """Build the generation of all letters of a store in an empty folder; return its manifest."""
    watch(Step.COPYING, 0, 1)
    folder.mkdir(parents=True)
    store.copy_to(folder / STORE)
    gathering = Gathering()
    vectors = VectorStore(folder / "vectors", embedding)
    try:
        given, kept = vectors.add(gathering.passages(_watched(store, watch)))
    finally:
        vectors.close()
    watch(Step.COUNTING, 0, 1)
    _settle(store, folder / STORE, gathering.register)
    counts = word_counts(gathering.counted, lexicons)
    LexicalIndex.build(gathering.counted, Splitter(counts)).save(folder / "lexical")
    (folder / _WORDS).write_text(json.dumps(dict(sorted(counts.items()))))
    (folder / _PLACES).write_text(json.dumps(gathering.addresses))
    (folder / _ACRONYMS).write_text(json.dumps(gathering.long_forms))
    watch(Step.DESCRIBING, 0, 1)
    manifest = {
        "make": make(embedding, lexicons),
        "embedding setting": embedding.setting,
        "unrelated": round(embedding.unrelated(), 6),
        "letters": store.digests(),
        "places": len(gathering.addresses),
        "passages": given,
        "vectors": kept,
    }
    (folder / _MANIFEST).write_text(json.dumps(manifest, indent=1, sort_keys=True))
    (folder / _SIZES).write_text(json.dumps(_sizes(folder), indent=1, sort_keys=True))
    return manifest


def _watched(store: Store, watch: Watch) -> Iterator[Letter]:
    total = store.counts()[0]
    for done, letter in enumerate(store.letters()):
        watch(Step.EMBEDDING, done, total)
        yield letter
    watch(Step.EMBEDDING, total, total)


def _settle(store: Store, copy: Path, register: Register) -> None:
    """Settle, in the copy of a store, which letters and exchanges of it the pointers across letters mean."""
    letters = Store.open(copy)
    try:
        for name in register.referring:
            letters.point(settle(store.get(name), register, store.get))
        letters.commit()
    finally:
        letters.close()


def word_counts(counted: Counting, lexicons: Lexicons = SHIPPED) -> Counter[str]:
    """Count the words of the letters and of the lexicons: the parts that a compound may be opened into."""
    return counted.frequencies() + lexicons.words


def _sizes(folder: Path) -> dict[str, int]:
    """Return the size of every file that nothing writes to once the generation is built; Chroma's database may grow."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and path.name != "chroma.sqlite3"
    }


def _check_sizes(folder: Path, sizes: dict[str, int]) -> None:
    for name, size in sizes.items():
        if (folder / name).stat().st_size != size:
            raise ValueError(f"{name} is not as it was written")


def _compare(folder: Path, manifest: dict[str, Any], embedding: Embedding, lexicons: Lexicons) -> None:
    theirs, ours = manifest["make"], make(embedding, lexicons)
    for name, value in ours.items():
        if theirs.get(name) != value:
            only = name == "embedding"
            remedy = _other_model(manifest.get("embedding setting"), embedding.setting) if only else _REMAKE
            raise IndexUnusable(
                f"{folder}: the index was made with {name} “{theirs.get(name)}”, this question would use “{value}”; "
                f"{remedy}."
            )


def _other_model(theirs: str | None, ours: str) -> str:
    """Return what to do when the index was made with another embedding model than a question would use."""
    remake = f"run `vraagbaak ingest --embedding {shlex.quote(ours)}` to make the index anew"
    if theirs is None or theirs == ours:  # the files of the model have changed
        return remake
    return (
        f"set VRAAGBAAK_EMBEDDING={shlex.quote(theirs)} (or embedding in vraagbaak.toml) to ask with that, or {remake}"
    )
