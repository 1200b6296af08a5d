from pathlib import Path

import pytest

from eval.bench import __main__ as bench
from eval.bench.parts import PARTS
from tests.eval.bench.small_bench import small_folder


def test_all_rows_come_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(small_folder(tmp_path))]) == 0
    shown = capsys.readouterr().out
    assert "4 queries in each language over 6 exchanges" in shown
    rows = [line.split("|")[1].strip() for line in shown.splitlines() if line.startswith("|")]
    assert len(rows) == len(set(rows))
    for part in PARTS:
        assert f"without {part.name}" in rows
        assert any(row.startswith(f"{part.name} adds (en ") for row in rows)
    assert "finds it first: 100.0% of 6" in shown
    assert "2,000 exchanges, warm" in shown


def test_a_folder_without_the_files_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(tmp_path / "nowhere")]) == 1
    told = capsys.readouterr().err
    assert "nowhere" in told
    assert "no pairs.jsonl and no dev_queries.jsonl" in told
