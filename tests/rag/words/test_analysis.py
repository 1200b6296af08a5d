from hypothesis import given
from hypothesis import strategies as st

from rag.words.analysis import Splitter, fold, stem, words
from rag.words.language import language_of

COUNTS = {"terugkeer": 40, "hubs": 5, "hub": 9, "mensen": 50, "rechten": 30, "mensenrechten": 20, "verdrag": 10}


def test_words_fold_case_and_accents() -> None:
    assert [word for word, _, _ in words("Eén UNHCR-toegang, Kostic´")] == ["een", "unhcr", "toegang", "kostic"]


def test_grouped_numbers_are_the_same_in_both_languages() -> None:
    assert [word for word, _, _ in words("82.000 82,000 11.500,5 3.106a")] == ["82000", "82000", "11.500,5", "3.106a"]


@given(st.text())
def test_offsets_of_words_are_theirs(text: str) -> None:
    for word, start, end in words(text):
        assert fold(text[start:end]).replace(".", "").replace(",", "") == word.replace(".", "").replace(",", "")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëï", max_size=30))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


def test_stems_join_forms_of_a_word() -> None:
    assert stem("terugkeerhubs") == stem("terugkeerhub")
    assert stem("lidstaten") == stem("lidstaat")
    assert stem("countries", "en") == stem("country", "en")
    assert stem("2026") == "2026"


def test_a_compound_opens_into_known_words() -> None:
    splitter = Splitter(COUNTS)
    assert splitter.parts("terugkeerhubs") == ("terugkeer", "hubs")
    assert splitter.parts("mensenrechtenverdrag") == ("mensenrechten", "verdrag")


def test_a_word_without_known_parts_stays_whole() -> None:
    splitter = Splitter(COUNTS)
    assert splitter.parts("stikstof") == ()
    assert splitter.parts("kort") == ()
    assert splitter.parts("terugkeer2026") == ()


@given(st.text(alphabet="aehimnorstu", min_size=8, max_size=20))
def test_parts_are_words_of_the_vocabulary_in_their_order(word: str) -> None:
    counts = {"mensen": 3, "rust": 2, "huis": 4, "een": 1, "sterren": 2, "the": 1, "team": 5}
    parts = Splitter(counts).parts(word)
    assert all(part in counts for part in parts)
    at = 0
    for part in parts:
        assert word.find(part, at) >= at
        at = word.find(part, at) + len(part)


def test_the_language_of_a_question() -> None:
    assert language_of("what did the cabinet say about UNHCR access?") == "en"
    assert language_of("Wat is het standpunt over stikstof en de veestapel?") == "nl"
    assert language_of("return hubs") == "en"
    assert language_of("terugkeerhubs Oeganda") == "nl"
    assert language_of("???") == "nl"


def test_an_acronym_is_not_taken_for_a_function_word() -> None:
    assert [word for word, _, _ in words("Het OM is om twee redenen WHO-lid.")] == [
        "het",
        "OM",
        "is",
        "om",
        "twee",
        "redenen",
        "WHO",
        "lid",
    ]
    assert stem("OM") != stem("om")
