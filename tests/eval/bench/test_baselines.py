from collections.abc import Callable, Sequence

import pytest

from eval.bench import baselines
from eval.bench.material import Pair
from eval.bench.rankings import DEPTH, Ranker
from tests.eval.bench.small_bench import PAIRS_MADE

MADE = (baselines.plain_bm25, baselines.stemmed_bm25, baselines.langchain_recipe)


@pytest.mark.parametrize("make", MADE)
def test_each_finds_a_pair_by_its_own_question(make: Callable[[Sequence[Pair]], Ranker]) -> None:
    rank = make(PAIRS_MADE)
    for pair in PAIRS_MADE:
        found = rank(pair.question, "nl")
        assert found[0] == pair.key
        assert len(found) == len(set(found)) <= DEPTH


@pytest.mark.parametrize("make", MADE[:2])
def test_words_that_stand_nowhere_find_nothing(make: Callable[[Sequence[Pair]], Ranker]) -> None:
    assert make(PAIRS_MADE)("kwantumzwaartekracht", "nl") == []


def test_only_the_stemmed_one_knows_a_word_by_its_stem() -> None:
    assert baselines.plain_bm25(PAIRS_MADE)("bruggen", "nl") == []
    assert baselines.stemmed_bm25(PAIRS_MADE)("verhoging", "nl") == ["huur#1"]


def test_a_long_answer_is_found_once_however_many_chunks_it_has() -> None:
    long = Pair("lang", "Hoe lang is de dijk?", "De dijk is lang en hoog. " * 300)
    assert baselines.langchain_recipe([*PAIRS_MADE, long])("Hoe lang is de dijk?", "nl").count("lang#1") == 1
