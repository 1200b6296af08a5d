from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.asking.query import Alternative, Concept
from rag.indexing.lexical import K1, LENGTH, WEIGHTS, Floats, LexicalIndex
from rag.words.analysis import Splitter, stem, words
from rag.words.counting import Counting, Fields

WORDS = ("zilver", "koper", "lood", "tin", "goud", "nikkel", "zink", "7562802")
WHOLE = Splitter({})

_texts = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
_documents = st.lists(st.builds(Fields, question=_texts, answer=_texts, context=_texts), min_size=1, max_size=8)
_alternatives = st.lists(
    st.builds(
        Alternative,
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(lambda key: tuple(map(stem, key))),
        st.floats(0.05, 1.0),
    ),
    min_size=1,
    max_size=4,
)


def _answers(*texts: str) -> list[Fields]:
    return [Fields(question="", answer=text, context="") for text in texts]


def _index(documents: Sequence[Fields], splitter: Splitter = WHOLE) -> LexicalIndex:
    return LexicalIndex.build(Counting(documents), splitter)


def _one(word: str, importance: float = 1.0) -> Concept:
    return Concept(word, importance, (Alternative((stem(word),), 1.0),))


def _concept(alternatives: Sequence[Alternative]) -> Concept:
    return Concept("concept", 1.0, tuple(alternatives))


def _oracle(texts: Sequence[str]) -> bm25s.BM25:
    """Return the same documents in bm25s: Lucene's form leaves out the constant k1 + 1, as ours does."""
    oracle = bm25s.BM25(method="lucene", k1=K1 / WEIGHTS["answer"], b=LENGTH["answer"])
    oracle.index([[stem(word) for word, _, _ in words(text)] for text in texts], show_progress=False)
    return oracle


def _idf(texts: Sequence[str], word: str) -> float:
    holding = sum(word in text.split() for text in texts)
    return float(np.log1p((len(texts) - holding + 0.5) / (holding + 0.5)))


_corpora = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join), min_size=2, max_size=10)


@limits(deadline=None, max_examples=40)
@given(_corpora, st.sampled_from(WORDS))
def test_one_word_is_scored_as_bm25_does_but_for_its_rarity(texts: list[str], word: str) -> None:
    texts = [*texts, word]
    ours = _index(_answers(*texts)).ask([_one(word)])
    theirs = _oracle(texts).get_scores([stem(word)]) / _idf(texts, word)
    np.testing.assert_allclose(ours, theirs, atol=1e-5)


@limits(deadline=None, max_examples=40)
@given(_corpora, st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True))
def test_several_words_are_bm25_weighed_by_our_rarity(texts: list[str], asked: list[str]) -> None:
    texts = [*texts, *asked]
    index, oracle = _index(_answers(*texts)), _oracle(texts)
    worth = [index.rarity(_one(word).alternatives) for word in asked]
    theirs = sum(
        weight * oracle.get_scores([stem(word)]) / _idf(texts, word) for word, weight in zip(asked, worth, strict=True)
    )
    ours = index.ask([_one(word) for word in asked])
    np.testing.assert_allclose(ours, theirs / sum(worth), atol=1e-5)


@limits(deadline=None, max_examples=60)
@given(_documents, _alternatives)
def test_alternatives_of_one_concept_never_add_up(documents: list[Fields], alternatives: list[Alternative]) -> None:
    index = _index(documents)
    together = index.ask([_concept(alternatives)])
    apart = [index.ask([_concept([one])]) for one in alternatives]
    best: Floats = np.max(apart, axis=0)
    np.testing.assert_allclose(together, best, atol=1e-5)


@limits(deadline=None, max_examples=40)
@given(_documents, st.lists(_alternatives.map(_concept), max_size=4))
def test_scores_keep_their_bounds(documents: list[Fields], concepts: list[Concept]) -> None:
    scores = _index(documents).ask(concepts)
    assert scores.shape == (len(documents),)
    assert np.isfinite(scores).all()
    assert ((scores >= 0) & (scores <= 1)).all()


@limits(deadline=None, max_examples=20)
@given(_documents, st.lists(_alternatives.map(_concept), max_size=4))
def test_an_index_is_the_same_after_saving_and_loading(documents: list[Fields], concepts: list[Concept]) -> None:
    built = _index(documents)
    with TemporaryDirectory() as folder:
        built.save(Path(folder) / "lexical")
        loaded = LexicalIndex.load(Path(folder) / "lexical")
        assert loaded.size == built.size == len(documents)
        one, other = built.ask(concepts), loaded.ask(concepts)
        np.testing.assert_array_equal(one, other)
        for concept in concepts:
            assert loaded.rarity(concept.alternatives) == built.rarity(concept.alternatives)


def test_the_same_documents_make_the_same_files(tmp_path: Path) -> None:
    documents = _answers("zilver en koper", "koper en lood", "lood en tin")
    for name in ("one", "other"):
        _index(documents).save(tmp_path / name)
    assert {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "other").iterdir()
    }


def test_stems_of_one_alternative_must_stand_together() -> None:
    index = _index(_answers("zilver", "koper", "zilver koper"))
    scores = index.ask([_concept([Alternative((stem("zilver"), stem("koper")), 1.0)])])
    assert [bool(one) for one in scores] == [False, False, True]


def test_stems_that_stand_together_are_as_frequent_as_the_least_of_them() -> None:
    index = _index(_answers("zilver zilver zilver koper", "lood " * 4))
    together = index.ask([_concept([Alternative((stem("zilver"), stem("koper")), 1.0)])])[0]
    assert together == index.ask([_one("koper")])[0] < index.ask([_one("zilver")])[0]


def test_a_lesser_alternative_scores_less() -> None:
    index = _index(_answers("zilver", "koper"))
    scores = index.ask([_concept([Alternative((stem("zilver"),), 1.0), Alternative((stem("koper"),), 0.5)])])
    assert scores[0] > scores[1] > 0


def test_what_matters_more_counts_more() -> None:
    index = _index(_answers("zilver", "koper"))
    scores = index.ask([_one("zilver", 0.2), _one("koper", 1.0)])
    assert scores[1] > scores[0] > 0


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    index = _index(_answers(*["zilver"] * 9, "zilver koper"))
    assert index.rarity(_one("koper").alternatives) > index.rarity(_one("zilver").alternatives) >= 0
    assert index.rarity(_one("koper").alternatives) <= 1


@pytest.mark.parametrize("field", ["question", "answer", "context"])
def test_every_field_is_searched(field: str) -> None:
    found = Fields(**{"question": "tin", "answer": "tin", "context": "tin", field: "tin zilver"})
    index = _index([Fields("tin", "tin", "tin"), found])
    assert [bool(one) for one in index.ask([_one("zilver")])] == [False, True]


def test_parts_of_a_compound_are_found_at_less_weight() -> None:
    splitter = Splitter({"terugkeer": 9, "hubs": 3, "hub": 3})
    index = _index(_answers("terugkeerhubs", "hub", "lood"), splitter)
    whole, part = index.ask([_one("terugkeerhub")]), index.ask([_one("hub")])
    assert whole[0] > part[0] > 0
    assert part[1] > part[0]
    assert whole[1] == whole[2] == part[2] == 0


def test_a_short_place_scores_more_than_a_long_one_with_the_same_words() -> None:
    index = _index(_answers("zilver", "zilver " + "koper " * 40))
    short, long = index.ask([_one("zilver")])
    assert short > long > 0


@limits(deadline=None, max_examples=40)
@given(_documents, _alternatives, st.sampled_from((0.3, 0.8)))
def test_a_concept_is_spread_over_the_places_that_hold_it(
    documents: list[Fields], alternatives: list[Alternative], least: float
) -> None:
    index = _index(documents)
    sure = [one for one in alternatives if one.weight >= least]
    holding = int((index.ask([_concept(sure)]) > 0).sum()) if sure else 0
    assert index.spread(tuple(alternatives), least) >= holding
    assert index.spread(tuple(alternatives), least) <= len(documents)


def test_nothing_asked_and_nothing_known_score_nothing() -> None:
    index = _index(_answers("zilver"))
    assert not index.ask([]).any()
    assert not index.ask([_one("goud")]).any()
    assert not index.ask([Concept("niets", 1.0, ())]).any()


def test_an_index_of_no_places_can_be_saved_and_asked(tmp_path: Path) -> None:
    _index([]).save(tmp_path)
    assert LexicalIndex.load(tmp_path).ask([_one("zilver")]).shape == (0,)
