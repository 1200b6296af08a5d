import re
from dataclasses import replace

from rag.answer import Answer, Citation, Place
from rag.letter import Letter
from tests.ui.conftest import make_letter, make_undated, scripted
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.strip_view import render_strip


def citing(*letters: Letter) -> Answer:
    citations = [
        Citation(n, Place(letter), "text", letter.text[:5], 0, 5, letter.id) for n, letter in enumerate(letters, 1)
    ]
    return Answer("?", "nl", "answered", "", tuple(citations))


def dated(day: str) -> Letter:
    return replace(make_letter(), id=day, date=day)


def test_letters_stand_in_time_with_their_sources() -> None:
    html = render_strip(
        citing(dated("2026-06-18"), make_undated(), dated("2025-10-08"), dated("2026-06-18")), 2, ENGLISH
    )
    words = [re.sub(r"<[^>]*>", "", item) for item in re.findall(r"<li.*?</li>", html)]
    assert words == ["8 Oct 2025 source 3", "18 Jun 2026 source 1, 4", "undated source 2"]
    assert re.findall(r'data-turn="2" data-n="(\d)"', html) == ["3", "1", "2"]


def test_the_room_between_letters_is_the_time_between_them() -> None:
    html = render_strip(citing(dated("2026-01-01"), dated("2026-12-31"), dated("2027-01-02")), 0, DUTCH)
    assert re.findall(r"flex-grow:(\d+)", html) == ["364", "30", "30"]


def test_one_letter_needs_no_strip() -> None:
    assert render_strip(citing(make_letter(), make_letter()), 0, DUTCH) == ""
    assert render_strip(scripted("toegang"), 0, DUTCH)
