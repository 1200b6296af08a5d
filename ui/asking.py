"""Asking in the window: a question and its growing answer, stopping it, changing it, narrowing the next one."""

import asyncio
import dataclasses
import math
import time
from collections.abc import AsyncIterator
from typing import Any

import gradio as gr

from rag.assistant import LONGEST_QUESTION
from rag.errors import QuestionError, VraagbaakError
from rag.filters import Filters
from ui import journal, sent
from ui.conversation import NO_FILTERS, Conversation, Turn
from ui.desk import Desk
from ui.growth import Growth
from ui.languages import labels_for
from ui.request import Caller
from ui.welcome_view import building_line

_LOOK_AGAIN = 0.3
_FILTERS = frozenset(field.name for field in dataclasses.fields(Filters))


class Asking:
    """The handlers of the left pane; each returns or yields what it changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(
        self, conversation: Conversation, typed: str | None, request: gr.Request, event: gr.EventData
    ) -> AsyncIterator[tuple[Any, ...]]:
        """Show the question at once, and its answer as it grows; give conversation and talk.

        Whatever else changes with it (the box emptied, the button to stop) is the browser's own part: each update of
        another component would cost Gradio more than the search.
        """
        caller = Caller.of(request)
        question = self._question(conversation, typed, event)
        if conversation.growing(question):  # a second press of the same key
            yield conversation, await self._desk.talk(conversation)
            return
        conversation.remark = self._refusal(conversation, question, caller)
        if conversation.remark:
            yield conversation, await self._desk.talk(conversation)
            return
        talk_before = conversation.talk()[: -1 if conversation.editing else None]
        turn = conversation.begin(question)
        turn.growth = Growth(lambda: self._desk.collection.answerer().stream(question, turn.filters, None, talk_before))
        yield conversation, await self._desk.talk(conversation)
        async for _ in self._grown(turn, conversation, caller):
            yield conversation, await self._desk.talk(conversation)
        turn.growth = None
        # Whoever asked something else meanwhile sees that, and must not be shown an older state after it.
        if conversation.turns[-1] is turn:
            yield conversation, await self._desk.talk(conversation)

    def stop(self, conversation: Conversation) -> None:
        """Have the answer that is growing end where it is."""
        for turn in conversation.turns:
            turn.stop()

    async def edit(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Put a question in the box: the last one, to take its own place, or one to be asked anew; or leave it so."""
        conversation.editing = sent.text(event, "act") == "edit-last"
        return conversation, await self._desk.talk(conversation), sent.text(event, "question")

    async def narrow(self, conversation: Conversation, event: gr.EventData) -> tuple[Any, ...]:
        """Set or take away a filter; give conversation, talk and narrowing."""
        conversation.remark = None
        name, value = sent.text(event, "name"), sent.text(event, "value").strip()
        match sent.text(event, "act"):
            case "clear":
                conversation.filters = NO_FILTERS
            case "filter" if name in _FILTERS:
                await self._filter(conversation, name, value)
        return conversation, await self._desk.talk(conversation), await self._desk.narrow(conversation)

    async def _filter(self, conversation: Conversation, name: str, value: str) -> None:
        try:
            filters = dataclasses.replace(conversation.filters, **{name: value or None})
            if name == "letter" and value:
                await self._desk.aside(lambda: self._desk.collection.answerer().letter(value))
            conversation.filters = filters
        except QuestionError as error:
            conversation.remark = str(error)
        except VraagbaakError:
            conversation.remark = labels_for(conversation.language).no_such_letter.format(name=value)

    def _question(self, conversation: Conversation, typed: str | None, event: gr.EventData) -> str:
        if sent.text(event, "act") == "retry" and conversation.turns:
            conversation.editing = True
            return conversation.turns[-1].question
        return (sent.text(event, "question") or sent.whole(typed or "")).strip()

    def _refusal(self, conversation: Conversation, question: str, caller: Caller) -> str | None:
        """Return why a question is not asked, if it is not."""
        labels, access = labels_for(conversation.language), self._desk.access
        if not question:
            return labels.empty
        if len(question) > LONGEST_QUESTION:
            return labels.too_long.format(n=len(question), most=LONGEST_QUESTION)
        wait = access.wait(caller.person)
        return labels.too_many.format(n=access.questions_a_minute, seconds=math.ceil(wait)) if wait else None

    async def _grown(self, turn: Turn, conversation: Conversation, caller: Caller) -> AsyncIterator[None]:
        """Let the answer of a turn grow, or say in the turn why there is none; yield whenever there is news."""
        labels, access = labels_for(conversation.language), self._desk.access
        started = time.perf_counter()
        outcome = "failed"
        try:
            async for _ in self._waited(turn, conversation):
                yield
            if (growth := turn.growth) is not None:
                async for answer in growth.watch(self._desk.threads, access.seconds_a_question):
                    turn.answer = answer
                    if not growth.ended:
                        yield
            outcome = "stopped" if turn.stopped or turn.answer is None else turn.answer.status
        except TimeoutError:
            turn.trouble = labels.too_slow.format(seconds=f"{access.seconds_a_question:g}")
            outcome = "too slow"
        except VraagbaakError as error:
            turn.trouble = f"{labels.trouble} {error}"
        except Exception:  # noqa: BLE001 - this is the edge: the person is told where the log has the cause
            journal.broken(caller)
            turn.trouble = labels.failed.format(id=caller.request)
        finally:
            journal.asked(caller, turn.question if access.log_questions else None, outcome, started)

    async def _waited(self, turn: Turn, conversation: Conversation) -> AsyncIterator[None]:
        """Wait until the letters have been read, yielding whenever it is said how far that is."""
        labels = labels_for(conversation.language)
        while not turn.stopped and (building := self._desk.collection.building) is not None:
            line = building_line(building, labels)
            if line != turn.waits:
                turn.waits = line
                yield
            await asyncio.sleep(_LOOK_AGAIN)
        turn.waits = ""
