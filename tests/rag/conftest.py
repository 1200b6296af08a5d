"""What the tests of rag share: the shipped model, and indexes of a few made-up letters."""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rag.indexing.index import Index
from rag.letter import Letter
from rag.models.embedding import StaticModel, load_embedding
from rag.settings import Settings

MakeIndex = Callable[..., Settings]


@pytest.fixture(scope="session")
def embedding() -> StaticModel:
    """The shipped embedding model."""
    return load_embedding()


@pytest.fixture
def make_index(tmp_path: Path) -> MakeIndex:
    """Make an index of letters, each call in a folder of its own."""
    made: list[Settings] = []

    def make(*letters: Letter) -> Settings:
        folder = tmp_path / f"index-{len(made)}"
        made.append(Settings(index=folder, corpus=tmp_path / "corpus", embedding="shipped"))
        publish(made[-1], letters)
        return made[-1]

    return make


@pytest.fixture
def copied(settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a copy of the index of the five letters, to be damaged at will."""
    shutil.copytree(settings.index, tmp_path / "copy")
    return settings.model_copy(update={"index": tmp_path / "copy"})


def publish(settings: Settings, letters: Iterable[Letter]) -> None:
    """Put letters into an index and a new generation of it into use."""
    index = Index(settings)
    with index.writing() as store:
        for letter in letters:
            store.put([letter], hashlib.sha256(repr(letter).encode()).hexdigest())
        index.publish(store)
