from dataclasses import replace
from pathlib import Path

import pytest

from eval.making import make_of
from rag.errors import IndexUnusable
from rag.settings import Settings
from tests.eval.made_letters import QUESTIONS


def test_the_same_index_settings_code_and_questions_are_of_the_same_make(settings: Settings) -> None:
    make = make_of(settings, QUESTIONS)
    assert make == make_of(settings.model_copy(update={"corpus": Path("elsewhere")}), QUESTIONS)
    assert make != make_of(settings, QUESTIONS[1:])
    assert make != make_of(settings.model_copy(update={"embedding": "another"}), QUESTIONS)
    assert replace(make, settings="") == replace(
        make_of(settings.model_copy(update={"embedding": "another"}), QUESTIONS), settings=""
    )


def test_a_run_by_another_tape_is_of_another_make(settings: Settings, tmp_path: Path) -> None:
    tape = tmp_path / "tape.jsonl"
    makes = [make_of(settings, QUESTIONS, tape)]
    for text in ("", "{}"):
        tape.write_text(text)
        makes.append(make_of(settings, QUESTIONS, tape))
    assert len(set(makes)) == len(makes)


def test_an_index_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match=r"manifest\.json: cannot be read"):
        make_of(Settings(index=tmp_path), QUESTIONS)
