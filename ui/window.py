"""The chat window: a question and its cited answer on the left, the source beside it."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import gradio as gr

from rag.filters import Filters
from ui import sent
from ui.asking import Asking
from ui.collecting import Collecting
from ui.conversation import Conversation
from ui.desk import Desk
from ui.languages import language_of, language_wished
from ui.perusing import Perusing

_ASSETS = Path(__file__).parent / "assets"
_TICK = 1.0
"""Seconds after which a window that waits for the letters looks again how far they are."""


def build_window(desk: Desk) -> gr.Blocks:
    """Return the window over a desk; nothing is shared between the people who have it open.

    It is to be called while an event loop runs.
    """
    blocks: gr.Blocks = gr.Blocks(title="Vraagbaak", analytics_enabled=False, fill_width=True, fill_height=True)
    with blocks:
        panes = _lay_out()
        _Wiring(blocks, panes, desk).connect()
    return blocks


@dataclass(frozen=True, slots=True)
class _Panes:
    """The parts of the window, in the order in which :meth:`ui.desk.Desk.everything` shows them."""

    conversation: gr.State
    masthead: gr.HTML
    talk: gr.HTML
    narrow: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    source: gr.HTML
    clock: gr.Timer
    parcel: gr.HTML


def _lay_out() -> _Panes:
    conversation = gr.State(Conversation())
    masthead = _html("vb-top", "masthead.js")
    with gr.Row(elem_id="vb-panes"):
        with gr.Column(elem_id="vb-left"):
            talk = _html("vb-talk", "talk.js")
            with gr.Column(elem_id="vb-form"):
                narrow = _html("vb-narrow", "narrow.js")
                with gr.Row(elem_id="vb-line-of-question"):
                    question = gr.Textbox(
                        elem_id="vb-question", show_label=False, lines=1, max_lines=6, autofocus=True, container=False
                    )
                    ask = gr.Button("", elem_id="vb-ask", variant="primary")
                    stop = gr.Button("", elem_id="vb-stop")
        with gr.Column(elem_id="vb-right"):
            source = _html("vb-source", "source.js")
    parcel = _html("vb-parcel", "parcel.js")
    clock = gr.Timer(_TICK, active=False)
    return _Panes(conversation, masthead, talk, narrow, question, ask, stop, source, clock, parcel)


def _html(name: str, script: str) -> gr.HTML:
    code = (_ASSETS / script).read_text(encoding="utf-8")
    return gr.HTML("", elem_id=name, js_on_load=code, apply_default_css=False)


class _Wiring:
    """Connects what happens in the browser with what answers it."""

    def __init__(self, blocks: gr.Blocks, panes: _Panes, desk: Desk) -> None:
        self.blocks, self.panes, self.desk = blocks, panes, desk
        # "once" would drop what a person does while the last thing is still being done
        self.options: dict[str, Any] = {
            "api_visibility": "private",
            "show_progress": "hidden",
            "trigger_mode": "multiple",
        }

    def connect(self) -> None:
        self.everything()
        self.asking(Asking(self.desk))
        self.perusing(Perusing(self.desk))
        self.collecting(Collecting(self.desk))

    def everything(self) -> None:
        panes = self.panes
        every = [getattr(panes, field.name) for field in fields(panes) if field.name != "parcel"]
        self.blocks.load(self.welcome, None, every, queue=False, **self.options)
        panes.masthead.select(self.switch, [panes.conversation], every, **self.options)
        panes.clock.tick(self.desk.everything, [panes.conversation], every, **self.options)

    def asking(self, asking: Asking) -> None:
        panes = self.panes
        gr.on(
            [panes.question.submit, panes.ask.click, panes.talk.submit],
            asking.ask,
            [panes.conversation, panes.question],
            [panes.conversation, panes.talk],
            concurrency_limit=None,
            api_name="asked_in_window",  # its own name, ask, is that of the endpoint for programs
            **self.options,
        )
        panes.stop.click(asking.stop, [panes.conversation], None, **self.options)
        panes.talk.edit(
            asking.edit, [panes.conversation], [panes.conversation, panes.talk, panes.question], **self.options
        )
        # One at a time: of quick changes, none may be shown after a later one.
        panes.narrow.select(
            asking.narrow,
            [panes.conversation],
            [panes.conversation, panes.talk, panes.narrow],
            concurrency_limit=1,
            **self.options,
        )

    def perusing(self, perusing: Perusing) -> None:
        panes = self.panes
        for pane in (panes.talk, panes.source):
            pane.select(perusing.open, [panes.conversation], [panes.conversation, panes.source], **self.options)

    def collecting(self, collecting: Collecting) -> None:
        panes = self.panes
        panes.talk.copy(collecting.take, [panes.conversation], [panes.parcel], **self.options)
        panes.talk.like(collecting.judge, [panes.conversation], [panes.conversation, panes.talk], **self.options)

    async def welcome(self, request: gr.Request) -> tuple[Any, ...]:
        """Start a conversation in the language that this browser chose before, or asks for.

        The address of the window may name a letter to ask about: ``/?letter=7562802``.
        """
        language = "nl" if request.request is None else language_wished(request.request)
        letter = dict(request.query_params).get("letter") or None
        return await self.desk.everything(Conversation(language, filters=Filters(letter=letter)))

    async def switch(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Show the window in another language; answers stay as they were given."""
        conversation.language = language_of(sent.text(event, "language"))
        return await self.desk.everything(conversation)
