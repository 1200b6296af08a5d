import numpy as np

from eval.bench.rankings import Measure, Result
from eval.bench.table import HEAD, LANGUAGES, NO_DIFFERENCE, difference_row, row, text
from rag.answer import Language


def _results(*values: float) -> dict[Language, Result]:
    one = Measure(np.array(values))
    return {language: Result(one, one) for language in LANGUAGES}


def test_a_row_has_a_figure_with_its_interval_for_each_language() -> None:
    cells = row("words", _results(0.5, 0.5, 0.5))
    assert cells == ["words", *[".500 [.500 .500]"] * (len(HEAD) - 1)]
    assert row("words", _results(1.0))[1] == "1.000 [1.000 1.000]"


def test_a_difference_has_its_sign_and_none_is_a_dot() -> None:
    more, less = _results(0.75, 0.75), _results(0.5, 0.5)
    assert difference_row("x", more, less)[1] == "+.250 [+.250 +.250]"
    assert difference_row("x", less, more)[1] == "-.250 [-.250 -.250]"
    assert difference_row("x", more, more)[1:] == [NO_DIFFERENCE] * (len(HEAD) - 1)


def test_the_table_is_aligned() -> None:
    lines = text([row("a", _results(0.5)), row("a longer name", _results(1.0))]).splitlines()
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1
    assert all(line.count("|") == len(HEAD) + 1 for line in lines)
