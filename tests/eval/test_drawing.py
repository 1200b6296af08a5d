from pathlib import Path

from eval.drawing import EXCHANGES, Vocabulary, draw_letters
from ingest.run import ingest
from rag.assistant import Assistant
from rag.settings import Settings


def test_drawn_letters_are_read_whole_and_are_always_the_same(assistant: Assistant, tmp_path: Path) -> None:
    draw_letters(Vocabulary(assistant.letters()), tmp_path / "one", 5)
    draw_letters(Vocabulary(assistant.letters()), tmp_path / "other", 5)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()
    report = ingest(Settings(index=tmp_path / "index", corpus=tmp_path / "one"))
    assert (report.letters, report.exchanges, report.failed) == (5, 5 * EXCHANGES, [])


def test_the_words_that_letters_have_most_come_first(assistant: Assistant) -> None:
    words = Vocabulary(assistant.letters()).words
    assert len(words) == len(set(words)) > 10_000
    assert {"de", "het", "van", "een"} <= set(words[:25])
    assert words.index("terugkeer") < words.index("storing") < len(words)
