from hypothesis import given
from hypothesis import strategies as st

from eval.bench.material import Material
from eval.bench.slips import slip, slipped


@given(st.text("abcdefgh ÉIİ?", max_size=40), st.text(max_size=3))
def test_a_slip_changes_one_place_and_never_the_first_letter(text: str, seed: str) -> None:
    made = slip(text, seed)
    assert abs(len(made) - len(text)) <= 1
    assert made == slip(text, seed)
    assert made[:1] == text[:1]


def test_every_query_slips_in_each_language(material: Material) -> None:
    for query, other in zip(material.queries, slipped(material).queries, strict=True):
        assert (query.id, query.gold, query.fold) == (other.id, other.gold, other.fold)
        assert set(query.words) == set(other.words)
    assert slipped(material) == slipped(material) != material
