"""Each page as axe-core judges it, in light and in dark, and at the width of a phone or at 200 % zoom."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.ui.conftest import Visit, visit

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WANTED = "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"
RUN = "(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags } })"


def welcome(seen: Visit) -> None:
    expect(seen.page.locator(".vb-example").first).to_be_visible()


def answer(seen: Visit) -> None:
    seen.ask("antwoordt het model over toegang?")
    seen.page.locator(".vb-answer-text .vb-chip").first.click()
    expect(seen.page.locator("#vb-source mark")).to_be_visible()
    seen.page.locator(".vb-narrow-open").click()
    seen.page.locator("select[name=party]").select_option("D66")
    expect(seen.page.locator(".vb-tag")).to_be_visible()
    seen.page.locator(".vb-contents summary").click()


def nothing(seen: Visit) -> None:
    seen.ask("stikstof")
    expect(seen.page.locator(".vb-related")).to_be_visible()
    seen.ask("te lang")
    expect(seen.page.locator(".vb-trouble")).to_be_visible()
    seen.page.get_by_role("button", name="Wijzig de vraag").click()
    expect(seen.page.locator(".vb-editing")).to_be_visible()


def letters(seen: Visit) -> None:
    seen.page.goto(f"{seen.page.url.rstrip('/')}/letters")
    seen.page.get_by_role("button", name="Verwijder").first.wait_for()


def removing(seen: Visit) -> None:
    letters(seen)
    seen.page.get_by_role("button", name="Verwijder").first.click()
    expect(seen.page.get_by_role("dialog")).to_be_visible()


def letter(seen: Visit) -> None:
    seen.page.goto(f"{seen.page.url.rstrip('/')}/letter/7000001#vraag-7")
    expect(seen.page.locator("#vraag-7")).to_be_visible()


PAGES = [welcome, answer, nothing, letters, removing, letter]


@pytest.fixture(params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800}, color_scheme=request.param)
    yield visit(context, address)
    context.close()


def findings(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(RUN, list(WANTED))
    return [
        f"{one['impact']} {one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in result["violations"]
        if one["impact"] in {"serious", "critical"}
        for node in one["nodes"]
    ]


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: make axe fetches it with npm")
@pytest.mark.parametrize("shown", PAGES, ids=lambda one: one.__name__)
def test_axe_finds_nothing_serious(seen: Visit, shown: Callable[[Visit], None]) -> None:
    shown(seen)
    assert findings(seen.page) == []


@pytest.mark.parametrize("width", [360, 640], ids=["phone", "200 % of 1280"])
@pytest.mark.parametrize("shown", PAGES, ids=lambda one: one.__name__)
def test_nothing_is_cut_off_where_there_is_little_room(
    browser: Browser, address: str, shown: Callable[[Visit], None], width: int
) -> None:
    context = browser.new_context(locale="nl-NL", viewport={"width": width, "height": 400 if width > 400 else 740})
    seen = visit(context, address)
    shown(seen)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
