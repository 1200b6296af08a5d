import shutil
from pathlib import Path

import chromadb
import pytest
from chromadb.config import Settings as ChromaSettings

from rag.assistant import Assistant
from rag.errors import IndexUnusable, StoreError
from rag.indexing.doctor import Check, examine, repair
from rag.indexing.index import Index
from rag.indexing.vectors import COLLECTION
from rag.settings import Settings
from tests.conftest import MakeLetter
from tests.rag.conftest import MakeIndex, publish


@pytest.fixture
def damaged(make_index: MakeIndex, make_letter: MakeLetter) -> Settings:
    """Settings of a small index, to be damaged."""
    return make_index(make_letter("a", pairs=(("Waar leven otters?", "Otters leven in de Biesbosch."),)))


def _wrong(settings: Settings) -> dict[str, Check]:
    return {one.name: one for one in examine(settings) if not one.ok}


def _repaired(settings: Settings) -> bool:
    repair(settings)
    return _wrong(settings) == {} and Index(settings).current() != "gen-1"


def test_a_healthy_index_has_nothing_wrong(settings: Settings) -> None:
    checks = examine(settings)
    assert all(one.ok and not one.fix for one in checks)
    assert {"store", "letters", "index", "passages"} <= {one.name for one in checks}
    assert all(set(one.document()) == {"name", "ok", "detail", "fix"} for one in checks)


def test_looking_changes_nothing(damaged: Settings) -> None:
    before = {path: path.stat().st_size for path in damaged.index.rglob("*")}
    examine(damaged)
    assert {path: path.stat().st_size for path in damaged.index.rglob("*")} == before


def test_without_a_store_everything_is_missing(tmp_path: Path) -> None:
    (check,) = examine(Settings(index=tmp_path / "none"))
    assert not check.ok
    assert "vraagbaak ingest" in check.fix
    assert not (tmp_path / "none").exists()
    with pytest.raises(StoreError, match="vraagbaak ingest"):
        repair(Settings(index=tmp_path / "none"))


def test_deleted_vectors_are_found_and_mended(damaged: Settings) -> None:
    client = chromadb.PersistentClient(
        damaged.index / "gen-1" / "vectors", settings=ChromaSettings(anonymized_telemetry=False)
    )
    collection = client.get_collection(COLLECTION)
    collection.delete(ids=collection.get(limit=2)["ids"])
    found = _wrong(damaged)
    assert list(found) == ["passages"]
    assert "2 of" in found["passages"].detail
    assert "doctor --repair" in found["passages"].fix
    assert _repaired(damaged)


def test_a_vector_folder_that_is_gone_is_found_and_mended(damaged: Settings) -> None:
    shutil.rmtree(damaged.index / "gen-1" / "vectors")
    assert _wrong(damaged)
    assert _repaired(damaged)


def test_a_missing_pointer_is_found_and_mended(damaged: Settings) -> None:
    (damaged.index / "CURRENT").unlink()
    assert list(_wrong(damaged)) == ["index"]
    assert _repaired(damaged)
    assistant = Assistant.open(damaged)
    assert [hit.place.key for hit in assistant.search("Waar leven otters?")] == ["a#1"]
    assistant.close()


@pytest.mark.parametrize("name", ["manifest.json", "lexical/weights.npy", "letters.sqlite", "vectors/chroma.sqlite3"])
def test_a_damaged_generation_is_found_and_mended(damaged: Settings, name: str) -> None:
    (damaged.index / "gen-1" / name).write_bytes(b"\x00damage" * 500)
    found = _wrong(damaged)
    assert list(found) == ["index"]
    assert "doctor --repair" in found["index"].fix
    assert _repaired(damaged)


def test_letters_that_the_index_lacks_are_found_and_mended(damaged: Settings, make_letter: MakeLetter) -> None:
    with Index(damaged).writing() as store:
        store.put([make_letter("b")], "digest")
        store.commit()
    assert list(_wrong(damaged)) == ["letters in the index"]
    assert _repaired(damaged)


def test_a_damaged_store_is_found_and_left_alone(damaged: Settings) -> None:
    (damaged.index / "letters.sqlite").write_bytes(b"no store" * 900)
    found = _wrong(damaged)
    assert list(found) == ["store"]
    assert found["store"].fix
    with pytest.raises(StoreError, match="cannot be read"):
        repair(damaged)
    assert (damaged.index / "letters.sqlite").read_bytes() == b"no store" * 900


def test_an_index_without_letters_is_not_healthy(make_index: MakeIndex) -> None:
    found = _wrong(make_index())
    assert list(found) == ["letters"]
    assert "vraagbaak ingest" in found["letters"].fix


def test_nothing_is_mended_while_another_writes(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter())
    with Index(settings).writing(), pytest.raises(IndexUnusable, match="another ingest"):
        repair(settings)
    publish(settings, [make_letter("b")])
    assert _wrong(settings) == {}
