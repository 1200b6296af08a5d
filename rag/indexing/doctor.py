"""A check of the index: what is wrong, what to do about it, and mending what can be mended from the store."""

from collections.abc import Iterator
from dataclasses import dataclass

from rag.errors import VraagbaakError
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.indexing.passages import passages, places
from rag.settings import Settings
from rag.store import Store

REPAIR = "run `vraagbaak doctor --repair`"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is right, what was seen, and the next step when it is not."""

    name: str
    ok: bool
    detail: str
    fix: str = ""

    def document(self) -> dict[str, object]:
        """Return the check as ``doctor --json`` prints it."""
        return {"name": self.name, "ok": self.ok, "detail": self.detail, "fix": self.fix or None}


def examine(settings: Settings) -> list[Check]:
    """Look at the store and at the generation in use; what depends on a broken part is left out."""
    index = Index(settings)
    try:
        store = Store.open(index.store_path)
    except VraagbaakError as error:
        return [Check("store", ok=False, detail=str(error), fix="run `vraagbaak ingest`")]
    try:
        return [*_store(store), *_generation(index, store)]
    finally:
        store.close()


def repair(settings: Settings) -> None:
    """Build a new generation from the store, without reading letters again.

    Raises:
        StoreError: there is no store, or it is damaged: that cannot be mended from here.
        IndexUnusable: an ingest is running.
    """
    index = Index(settings)
    Store.open(index.store_path).close()
    with index.writing() as store:
        index.publish(store)


def _store(store: Store) -> Iterator[Check]:
    wrong = store.damage()
    count = len(store.ids())
    detail = "; ".join(wrong) or f"{count} letters, the file is sound"
    fix = "put back a copy of letters.sqlite, or remove it and run `vraagbaak ingest`"
    yield Check("store", ok=not wrong, detail=detail, fix=fix if wrong else "")
    fix = "" if count else "run `vraagbaak ingest` with a folder of letters"
    yield Check("letters", ok=bool(count), detail=f"{count} letters", fix=fix)


def _generation(index: Index, store: Store) -> Iterator[Check]:
    try:
        generation = index.open()
    except VraagbaakError as error:
        yield Check("index", ok=False, detail=str(error), fix=REPAIR)
        return
    try:
        same = generation.manifest["letters"] == store.digests()
        yield Check("index", ok=True, detail=f"{generation.folder.name} is in use and opens")
        told = "it holds the letters of the store" if same else "its letters are not those of the store"
        yield Check("letters in the index", ok=same, detail=told, fix="" if same else REPAIR)
        yield _passages(generation)
    finally:
        generation.close()


def _passages(generation: Generation) -> Check:
    found = [one for letter in generation.store.letters() for place in places(letter) for one in passages(place)]
    lost = generation.vectors.lost(found)
    missing = generation.lexical.size != generation.catalogue.size
    if not lost and not missing:
        return Check("passages", ok=True, detail=f"all {len(found)} passages are found by a search for their words")
    some = f"{len(lost)} of {len(found)} passages are not found: {', '.join(lost[:3])}"
    return Check("passages", ok=False, detail=some if lost else "places are missing", fix=REPAIR)
