"""The desk: what all parts of the window work with, and how each pane of it is shown to a person."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import gradio as gr

from rag.errors import VraagbaakError
from ui.access import Access
from ui.collection import Collection
from ui.conversation import Conversation
from ui.labels import Labels
from ui.languages import labels_for
from ui.letter_view import Opening
from ui.masthead import render_masthead
from ui.narrow_view import render_narrow
from ui.sheet import SheetGone, draw, has_sheets
from ui.sheet_view import Leaf, leaf_of
from ui.shelf import Shelf
from ui.shelf_view import render_shelf
from ui.source_view import render_opening
from ui.turn_view import remark_on, render_turns
from ui.welcome_view import render_building, render_unusable, render_welcome

Made = TypeVar("Made")
AT_ONCE = 100
"""Questions that are answered at the same time; more wait for one of them."""

_ASIDE = 16


class Desk:
    """Shows the panes; all it knows of a person is in that person's conversation."""

    def __init__(self, collection: Collection, access: Access) -> None:
        self.collection, self.access = collection, access
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="vraagbaak-answer")
        self._others = ThreadPoolExecutor(_ASIDE, thread_name_prefix="vraagbaak-aside")

    async def aside(self, work: Callable[[], Made]) -> Made:
        """Do blocking work in a thread that no answer holds up."""
        return await asyncio.get_running_loop().run_in_executor(self._others, work)

    async def shelf(self) -> Shelf:
        """Return the letters in use; none when they cannot be read, as the talk then says."""
        try:
            return await self.aside(self.collection.shelf)
        except VraagbaakError:
            return Shelf()

    async def everything(self, conversation: Conversation) -> tuple[Any, ...]:
        """Show all panes: conversation, masthead, talk, narrowing, question, buttons, source, and the clock."""
        labels = labels_for(conversation.language)
        return (
            conversation,
            render_masthead(labels),
            await self.talk(conversation),
            await self.narrow(conversation),
            gr.update(label=labels.question, placeholder=labels.placeholder),
            gr.update(value=labels.ask),
            gr.update(value=labels.stop),
            await self.source(conversation),
            gr.Timer(active=self.collection.building is not None),
        )

    async def talk(self, conversation: Conversation) -> str:
        """Show the conversation; before the first question a welcome, or why there is nothing to ask yet."""
        labels = labels_for(conversation.language)
        if conversation.turns:
            return render_turns(conversation, labels)
        building, failure = self.collection.building, self.collection.failure
        if building is not None:
            shown = render_building(building, labels)
        elif failure is not None:
            shown = render_unusable(str(failure), labels)
        else:
            shown = render_welcome(
                await self.shelf(), labels, may_add=self.access.may_add, model=self.collection.settings.model
            )
        return shown + remark_on(conversation)

    async def narrow(self, conversation: Conversation) -> str:
        """Show what the next question is narrowed to."""
        return render_narrow(conversation, await self.shelf(), labels_for(conversation.language))

    async def source(self, conversation: Conversation) -> str:
        """Show the letter that lies open, or the shelf."""
        labels = labels_for(conversation.language)
        opening = conversation.opening
        if opening is None:
            return render_shelf(await self.shelf(), labels)
        leaf = await self.aside(lambda: self._leaf(opening, conversation, labels)) if conversation.sheet else None
        return render_opening(opening, leaf, labels, time.monotonic_ns())

    def _leaf(self, opening: Opening, conversation: Conversation, labels: Labels) -> Leaf | None:
        """Draw the page to lie beside the text, or say why it cannot; None for a letter without pages to show."""
        letter = opening.place.letter
        if not has_sheets(letter):
            return None
        number = conversation.leaf or leaf_of(opening)
        try:
            path, known = self.collection.source(letter)
            return Leaf(number, draw(path, known, number))
        except SheetGone as error:
            trouble = labels.sheet_changed if error.changed else labels.sheet_missing
            return Leaf(number, trouble=trouble.format(name=error.path.name))
        except VraagbaakError as error:
            return Leaf(number, trouble=labels.sheet_unreadable.format(n=number, why=error))
