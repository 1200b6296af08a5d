import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.query import QueryMaker
from rag.words.analysis import Splitter
from rag.words.spelling import SHORTEST, Speller

KNOWN = {"oeganda": 9, "terugkeer": 5, "terugkeerhub": 3, "zambia": 2, "verdrag": 4, "verdraag": 1, "hubs": 2}
SPELLER = Speller(Splitter(KNOWN))


@pytest.mark.parametrize("slip", ["oegnda", "oegganda", "oegamda", "oegadna", "oegand"])
def test_a_slip_is_put_right(slip: str) -> None:
    assert SPELLER.corrected(slip, "nl") == "oeganda"
    assert SPELLER.corrected(slip, "en") == "oeganda"


@pytest.mark.parametrize(
    "word", ["oeganda", "terugkeerhubs", "terugkeerterugkeer", "2026z1", "oegan", "gambia", "qwertyuiop"]
)
def test_what_is_known_short_or_far_from_anything_is_left(word: str) -> None:
    assert SPELLER.corrected(word, "nl") is None


def test_of_several_known_words_the_most_frequent_is_meant() -> None:
    assert SPELLER.corrected("verdrrag", "nl") == "verdrag"


def test_english_slips_are_put_right_by_the_lexicon() -> None:
    assert SPELLER.corrected("goverment", "en") == "government"
    assert SPELLER.corrected("goverment", "nl") is None
    assert SPELLER.corrected("governments", "en") is None


@given(st.sampled_from(sorted(KNOWN)), st.text("abcdefgh", max_size=12))
def test_a_correction_is_a_known_word_with_the_same_first_letter(known: str, other: str) -> None:
    for word in (known + other, other + known, other):
        meant = SPELLER.corrected(word, "nl")
        if meant is not None:
            assert meant in KNOWN
            assert meant[0] == word[0]
            assert len(word) >= SHORTEST
            assert abs(len(meant) - len(word)) <= 1


def test_a_question_is_searched_as_it_was_meant() -> None:
    maker = QueryMaker(Splitter(KNOWN))
    assert maker.corrections("Wat is er met Oegnda?", "nl") == {"oegnda": "oeganda"}
    assert maker.concepts("Wat is er met Oegnda?", "nl") == maker.concepts("Wat is er met Oeganda?", "nl")
