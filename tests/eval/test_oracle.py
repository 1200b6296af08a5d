"""The figures of search, held against ir_measures, which counts them with trec_eval."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import metrics

ir_measures = pytest.importorskip("ir_measures", reason="ir_measures needs a compiler on this machine")
KEYS = "abcdefghijklmnop"
RANKINGS = st.lists(st.sampled_from(KEYS), unique=True, min_size=1)
GOLD = st.sets(st.sampled_from(KEYS), min_size=1)


def _oracle(measure: str, ranking: list[str], gold: set[str]) -> float:
    run = [ir_measures.ScoredDoc("q", key, float(-rank)) for rank, key in enumerate(ranking)]
    right = [ir_measures.Qrel("q", key, 1) for key in sorted(gold)]
    return float(ir_measures.calc_aggregate([ir_measures.parse_measure(measure)], right, run).popitem()[1])


@given(RANKINGS, GOLD)
def test_each_figure_agrees(ranking: list[str], gold: set[str]) -> None:
    ours = {
        "Success@1": metrics.hit_at(ranking, gold, 1),
        "Success@5": metrics.hit_at(ranking, gold, 5),
        "R@5": metrics.recall_at(ranking, gold, 5),
        "R@10": metrics.recall_at(ranking, gold, 10),
        "RR": metrics.reciprocal_rank(ranking, gold),
        "nDCG@10": metrics.ndcg_at(ranking, gold, 10),
    }
    for measure, value in ours.items():
        assert value == pytest.approx(_oracle(measure, ranking, gold), abs=1e-9), measure
