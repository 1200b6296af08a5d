import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Answer, Status
from rag.asking.talk import follow_up


def _answered(question: str, searched: str = "", status: Status = "answered") -> Answer:
    return Answer(question, "nl", status, "", searched=searched)


def _whole(question: str, *before: str) -> str | None:
    follow = follow_up(question, [_answered(one) for one in before])
    return follow.whole if follow else None


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        (
            "Wat zei het kabinet over wolven in Duitsland?",
            "En in België?",
            "Wat zei het kabinet over wolven in België?",
        ),
        ("What did the cabinet say about Danish pigs?", "and Belgium?", "What did the cabinet say about Belgium pigs?"),
        ("Wat vroeg de VVD over tol?", "En de SP?", "Wat vroeg de SP over tol?"),
        ("What did the VVD ask about tolls?", "What about D66?", "What did the D66 ask about tolls?"),
        ("Wat zei de minister in 2024 over stages?", "en in 2025?", "Wat zei de minister over stages, in 2025?"),
        ("What was said about tolls?", "and before 2026?", "What was said about tolls (said before 2026)?"),
        ("Wat is er gezegd over tol?", "En voor 2026?", "Wat is er gezegd over tol (gezegd vóór 2026)?"),
        ("What was said about tolls?", "and since 8 June 2025?", "What was said about tolls (said since 8 June 2025)?"),
        ("Wat zei het kabinet over Frontex?", "En Europol?", "Wat zei het kabinet over Europol?"),
        ("What did Amnesty say about Frontex?", "What about Europol?", "What did Amnesty say about Europol?"),
        ("Wat zei minister Faber over tol?", "En de ANWB?", "Wat zei minister Faber over tol, ANWB?"),
        ("Wat vroegen de PVV en de SP over tol?", "En D66?", "Wat vroegen de D66 over tol?"),
        ("What was said about tolls?", "and in the Senate?", "What was said about tolls, in the Senate?"),
    ],
)
def test_a_thing_is_put_where_one_of_its_kind_stood(before: str, question: str, whole: str) -> None:
    follow = follow_up(question, [_answered(before)])
    assert follow is not None
    assert (follow.whole, follow.sure) == (whole, True)


@pytest.mark.parametrize(
    ("before", "question", "whole"),
    [
        ("Wat zei het kabinet over de brug?", "Wie vroeg daarnaar?", "Wie vroeg naar brug?"),
        ("What did the cabinet's letter say about tolls?", "Who asked about that?", "Who asked about tolls?"),
        (
            "What did the minister say about tolls (said before 2026)?",
            "who asked about that?",
            "Who asked about tolls, said before 2026?",
        ),
    ],
)
def test_who_asked_keeps_only_what_it_was_about(before: str, question: str, whole: str) -> None:
    assert _whole(question, before) == whole


@pytest.mark.parametrize(
    ("before", "question", "held"),
    [
        ("What did the minister say about tolls before 2026?", "Was that always the position?", "said before 2026"),
        ("Wat zei de minister over tol vóór 2026?", "Was dat altijd zo?", "gezegd vóór 2026"),
        ("What did the minister say about tolls in 2025?", "Is it true?", "in 2025"),
        ("Wat zei de minister de Eerste Kamer over tol?", "Is dat waar?", "Eerste Kamer"),
    ],
)
def test_a_period_before_stays_that_period(before: str, question: str, held: str) -> None:
    follow = follow_up(question, [_answered(before)])
    assert follow is not None
    assert held in follow.whole
    assert not follow.sure, "it may have been a question of its own"


@pytest.mark.parametrize("question", ["what did the minister answer?", "Waarom?", "Wat was het antwoord?", "Why?"])
def test_a_question_without_a_subject_takes_the_one_before(question: str) -> None:
    whole = _whole(question, "Wat vroeg de PVV over tolpoortjes?")
    assert whole is not None
    assert "tolpoortjes" in whole
    assert "PVV" in whole


@pytest.mark.parametrize(
    "question",
    [
        "Wat zei het kabinet over kernenergie?",
        "What is the position on nuclear energy?",
        "Wie vroeg naar kernenergie?",
        "dankjewel",
        "ok",
        "...",
        "",
    ],
)
def test_what_leans_on_nothing_is_left(question: str) -> None:
    assert _whole(question, "Wat zei het kabinet over de brug?") is None


@pytest.mark.parametrize(
    ("question", "sure"),
    [
        ("En wat zei het kabinet over toegang voor UNHCR?", False),
        ("And is Frontex allowed to work outside the EU?", False),
        ("En de kosten voor gemeenten?", True),
        ("And what does that cost?", True),
        ("En wat kost het?", True),
    ],
)
def test_what_may_be_whole_behind_an_and_is_not_surely_a_follow_up(question: str, sure: bool) -> None:
    follow = follow_up(question, [_answered("Wat zei het kabinet over tol?")])
    assert follow is not None
    assert follow.sure is sure


def test_without_a_talk_nothing_is_added() -> None:
    assert follow_up("En in België?", []) is None
    assert follow_up("En in België?", [_answered("hallo", status="refused")]) is None


def test_the_last_question_is_followed_as_it_was_made_whole() -> None:
    talk = [_answered("Wat zei het kabinet over wolven in Duitsland?"), _answered("En in België?", "Wolven in België?")]
    follow = follow_up("en in Polen?", [*talk, _answered("bedankt", status="refused")])
    assert follow is not None
    assert follow.whole == "Wolven in Polen?"


def test_all_countries_behind_a_preposition_are_replaced() -> None:
    before = "Hoeveel wolven komen uit Duitsland en Polen naar Nederland?"
    assert _whole("En uit België?", before) == "Hoeveel wolven komen uit België naar Nederland?"


@limits(deadline=None, max_examples=100)
@given(st.text(max_size=40) | st.text(alphabet="en watdtiover?2016 BSPgï", max_size=40), st.text(max_size=40))
def test_any_text_can_follow_any_other(question: str, before: str) -> None:
    follow = follow_up(question, [_answered(before)])
    if follow is not None:
        assert follow.whole.endswith("?")
        assert follow == follow_up(question, [_answered("eerder"), _answered(before)])
