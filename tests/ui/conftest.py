import asyncio
import re
import shutil
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from os import environ
from threading import Event
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright

from rag.answer import Answer, Citation, Hit, Language, Place
from rag.assistant import Assistant
from rag.errors import QuestionError, StoreError
from rag.filters import Filters
from rag.indexing.index import Index
from rag.letter import Asker, Exchange, Letter, Minister, Note, Paragraph, Pointer, Span
from rag.settings import Settings
from rag.store import Store
from ui.collection import Collection
from ui.serving import served

Made = TypeVar("Made")

ATTACK = '<img src=x onerror="alert(1)"><script>alert(2)</script> ${alert(3)} {{value}} ![p](http://198.51.100.7/p.png)'
FILLER = "Deze zin vult de brief, zodat er iets te schuiven valt. " * 12


def in_a_loop(coroutine: Coroutine[Any, Any, Made]) -> Made:
    """Run a coroutine in a loop of its own; playwright has one running in the main thread."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, coroutine).result()


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return start, start + len(part)


def make_letter() -> Letter:
    """A letter of eight exchanges; the seventh is about access for UNHCR and points to the second."""
    parts = ["Hierbij zend ik u de antwoorden op de vragen over toezicht."]
    for number in range(1, 9):
        parts.append(f"Is maatregel {number} genomen?\n\nEn zo nee, waarom niet?")
        parts.append(f"Maatregel {number} is genomen. {FILLER}")
    parts[14] = "Zie het antwoord op vraag 2. UNHCR krijgt toegang.\n\nHet kabinet ontwikkelt de hub uitsluitend samen."
    parts.append(f"Hoogachtend, {ATTACK}")
    text = "\n\n".join(parts)
    spans = [span_of(text, part) for part in parts]
    pointer = Pointer("Zie het antwoord op vraag 2", "7000001", "Vraag 2", ("2",))
    exchanges = tuple(
        Exchange(
            f"Vraag {number}",
            (str(number),),
            spans[number * 2 - 1],
            spans[number * 2],
            refers_to=(pointer, Pointer("het BNC-fiche")) if number == 7 else (),
        )
        for number in range(1, 9)
    )
    return Letter(
        id="7000001",
        source="brief.txt",
        kind="answers",
        title=f"Antwoorden over toezicht {ATTACK}",
        text=text,
        citation="Brief van de minister van Asiel en Migratie van 18 juni 2026, kenmerk 7000001",
        date="2026-06-18",
        submitted="2026-05-01",
        chamber="Eerste Kamer",
        reference="7000001",
        ministers=(Minister("minister van Asiel en Migratie"),),
        askers=(Asker("Jansen", "D66"), Asker(None, "Volt")),
        exchanges=exchanges,
        paragraphs=(Paragraph(1, spans[0]),),
        notes=(Note("1", "Een noot <b>met</b> opmaak", spans[14][0] + 10),),
        warnings=("Een opmerking.",),
    )


def make_undated() -> Letter:
    text = "De behoeftestelling moet nog plaatsvinden.\n\nDaarom zal middeleninzet vanaf 2027 plaatsvinden."
    spans = [span_of(text, part) for part in text.split("\n\n")]
    return Letter(
        id="hubs",
        source="hubs.txt",
        kind="letter",
        title="Terugkeerhubs en de begroting",
        text=text,
        citation="Brief van de minister voor Buitenlandse Handel",
        ministers=(Minister("minister voor Buitenlandse Handel", "S.W. Sjoerdsma"),),
        paragraphs=tuple(Paragraph(n, span) for n, span in enumerate(spans, 1)),
    )


def cite(n: int, letter: Letter, number: int, quote: str, role: str = "answer") -> Citation:
    exchange = letter.exchanges[number - 1]
    start, end = span_of(letter.text, quote)
    return Citation(
        n,
        Place(letter, exchange),
        "question" if role == "question" else "answer",
        quote,
        start,
        end,
        f"{letter.citation}, antwoord op vraag {number}",
    )


@dataclass
class ScriptedAssistant:
    """An assistant that knows two letters and a few questions.

    An answer to a question with "langzaam" stays at its first sentence until :attr:`go` is set.
    """

    asked: list[str] = field(default_factory=list)
    filters: list[Filters | None] = field(default_factory=list)
    talks: list[tuple[str, ...]] = field(default_factory=list)
    go: Event = field(default_factory=Event)
    closed: Event = field(default_factory=Event)

    def letters(self) -> tuple[Letter, ...]:
        return make_letter(), make_undated()

    def letter(self, name: str) -> Letter:
        for letter in self.letters():
            if letter.id == name:
                return letter
        raise StoreError(f"{name}: no letter is called that; `vraagbaak letters` lists the letters with their ids.")

    def search(self, question: str, k: int = 10, filters: Filters | None = None) -> tuple[Hit, ...]:
        del question, filters
        places = [Place(make_letter(), exchange) for exchange in make_letter().exchanges]
        return tuple(Hit(rank, 1 / rank, place, place.shown) for rank, place in enumerate(places[:k], 1))

    def ask(self, question: str, filters: Filters | None = None) -> Answer:
        *_, answer = self.stream(question, filters)
        return answer

    def stream(
        self,
        question: str,
        filters: Filters | None = None,
        language: Language | None = None,
        talk: Sequence[Answer] = (),
    ) -> Iterator[Answer]:
        del language
        self.asked.append(question)
        self.filters.append(filters)
        self.talks.append(tuple(answer.question for answer in talk))
        answer = scripted(question)
        if "langzaam" in question:
            yield from self._slowly(answer)
        yield answer

    def _slowly(self, answer: Answer) -> Iterator[Answer]:
        try:
            for words in range(1, 1_000):
                yield replace(answer, answer=f"Eerste zin. {words} woorden", citations=())
                if self.go.wait(0.05):
                    return
        finally:
            self.closed.set()


def scripted(question: str) -> Answer:
    letter, undated = make_letter(), make_undated()
    if "stikstof" in question:
        related = (
            Hit(1, 0.4, Place(letter, letter.exchanges[2]), letter.exchanges[2].answer_span or (0, 0)),
            Hit(2, 0.3, Place(undated, None, undated.paragraphs[1]), undated.paragraphs[1].span),
        )
        return Answer(question, "nl", "not_found", "Daarover staat niets in deze brieven.", (), related)
    if "te lang" in question:
        raise QuestionError(f"De vraag is te lang {ATTACK}; maak haar korter.")
    if "stuk" in question:
        raise RuntimeError("the scripted failure")
    first = cite(1, letter, 7, "Het kabinet ontwikkelt de hub uitsluitend samen.")
    second = cite(2, letter, 2, "Is maatregel 2 genomen?", "question")
    third = cite(3, letter, 7, "UNHCR krijgt toegang.\n\nHet kabinet ontwikkelt")
    start, end = undated.paragraphs[0].span
    fourth = Citation(
        4, Place(undated, None, undated.paragraphs[0]), "text", undated.text[start:end], start, end, "Hubs"
    )
    text = (
        f"**Brief van 18 juni 2026**\n\nOp 18 juni 2026 antwoordde de minister {ATTACK} op vraag 7: "
        f"“{first.quote}” [1] [9]\n\n- Gevraagd werd: “{second.quote}” [2]\n- “{third.quote}” [3]\n"
        f"- “{fourth.quote}” [4]"
    )
    return Answer(
        question,
        "nl",
        "answered",
        text,
        (first, second, third, fourth),
        understood=("jaar 2026",),
        searched="Hoe zit het met toegang in 2026?" if "vervolg" in question else "",
        remarks=(f"Het taalmodel antwoordde niet {ATTACK}; dit zijn citaten.",) if "model" in question else (),
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no Chromium: install chromium, or name one in CHROMIUM")
    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program, args=[*switches, "--disable-sync", "--no-first-run"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def assistant() -> ScriptedAssistant:
    return ScriptedAssistant()


@pytest.fixture(scope="session")
def assistant_of_corpus(settings: Settings) -> Iterator[Assistant]:
    """A real assistant over the five letters."""
    made = Assistant.open(settings)
    yield made
    made.close()


@pytest.fixture(scope="session")
def collection(assistant: ScriptedAssistant, tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """What the scripted assistant answers for, with a store of its own to keep feedback in."""
    folder = tmp_path_factory.mktemp("scripted")
    settings = Settings(index=folder / "index", corpus=folder / "corpus", inbox=folder / "inbox")
    Store.open(Index(settings).store_path, create=True).close()
    return Collection(settings, assistant)


@pytest.fixture(scope="session")
def address(collection: Collection) -> Iterator[str]:
    with served(collection) as url:
        yield url


@dataclass
class Visit:
    """A person's page, with everything that would show an attack: dialogs, errors and foreign requests."""

    page: Page
    dialogs: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in {"127.0.0.1", "localhost"}:
            self.foreign.append(request.url)

    def refuse(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def ask(self, question: str) -> None:
        box = self.page.locator("#vb-question textarea")
        box.fill(question)
        box.press("Enter")

    def squeezed(self, css: str) -> str:
        """The text of all elements that match, without any white space."""
        return re.sub(r"\s", "", "".join(self.page.locator(css).all_text_contents()))


def visit(context: BrowserContext, address: str) -> Visit:
    page = context.new_page()
    seen = Visit(page)
    page.on("request", seen.note)
    page.on("dialog", seen.refuse)
    page.goto(address)
    page.wait_for_selector(".vb-masthead h1")
    return seen


@pytest.fixture(scope="session")
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def dutch(desktop: BrowserContext, address: str) -> Iterator[Visit]:
    seen = visit(desktop, address)
    yield seen
    seen.page.close()
