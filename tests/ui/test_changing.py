"""Adding and removing letters: over HTTP, and in a real browser."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from rag.assistant import Assistant
from rag.indexing.index import Index
from rag.settings import Settings
from tests.conftest import ROOT
from tests.ui.conftest import ATTACK, visit
from ui.access import Access
from ui.changing import HEADER
from ui.collection import Collection
from ui.serving import served

OURS = {HEADER: "1"}
LETTERS = sorted((ROOT / "corpus").glob("*.txt"))
PDFS = sorted((ROOT.parent / "shared" / "letters" / "aanhangsel-pdf").glob("*.pdf"))
MADE = "Antwoorden aan de Tweede Kamer\n\nVraag 1\nHoe hoog is de dijk?\n\nAntwoord 1\nDe dijk is {} meter hoog.\n"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    """A collection of one letter; what a test adds to it is taken out again."""
    folder = tmp_path_factory.mktemp("changing")
    corpus = folder / "corpus"
    corpus.mkdir()
    shutil.copy(LETTERS[0], corpus)
    made = Collection(Settings(index=folder / "index", corpus=corpus, inbox=folder / "inbox", embedding="shipped"))
    made.start()
    answerer = made.answerer()
    yield made
    assert isinstance(answerer, Assistant)
    answerer.close()


@pytest.fixture(scope="module")
def address(collection: Collection) -> Iterator[str]:
    with served(collection) as url:
        yield url


@pytest.fixture(autouse=True)
def taken_out_again(collection: Collection) -> Iterator[None]:
    yield
    for card in collection.shelf().cards:
        if card.head.source != LETTERS[0].name:
            collection.remove(card.head)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL")
    seen = visit(context, address)
    seen.page.goto(f"{address}/letters")
    yield seen.page
    assert seen.dialogs == []
    assert seen.foreign == []
    context.close()


def sent(address: str, name: str, data: bytes) -> httpx.Response:
    return httpx.put(f"{address}/letters/files/{name}", content=data, headers=OURS, trust_env=False)


def read(address: str, *words: str) -> list[dict[str, Any]]:
    answer = httpx.post(f"{address}/letters/read", json={"words": words}, headers=OURS, trust_env=False, timeout=60)
    return [json.loads(line) for line in answer.text.splitlines()]


def names(collection: Collection) -> list[str]:
    return sorted(path.name for path in collection.settings.inbox.iterdir() if path.is_file())


def test_files_are_received_read_and_reported(address: str, collection: Collection) -> None:
    word = sent(address, "dijk.txt", MADE.format(7).encode()).json()["word"]
    assert names(collection) == []
    first, *steps, last = read(address, word)
    assert first == {"names": ["dijk.txt"]}
    assert ("reading", "dijk.txt") in {(step["stage"], step["name"]) for step in steps}
    assert last["report"]["added"] == 1
    assert names(collection) == ["dijk.txt"]
    assert len(collection.shelf().cards) == 2


def test_another_file_of_the_same_name_takes_the_place_of_none(address: str, collection: Collection) -> None:
    for metres in (7, 8, 7):
        read(address, sent(address, "dijk.txt", MADE.format(metres).encode()).json()["word"])
    assert names(collection) == ["dijk-2.txt", "dijk.txt"]
    assert len(collection.shelf().cards) == 3


def test_what_is_no_letter_is_told_and_not_kept(address: str, collection: Collection) -> None:
    (*_, last) = read(address, sent(address, "recept.txt", b"Neem twee eieren.").json()["word"])
    (failed,) = last["report"]["failed"]
    assert "no letter between cabinet and parliament" in failed["error"]
    assert names(collection) == []


@pytest.mark.parametrize("name", ["kaart.png", "..%2F..%2Fx.exe", "a.doc"])
def test_other_types_are_refused_at_the_door(address: str, name: str) -> None:
    answer = sent(address, name, b"x")
    assert answer.status_code in {404, 415}


def test_a_name_cannot_lead_out_of_the_inbox(address: str, collection: Collection) -> None:
    answer = sent(address, "..%5C..%5Cweg%07.txt", MADE.format(1).encode())
    read(address, answer.json()["word"])
    assert names(collection) == ["weg.txt"]
    assert read(address, "../../corpus", "")[-1]["report"]["added"] == 0


def test_while_another_ingest_runs_nothing_is_taken_in(address: str, collection: Collection) -> None:
    word = sent(address, "dijk.txt", MADE.format(7).encode()).json()["word"]
    with Index(collection.settings).writing():
        assert "already being read" in read(address, word)[-1]["error"]
        removed = httpx.post(f"{address}/letter/7268126/remove", headers=OURS, trust_env=False)
        assert removed.status_code in {httpx.codes.CONFLICT}
    assert names(collection) == []


def test_only_pages_of_our_own_change_anything(address: str, collection: Collection) -> None:
    for answer in (
        httpx.put(f"{address}/letters/files/a.txt", content=b"x", trust_env=False),
        httpx.post(f"{address}/letters/read", json={"words": []}, trust_env=False),
        httpx.post(f"{address}/letter/{collection.shelf().cards[0].head.id}/remove", trust_env=False),
    ):
        assert answer.status_code == httpx.codes.FORBIDDEN
    assert len(collection.shelf().cards) == 1


def test_where_adding_is_off_nothing_can_be_changed(collection: Collection) -> None:
    with served(collection, Access(may_add=False)) as address:
        assert sent(address, "a.txt", b"x").status_code == httpx.codes.FORBIDDEN
        listed = httpx.get(f"{address}/letters", headers={"accept-language": "nl"}, trust_env=False).text
    assert "staat hier uit" in listed
    assert 'id="vb-add"' not in listed
    assert 'data-act="remove"' not in listed


def test_a_letter_is_added_and_removed_in_the_window(page: Page, collection: Collection, tmp_path: Path) -> None:
    good, bad = tmp_path / LETTERS[1].name, tmp_path / "recept.txt"
    shutil.copy(LETTERS[1], good)
    bad.write_text("Neem twee eieren.")
    page.locator("#vb-files").set_input_files([good, bad])
    expect(page.locator("#vb-adding li")).to_have_count(2)
    expect(page.locator("#vb-report")).to_contain_text("1 toegevoegd", timeout=30_000)
    expect(page.locator("#vb-adding .vb-why")).to_contain_text("no letter between cabinet and parliament")
    page.reload()
    expect(page.locator(".vb-letters tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Verwijder").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    row = page.locator("tr", has_text="8 oktober 2025")
    row.get_by_role("button").click()
    page.get_by_role("button", name="Ja, verwijder").click()
    expect(page.locator(".vb-letters tbody tr")).to_have_count(1)
    expect(page.locator(".vb-count")).to_contain_text("Verwijderd:")
    assert names(collection) == []


def test_files_are_dropped_anywhere_on_the_page(page: Page) -> None:
    page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "dijk.txt", { type: "text/plain" }));
            document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        MADE.format(ATTACK),
    )
    expect(page.locator("#vb-report")).to_contain_text("1 toegevoegd", timeout=30_000)
    expect(page.locator(".vb-letters tbody tr")).to_have_count(2)


@pytest.mark.skipif(not PDFS, reason="no ../shared with letters as PDF")
def test_a_pdf_is_added_and_answers_with_its_page(page: Page, address: str) -> None:
    page.locator("#vb-files").set_input_files(PDFS[0])
    expect(page.locator("#vb-report")).to_contain_text("1 toegevoegd", timeout=60_000)
    expect(page.locator(".vb-letters tbody tr")).to_have_count(2)
    page.goto(address)
    page.locator(".vb-card", has_text="Aanhangsel").or_(page.locator(".vb-card").first).first.wait_for()
    page.locator(".vb-example").first.wait_for()
    page.locator("#vb-question textarea").fill("Wat antwoordde de minister op vraag 2 van brief ah-tk-20232024-1786?")
    page.keyboard.press("Enter")
    page.locator(".vb-answer-text .vb-chip").first.click()
    expect(page.locator(".vb-reference-text")).to_contain_text("Aanhangsel Handelingen II 2023/24, nr. 1786")
    page.get_by_role("button", name="Bladzijde ernaast").click()
    expect(page.locator(".vb-box").first).to_be_in_viewport()
