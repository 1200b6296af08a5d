"""Asking in a real browser: an answer that grows, stopping it, asking anew, changing and narrowing a question."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from rag.filters import Filters
from tests.ui.conftest import ATTACK, ScriptedAssistant, Visit


@pytest.fixture
def slow(assistant: ScriptedAssistant) -> Iterator[ScriptedAssistant]:
    assistant.go.clear()
    assistant.closed.clear()
    yield assistant
    assistant.go.set()


def test_an_answer_is_seen_while_it_grows(dutch: Visit, slow: ScriptedAssistant) -> None:
    page = dutch.page
    dutch.ask("Wat komt er langzaam?")
    expect(page.locator(".vb-answer-text")).to_contain_text("Eerste zin.")
    expect(page.locator(".vb-growing")).to_be_visible()
    expect(page.locator(".vb-judge")).to_have_count(0)
    slow.go.set()
    expect(page.locator(".vb-sources")).to_be_visible()
    expect(page.locator(".vb-answer-text")).not_to_contain_text("Eerste zin.")
    expect(page.locator("#vb-ask")).to_be_visible()
    expect(page.locator("#vb-stop")).not_to_be_visible()
    expect(page.locator("#vb-question textarea")).to_have_value("")


@pytest.mark.parametrize("by", ["button", "key"])
def test_an_answer_can_be_stopped_and_asked_anew(dutch: Visit, slow: ScriptedAssistant, by: str) -> None:
    page = dutch.page
    dutch.ask("Wat komt er langzaam?")
    expect(page.locator(".vb-growing")).to_be_visible()
    if by == "button":
        page.locator("#vb-stop").click()
    else:
        page.locator("#vb-question textarea").press("Escape")
    expect(page.locator(".vb-stopped")).to_be_visible()
    assert slow.closed.wait(5)
    expect(page.locator(".vb-answer-text")).to_contain_text("Eerste zin.")
    slow.go.set()
    page.get_by_role("button", name="Opnieuw").click()
    expect(page.locator(".vb-sources")).to_be_visible()
    expect(page.locator(".vb-turn")).to_have_count(1)


def test_a_new_question_stops_the_one_before(dutch: Visit, slow: ScriptedAssistant) -> None:
    page = dutch.page
    dutch.ask("Wat komt er langzaam?")
    expect(page.locator(".vb-growing")).to_be_visible()
    dutch.ask("toegang")
    expect(page.locator(".vb-sources")).to_be_visible()
    assert slow.closed.wait(5)
    expect(page.locator(".vb-turn")).to_have_count(2)
    expect(page.locator(".vb-turn").first.locator(".vb-stopped")).to_be_visible()


def test_the_last_question_can_be_changed(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("stikstof")
    page.get_by_role("button", name="Wijzig de vraag").click()
    box = page.locator("#vb-question textarea")
    expect(box).to_have_value("stikstof")
    expect(box).to_be_focused()
    expect(page.locator(".vb-editing")).to_be_visible()
    page.get_by_role("button", name="Laat het zo").click()
    expect(page.locator(".vb-editing")).to_have_count(0)
    page.get_by_role("button", name="Wijzig de vraag").click()
    expect(page.locator(".vb-editing")).to_be_visible()
    dutch.ask("toegang")
    expect(page.locator(".vb-asked")).to_have_text(["toegang"])
    expect(page.locator(".vb-editing")).to_have_count(0)


def test_a_question_is_followed_up_and_how_it_was_taken_can_be_changed(
    dutch: Visit, assistant: ScriptedAssistant
) -> None:
    page = dutch.page
    dutch.ask("toegang")
    expect(page.locator(".vb-sources")).to_have_count(1)
    dutch.ask("en het vervolg?")
    expect(page.locator(".vb-sources")).to_have_count(2)
    assert assistant.talks[-1] == ("toegang",)
    line = page.locator(".vb-understood").nth(1)
    expect(line).to_contain_text("gezocht als “Hoe zit het met toegang in 2026?”")
    line.get_by_role("button", name="Wijzig").click()
    expect(page.locator("#vb-question textarea")).to_have_value("Hoe zit het met toegang in 2026?")


def test_what_the_answer_came_about_by_is_told(dutch: Visit) -> None:
    dutch.ask("antwoordt het model?")
    remark = dutch.page.locator(".vb-remarks")
    expect(remark).to_have_text(f"Het taalmodel antwoordde niet {ATTACK}; dit zijn citaten.")
    assert dutch.dialogs == []


def test_filters_are_tags_that_can_be_taken_away(dutch: Visit, assistant: ScriptedAssistant) -> None:
    page = dutch.page
    page.locator(".vb-narrow-open").click()
    expect(page.locator(".vb-narrow-open")).to_have_attribute("aria-expanded", "true")
    page.locator("select[name=party]").select_option("D66")
    expect(page.locator(".vb-tag")).to_have_text(["Fractie: D66 ×"])
    page.locator("select[name=kind]").select_option("answers")
    page.locator("select[name=chamber]").select_option("Eerste Kamer")
    page.locator("select[name=minister]").select_option("minister van Asiel en Migratie")
    page.locator("input[name=since]").fill("2026-01-01")
    expect(page.locator(".vb-tag")).to_have_count(5)
    expect(page.locator(".vb-tag").first).to_have_text("Vanaf: 1 januari 2026 ×")
    dutch.ask("toegang")
    expect(page.locator(".vb-understood")).to_contain_text("Fractie: D66")
    given = Filters("2026-01-01", None, "D66", "minister van Asiel en Migratie", "answers", None, "Eerste Kamer")
    assert assistant.filters[-1] == given
    page.get_by_role("button", name="Neem weg: Fractie: D66").click()
    expect(page.locator(".vb-tag")).to_have_count(4)
    expect(page.locator("select[name=party]")).to_have_value("")
    page.get_by_role("button", name="Alles weg").click()
    expect(page.locator(".vb-tag")).to_have_count(0)


def test_a_letter_can_be_chosen_and_one_that_is_not_there_is_told(dutch: Visit, address: str) -> None:
    page = dutch.page
    page.locator(".vb-narrow-open").click()
    page.locator("input[name=letter]").fill("nergens")
    page.locator("input[name=letter]").press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Geen brief heet nergens; kies er een uit de lijst.")
    expect(page.locator(".vb-tag")).to_have_count(0)
    page.goto(f"{address}/?letter=hubs")
    expect(page.locator(".vb-tag")).to_have_text(["Brief: hubs ×"])


def test_too_long_a_question_is_told_before_it_is_asked(dutch: Visit, assistant: ScriptedAssistant) -> None:
    asked = len(assistant.asked)
    dutch.ask("a" * 2_001)
    expect(dutch.page.get_by_role("alert")).to_contain_text("2001 tekens en 2000 is het meeste")
    assert len(assistant.asked) == asked
