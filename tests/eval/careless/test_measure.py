from collections.abc import Callable

import pytest

from eval.careless.__main__ import report
from eval.careless.honest import Honest, of_letters, of_pairs
from eval.careless.measure import measure
from eval.careless.planting import planted
from tests.conftest import ROOT

BENCH = ROOT.parent / "shared" / "bench"
MOST_LOST = 0.05
FEWEST_CAUGHT = 0.95


def _letters() -> list[Honest]:
    return of_letters(ROOT / "corpus")


def _pairs() -> list[Honest]:
    if not (BENCH / "pairs.jsonl").is_file():
        pytest.skip(f"there is no folder {BENCH} with reference pairs")
    return of_pairs(BENCH)


@pytest.mark.parametrize("sentences", [_letters, _pairs])
@pytest.mark.parametrize("held_out", [False, True])
def test_planted_errors_are_caught_and_true_sentences_kept(
    sentences: Callable[[], list[Honest]], held_out: bool
) -> None:
    outcome = measure([one for one in sentences() if one.held_out is held_out])
    assert outcome.lost_share <= MOST_LOST + 1 / outcome.true
    assert outcome.caught_share >= FEWEST_CAUGHT


def test_every_sentence_is_on_a_quote_of_its_letter() -> None:
    for one in _letters():
        citation = one.citation
        assert citation.place.letter.text[citation.start : citation.end] == citation.quote
        assert citation.place.span[0] <= citation.start < citation.end <= citation.place.span[1]


def test_there_are_enough_sentences_in_both_languages_and_halves() -> None:
    sentences = _letters()
    assert len(sentences) >= 80
    assert {(one.language, one.held_out) for one in sentences} == {(a, b) for a in ("nl", "en") for b in (True, False)}


def test_every_planted_error_differs_from_the_truth() -> None:
    for honest in _letters():
        for error in planted(honest):
            assert error.sentence != honest.sentence or error.numbers != (1,)


def test_the_command_prints_both_halves(capsys: pytest.CaptureFixture[str]) -> None:
    report(_letters()[:6], verbose=True)
    printed = capsys.readouterr().out
    assert "to tune with" in printed
    assert "held out" in printed
