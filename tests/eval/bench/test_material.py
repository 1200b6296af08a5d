from eval.bench.material import FOLDS, Material, letter_of, padded
from rag.indexing.generation import Generation
from tests.eval.bench.small_bench import ASKED, PAIRS_MADE, SUBJECTS


def test_a_bench_is_read_whole(material: Material) -> None:
    assert material.pairs == PAIRS_MADE
    assert [query.id for query in material.queries] == list(ASKED)
    assert [query.words["nl"] for query in material.queries] == [dutch for _, dutch in ASKED.values()]
    assert material.golds == [f"{name}#1" for name in ASKED]


def test_a_pair_is_a_letter_of_one_exchange() -> None:
    for pair in PAIRS_MADE:
        letter = letter_of(pair)
        (exchange,) = letter.exchanges
        assert (letter.at(exchange.question_span), letter.at(exchange.answer_span)) == SUBJECTS[pair.id]


def test_the_index_holds_every_pair(generation: Generation) -> None:
    assert [letter.id for letter in generation.store.letters()] == sorted(SUBJECTS)
    assert generation.catalogue.size == len(SUBJECTS)


def test_padding_keeps_the_pairs_and_makes_always_the_same_others() -> None:
    more = padded(PAIRS_MADE, 20)
    assert more[:6] == PAIRS_MADE
    assert len({pair.id for pair in more}) == len(more) == 20
    assert {pair.answer for pair in more} <= {answer for _, answer in SUBJECTS.values()}
    assert more == padded(PAIRS_MADE, 20)
    assert padded(PAIRS_MADE, 2) == PAIRS_MADE[:2]


def test_a_fold_depends_on_the_id_alone(material: Material) -> None:
    folds = [query.fold for query in material.queries]
    assert all(0 <= fold < FOLDS for fold in folds)
    assert folds == [query.fold for query in Material(material.pairs[:1], material.queries).queries]
