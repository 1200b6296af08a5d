"""Collecting in the window: answers to take along as files, and saying whether one is right."""

import base64
import datetime
from html import escape
from typing import Any

import gradio as gr

from rag.answer import Answer
from rag.errors import VraagbaakError
from rag.feedback import VERDICTS, Feedback
from ui import sent
from ui.conversation import Conversation
from ui.desk import Desk
from ui.footnotes import conversation_as_markdown
from ui.languages import labels_for
from ui.word_file import MEDIA_TYPE, as_word


class Collecting:
    """The handlers of what is done with answers that are whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def take(self, conversation: Conversation, event: gr.EventData) -> str:
        """Make a file of an answer, or of the whole conversation, for the browser to save."""
        answers = _chosen(conversation, event)
        labels, day = labels_for(conversation.language), datetime.datetime.now(datetime.UTC).date()
        if not answers:
            return ""
        if sent.text(event, "act") == "markdown":
            text = conversation_as_markdown(answers, day, labels)
            return _parcel(f"vraagbaak-{day}.md", "text/markdown", text.encode())
        made = await self._desk.aside(lambda: as_word(answers, day, labels))
        return _parcel(f"vraagbaak-{day}.docx", MEDIA_TYPE, made)

    async def judge(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Keep what was said of an answer; give conversation and talk."""
        turn = conversation.turn(sent.number(event, "turn"))
        verdict = next((one for one in VERDICTS if one == sent.text(event, "verdict")), None)
        answer = turn.whole if turn is not None else None
        if turn is not None and answer is not None and verdict is not None:
            try:
                feedback = Feedback.on(answer, verdict, sent.text(event, "note"))
                await self._desk.aside(lambda: self._desk.collection.keep(feedback))
                turn.verdict, turn.remark = verdict, ""
            except VraagbaakError as error:
                turn.remark = str(error)
        return conversation, await self._desk.talk(conversation)


def _chosen(conversation: Conversation, event: gr.EventData) -> tuple[Answer, ...]:
    turn = conversation.turn(sent.number(event, "turn"))
    if turn is None:
        return conversation.talk()
    return (turn.whole,) if turn.whole is not None else ()


def _parcel(name: str, kind: str, data: bytes) -> str:
    return (
        f'<span data-name="{escape(name)}" data-kind="{escape(kind)}" '
        f'data-bytes="{base64.b64encode(data).decode()}"></span>'
    )
