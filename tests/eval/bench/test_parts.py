import pytest

from eval.bench.material import Material
from eval.bench.parts import PARTS, WORDS_ONLY, dense, fused, whole_search
from rag.assistant import Assistant
from rag.filters import Filters
from rag.indexing.generation import Generation
from rag.search import DENSE_WEIGHT, Searcher

TOLD = {
    "compound splitting": "Wat kosten de huurwoningen?",
    "pivot": "Rijdt de trein naar Wenen?",
    "thesaurus": "Mag mijn huisbaas dat doen?",
    "acronyms": "Wat blijkt uit de NTB?",
    "fields": "Wat kost de brug over de rivier?",
    "spelling": "Wat is een nachttrien?",
}
"""A question that the part makes a difference to."""


def test_every_way_of_searching_finds_the_right_pair(
    bench_assistant: Assistant, generation: Generation, material: Material
) -> None:
    rankers = (whole_search(bench_assistant), fused(generation), fused(generation, WORDS_ONLY), dense(generation))
    for query in material.queries:
        for rank in rankers:
            assert query.gold in rank(query.words["nl"], "nl")[:3]
            assert query.gold in rank(query.words["en"], "en")[:3]


def test_fused_is_what_the_search_gives(generation: Generation, material: Material) -> None:
    searcher = Searcher(generation)
    for query in material.queries:
        hits = searcher.search(query.words["nl"], "nl", 10, Filters())
        assert fused(generation)(query.words["nl"], "nl") == [hit.place.key for hit in hits]


def test_without_weight_the_order_is_that_of_the_words(generation: Generation) -> None:
    assert set(WORDS_ONLY) == set(DENSE_WEIGHT)
    question = "Wat kost de brug?"
    coverage = generation.lexical.ask(generation.queries.concepts(question, "nl"))
    found = fused(generation, WORDS_ONLY)(question, "nl")
    searcher = Searcher(generation)
    best = sorted((at for at in range(len(coverage)) if coverage[at]), key=lambda at: -coverage[at])
    assert found == [searcher.place(at).key for at in best]


@pytest.mark.parametrize("name", [part.name for part in PARTS])
def test_each_part_is_really_left_out(name: str, generation: Generation) -> None:
    part = next(one for one in PARTS if one.name == name)
    less, question = part.left_out(generation), TOLD[name]
    with_it = generation.lexical.ask(generation.queries.concepts(question, "nl"))
    without = less.lexical.ask(less.queries.concepts(question, "nl"))
    assert len(without) == len(with_it)
    assert list(without) != list(with_it)
    assert less.vectors is generation.vectors


def test_without_compounds_no_word_is_opened(generation: Generation) -> None:
    part = next(one for one in PARTS if one.name == "compound splitting")
    assert generation.queries.splitter.parts("huurwoningen")
    assert part.left_out(generation).queries.splitter.parts("huurwoningen") == ()
