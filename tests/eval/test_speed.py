from dataclasses import replace
from pathlib import Path

import pytest

from eval import speed
from eval.bench.warm import Warm


def test_all_that_takes_time_has_its_figure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    speed.main(["--exchanges", "20", "--pdfs", str(tmp_path)])
    told = capsys.readouterr().out
    assert "20 exchanges: ingested in" in told
    assert told.count("p95") == 3
    assert "PDFs: 0 read" in told


def test_growth_is_told_beside_that_of_the_letters() -> None:
    warm = Warm(
        opened=1, lexical_p50=1, lexical_p95=2, search_p50=4, search_p95=5, answer_p50=6, answer_p95=9, memory=9
    )
    less, more = speed.Measured(100, 1, 1, warm), speed.Measured(1_000, 1, 1, replace(warm, search_p50=6))
    assert speed.growth(less, more) == "10.0 times the exchanges take a question 1.5 times as long (p50)"
