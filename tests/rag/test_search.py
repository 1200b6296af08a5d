from collections.abc import Iterator

import pytest

from rag.assistant import Assistant
from rag.filters import Filters
from rag.indexing.generation import Generation
from rag.indexing.passages import places
from rag.models.embedding import StaticModel
from rag.search import Searcher
from rag.settings import Settings
from rag.words.language import language_of
from tests.conftest import MakeLetter
from tests.rag.conftest import MakeIndex

HUBS = "Wat vindt het kabinet van terugkeerhubs?"


@pytest.fixture(scope="module")
def searcher(settings: Settings, embedding: StaticModel) -> Iterator[Searcher]:
    generation = Generation.open(settings.index / "gen-1", embedding)
    yield Searcher(generation)
    generation.close()


def _keys(searcher: Searcher, question: str, k: int = 10, filters: Filters | None = None) -> list[str]:
    hits = searcher.search(question, language_of(question), k, filters or Filters())
    return [hit.place.key for hit in hits]


def test_hits_are_ranked_from_one_and_each_place_comes_once(searcher: Searcher) -> None:
    hits = searcher.search(HUBS, "nl", 25, Filters())
    assert [hit.rank for hit in hits] == list(range(1, 26))
    assert len({hit.place.key for hit in hits}) == 25
    assert all(0 <= hit.score <= 1 for hit in hits)
    assert hits[0].score == max(hit.score for hit in hits)


def test_fewer_hits_are_the_first_of_more(searcher: Searcher) -> None:
    assert _keys(searcher, HUBS, 5) == _keys(searcher, HUBS, 25)[:5]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Is er gesproken over de veiligheid in Oeganda?", "7268126#7"),
        ("Hoe wordt de Kamer geïnformeerd over de kopgroep?", "7268126#8"),
        ("what did the cabinet say about UNHCR access?", "7562802#7"),
    ],
)
def test_the_right_place_is_among_the_first(searcher: Searcher, question: str, place: str) -> None:
    assert place in _keys(searcher, question, 5)


def test_an_english_and_a_dutch_question_find_the_same(searcher: Searcher) -> None:
    english, dutch = _keys(searcher, "is the cabinet in talks with Uganda", 3), _keys(searcher, "Oeganda", 10)
    assert set(english) <= set(dutch)


def test_what_has_no_word_of_the_question_is_left_out(searcher: Searcher) -> None:
    assert _keys(searcher, "stikstof veestapel kippenhok") == []
    for hit in searcher.search("Oeganda", "nl", 100, Filters()):
        place = hit.place
        asked = place.letter.at(place.exchange.question_span) if place.exchange else ""
        assert "Oeganda" in f"{asked} {place.letter.at(place.span)} {place.letter.title}"


def test_nothing_asked_finds_nothing(searcher: Searcher) -> None:
    assert _keys(searcher, "wat is het en waarom?") == []


def test_filters_leave_out_what_they_do_not_admit(searcher: Searcher) -> None:
    hits = searcher.search(HUBS, "nl", 200, Filters(since="2026-01-01", kind="answers"))
    assert hits
    assert {hit.place.letter.id for hit in hits} <= {"7268126", "7562802"}
    assert _keys(searcher, HUBS, 10, Filters(party="no such party")) == []


def test_a_filter_keeps_the_order(searcher: Searcher) -> None:
    everything = _keys(searcher, HUBS, 200)
    filtered = _keys(searcher, HUBS, 200, Filters(letter="7268126"))
    assert filtered == [key for key in everything if key.startswith("7268126#")] != []


def test_a_named_letter_is_a_filter_too(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("Wat staat er over Oeganda in de brief van 11 mei 2026?")
    hits = searcher.search(named.rest, "nl", 50, Filters(), named)
    assert hits
    assert {hit.place.letter.id for hit in hits} == {"7268126"}


def test_named_places_are_given_in_their_order(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("vragen 3, 1 en 2 van 7268126")
    assert [place.key for place in searcher.named_places(named)] == ["7268126#1", "7268126#2", "7268126#3"]


def test_every_place_has_its_number(searcher: Searcher, assistant: Assistant) -> None:
    expected = [place.key for letter in assistant.letters() for place in places(letter)]
    assert [searcher.place(number).key for number in range(len(expected))] == expected


def test_a_hit_without_an_answer_shows_its_question(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Waar leven de otters?", None), ("Wat eten de otters?", "Otters eten vis.")))
    made = Assistant.open(make_index(letter))
    hits = {hit.place.key: hit for hit in made.search("otters")}
    made.close()
    assert letter.at(hits["2026-1#1"].span) == "Waar leven de otters?"
    assert letter.at(hits["2026-1#2"].span) == "Otters eten vis."


@pytest.mark.parametrize(
    ("question", "letters"),
    [
        ("Wat zei het kabinet in 2026 over Oeganda?", {"7268126", "7562802"}),
        ("Wat zei het kabinet in 2025 en in 2026 over Oeganda?", {"7268126", "7562802", "kst-32317-974"}),
    ],
)
def test_years_that_are_named_together_admit_the_letters_of_any(
    searcher: Searcher, question: str, letters: set[str]
) -> None:
    named = searcher.gazetteer.read(question)
    admitted = {place.letter.id for place in searcher.admitted(Filters(), named)}
    assert letters <= admitted
    hits = searcher.search(named.rest, "nl", 50, Filters(), named)
    assert hits
    assert {hit.place.letter.id for hit in hits} <= admitted


def test_a_letter_of_another_year_is_admitted_where_it_speaks_of_the_year(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("Wat zei het kabinet in 2026 over Oeganda?")
    march = {place.letter.id for place in searcher.places_in(None) if place.letter.source.startswith("2025-03")}
    others = [place for place in searcher.admitted(Filters(), named) if place.letter.id in march]
    assert others
    for place in others:
        words = f"{place.letter.at(place.exchange.question_span) if place.exchange else ''} {place.letter.title}"
        assert "2026" in words + place.letter.at(place.span)


def test_what_is_admitted_meets_all_that_is_named(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("Wat antwoordde de minister van Asiel de VVD vóór 2026?")
    found = searcher.admitted(Filters(), named)
    assert found
    assert {place.exchange.party for place in found if place.exchange} == {"VVD"}
    assert all((place.letter.date or "2025") < "2026" for place in found)
    assert searcher.admits_any(Filters(), named)


def test_what_is_named_with_a_filter_must_meet_both(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("Wat vroeg de PVV over Syrië?")
    assert searcher.admits_any(Filters(), named)
    assert searcher.admits_any(Filters(kind="consultation"), named)
    assert not searcher.admits_any(Filters(kind="answers"), named), "the PVV asked in a consultation only"
    assert not searcher.admits_any(Filters(), searcher.gazetteer.read("Wat vroeg JA21?"))
    assert not searcher.admits_any(Filters(), searcher.gazetteer.read("Wat zei minister Kaag?"))
    assert not searcher.admits_any(Filters(), searcher.gazetteer.read("Wat zei het kabinet vóór 2020?"))


def test_nothing_named_admits_all(searcher: Searcher) -> None:
    named = searcher.gazetteer.read("Wat vindt het kabinet van terugkeerhubs?")
    everywhere = searcher.admitted(Filters(), named)
    assert [place.key for place in everywhere] == [place.key for place in searcher.places_in(None)]
    assert searcher.admits_any(Filters())
