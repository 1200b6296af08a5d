"""Perusing in the window: opening a source, going on from there, and laying its page beside it."""

from typing import Any

import gradio as gr

from rag.answer import Place
from rag.errors import VraagbaakError
from ui import anchors, sent
from ui.conversation import Conversation
from ui.desk import Desk
from ui.letter_view import Opening


class Perusing:
    """The handler of all that opens something in the right pane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def open(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Open in the source pane what was clicked; what does not exist changes nothing. Give conversation, source."""
        act = sent.text(event, "act")
        if act == "leaf":
            conversation.leaf = max(1, sent.number(event, "n"))
        elif act == "sheet":
            conversation.sheet, conversation.leaf = not conversation.sheet, None
        elif act == "shelf":
            conversation.opening = conversation.leaf = None
        else:
            opening = await self._find(act, conversation, event)
            if opening is None:
                return conversation, gr.skip()
            conversation.opening, conversation.leaf = opening, None
        opened = conversation.opening
        shown = await self._desk.source(conversation)
        # What was opened since is shown by whoever opened it.
        return conversation, shown if conversation.opening is opened else gr.skip()

    async def _find(self, act: str, conversation: Conversation, event: gr.EventData) -> Opening | None:
        if act == "place":
            return await self._place(sent.text(event, "letter"), sent.text(event, "place"))
        turn = conversation.turn(sent.number(event, "turn"))
        answer = turn.answer if turn is not None else None
        if answer is None:
            return None
        n = sent.number(event, "n")
        if act == "cite":
            return next((Opening.of(citation) for citation in answer.citations if citation.n == n), None)
        return next((Opening.at(hit.place) for hit in answer.related if hit.rank == n), None)

    async def _place(self, name: str, anchor: str) -> Opening | None:
        try:
            letter = await self._desk.aside(lambda: self._desk.collection.answerer().letter(name))
        except VraagbaakError:
            return None
        return Opening.at(anchors.find(letter, anchor) or Place(letter))
