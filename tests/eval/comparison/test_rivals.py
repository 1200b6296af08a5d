from collections.abc import Iterator

import pytest

from eval import checks
from eval.comparison.rivals import CITED, LangChainRecipe, PlainBM25
from rag.indexing.generation import Generation
from rag.indexing.index import Index
from rag.settings import Settings

RUSSIANS = "toeristenvisa voor Russische staatsburgers"
PLACE = "vso-32317-a9ac0ac5#CDA-1"


@pytest.fixture(scope="module")
def generation(settings: Settings) -> Iterator[Generation]:
    opened = Index(settings).open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def bm25(generation: Generation) -> PlainBM25:
    return PlainBM25(generation)


@pytest.fixture(scope="module")
def recipe(generation: Generation) -> LangChainRecipe:
    return LangChainRecipe(generation)


def test_each_finds_a_place_by_its_own_words_and_ranks_every_place_once(
    bm25: PlainBM25, recipe: LangChainRecipe
) -> None:
    for rival in (bm25, recipe):
        hits = rival.search(RUSSIANS, 10)
        assert PLACE in [hit.place.key for hit in hits[:2]]
        assert [hit.rank for hit in hits] == list(range(1, 11))
        assert len({hit.place.key for hit in hits}) == 10
        assert all(0 <= hit.score <= 1 + 1e-6 for hit in hits)
        assert rival.letters()


def test_bm25_quotes_soundly_and_says_no_only_to_words_that_stand_nowhere(bm25: PlainBM25) -> None:
    answer = bm25.ask(RUSSIANS)
    letters = {letter.id: letter for letter in bm25.letters()}
    assert len(answer.citations) == CITED
    assert all(checks.inside(one) and checks.role_right(one, letters) for one in answer.citations)
    assert bm25.ask("kwantumzwaartekracht").status == "not_found"
    assert bm25.ask("Hoeveel huizen worden er gebouwd?").status == "answered"


def test_the_recipe_shows_chunks_as_they_stand_questions_and_all(recipe: LangChainRecipe) -> None:
    answer = recipe.ask(RUSSIANS)
    letters = {letter.id: letter for letter in recipe.letters()}
    assert answer.status == "answered"
    assert len(answer.citations) == CITED
    assert all(checks.verbatim(one, letters) for one in answer.citations)
    assert checks.marks_resolve(answer)
    assert not all(checks.role_right(one, letters) for one in answer.citations)
