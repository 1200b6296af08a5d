import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Language
from rag.asking.query import CEREMONY_WEIGHT, Concept, QueryMaker
from rag.words.analysis import Splitter, stem

PIECES = ("return", "hubs", "rights", "asielzoeker", "huis", "de", "uit", "UNHCR", "3.106a", "l'Europe")
MAKER = QueryMaker(Splitter({"terugkeer": 9, "hubs": 3, "hub": 3, "grens": 4, "procedure": 5}))


def _by_surface(question: str, language: Language) -> dict[str, Concept]:
    return {one.surface: one for one in MAKER.concepts(question, language)}


def _ways(concept: Concept) -> dict[tuple[str, ...], float]:
    return {one.stems: one.weight for one in concept.alternatives}


def test_a_term_of_several_words_is_one_concept() -> None:
    found = _by_surface("Will return hubs respect human rights?", "en")
    assert "return hubs" in found
    assert "human rights" in found
    assert (stem("terugkeerhubs"),) in _ways(found["return hubs"])
    assert {"return", "hubs", "rights"}.isdisjoint(found)


def test_the_first_translation_counts_most() -> None:
    (concept,) = MAKER.concepts("asylum", "en")
    assert concept.alternatives[0].weight == max(one.weight for one in concept.alternatives) == 1.0
    assert stem("asiel") in {term for one in concept.alternatives for term in one.stems}


def test_an_english_word_without_translation_stands_for_itself() -> None:
    found = _by_surface("the Zwartemeer agreement", "en")
    assert _ways(found["zwartemeer"])[stem("zwartemeer"),] == 1.0


def test_an_english_word_may_stand_in_a_letter_as_it_is() -> None:
    (concept,) = MAKER.concepts("border", "en")
    assert 0 < _ways(concept)[stem("border"),] < 1


def test_function_words_ask_for_nothing() -> None:
    assert MAKER.concepts("what is it about and why?", "en") == ()
    assert MAKER.concepts("wat is het en waarom?", "nl") == ()
    assert MAKER.concepts("", "nl") == MAKER.concepts("?!", "en") == ()


@pytest.mark.parametrize(
    ("question", "language", "subject"),
    [
        ("What did the cabinet say about Uganda?", "en", "uganda"),
        ("Wat is het standpunt van het kabinet over Oeganda?", "nl", "oeganda"),
    ],
)
def test_the_phrases_of_asking_count_little(question: str, language: Language, subject: str) -> None:
    found = _by_surface(question, language)
    subjects = {surface for surface, one in found.items() if one.importance > CEREMONY_WEIGHT}
    assert subjects == {subject}


def test_a_name_counts_more_than_another_word() -> None:
    found = _by_surface("access for UNHCR", "en")
    assert found["unhcr"].importance > found["access"].importance
    found = _by_surface("is er toegang voor UNHCR", "nl")
    assert found["unhcr"].importance > found["toegang"].importance


def test_the_capital_that_opens_a_question_makes_no_name() -> None:
    opening, inside = _by_surface("Toegang voor UNHCR", "nl"), _by_surface("is er toegang voor UNHCR", "nl")
    assert opening["toegang"].importance == inside["toegang"].importance


def test_a_dutch_word_stands_first_for_itself() -> None:
    (concept,) = MAKER.concepts("asielzoekers", "nl")
    assert concept.alternatives[0].stems == (stem("asielzoeker"),)
    assert all(one.weight < 1 for one in concept.alternatives[1:])


def test_a_dutch_compound_is_also_asked_for_in_its_parts() -> None:
    (concept,) = MAKER.concepts("grensprocedure", "nl")
    ways = _ways(concept)
    assert ways[stem("grensprocedure"),] == 1.0
    assert 0 < ways[stem("grens"), stem("procedure")] < 1


def test_everyday_words_get_official_ones() -> None:
    (concept,) = MAKER.concepts("huisbaas", "nl")
    assert 0 < _ways(concept)[stem("verhuurder"),] < 1


def test_what_is_said_twice_is_asked_for_once() -> None:
    concepts = MAKER.concepts("Oeganda, Oeganda en nog eens Oeganda", "nl")
    assert [one.surface for one in concepts] == ["oeganda"]


def test_concepts_come_in_the_order_of_the_question() -> None:
    concepts = MAKER.concepts("kosten van opvang in Rwanda", "nl")
    assert [one.surface for one in concepts] == ["kosten", "opvang", "rwanda"]


@limits(deadline=None, max_examples=100)
@given(
    st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.sampled_from(("nl", "en")),
)
def test_any_text_makes_sound_concepts(question: str, language: Language) -> None:
    concepts = MAKER.concepts(question, language)
    assert len({one.alternatives for one in concepts}) == len(concepts)
    for concept in concepts:
        weights = [one.weight for one in concept.alternatives]
        assert concept.importance > 0
        assert weights == sorted(weights, reverse=True)
        assert all(0 < weight <= 1 for weight in weights)
        assert len({one.stems for one in concept.alternatives}) == len(weights)
        assert all(one.stems for one in concept.alternatives)


def test_an_acronym_that_looks_like_a_function_word_is_asked_for() -> None:
    assert (stem("OM"),) in _ways(_by_surface("Wat doet het OM?", "nl")["OM"])
    assert (stem("OM"),) not in {
        way for one in MAKER.concepts("Wat is het plan om dat te doen?", "nl") for way in _ways(one)
    }
    assert "WHO" in _by_surface("What does the WHO say?", "en")


def test_a_question_in_capitals_has_no_acronyms() -> None:
    assert (
        _by_surface("WAT IS DE STAND VAN DE WOLF", "nl").keys()
        == _by_surface("wat is de stand van de wolf", "nl").keys()
    )
