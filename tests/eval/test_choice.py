import pytest

from eval.choice import Choice
from eval.errors import SetError
from eval.sets import Question
from tests.eval.made_letters import COWS, HELLO, QUESTIONS, SHIPS


def test_nothing_chosen_is_everything() -> None:
    assert Choice().of(QUESTIONS) == QUESTIONS


def test_kinds_and_ids_narrow_down() -> None:
    assert Choice(kinds=("figure", "small_talk")).of(QUESTIONS) == (SHIPS, HELLO)
    assert Choice(ids={COWS.id}).of(QUESTIONS) == (COWS,)


def test_the_halves_are_all_and_share_nothing(shipped: tuple[Question, ...]) -> None:
    tune, held = (set(Choice(part=part).of(shipped)) for part in ("tune", "held"))
    assert tune | held == set(shipped)
    assert not tune & held


def test_a_sample_is_drawn_always_the_same_and_from_both_halves(shipped: tuple[Question, ...]) -> None:
    drawn = Choice(sample=60).of(shipped)
    assert len(drawn) == 60
    assert drawn == Choice(sample=60).of(shipped)
    assert [one for one in shipped if one in drawn] == list(drawn)
    assert {one.part for one in drawn} == {"tune", "held"}


def test_a_sample_may_be_larger_than_the_sets() -> None:
    assert Choice(sample=100).of(QUESTIONS) == QUESTIONS


def test_nothing_left_is_said() -> None:
    with pytest.raises(SetError, match="none of the sets is of what was chosen"):
        Choice(kinds=("riddle",)).of(QUESTIONS)
