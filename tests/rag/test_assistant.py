import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from rag.answer import Answer, Citation
from rag.assistant import LONGEST_QUESTION, Assistant
from rag.documents import answer_document
from rag.errors import IndexUnusable, QuestionError, StoreError
from rag.filters import Filters
from rag.letter import Pointer
from rag.settings import Settings
from tests.conftest import MakeLetter
from tests.rag.conftest import MakeIndex, publish

QUESTIONS = Path(__file__).parents[2] / "eval" / "questions"
UNHCR = "what did the cabinet say about UNHCR access?"


def _march_2025(assistant: Assistant) -> str:
    """Return the id of the consultation before the council of March 2025, which is made of its content."""
    return next(one.id for one in assistant.letters() if one.kind == "consultation" and one.number is None)


def _keys(citations: Iterable[Citation]) -> list[str]:
    return [one.place.key for one in citations]


def _marks(answer: str) -> set[int]:
    return {int(mark) for mark in re.findall(r"(?<!\\)\[(\d+)\]", answer)}


def _check(answer: Answer) -> None:
    """Check what holds of every answer."""
    for citation in answer.citations:
        place = citation.place
        assert citation.quote.strip()
        assert place.letter.text[citation.start : citation.end] == citation.quote
        if citation.role == "question":
            asked = place.exchange.question_span if place.exchange else None
            assert asked is not None
            assert asked[0] <= citation.start < citation.end <= asked[1]
        else:
            start, end = place.span
            assert start <= citation.start < citation.end <= end
        assert place.letter.citation in citation.text
    assert [one.n for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert _marks(answer.answer) == {one.n for one in answer.citations}
    assert bool(answer.citations) == (answer.status in {"answered", "unanswered"})


def test_unhcr_access_is_answered_from_three_letters(assistant: Assistant) -> None:
    answer = assistant.ask(UNHCR)
    assert answer.status == "answered"
    assert {"7562802#7", f"{_march_2025(assistant)}#SP-5", "7268126#5"} <= set(_keys(answer.citations))
    assert "UNHCR" in answer.answer
    _check(answer)


def test_what_the_letters_do_not_speak_of_is_not_found(assistant: Assistant) -> None:
    answer = assistant.ask("Wat is het standpunt over stikstof en de veestapel?")
    assert answer.status == "not_found"
    assert answer.citations == ()
    assert answer.related
    assert all(hit.place.letter.id not in answer.answer for hit in answer.related)


def test_an_answer_over_time_begins_with_the_newest_letter(assistant: Assistant) -> None:
    answer = assistant.ask("Wat heeft het kabinet door de tijd heen over Oeganda gezegd?")
    assert answer.status == "answered"
    dates = [one.place.letter.date or "" for one in answer.citations]
    assert dates == sorted(dates, reverse=True)
    assert {"2026-05-11", "2025-10-08", ""} <= set(dates)
    _check(answer)


def test_a_pointing_answer_is_cited_with_what_it_points_to(assistant: Assistant) -> None:
    answer = assistant.ask("de vierde vraag van GroenLinks-PvdA in het overleg van maart 2025")
    letter = _march_2025(assistant)
    assert _keys(answer.citations) == [f"{letter}#GroenLinks-PvdA-4", f"{letter}#PVV-5"]
    _check(answer)


def test_a_question_by_number_is_answered_with_that_exchange(assistant: Assistant) -> None:
    assert _keys(assistant.ask("Wat is het antwoord op vraag 12 van de brief van 11 mei 2026?").citations) == [
        "7268126#12"
    ]
    assert _keys(assistant.ask("questions 14 and 15 of 7562802").citations) == ["7562802#14+15"]


@pytest.mark.parametrize(
    "question",
    [
        "question 99 of 7562802",
        "Wat is het antwoord op vraag 16 van kenmerk 7562802?",
        "What was the answer to question 27 of the letter of 11 May 2026?",
        "Wat was de reactie op de achtste vraag van de VVD in maart 2025?",
    ],
)
def test_a_question_number_that_does_not_exist_is_not_found(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.citations == ()


@pytest.mark.parametrize(
    "question",
    ["hello there", "Who are you?", "Wie ben jij eigenlijk?", "dankjewel!", "Wat zegt het kabinet?", "???"],
)
def test_small_talk_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "refused"
    assert answer.citations == ()
    assert answer.related == ()


def test_the_answers_own_words_are_in_the_language_of_the_question(assistant: Assistant) -> None:
    english, dutch = assistant.ask(UNHCR), assistant.ask("Wat zei het kabinet over toegang voor UNHCR?")
    assert (english.language, dutch.language) == ("en", "nl")
    assert "answered question 7" in english.answer
    assert "antwoordde" in dutch.answer
    assert "antwoordde" not in english.answer


def test_another_language_can_be_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask(UNHCR, language="nl")
    assert answer.language == "nl"
    assert "antwoordde" in answer.answer
    assert _keys(answer.citations) == _keys(assistant.ask(UNHCR).citations)


@pytest.mark.parametrize("question", ["", "   \n\t "])
def test_an_empty_question_cannot_be_asked(assistant: Assistant, question: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        assistant.ask(question)
    with pytest.raises(QuestionError, match="empty"):
        assistant.search(question)


def test_an_over_long_question_cannot_be_asked(assistant: Assistant) -> None:
    with pytest.raises(QuestionError, match="10000"):
        assistant.ask("x" * 10_000)
    assert assistant.ask(("Oeganda " * LONGEST_QUESTION)[:LONGEST_QUESTION].strip()).status == "answered"


def test_every_answer_to_the_question_sets_keeps_its_promises(assistant: Assistant) -> None:
    lines = [line for path in sorted(QUESTIONS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    assert len(lines) > 100
    for line in lines[::4]:
        answer = assistant.ask(json.loads(line)["question"])
        _check(answer)
        json.dumps(answer_document(answer))


def test_the_same_question_has_the_same_answer(assistant: Assistant, settings: Settings) -> None:
    other = Assistant.open(settings)
    one, two = assistant.ask(UNHCR), other.ask(UNHCR)
    other.close()
    assert replace(one, timings_ms={}) == replace(two, timings_ms={})
    assert one.timings_ms["total"] >= 0
    assert one.index["generation"] == "gen-1"


def test_filters_narrow_the_answer(assistant: Assistant) -> None:
    answer = assistant.ask(UNHCR, Filters(letter="7268126"))
    assert set(_keys(answer.citations)) == {"7268126#5"}
    late = assistant.search("Oeganda", 20, Filters(since="2026-01-01"))
    assert late
    assert all((hit.place.letter.date or "") >= "2026-01-01" for hit in late)
    groups = assistant.search("Oeganda", 20, Filters(party="PVV"))
    assert {hit.place.exchange.party for hit in groups if hit.place.exchange} == {"PVV"}


def test_filters_hold_for_a_named_place_too(assistant: Assistant) -> None:
    answer = assistant.ask("vraag 8 van de brief van 11 mei 2026", Filters(until="2026-01-01"))
    assert answer.status == "not_found"
    assert all((hit.place.letter.date or "9") <= "2026-01-01" for hit in answer.related)


def test_what_comes_nearest_meets_the_filters_too(assistant: Assistant) -> None:
    answer = assistant.ask("Wat zegt vraag 99 van 7562802 over terugkeerhubs?", Filters(letter="kst-32317-974"))
    assert answer.status == "not_found"
    assert {hit.place.letter.id for hit in answer.related} <= {"kst-32317-974"}


def test_search_gives_k_ranked_places(assistant: Assistant) -> None:
    hits = assistant.search("Wat vindt het kabinet van terugkeerhubs?", k=7)
    assert [hit.rank for hit in hits] == list(range(1, 8))
    assert len({hit.place.key for hit in hits}) == 7
    assert all(0 <= hit.score <= 1 for hit in hits)
    assert hits[:3] == assistant.search("Wat vindt het kabinet van terugkeerhubs?", k=3)
    with pytest.raises(QuestionError, match="-k 0"):
        assistant.search("Oeganda", k=0)


def test_search_puts_a_named_place_first(assistant: Assistant) -> None:
    hits = assistant.search("question 7 of 7562802 on access for UNHCR", k=5)
    keys = [hit.place.key for hit in hits]
    assert keys[0] == "7562802#7"
    assert len(set(keys)) == len(keys)


def test_a_letter_goes_by_any_of_its_names(assistant: Assistant) -> None:
    for name in ("7562802", "180760", "2026-06-18-vragen-eerste-kamer-europese-strategie-asiel-7562802.txt"):
        assert assistant.letter(name).id == "7562802"
    assert assistant.letter("KST-32317-974").number == "974"
    with pytest.raises(StoreError, match="1234567: no letter"):
        assistant.letter("1234567")


def test_what_was_asked_and_not_answered_is_unanswered(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    asked = "Waarom zijn de otters uit de Biesbosch verdwenen?"
    letter = make_letter(pairs=((asked, None),), kind="questions", date="2026-03-01")
    made = Assistant.open(make_index(letter))
    answer = made.ask("Waarom zijn de otters uit de Biesbosch verdwenen?")
    made.close()
    assert answer.status == "unanswered"
    assert [(one.role, one.quote) for one in answer.citations] == [("question", asked)]
    assert "antwoordde" not in answer.answer, "a question's words are never shown as the cabinet's"
    _check(answer)


def test_a_pointer_to_an_exchange_without_answer_quotes_nothing(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    pairs = (("Hoeveel otters leven er in de Biesbosch?", None), ("Groeit het aantal otters?", "Zie vraag 1. Otters."))
    letter = make_letter(pairs=pairs, date="2026-03-01")
    pointer = Pointer("Zie vraag 1", letter.id, "Vraag 1", ("1",))
    first, second = letter.exchanges
    made = Assistant.open(make_index(replace(letter, exchanges=(first, replace(second, refers_to=(pointer,))))))
    answer = made.ask(f"vraag 2 van {letter.id}")
    made.close()
    assert answer.status == "answered"
    assert f"{letter.id}#2" in _keys(answer.citations)
    _check(answer)


def test_a_pointer_to_a_letter_that_is_gone_is_left_as_words(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Groeit het aantal otters?", "Zie vraag 1 van de brief over otters."),))
    pointer = Pointer("Zie vraag 1", "gone", "Vraag 1", ("1",))
    pointing = replace(letter, exchanges=(replace(letter.exchanges[0], refers_to=(pointer,)),))
    made = Assistant.open(make_index(pointing))
    answer = made.ask(f"vraag 1 van {letter.id}")
    made.close()
    assert _keys(answer.citations) == [f"{letter.id}#1"]


def test_an_assistant_follows_its_index(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    settings = make_index(make_letter("2026-1"))
    made = Assistant.open(settings)
    assert [one.id for one in made.letters()] == ["2026-1"]
    publish(settings, [make_letter("2026-2")])
    assert [one.id for one in made.letters()] == ["2026-1", "2026-2"]
    assert made.ask("Hoeveel kost het schip?").index["generation"] == "gen-2"
    made.close()


def test_an_index_without_letters_finds_nothing(make_index: MakeIndex) -> None:
    made = Assistant.open(make_index())
    assert made.ask("Wat vindt het kabinet van Oeganda?").status == "not_found"
    assert made.search("Oeganda") == ()
    made.close()


def test_without_an_index_there_is_no_assistant(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="vraagbaak ingest"):
        Assistant.open(Settings(index=tmp_path / "none"))


@pytest.mark.parametrize("question", ["vraag 7 van de brief van 18 juni", "question 7 of the letter of June 18, 2026"])
def test_a_letter_may_be_named_by_a_date_in_any_form(assistant: Assistant, question: str) -> None:
    assert _keys(assistant.ask(question).citations) == ["7562802#7"]


@pytest.mark.parametrize(
    "question",
    [
        "vraag 3 van de PVV in het overleg van 3 februari 2024",
        "vraag 3 van de PVV in 2019",
        "de brief van 3 maart 2024 over UNHCR",
        "Wat staat er in 7562802 over Oeganda?",
        "Wat zei het kabinet in 2024 over terugkeerhubs?",
        "vraag 3",
    ],
)
def test_what_the_named_letters_do_not_hold_is_not_taken_from_others(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.related


def test_a_committee_s_words_are_not_said_to_be_a_minister_s(assistant: Assistant) -> None:
    answer = assistant.ask("Welke vragen en opmerkingen heeft de commissie voorgelegd?")
    assert "vaste commissie" in answer.answer
    assert "schreef" not in answer.answer


def test_a_filter_that_leaves_no_letter_is_said(assistant: Assistant) -> None:
    answer = assistant.ask("Wat zei het kabinet over UNHCR?", Filters(letter="nope"))
    assert (answer.status, answer.related) == ("not_found", ())
    assert "filters" in answer.answer


@pytest.mark.parametrize("question", ["5", "Wat is 2 + 2?", "En wat nog meer?"])
def test_what_asks_for_nothing_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "refused"


def test_a_named_question_without_an_answer_is_shown(make_index: MakeIndex, make_letter: MakeLetter) -> None:
    made = Assistant.open(make_index(make_letter("2026Z09999", pairs=(("Hoeveel zeehonden zijn er?", None),))))
    answer = made.ask("vraag 1 van 2026Z09999")
    made.close()
    assert answer.status == "unanswered"
    assert [one.quote for one in answer.citations] == ["Hoeveel zeehonden zijn er?"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Wat staat er in vraag 7 van 7562802?", ("brief 7562802", "vraag 7")),
        ("What does question 7 of 7562802 say?", ("letter 7562802", "question 7")),
        ("Wat zei het kabinet in 2026 over Oegnda?", ("jaar 2026", "“oeganda” voor “oegnda”")),
        ("Wat zei het kabinet over Oeganda?", ()),
    ],
)
def test_what_a_question_was_taken_to_name_is_told(assistant: Assistant, question: str, told: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert answer.understood == told
    assert answer.status == "answered"
