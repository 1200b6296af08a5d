"""Synthetic letters in every form and layout, each read exactly as it was made."""

import pytest

from tests.ingest.synthetic.check import wrongs
from tests.ingest.synthetic.letters import draw


@pytest.mark.parametrize("seed", range(50))
def test_a_synthetic_letter_is_read_as_it_was_made(seed: int) -> None:
    letter = draw(seed)
    assert wrongs(letter) == [], letter.truth.form


def test_a_seed_gives_the_same_letter_each_time() -> None:
    assert draw(7) == draw(7)


def test_what_is_read_wrongly_is_told() -> None:
    letter = draw(3)
    letter.truth.said.pop()
    assert any(wrong.startswith("exchange") for wrong in wrongs(letter))


def test_the_first_seeds_hold_every_layout() -> None:
    layouts = {draw(seed).truth.form.partition(":")[0] for seed in range(100)}
    assert layouts >= {"official", "ministry", "plain", "pasted", "list", "court", "consultation", "flat official"}
