from pathlib import Path

from eval.speed import ASKED, EXCHANGES, make_letters
from ingest.run import ingest
from rag.assistant import Assistant
from rag.settings import Settings


def test_made_letters_are_read_whole_and_are_always_the_same(assistant: Assistant, tmp_path: Path) -> None:
    questions = make_letters(assistant.letters(), tmp_path / "one", 5)
    assert questions == make_letters(assistant.letters(), tmp_path / "other", 5)
    assert len(questions) == ASKED
    assert all(question.endswith("?") for question in questions)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()
    report = ingest(Settings(index=tmp_path / "index", corpus=tmp_path / "one"))
    assert (report.letters, report.exchanges, report.failed) == (5, 5 * EXCHANGES, [])
