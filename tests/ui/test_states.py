"""What the window shows before there is anything to ask, in a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rag.assistant import Assistant
from rag.errors import StoreError
from rag.indexing.index import Index
from rag.settings import Settings
from tests.conftest import ROOT
from tests.ui.conftest import visit
from ui.access import Access
from ui.collection import Collection
from ui.serving import served

LETTER = next((ROOT / "corpus").glob("*7268126*.txt"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(index=tmp_path / "index", corpus=tmp_path / "corpus", inbox=tmp_path / "inbox", embedding="shipped")


@pytest.fixture
def collection(settings: Settings) -> Iterator[Collection]:
    made = Collection(settings)
    yield made
    if made.building is None and made.failure is None:
        answerer = made.answerer()
        assert isinstance(answerer, Assistant)
        answerer.close()


def opened(browser: Browser, address: str, locale: str = "nl-NL") -> Page:
    return visit(browser.new_context(locale=locale), address).page


def test_without_letters_the_way_to_the_first_is_shown(browser: Browser, collection: Collection) -> None:
    collection.start()
    collection.answerer()
    with served(collection) as address:
        page = opened(browser, address)
        expect(page.locator(".vb-welcome h2")).to_have_text("Er zijn nog geen brieven")
        page.get_by_role("link", name="Voeg brieven toe").click()
        expect(page.locator("#vb-add")).to_be_visible()
        expect(page.locator(".vb-intro")).to_have_text("Geen brief voldoet hieraan.")
        page.context.close()
    with served(collection, Access(may_add=False)) as address:
        page = opened(browser, address, "en-GB")
        expect(page.locator(".vb-welcome h2")).to_have_text("There are no letters yet")
        expect(page.get_by_role("link", name="Add letters")).to_have_count(0)
        page.context.close()


def test_a_question_waits_for_letters_that_are_being_read(browser: Browser, collection: Collection) -> None:
    settings = collection.settings
    settings.corpus.mkdir()
    shutil.copy(LETTER, settings.corpus)
    writing = Index(settings).writing()
    writing.__enter__()
    try:
        collection.start()  # somebody else holds the index, so it waits
        with served(collection) as address:
            page = opened(browser, address)
            expect(page.locator(".vb-building h2")).to_have_text("De brieven worden ingelezen")
            other = page.context.new_page()
            other.goto(f"{address}/letters")
            expect(other.locator(".vb-building")).to_be_visible()
            page.locator("#vb-question textarea").fill("Zijn er al landen in beeld voor terugkeerhubs?")
            page.keyboard.press("Enter")
            expect(page.locator(".vb-waiting")).to_contain_text("De brieven worden ingelezen")
            writing.__exit__(None, None, None)
            expect(page.locator(".vb-sources")).to_be_visible(timeout=30_000)
            expect(page.locator(".vb-card")).to_have_count(1)
            expect(other.locator(".vb-letters tbody tr")).to_have_count(1, timeout=10_000)
            page.context.close()
    finally:
        if collection.building is not None:
            writing.__exit__(None, None, None)


def test_letters_that_cannot_be_searched_are_told_with_the_cause(browser: Browser, collection: Collection) -> None:
    settings = collection.settings
    settings.index.mkdir()
    Index(settings).store_path.write_bytes(b"no database" * 99)
    told: list[str] = []
    collection.start(failed=told.append)
    with pytest.raises(StoreError):
        collection.answerer()
    with served(collection) as address:
        page = opened(browser, address)
        expect(page.get_by_role("alert")).to_contain_text("the store cannot be read")
        page.locator("#vb-question textarea").fill("Zijn er landen in beeld?")
        page.keyboard.press("Enter")
        expect(page.locator(".vb-turn .vb-trouble")).to_contain_text("Deze vraag kon niet worden beantwoord.")
        assert "Traceback" not in page.content()
        page.goto(f"{address}/letters")
        expect(page.get_by_role("alert")).to_contain_text("the store cannot be read")
        page.context.close()
    assert len(told) == 1
