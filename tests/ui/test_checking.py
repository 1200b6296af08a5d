"""Checking a source in a real browser: from a chip to the words, on to other places, and the page beside the text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from rag.assistant import Assistant
from rag.settings import Settings
from tests.ingest import small_pdf
from tests.ui.conftest import Visit, scripted, visit
from ui.collection import Collection
from ui.serving import served

MARKED = """() => {
    const body = document.querySelector("#vb-source .vb-body");
    return [...body.querySelectorAll("mark")].map((mark) => mark.textContent).join("");
}"""
PAGES = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDatum 11 mei 2026\nBetreft Antwoorden op Kamervragen\n"
    "Onze referentie 7000002\n\nVraag 1\nHoe hoog is de dijk bij Tiel?\n\nAntwoord 1\n"
    "De dijk bij Tiel is zeven meter hoog en wordt vol-\ngend jaar verhoogd.\n",
    "Vraag 2\nWat kost het verhogen?\n\nAntwoord 2\nHet verhogen van de dijk kost negen miljoen euro.\n",
)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A collection with a PDF of two pages."""
    folder = tmp_path_factory.mktemp("pdf")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "dijk.pdf").write_bytes(small_pdf.words([small_pdf.lines(page, left=60) for page in PAGES]))
    collection = Collection(
        Settings(index=folder / "index", corpus=corpus, inbox=folder / "inbox", embedding="shipped")
    )
    collection.start()
    answerer = collection.answerer()
    yield collection
    if isinstance(answerer, Assistant):
        answerer.close()


@pytest.fixture
def reader(browser: Browser, shelf: Collection) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800})
    with served(shelf) as address:
        yield visit(context, address).page
        context.close()


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_the_words_that_are_marked_are_those_of_the_citation(dutch: Visit, n: int) -> None:
    page = dutch.page
    dutch.ask("toegang")
    page.locator(".vb-source").nth(n - 1).click()
    expect(page.locator("#vb-source mark").first).to_be_in_viewport()
    citation = scripted("toegang").citations[n - 1]
    letter = citation.place.letter
    marked = page.evaluate(MARKED)
    assert "".join(marked.split()) == "".join(letter.text[citation.start : citation.end].split())


def test_steps_lead_to_the_exchange_before_and_after(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("toegang")
    page.locator(".vb-answer-text .vb-chip").first.click()
    target = page.locator("#vb-source [data-target] h3")
    expect(target).to_have_text("Vraag 7")
    page.locator(".vb-steps").get_by_text("Volgende").click()
    expect(target).to_have_text("Vraag 8")
    expect(target).to_be_in_viewport()
    page.locator(".vb-steps").get_by_text("Vorige").click()
    expect(target).to_have_text("Vraag 7")


def test_the_table_of_questions_leads_to_each(dutch: Visit) -> None:
    page = dutch.page
    page.locator(".vb-card").first.click()
    page.get_by_text("8 vragen in deze brief").click()
    expect(page.locator(".vb-contents tbody tr")).to_have_count(8)
    page.locator(".vb-contents a").nth(2).click()
    expect(page.locator("#vb-source [data-target] h3")).to_have_text("Vraag 3")
    expect(page.locator("#vb-source [data-target] h3")).to_be_in_viewport()
    expect(page.locator(".vb-contents table")).not_to_be_visible()


def test_the_strip_opens_the_letters_in_time(dutch: Visit) -> None:
    page = dutch.page
    dutch.ask("toegang")
    expect(page.locator(".vb-strip li")).to_have_count(2)
    page.locator(".vb-strip button").nth(1).click()
    expect(page.locator(".vb-head h2")).to_have_text("Terugkeerhubs en de begroting")


def test_a_colleague_opens_the_exchange_by_its_link(dutch: Visit, address: str) -> None:
    page = dutch.page
    page.goto(f"{address}/letter/7000001#vraag-7")
    expect(page.locator("#vraag-7")).to_be_in_viewport()
    expect(page.locator("#vraag-1")).not_to_be_in_viewport()
    page.locator("#vraag-7 .vb-pointers a").click()
    expect(page.locator("#vraag-2")).to_be_in_viewport()
    page.get_by_role("link", name="Stel een vraag over deze brief").click()
    expect(page.locator(".vb-tag")).to_have_text(["Brief: 7000001 ×"])
    assert dutch.dialogs == []
    assert dutch.foreign == []


def boxes(page: Page) -> list[dict[str, Any]]:
    found = page.locator(".vb-box").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    assert isinstance(found, list)
    return found


def test_the_page_lies_beside_the_text_with_the_quote_on_it(reader: Page) -> None:
    page = reader
    page.locator("#vb-question textarea").fill("Hoe hoog is de dijk bij Tiel?")
    page.keyboard.press("Enter")
    page.locator(".vb-answer-text .vb-chip").first.click()
    page.get_by_role("button", name="Bladzijde ernaast").click()
    picture = page.locator(".vb-paper img")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("one => one.naturalWidth") == 1100
    expect(page.locator(".vb-box")).to_have_count(2)
    expect(page.locator(".vb-box").first).to_be_in_viewport()
    paper = page.locator(".vb-paper").evaluate("one => one.getBoundingClientRect().toJSON()")
    for n, box in enumerate(boxes(page)):
        base = 700 - (PAGES[0].split("\n").index("De dijk bij Tiel is zeven meter hoog en wordt vol-") + n) * 9 * 1.2
        assert abs((box["bottom"] - paper["top"]) / paper["height"] - (842 - base) / 842) < 0.01
        assert abs((box["left"] - paper["left"]) / paper["width"] - 60 / 595) < 0.01
    page.get_by_role("button", name="Bladzijde 2 van 2").click()
    expect(page.locator(".vb-sheet-trouble")).to_have_text("Het citaat staat op bladzijde 1.")
    expect(page.locator(".vb-box")).to_have_count(0)
    page.get_by_role("button", name="Bladzijde weg").click()
    expect(page.locator(".vb-sheet")).to_have_count(0)
    expect(page.locator("#vb-source mark").first).to_be_visible()


def test_a_file_that_is_gone_or_changed_is_told(reader: Page, shelf: Collection) -> None:
    path = Path(shelf.settings.corpus) / "dijk.pdf"
    data = path.read_bytes()
    page = reader
    page.locator(".vb-card").first.click()
    try:
        path.write_bytes(data + b"\n")
        page.get_by_role("button", name="Bladzijde ernaast").click()
        expect(page.locator(".vb-sheet-trouble")).to_contain_text("dijk.pdf is veranderd sinds het werd ingelezen")
        page.get_by_role("button", name="Bladzijde weg").click()
        expect(page.locator(".vb-sheet")).to_have_count(0)
        path.unlink()
        page.get_by_role("button", name="Bladzijde ernaast").click()
        expect(page.locator(".vb-sheet-trouble")).to_contain_text("dijk.pdf staat niet meer waar het werd ingelezen")
    finally:
        path.write_bytes(data)
