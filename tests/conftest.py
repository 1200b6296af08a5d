"""What all tests share: an index of the five letters, made once, and a small made-up letter."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.run import ingest
from rag.assistant import Assistant
from rag.letter import Exchange, Letter, Paragraph
from rag.settings import Settings

ROOT = Path(__file__).parents[1]
MakeLetter = Callable[..., Letter]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index that holds the five letters of the corpus."""
    made = Settings(index=tmp_path_factory.mktemp("index"), corpus=ROOT / "corpus", embedding="shipped")
    report = ingest(made)
    assert report.failed == []
    return made


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Iterator[Assistant]:
    """An assistant over the five letters."""
    made = Assistant.open(settings)
    yield made
    made.close()


@pytest.fixture(scope="session")
def make_letter() -> MakeLetter:
    """Make a letter of question and answer pairs and paragraphs, laid out as ingest does."""
    return _make_letter


def _make_letter(
    letter_id: str = "2026-1",
    pairs: tuple[tuple[str, str | None], ...] = (("Hoeveel kost het?", "Het kost niets."),),
    paragraphs: tuple[str, ...] = (),
    **head: object,
) -> Letter:
    parts: list[str] = []
    exchanges: list[Exchange] = []
    spans: list[Paragraph] = []

    def put(words: str) -> tuple[int, int]:
        start = sum(len(part) + 2 for part in parts)
        parts.append(words)
        return start, start + len(words)

    for n, words in enumerate(paragraphs, 1):
        spans.append(Paragraph(n, put(words)))
    for n, (question, answer) in enumerate(pairs, 1):
        asked = put(question)
        exchanges.append(Exchange(f"Vraag {n}", (str(n),), asked, None if answer is None else put(answer)))
    known: dict[str, object] = {
        "source": f"{letter_id}.txt",
        "kind": "answers",
        "title": "Een brief",
        "citation": f"Brief {letter_id}",
        **head,
    }
    return Letter(
        id=letter_id,
        text="\n\n".join(parts),
        exchanges=tuple(exchanges),
        paragraphs=tuple(spans),
        **known,  # type: ignore[arg-type]
    )
