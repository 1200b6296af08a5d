import math
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import metrics
from eval.shares import Share

KEYS = st.lists(st.sampled_from("abcdefghijklmnop"), unique=True)
GOLD = st.sets(st.sampled_from("abcdefghijklmnop"), min_size=1)
EXACT = 1e-9


def test_condensed_drops_neutral_places_and_repeats() -> None:
    assert metrics.condensed(["a", "x", "b", "a", "c"], {"x"}) == ["a", "b", "c"]


def test_hit_at_counts_up_to_its_rank() -> None:
    assert metrics.hit_at(["x", "y", "a"], {"a"}, 2) == 0
    assert metrics.hit_at(["x", "y", "a"], {"a"}, 3) == 1


def test_recall_at_by_hand() -> None:
    assert metrics.recall_at(["a", "x", "b", "c"], {"a", "b", "c", "d"}, 3) == pytest.approx(0.5, abs=EXACT)


def test_reciprocal_rank_by_hand() -> None:
    assert metrics.reciprocal_rank(["x", "y", "a", "b"], {"a", "b"}) == pytest.approx(1 / 3, abs=EXACT)
    assert metrics.reciprocal_rank(["x"], {"a"}) == 0


def test_ndcg_by_hand() -> None:
    # Gold on ranks 2 and 4 of two: (1/log2 3 + 1/log2 5) / (1/log2 2 + 1/log2 3).
    expected = (0.6309297535714574 + 0.43067655807339306) / (1 + 0.6309297535714574)
    assert metrics.ndcg_at(["x", "a", "y", "b"], {"a", "b"}, 10) == pytest.approx(expected, abs=EXACT)


def test_ndcg_ideal_ends_at_its_depth() -> None:
    assert metrics.ndcg_at(["a", "b"], {"a", "b", "c"}, 2) == pytest.approx(1, abs=EXACT)


def test_cited_precision_and_recall_by_hand() -> None:
    assert metrics.cited_precision(["a", "x", "a"], {"a", "b"}) == pytest.approx(1 / 2, abs=EXACT)
    assert metrics.cited_recall(["a", "x"], {"a", "b", "c"}) == pytest.approx(1 / 3, abs=EXACT)


def test_words_keep_numbers_whole() -> None:
    assert metrics.words("Er zijn 11.500 Syriërs; zie art. 25bis, 3,5 procent.") == [
        "er",
        "zijn",
        "11.500",
        "syriërs",
        "zie",
        "art",
        "25bis",
        "3,5",
        "procent",
    ]


def test_word_f1_by_hand() -> None:
    # Two words shared ("de" counts once), five words against three.
    assert metrics.word_f1("de brug en de kade", "De brug kost") == pytest.approx(2 * 2 / 8, abs=EXACT)
    assert metrics.word_f1("", "iets") == 0
    assert metrics.word_f1("…", "—") == 1


def test_fact_coverage_folds_case_and_white_space() -> None:
    assert metrics.fact_coverage(["1 Januari\n2027", "Gambia"], "vanaf 1  januari 2027") == pytest.approx(
        0.5, abs=EXACT
    )


def test_percentile_by_hand() -> None:
    assert metrics.percentile([40, 10, 20, 30], 50) == pytest.approx(25, abs=EXACT)
    assert metrics.percentile([10, 20, 30, 40, 50], 95) == pytest.approx(48, abs=EXACT)
    assert metrics.percentile([7], 95) == 7


def _over(count: Callable[[bool, bool], Share | None], pairs: list[tuple[bool, bool]]) -> float:
    shares = [share for due, given_ in pairs if (share := count(due, given_)) is not None]
    return sum(part for part, _ in shares) / sum(whole for _, whole in shares)


def test_abstention_by_hand() -> None:
    # Pairs of (was a no due, was it given): three due and given, one missed, two undue, four answered.
    pairs = [(True, True)] * 3 + [(True, False)] + [(False, True)] * 2 + [(False, False)] * 4
    assert _over(metrics.no_precision, pairs) == pytest.approx(3 / 5, abs=EXACT)
    assert _over(metrics.no_recall, pairs) == pytest.approx(3 / 4, abs=EXACT)
    assert _over(metrics.no_f1, pairs) == pytest.approx(2 * (3 / 5) * (3 / 4) / (3 / 5 + 3 / 4), abs=EXACT)
    assert _over(metrics.false_refusal, pairs) == pytest.approx(2 / 6, abs=EXACT)


def test_a_question_has_no_say_where_it_cannot_count() -> None:
    counts = (metrics.no_precision, metrics.no_recall, metrics.no_f1, metrics.false_refusal)
    assert [count(False, False) for count in counts] == [None, None, None, (0, 1)]
    assert metrics.false_refusal(True, True) is None


@given(KEYS, GOLD, st.integers(1, 12))
def test_search_figures_lie_between_0_and_1_and_agree(ranking: list[str], gold: set[str], k: int) -> None:
    hit, recall = metrics.hit_at(ranking, gold, k), metrics.recall_at(ranking, gold, k)
    ndcg, rank = metrics.ndcg_at(ranking, gold, k), metrics.reciprocal_rank(ranking[:k], gold)
    assert all(0 <= value <= 1 + EXACT for value in (hit, recall, ndcg, rank))
    assert (hit == 1) == (recall > 0) == (ndcg > 0) == (rank > 0)


@given(KEYS, GOLD)
def test_search_figures_do_not_fall_with_depth(ranking: list[str], gold: set[str]) -> None:
    recalls = [metrics.recall_at(ranking, gold, k) for k in range(1, 17)]
    assert all(before <= after for before, after in pairwise(recalls))


@given(GOLD, st.integers(1, 12))
def test_gold_first_is_the_best_ranking(gold: set[str], k: int) -> None:
    assert metrics.ndcg_at([*sorted(gold), "zz"], gold, k) == pytest.approx(1, abs=EXACT)


@given(st.text(), st.text())
def test_word_f1_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert 0 <= metrics.word_f1(one, other) <= 1
    assert metrics.word_f1(one, other) == metrics.word_f1(other, one)
    assert metrics.word_f1(one, one) == 1


@given(st.lists(st.floats(0, 1e6), min_size=1), st.floats(0, 100))
def test_percentiles_stay_within_the_values(values: list[float], percent: float) -> None:
    found = metrics.percentile(values, percent)
    assert min(values) <= found <= max(values) or math.isclose(found, max(values))
