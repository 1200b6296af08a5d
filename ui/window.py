"""The chat window: a question and its cited answer on the left, the source beside it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import gradio as gr

from rag.answer import Answer, Language, Place
from rag.errors import VraagbaakError
from rag.filters import Filters
from rag.letter import Letter
from ui.answer_view import render_conversation
from ui.conversation import Conversation, Turn
from ui.labels import labels_for, language_of
from ui.letter_view import Opening
from ui.masthead import render_masthead
from ui.serving import Made, serve_blocks, with_loop
from ui.source_view import render_source

_AT_ONCE = 100
_ASSETS = Path(__file__).parent / "assets"


class Answerer(Protocol):
    """What the window needs of the assistant."""

    def ask(self, question: str, filters: Filters = ..., language: Language | None = None) -> Answer:
        """Answer a question, or raise a VraagbaakError whose message a person can act on."""
        ...

    def letters(self) -> tuple[Letter, ...]:
        """Return all letters that are searched."""
        ...


def build_window(assistant: Answerer) -> gr.Blocks:
    """Return the window over an assistant; nothing is shared between the people who have it open."""
    return with_loop(lambda: _build(_Desk(assistant)))


def _build(desk: "_Desk") -> gr.Blocks:
    blocks: gr.Blocks = gr.Blocks(title="Vraagbaak", analytics_enabled=False, fill_width=True, fill_height=True)
    with blocks:
        panes = _lay_out()
        _wire(blocks, panes, desk)
    return blocks


def serve(assistant: Answerer, host: str, port: int) -> None:
    """Serve the window until Ctrl+C; its address is printed on stderr.

    Raises:
        SettingError: the port is in use, or the host or port cannot be used.
    """
    serve_blocks(build_window(assistant), host, port)


@dataclass(frozen=True, slots=True)
class _Panes:
    conversation: gr.State
    masthead: gr.HTML
    talk: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    source: gr.HTML

    @property
    def all(self) -> list[Any]:
        """Everything that speaks the window's language, after the state that knows it."""
        return [self.conversation, self.masthead, self.talk, self.question, self.ask, self.source]


def _lay_out() -> _Panes:
    conversation = gr.State(Conversation())
    masthead = _html("vb-top", "masthead.js")
    with gr.Row(elem_id="vb-panes"):
        with gr.Column(elem_id="vb-left"):
            talk = _html("vb-talk", "talk.js")
            with gr.Row(elem_id="vb-form"):
                question = gr.Textbox(
                    elem_id="vb-question", show_label=False, lines=1, max_lines=6, autofocus=True, container=False
                )
                ask = gr.Button("", elem_id="vb-ask", variant="primary")
        with gr.Column(elem_id="vb-right"):
            source = _html("vb-source", "source.js")
    return _Panes(conversation, masthead, talk, question, ask, source)


def _html(name: str, script: str) -> gr.HTML:
    code = (_ASSETS / script).read_text(encoding="utf-8")
    return gr.HTML("", elem_id=name, js_on_load=code, apply_default_css=False)


def _wire(blocks: gr.Blocks, panes: _Panes, desk: "_Desk") -> None:
    options: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
    blocks.load(desk.welcome, None, panes.all, queue=False, **options)
    panes.masthead.select(desk.switch, [panes.conversation], panes.all, **options)
    asking = gr.on(
        [panes.question.submit, panes.ask.click, panes.talk.submit],
        desk.ask,
        [panes.conversation, panes.question],
        [panes.conversation, panes.talk, panes.question],
        concurrency_limit=None,
        **options,
    )
    asking.failure(desk.give_up, [panes.conversation], [panes.conversation, panes.talk], **options)
    for pane in (panes.talk, panes.source):
        pane.select(desk.open, [panes.conversation], [panes.conversation, panes.source], **options)


class _Desk:
    """Answers what the browser asks; all it remembers of a person is in that person's conversation."""

    def __init__(self, assistant: Answerer) -> None:
        self._assistant = assistant
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="vraagbaak")

    async def _aside(self, work: Callable[[], Made]) -> Made:
        """Do blocking work in a thread, so that nobody waits for somebody else's answer."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def welcome(self, request: gr.Request) -> tuple[Any, ...]:
        """Start a conversation in the language that this browser chose before, or asks for."""
        chosen = request.cookies.get("vraagbaak_language") or request.headers.get("accept-language")
        return await self._everything(Conversation(language=language_of(chosen)))

    async def switch(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Show the window in another language; answers stay as they were given."""
        conversation.language = language_of(_text(event, "language"))
        return await self._everything(conversation)

    async def ask(
        self, conversation: Conversation, typed: str | None, event: gr.EventData
    ) -> AsyncIterator[tuple[Any, ...]]:
        """Show the question at once, and its answer as soon as there is one."""
        question = (_text(event, "question") or typed or "").strip()
        if not question:
            conversation.remark = labels_for(conversation.language).empty
            yield conversation, _talk(conversation), ""
            return
        conversation.remark = None
        turn = Turn(question)
        conversation.turns.append(turn)
        yield conversation, _talk(conversation), ""
        try:
            turn.answer = await self._aside(lambda: self._assistant.ask(question))
        except VraagbaakError as error:
            turn.trouble = str(error)
        yield conversation, _talk(conversation), gr.skip()

    def give_up(self, conversation: Conversation) -> tuple[Any, ...]:
        """Say of a question that failed unexpectedly that it did."""
        for turn in conversation.turns:
            if turn.waiting:
                turn.trouble = labels_for(conversation.language).failed
        return conversation, _talk(conversation)

    async def open(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Open in the source pane what was clicked; what does not exist changes nothing."""
        if _text(event, "act") == "shelf":
            conversation.opening = None
        else:
            opening = await self._find(conversation, event)
            if opening is None:
                return conversation, gr.skip()
            conversation.opening = opening
        return conversation, await self._source(conversation)

    async def _find(self, conversation: Conversation, event: gr.EventData) -> Opening | None:
        if _text(event, "act") == "place":
            letters = await self._aside(self._assistant.letters)
            return _opening_in(letters, _text(event, "letter"), _text(event, "label"))
        answer = conversation.answer_of(_number(event, "turn"))
        if answer is None:
            return None
        n = _number(event, "n")
        if _text(event, "act") == "cite":
            return next((Opening.of(citation) for citation in answer.citations if citation.n == n), None)
        return next((_nearby(hit.place) for hit in answer.related if hit.rank == n), None)

    async def _everything(self, conversation: Conversation) -> tuple[Any, ...]:
        labels = labels_for(conversation.language)
        return (
            conversation,
            render_masthead(labels),
            _talk(conversation),
            gr.update(label=labels.question, placeholder=labels.placeholder),
            gr.update(value=labels.ask),
            await self._source(conversation),
        )

    async def _source(self, conversation: Conversation) -> str:
        letters = await self._aside(self._assistant.letters) if conversation.opening is None else ()
        return render_source(conversation.opening, letters, labels_for(conversation.language), time.monotonic_ns())


def _talk(conversation: Conversation) -> str:
    return render_conversation(conversation, labels_for(conversation.language))


def _opening_in(letters: tuple[Letter, ...], name: str, label: str) -> Opening | None:
    for letter in letters:
        if letter.id == name:
            exchange = next((one for one in letter.exchanges if one.label == label), None)
            return _nearby(Place(letter, exchange))
    return None


def _nearby(place: Place) -> Opening:
    letter, exchange = place.letter, place.exchange
    return Opening(place, f"{letter.citation}, {exchange.label.lower()}" if exchange else letter.citation)


def _text(event: gr.EventData, name: str) -> str:
    """Return a text that the browser sent along; it may be missing or of another kind."""
    value = event._data.get(name) if isinstance(event._data, dict) else None
    return value if isinstance(value, str) else ""


def _number(event: gr.EventData, name: str) -> int:
    text = _text(event, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
