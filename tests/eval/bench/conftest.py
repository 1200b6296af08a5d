"""What the tests of the bench share: a bench of six pairs and an index of them."""

from collections.abc import Iterator

import pytest

from eval.bench.material import Material, index_of
from rag.assistant import Assistant
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.settings import Settings
from tests.eval.bench.small_bench import small_material


@pytest.fixture(scope="session")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """Six pairs and four queries in each language."""
    return small_material(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="session")
def bench_settings(material: Material, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index of the six pairs."""
    return index_of(material.pairs, tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="session")
def generation(bench_settings: Settings) -> Iterator[Generation]:
    """The open index of the six pairs."""
    opened = Index(bench_settings).open()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def bench_assistant(bench_settings: Settings) -> Iterator[Assistant]:
    """An assistant over the six pairs."""
    made = Assistant.open(bench_settings)
    yield made
    made.close()
