"""Taking answers along, and saying whether they are right, in a real browser."""

import io
from pathlib import Path

import docx
import pytest
from playwright.sync_api import BrowserContext, Download, Page, expect

from rag.feedback import recorded
from rag.indexing.index import Index
from tests.ui.conftest import Visit, make_letter
from ui.collection import Collection


@pytest.fixture(scope="module", autouse=True)
def clipboard(desktop: BrowserContext) -> None:
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])


def copied(page: Page, button: str) -> str:
    page.get_by_role("button", name=button).first.click()
    expect(page.locator("#vb-said")).to_have_text("Gekopieerd")
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def saved(download: Download) -> bytes:
    return Path(download.path()).read_bytes()


def test_an_answer_is_copied_with_its_footnotes(dutch: Visit) -> None:
    dutch.ask("toegang")
    reference = f"{make_letter().citation}, antwoord op vraag 7."
    text = copied(dutch.page, "Als tekst")
    assert "“Het kabinet ontwikkelt de hub uitsluitend samen.” [1]" in text
    assert f"[1] {reference}" in text
    markdown = copied(dutch.page, "Als Markdown")
    assert "samen.” [^1]" in markdown
    assert f"[^1]: {reference}" in markdown


def test_a_reference_and_a_link_are_copied(dutch: Visit, address: str) -> None:
    dutch.ask("toegang")
    dutch.page.locator(".vb-answer-text .vb-chip").first.click()
    expect(dutch.page.locator("#vb-source mark")).to_be_visible()
    assert copied(dutch.page, "Kopieer de verwijzing") == f"{make_letter().citation}, antwoord op vraag 7"
    assert copied(dutch.page, "Kopieer de link") == f"{address}/letter/7000001#vraag-7"


def test_an_answer_and_a_conversation_are_saved_as_files(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("toegang")
    with page.expect_download() as one:
        page.get_by_role("button", name="Als Word-bestand").click()
    document = docx.Document(io.BytesIO(saved(one.value)))
    assert document.paragraphs[0].text == "toegang"
    assert one.value.suggested_filename.endswith(".docx")
    dutch.ask("stikstof")
    with page.expect_download() as both:
        page.get_by_role("button", name="Gesprek als Markdown").click()
    text = saved(both.value).decode()
    assert text.index("## toegang") < text.index("## stikstof")


@pytest.mark.parametrize(
    ("button", "verdict"), [("Goed", "right"), ("Fout", "wrong"), ("Verkeerde bron", "wrong_source")]
)
def test_what_is_said_of_an_answer_is_kept(dutch: Visit, collection: Collection, button: str, verdict: str) -> None:
    page = dutch.page
    dutch.ask("toegang")
    page.get_by_role("textbox", name="Toelichting").fill("<b>niet</b> deze")
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator(".vb-judged")).to_have_text(f"Bewaard: {button.lower()}. Dank u.")
    said = recorded(collection.settings)[-1]
    assert (said.verdict, said.note, said.question) == (verdict, "<b>niet</b> deze", "toegang")
    assert said.cited[:2] == ("7000001#7", "7000001#2")


def test_what_cannot_be_kept_now_is_told(dutch: Visit, collection: Collection) -> None:
    dutch.ask("toegang")
    expect(dutch.page.locator(".vb-judge")).to_be_visible()
    with Index(collection.settings).writing():
        dutch.page.get_by_role("button", name="Goed", exact=True).click()
        expect(dutch.page.get_by_role("alert")).to_contain_text("an ingest is writing the store")
    dutch.page.get_by_role("button", name="Goed", exact=True).click()
    expect(dutch.page.locator(".vb-judged")).to_be_visible()
