"""An index of the five letters together with all the poisoned ones."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.run import ingest
from rag.assistant import Assistant
from rag.settings import Settings
from tests.conftest import ROOT
from tests.poisoned.letters import file_of
from tests.poisoned.table import POISONS


@pytest.fixture(scope="session")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over the five letters and the poisoned ones."""
    folder = tmp_path_factory.mktemp("poisoned")
    corpus = folder / "corpus"
    shutil.copytree(ROOT / "corpus", corpus)
    for number, poison in enumerate(POISONS):
        name, data = file_of(number, poison)
        Path(corpus / name).write_bytes(data)
    settings = Settings(index=folder / "index", corpus=corpus, embedding="shipped")
    report = ingest(settings)
    assert report.failed == []
    assert report.letters == len(POISONS) + 5
    assistant = Assistant.open(settings)
    yield assistant
    assistant.close()
