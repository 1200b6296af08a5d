"""The window in a real browser, over an assistant that knows two letters and four kinds of question."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.ui.conftest import ATTACK, ScriptedAssistant, Visit, cite, make_letter, visit

QUOTE = cite(1, make_letter(), 7, "Het kabinet ontwikkelt de hub uitsluitend samen.").quote


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(locale="en-GB", viewport={"width": 360, "height": 740}, color_scheme="dark")
    yield visit(context, address)
    context.close()


def test_a_click_on_a_citation_shows_its_words_in_the_letter(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("Hoe zit het met toegang?")
    page.locator(".vb-answer-text .vb-chip").first.click()
    expect(page.locator("#vb-source mark")).to_have_text(QUOTE)
    expect(page.locator("#vb-source mark")).to_be_in_viewport()
    target = page.locator("#vb-source [data-target]")
    expect(target.locator("h3")).to_have_text("Vraag 7")
    expect(target.locator(".vb-question h4")).to_have_text("Vraag van Jansen (D66), Volt-fractie")
    expect(page.locator(".vb-reference-text")).to_contain_text("kenmerk 7000001, antwoord op vraag 7")
    expect(page.locator(".vb-exchange")).to_have_count(8)


def test_another_citation_and_the_same_once_more_are_scrolled_to(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("toegang")
    page.locator(".vb-source").nth(1).click()
    expect(page.locator("#vb-source .vb-question mark")).to_have_text("Is maatregel 2 genomen?")
    page.locator(".vb-source").nth(2).click()
    expect(page.locator("#vb-source mark")).to_have_count(2)
    assert dutch.squeezed("#vb-source mark") == "UNHCRkrijgttoegang.Hetkabinetontwikkelt"
    page.locator(".vb-body").evaluate("body => body.scrollTo(0, 0)")
    expect(page.locator("#vb-source mark").first).not_to_be_in_viewport()
    page.locator(".vb-source").nth(2).click()
    expect(page.locator("#vb-source mark").first).to_be_in_viewport()


def test_a_pointer_opens_what_it_means(dutch: Visit) -> None:
    dutch.ask("toegang")
    dutch.page.locator(".vb-answer-text .vb-chip").first.click()
    dutch.page.locator(".vb-pointers a").click()
    expect(dutch.page.locator("#vb-source [data-target] h3")).to_have_text("Vraag 2")


def test_the_keyboard_is_enough(dutch: Visit) -> None:
    page = dutch.page
    expect(page.locator("#vb-question textarea")).to_be_focused()
    page.keyboard.type("toegang")
    page.keyboard.press("Enter")
    chip = page.locator(".vb-answer-text .vb-chip").first
    expect(chip).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if chip.evaluate("one => one === document.activeElement"):
            break
    expect(chip).to_be_focused()
    expect(chip).to_have_accessible_name(re.compile(r"^Bron 1: Brief van de minister.*vraag 7$"))
    page.keyboard.press("Enter")
    expect(page.locator("#vb-source mark")).to_be_focused()
    page.keyboard.press("Escape")
    expect(chip).to_be_focused()


def test_not_found_is_said_and_the_nearest_open(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("Wat is het standpunt over stikstof?")
    expect(page.locator(".vb-status")).to_have_text("Niet in deze brieven gevonden")
    expect(page.locator(".vb-chip")).to_have_count(0)
    page.locator(".vb-neighbour").nth(1).click()
    expect(page.locator("#vb-source [data-target]")).to_have_text(re.compile("^Daarom zal"))
    expect(page.locator("#vb-source mark")).to_have_count(0)


def test_errors_are_told_and_the_next_question_works(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("Deze is te lang")
    expect(page.locator(".vb-trouble")).to_contain_text("De vraag is te lang")
    dutch.ask("Deze gaat stuk")
    expect(page.locator(".vb-trouble").nth(1)).to_contain_text("ging onverwacht mis")
    assert "scripted failure" not in page.content()
    dutch.ask("toegang")
    expect(page.locator(".vb-chip").first).to_be_visible()
    expect(page.locator(".vb-turn")).to_have_count(3)


def test_an_empty_question_is_not_asked(dutch: Visit, assistant: ScriptedAssistant) -> None:
    asked = len(assistant.asked)
    dutch.ask("   ")
    expect(dutch.page.get_by_role("alert")).to_have_text("Typ eerst een vraag.")
    assert len(assistant.asked) == asked
    dutch.ask("toegang")
    expect(dutch.page.locator(".vb-turn")).to_have_count(1)
    expect(dutch.page.get_by_role("alert")).to_have_count(0)


def test_an_example_asks_itself(dutch: Visit) -> None:
    example = dutch.page.locator(".vb-example").first
    question = example.inner_text()
    example.click()
    expect(dutch.page.locator(".vb-asked")).to_have_text(question.splitlines()[0])
    expect(dutch.page.locator(".vb-chip").first).to_be_visible()


def test_the_language_follows_the_browser_and_can_be_switched(phone: Visit, dutch: Visit) -> None:
    expect(dutch.page.locator("html")).to_have_attribute("lang", "nl")
    expect(dutch.page.locator("#vb-ask")).to_have_text("Vraag")
    page = phone.page
    expect(page.locator("#vb-ask")).to_have_text("Ask")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("#vb-ask")).to_have_text("Vraag")
    expect(page.locator(".vb-welcome h2")).to_have_text("Wat zei het kabinet?")
    page.reload()
    expect(page.locator("#vb-ask")).to_have_text("Vraag")


def test_the_window_fits_a_phone(phone: Visit) -> None:
    page = phone.page
    phone.ask("toegang")
    chip = page.locator(".vb-answer-text .vb-chip").first
    chip.click()
    expect(page.locator("#vb-source mark")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Back to the answer").click()
    expect(chip).to_be_in_viewport()


def test_nothing_untrusted_runs_or_reaches_out(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask(f"toegang {ATTACK}")
    page.locator(".vb-answer-text .vb-chip").first.click()
    expect(page.locator("#vb-source mark")).to_be_visible()
    dutch.ask(f"te lang {ATTACK}")
    expect(page.locator(".vb-trouble")).to_be_visible()
    page.get_by_role("button", name="Alle brieven").click()
    expect(page.locator(".vb-card")).to_have_count(2)
    assert page.locator(":is(#vb-talk, #vb-source) :is(img, script, iframe, b)").count() == 0
    links = page.locator(":is(#vb-talk, #vb-source) a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links
    assert all(link.startswith("/letter/") for link in links)
    expect(page.locator(".vb-asked").first).to_have_text(f"toegang {ATTACK}")
    assert dutch.dialogs == []
    assert dutch.foreign == []


def test_two_people_do_not_see_each_other(browser: Browser, address: str, dutch: Visit) -> None:
    context = browser.new_context(locale="nl-NL")
    other = visit(context, address)
    dutch.ask("toegang een")
    other.ask("toegang twee")
    expect(other.page.locator(".vb-sources")).to_be_visible()
    expect(dutch.page.locator(".vb-sources")).to_be_visible()
    assert dutch.page.locator(".vb-asked").all_text_contents() == ["toegang een"]
    assert other.page.locator(".vb-asked").all_text_contents() == ["toegang twee"]
    context.close()
