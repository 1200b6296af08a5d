from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.errors import SettingError
from rag.words.analysis import ANALYSIS, stem
from rag.words.background import Background, background, count, write

WORDS = ("zilver", "koper", "lood", "tin")


def _table(folder: Path, *texts: str) -> Background:
    write(folder / "table.tsv", texts)
    return Background(folder / "table.tsv")


def _rarity(table: Background, *words: str) -> float:
    return table.rarity([(tuple(stem(word) for word in words), 1.0)])


def test_common_words_are_less_rare_than_subjects() -> None:
    shipped = background()
    assert _rarity(shipped, "de") < 0.1 < _rarity(shipped, "asiel") < _rarity(shipped, "terugkeerhub") <= 1
    assert shipped.documents > 1_000


def test_an_unknown_word_is_as_rare_as_can_be() -> None:
    assert _rarity(background(), "qqzzxx") == 1.0
    assert background().rarity([]) == 1.0


def test_words_that_must_stand_together_are_as_rare_as_the_rarest() -> None:
    assert _rarity(background(), "de", "asiel") == _rarity(background(), "asiel")


def test_a_concept_is_as_common_as_its_most_common_way_of_saying(tmp_path: Path) -> None:
    table = _table(tmp_path, "zilver", "zilver", "zilver", "koper koper", "koper", "lood")
    zilver, koper = (stem("zilver"),), (stem("koper"),)
    assert table.rarity([(zilver, 1.0), (koper, 1.0)]) == table.rarity([(zilver, 1.0)])
    assert table.rarity([(zilver, 0.1), (koper, 1.0)]) == table.rarity([(koper, 1.0)])
    assert table.rarity([(zilver, 1.0)]) < table.rarity([(koper, 1.0)]) < _rarity(table, "lood") == 1.0


def test_a_word_of_every_text_is_not_rare(tmp_path: Path) -> None:
    assert _rarity(_table(tmp_path, "zilver", "zilver koper", "zilver"), "zilver") == pytest.approx(0)


@limits(deadline=None, max_examples=30)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), min_size=2, max_size=9))
def test_a_table_comes_back_as_it_was_written(texts: list[str]) -> None:
    frequency, total = count(texts)
    with TemporaryDirectory() as folder:
        table = _table(Path(folder), *texts)
    assert table.documents == total == len(texts)
    by_rarity = sorted(WORDS, key=lambda word: _rarity(table, word))
    counts = [max(frequency[stem(word)], 1) for word in by_rarity]
    assert counts == sorted(counts, reverse=True)
    assert all(0 <= _rarity(table, word) <= 1 for word in WORDS)


def test_a_word_counts_once_a_text() -> None:
    frequency, total = count(["zilver zilver Zilver", "koper"])
    assert (dict(frequency), total) == ({stem("zilver"): 1, stem("koper"): 1}, 2)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none\.tsv.*restore"):
        Background(tmp_path / "none.tsv")


@pytest.mark.parametrize("content", ["", "no tab", f"{ANALYSIS}\tmany\n", f"{ANALYSIS}\t9\nzilver\n", "\x00\n\x00"])
def test_a_damaged_table_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "table.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(SettingError, match=r"table\.tsv.*restore"):
        Background(tmp_path / "table.tsv")


def test_a_table_of_another_stemmer_is_refused_with_both_named(tmp_path: Path) -> None:
    (tmp_path / "table.tsv").write_text("analysis 0\t9\nzilver\t3\n", encoding="utf-8")
    with pytest.raises(SettingError, match="analysis 0") as refused:
        Background(tmp_path / "table.tsv")
    assert ANALYSIS in str(refused.value)
