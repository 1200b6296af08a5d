from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Place
from rag.answering.timeline import Statement, Timeline
from rag.letter import Letter
from rag.models.embedding import StaticModel
from tests.conftest import MakeLetter

WOLVES = "Wolven mogen worden verjaagd als zij mensen bedreigen."
WOLVES_AGAIN = "Als wolven mensen bedreigen, mogen zij worden verjaagd."
BRIDGE = "De brug over de Maas wordt in 2027 opgeleverd."
PRISONS = "Er is een tekort aan gevangeniscellen."


def _stage(make_letter: MakeLetter, name: str, said: Sequence[str], chances: Sequence[float] = ()) -> list[Statement]:
    letter = make_letter(name, pairs=tuple((f"Vraag {n}?", words) for n, words in enumerate(said, 1)))
    found = []
    for at, exchange in enumerate(letter.exchanges):
        assert exchange.answer_span is not None
        chance = chances[at] if chances else 0.5
        found.append(Statement(Place(letter, exchange=exchange), exchange.answer_span, chance))
    return found


def _stated(words: str) -> Statement:
    letter = Letter(id="1", source="1.txt", kind="letter", title="", citation="", text=words)
    return Statement(Place(letter), (0, len(words)), 0.5)


def _said(statements: Sequence[Statement]) -> list[str]:
    return [one.place.letter.at(one.span) for one in statements]


@pytest.fixture
def timeline(make_letter: MakeLetter, embedding: StaticModel) -> Timeline:
    """Three letters: wolves; wolves in other words, and prisons; prisons and a bridge."""
    said = ([WOLVES], [WOLVES_AGAIN, PRISONS], [PRISONS, BRIDGE])
    return Timeline([_stage(make_letter, str(n), one) for n, one in enumerate(said)], embedding)


def test_what_an_earlier_letter_says_in_other_words_is_not_new(timeline: Timeline) -> None:
    assert _said(timeline.new(1)) == [PRISONS]
    assert _said(timeline.new(2)) == [BRIDGE]


def test_what_no_later_letter_says_is_gone(timeline: Timeline) -> None:
    assert _said(timeline.gone(0)) == [], "the second letter says it in other words"
    assert _said(timeline.gone(1)) == [WOLVES_AGAIN]


def test_the_first_letter_has_nothing_new_and_the_last_nothing_gone(timeline: Timeline) -> None:
    assert timeline.new(0) == []
    assert timeline.gone(2) == []


def test_the_most_apt_comes_first(make_letter: MakeLetter, embedding: StaticModel) -> None:
    stages = [_stage(make_letter, "a", [WOLVES]), _stage(make_letter, "b", [BRIDGE, PRISONS], [0.2, 0.7])]
    assert _said(Timeline(stages, embedding).new(1)) == [PRISONS, BRIDGE]


def test_a_letter_that_says_nothing_of_the_matter_leaves_all_new(
    make_letter: MakeLetter, embedding: StaticModel
) -> None:
    timeline = Timeline([[], _stage(make_letter, "b", [BRIDGE])], embedding)
    assert _said(timeline.new(1)) == [BRIDGE]
    assert timeline.gone(0) == []


@limits(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.sampled_from((WOLVES, WOLVES_AGAIN, BRIDGE, PRISONS, "Ja.", "…")), max_size=3), max_size=4))
def test_new_and_gone_are_of_their_own_letter(embedding: StaticModel, said: list[list[str]]) -> None:
    stages = [list(map(_stated, one)) for one in said]
    timeline = Timeline(stages, embedding)
    for at, stage in enumerate(stages):
        for found, others in ((timeline.new(at), said[:at]), (timeline.gone(at), said[at + 1 :])):
            assert set(found) <= set(stage)
            known = {words for other in others for words in other if words != "…"}
            assert known.isdisjoint(_said(found)), "the same words are never apart"
