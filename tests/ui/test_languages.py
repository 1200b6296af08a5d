import re
from dataclasses import fields
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from rag.answer import Status
from rag.letter import KINDS
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.labels import Labels
from ui.languages import language_of

UI = Path(__file__).parents[2] / "ui"
WORDED = {"dutch.py", "english.py"}


def blanks(text: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def test_both_languages_say_everything_and_leave_the_same_blanks() -> None:
    for field in fields(DUTCH):
        dutch, english = getattr(DUTCH, field.name), getattr(ENGLISH, field.name)
        if isinstance(dutch, str):
            assert dutch.strip()
            assert blanks(dutch) == blanks(english)
        else:
            assert len(dutch) == len(english)


def test_every_status_and_kind_has_a_name() -> None:
    for labels in (DUTCH, ENGLISH):
        assert set(labels.status) == set(get_args(Status))
        assert set(labels.kinds) == set(KINDS)


@pytest.mark.parametrize(
    ("wish", "language"),
    [
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("nl", "nl"),
        ("en-GB", "en"),
        ("fr-BE,nl;q=0.5", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_language_follows_the_browser(wish: str | None, language: str) -> None:
    assert language_of(wish) == language


def test_dates_are_written_in_full() -> None:
    assert DUTCH.date("2026-06-18") == "18 juni 2026"
    assert ENGLISH.date("2025-03-06") == "6 March 2025"


def test_nothing_is_worded_that_is_never_said() -> None:
    code = "\n".join(path.read_text() for path in UI.glob("*.py") if path.name not in {"labels.py", *WORDED})
    unsaid = [field.name for field in fields(Labels) if not re.search(rf"(labels|language\))\.{field.name}\b", code)]
    assert unsaid == ["months"]
