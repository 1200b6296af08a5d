from tests.ui.conftest import ATTACK, make_letter, make_undated
from ui.collection import Building
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.shelf import Shelf
from ui.welcome_view import building_line, render_building, render_unusable, render_welcome

SHELF = Shelf.of([make_letter(), make_undated()])


def test_examples_of_the_own_language_come_first_with_where_they_were_asked() -> None:
    html = render_welcome(SHELF, ENGLISH, may_add=True)
    assert html.index('lang="en"') < html.index('lang="nl"')
    assert "Jansen (D66), Volt group, 18 June 2026" in html
    assert render_welcome(SHELF, DUTCH, may_add=True).index('lang="nl"') > 0


def test_whether_a_model_writes_is_said_at_the_outset() -> None:
    assert DUTCH.promise in render_welcome(SHELF, DUTCH, may_add=True)
    html = render_welcome(SHELF, DUTCH, may_add=True, model="<b>ollama:klein")
    assert "Het taalmodel &lt;b&gt;ollama:klein schrijft" in html
    assert DUTCH.promise not in html


def test_only_who_may_add_letters_is_shown_the_way() -> None:
    assert 'href="/letters"' in render_welcome(Shelf(), DUTCH, may_add=True)
    assert "href" not in render_welcome(Shelf(), DUTCH, may_add=False)


def test_how_far_the_letters_are_read_is_told() -> None:
    assert building_line(Building("reading", 12, 400), DUTCH) == "brieven lezen, 12 van 400"
    assert building_line(Building("counting words", 0, 1), ENGLISH) == "counting words"
    assert '<progress value="12" max="400">' in render_building(Building("reading", 12, 400), DUTCH)
    assert "<progress></progress>" in render_building(Building(), DUTCH)


def test_why_nothing_can_be_asked_is_escaped() -> None:
    assert "<img" not in render_unusable(ATTACK, DUTCH)
