import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rag.errors import IndexUnusable
from rag.filters import Filters
from rag.indexing.generation import Generation, build, make
from rag.indexing.passages import passages, places
from rag.models.embedding import StaticModel
from rag.search import Searcher
from rag.settings import Settings
from rag.store import Store

QUESTION = "Wat vindt het kabinet van terugkeerhubs in Oeganda?"
FILES = (
    "manifest.json",
    "places.json",
    "words.json",
    "letters.sqlite",
    "lexical/vocabulary.json",
    "lexical/indptr.npy",
    "lexical/places.npy",
    "lexical/weights.npy",
)


@pytest.fixture(scope="module")
def store(settings: Settings) -> Iterator[Store]:
    found = Store.open(settings.index / "letters.sqlite")
    yield found
    found.close()


@pytest.fixture
def folder(copied: Settings) -> Path:
    """A generation of the five letters."""
    return copied.index / "gen-1"


def _open_and_search(folder: Path, embedding: StaticModel) -> list[tuple[str, float]]:
    generation = Generation.open(folder, embedding)
    hits = Searcher(generation).search(QUESTION, "nl", 30, Filters())
    generation.close()
    return [(hit.place.key, hit.score) for hit in hits]


def test_the_same_letters_make_the_same_index(
    store: Store, embedding: StaticModel, tmp_path: Path, settings: Settings
) -> None:
    manifest = build(store, tmp_path / "again", embedding)
    for name in ("manifest.json", "places.json", "words.json", "lexical/weights.npy"):
        assert (tmp_path / "again" / name).read_bytes() == (settings.index / "gen-1" / name).read_bytes()
    assert json.loads((tmp_path / "again" / "manifest.json").read_text()) == manifest
    assert _open_and_search(tmp_path / "again", embedding) == _open_and_search(settings.index / "gen-1", embedding)


def test_a_generation_holds_the_letters_it_was_made_of(
    store: Store, embedding: StaticModel, settings: Settings
) -> None:
    generation = Generation.open(settings.index / "gen-1", embedding)
    assert list(generation.store.letters()) == list(store.letters())
    found = [place for letter in store.letters() for place in places(letter)]
    assert generation.manifest["letters"] == store.digests()
    assert generation.manifest["places"] == len(found) == generation.catalogue.size == generation.lexical.size
    assert generation.manifest["passages"] == sum(len(list(passages(place))) for place in found)
    searcher = Searcher(generation)
    assert [searcher.place(number).key for number in range(len(found))] == [place.key for place in found]
    generation.close()


def test_the_make_names_all_that_decides(embedding: StaticModel) -> None:
    assert make(embedding)["embedding"] == embedding.name
    assert {"format", "analysis", "bilingual lexicon", "thesaurus", "embedding"} <= set(make(embedding))


@pytest.mark.parametrize("name", ["format", "analysis", "bilingual lexicon", "thesaurus", "embedding"])
def test_another_make_is_refused_with_both_values(folder: Path, embedding: StaticModel, name: str) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["make"][name] = "something older"
    (folder / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(IndexUnusable, match=f"{name} .*something older") as refused:
        Generation.open(folder, embedding)
    assert str(make(embedding)[name]) in str(refused.value)
    assert "vraagbaak ingest" in str(refused.value)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_makes_the_index_unusable(folder: Path, embedding: StaticModel, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        Generation.open(folder, embedding)


@pytest.mark.parametrize("name", FILES)
def test_an_emptied_file_makes_the_index_unusable(folder: Path, embedding: StaticModel, name: str) -> None:
    (folder / name).write_bytes(b"")
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        Generation.open(folder, embedding)


@pytest.mark.parametrize("name", FILES)
def test_a_cut_off_file_makes_the_index_unusable(folder: Path, embedding: StaticModel, name: str) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        _open_and_search(folder, embedding)


@pytest.mark.parametrize("name", [*FILES, "vectors/chroma.sqlite3"])
def test_an_overwritten_file_makes_the_index_unusable(folder: Path, embedding: StaticModel, name: str) -> None:
    size = (folder / name).stat().st_size
    (folder / name).write_bytes(b"\xff\x00" * (size // 2))
    with pytest.raises(IndexUnusable, match="doctor --repair"):
        Generation.open(folder, embedding)
