"""Takes the pictures of the window and its pages in README and docs, over the letters of ``corpus/``.

With a folder of PDFs, the letter of the first is added, so that its page is to be seen beside its text.
"""

import argparse
import dataclasses
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from rag.answer import Answer
from rag.assistant import Assistant
from rag.filters import Filters
from rag.settings import Settings
from ui.collection import Answerer, Collection
from ui.serving import served

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "pictures"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_COLOURS = 48
_SCALE = 1.25


class Slowly:
    """An assistant whose answers stop half-way until the picture is taken."""

    def __init__(self, inner: Answerer) -> None:
        self._inner, self.go = inner, threading.Event()
        self.search, self.letters, self.letter = inner.search, inner.letters, inner.letter

    def stream(
        self, question: str, filters: Filters | None = None, language: None = None, talk: Sequence[Answer] = ()
    ) -> Iterator[Answer]:
        """Yield the answer without its last paragraphs, and whole when it is time."""
        *_, answer = self._inner.stream(question, filters, language, talk)
        yield dataclasses.replace(answer, answer="\n\n".join(answer.answer.split("\n\n")[:3]))
        self.go.wait(20)
        yield answer


def ask(page: Page, question: str) -> None:
    """Ask a question and wait for the whole answer."""
    page.locator("#vb-question textarea").fill(question)
    page.keyboard.press("Enter")
    page.locator(".vb-turn:last-of-type .vb-tools").wait_for()


def window(page: Page) -> None:
    """An answer, with a source that lies open."""
    ask(page, "What did the cabinet say about UNHCR access?")
    page.locator(".vb-answer-text .vb-chip").first.click()
    page.locator("#vb-source mark").first.wait_for()


def welcome(page: Page) -> None:
    """The window before the first question."""
    page.locator(".vb-example").first.wait_for()


def narrowed(page: Page) -> None:
    """Filters as tags, with the form unfolded, and the strip of letters."""
    ask(page, "Wat zegt het kabinet over vrijwillige terugkeer?")
    page.locator(".vb-narrow-open").click()
    page.locator("select[name=kind]").select_option("answers")
    page.locator("input[name=since]").fill("2026-01-01")
    page.locator(".vb-tag").nth(1).wait_for()
    page.locator("#vb-talk").evaluate("one => one.scrollTo(0, one.scrollHeight)")


def not_found(page: Page) -> None:
    """An honest no, with what comes nearest."""
    ask(page, "Wat vindt het kabinet van stikstof?")
    page.locator(".vb-related, .vb-status").first.wait_for()


def growing(page: Page) -> None:
    """An answer that is still being written, and the button that stops it."""
    page.locator("#vb-question textarea").fill("What did the cabinet say about UNHCR access?")
    page.keyboard.press("Enter")
    page.locator(".vb-growing").wait_for()


def sheet(page: Page) -> None:
    """The page of a PDF beside its text."""
    page.locator(".vb-card", has_text="Vraag").or_(page.locator(".vb-card")).first.wait_for()
    ask(page, "Welke negatieve effecten hebben baggerprojecten voor mens, dier en milieu?")
    page.locator(".vb-answer-text .vb-chip").first.click()
    page.get_by_role("button", name="Bladzijde ernaast").click()
    page.locator(".vb-box").first.wait_for()


def letters(page: Page) -> None:
    """The page of all letters."""
    page.goto(f"{page.url.rstrip('/')}/letters")
    page.locator(".vb-letters").wait_for()


def empty(page: Page) -> None:
    """The first start, without letters."""
    page.locator(".vb-empty").wait_for()


Taken = tuple[str, Callable[[Page], None], str, dict[str, object]]
_WIDE: dict[str, object] = {"viewport": {"width": 1280, "height": 800}}
_PHONE: dict[str, object] = {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"}

OVER_LETTERS: tuple[Taken, ...] = (
    ("window", window, "en-GB", _WIDE),
    ("welcome", welcome, "nl-NL", _WIDE),
    ("narrowed", narrowed, "nl-NL", _WIDE),
    ("not-found", not_found, "nl-NL", {**_WIDE, "color_scheme": "dark"}),
    ("letters", letters, "en-GB", _WIDE),
    ("phone", window, "en-GB", _PHONE),
)


class Camera:
    """Takes pictures in one browser and keeps them small."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._folder = browser, folder

    def take(self, address: str, taken: Taken) -> None:
        """Open a window, bring it to where it is to be seen, and save that."""
        name, show, locale, options = taken
        context = self._browser.new_context(locale=locale, device_scale_factor=_SCALE, **options)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        page.locator(".vb-masthead").wait_for()
        show(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(400)
        target = self._folder / f"{name}.png"
        page.screenshot(path=target)
        with Image.open(target) as picture:
            small = picture.convert("RGB").quantize(_COLOURS)
        small.save(target, optimize=True)
        sys.stderr.write(f"{target.name}: {target.stat().st_size // 1024} kB\n")
        context.close()


@contextmanager
def collection(letters: Path | None, pdf: Path | None = None) -> Iterator[Collection]:
    """A collection of its own, with the letters of a folder, and with a PDF besides."""
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        for path in [*(letters.iterdir() if letters else ()), *([pdf] if pdf else [])]:
            shutil.copy(path, corpus)
        settings = Settings(index=Path(name) / "index", corpus=corpus, inbox=Path(name) / "inbox")
        made = Collection(settings)
        made.start()
        answerer = made.answerer()
        yield made
        if isinstance(answerer, Assistant):
            answerer.close()


def take_all(camera: Camera, pdf: Path | None) -> None:
    """Take every picture."""
    with collection(ROOT / "corpus") as made:
        with served(made) as address:
            for taken in OVER_LETTERS:
                camera.take(address, taken)
        slow = Slowly(made.answerer())
        with served(Collection(made.settings, slow)) as address:
            camera.take(address, ("growing", growing, "en-GB", _WIDE))
            slow.go.set()
    with collection(None) as made, served(made) as address:
        camera.take(address, ("empty", empty, "en-GB", _WIDE))
    if pdf is not None:
        with collection(None, pdf) as made, served(made) as address:
            camera.take(address, ("sheet", sheet, "nl-NL", _WIDE))


def main() -> int:
    """Read the flags, take the pictures, and return the exit status."""
    flags = argparse.ArgumentParser(description=__doc__)
    flags.add_argument("--to", type=Path, default=DOCS, help="folder to write to (default: docs/pictures)")
    flags.add_argument("--pdf", type=Path, help="a letter as PDF")
    chosen = flags.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("No Chromium found; install chromium, or name its program in CHROMIUM.\n")
        return 1
    chosen.to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        take_all(Camera(browser, chosen.to), chosen.pdf)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
