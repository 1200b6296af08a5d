"""The tools: what programs and agents can do with the letters, over the same functions as the window.

They are endpoints of Gradio's API and tools of an MCP server at once; their descriptions are read by agents.
"""

import inspect
import math
import time
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Literal, TypeVar, get_type_hints

from rag.answer import Answer, Language
from rag.documents import Document, answer_document, letters_document, search_document, whole_letter_document
from rag.errors import QuestionError, VraagbaakError
from rag.filters import Filters
from ui import journal
from ui.desk import Desk
from ui.growth import Growth
from ui.request import Caller

Given = TypeVar("Given")
MOST_RESULTS = 100


class Tools:
    """Each takes who calls, and returns the document that the command of its name prints with ``--json``."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def each(self) -> tuple[Callable[..., Awaitable[Document]], ...]:
        """Return the tools."""
        return self.ask, self.search, self.show, self.letters

    async def ask(  # noqa: D417 - who calls is no argument to those who read this
        self,
        caller: Caller,
        question: str,
        since: str = "",
        until: str = "",
        kind: str = "",
        chamber: str = "",
        minister: str = "",
        party: str = "",
        letter: str = "",
        language: Literal["", "nl", "en"] = "",
    ) -> Document:
        """Answer a question about what the Dutch cabinet told parliament, in verbatim quotes with citations.

        Use this first. It answers only from the letters that are loaded, and says so when they do not answer: look at
        `status` (`answered`, `not_found`, `unanswered`: asked but not answered yet, `refused`). `answer` is Markdown
        with marks like [1]; `citations` has, for each mark, the quote as it stands in the letter, the letter, the
        number of the question it answers, and `text`, a reference to copy. Quote the cabinet only from quotes whose
        `role` is `answer` or `text`: a quote with role `question` has the words of who asked.

        Args:
            question: a whole question in Dutch or English, of 2,000 characters at most.
            since: only letters of this date or later, as 2026-05-11.
            until: only letters of this date or earlier.
            kind: only letters of this kind: answers, consultation, letter, questions or other.
            chamber: only letters to this chamber: Tweede Kamer or Eerste Kamer.
            minister: only letters of this minister, by name or portfolio.
            party: only what this party asked, and its answers.
            letter: only this letter, by its id or reference.
            language: of the answer's own words, nl or en; empty for that of the question.
        """
        filters = _filters(since, until, kind, chamber, minister, party, letter)
        self._count(caller)
        started = time.perf_counter()
        outcome = "failed"
        try:
            answer = await self._answer(question, filters, language or None)
            outcome = answer.status
        finally:
            journal.asked(caller, question if self._desk.access.log_questions else None, outcome, started)
        return answer_document(answer)

    async def search(  # noqa: D417
        self,
        caller: Caller,
        question: str,
        k: int = 10,
        since: str = "",
        until: str = "",
        kind: str = "",
        chamber: str = "",
        minister: str = "",
        party: str = "",
        letter: str = "",
    ) -> Document:
        """Rank the places in the letters that fit a question best, without answering it.

        Use this to read around a subject: each result has the letter, the question and the answer in full, and a
        score between 0 and 1. What is in `question` are the words of who asked, not of the cabinet.

        Args:
            question: words or a question, in Dutch or English.
            k: how many results, from 1 to 100.
            since: only letters of this date or later, as 2026-05-11.
            until: only letters of this date or earlier.
            kind: only letters of this kind: answers, consultation, letter, questions or other.
            chamber: only letters to this chamber: Tweede Kamer or Eerste Kamer.
            minister: only letters of this minister, by name or portfolio.
            party: only what this party asked, and its answers.
            letter: only this letter, by its id or reference.
        """
        filters = _filters(since, until, kind, chamber, minister, party, letter)
        if not 1 <= k <= MOST_RESULTS:
            raise QuestionError(f"k {k}: ask for 1 to {MOST_RESULTS} results.")
        self._count(caller)
        collection = self._desk.collection
        hits = await self._desk.aside(lambda: collection.answerer().search(question, k, filters))
        return search_document(question, hits)

    async def show(self, caller: Caller, letter: str) -> Document:  # noqa: D417
        """Return one letter whole: its text, its questions and answers with their offsets, notes and warnings.

        Args:
            letter: its id or reference, as in `letters` and in citations.
        """
        del caller
        collection = self._desk.collection
        return whole_letter_document(await self._desk.aside(lambda: collection.answerer().letter(letter)))

    async def letters(self, caller: Caller) -> Document:
        """List all letters that are loaded: id, title, kind, date, ministers, askers, reference, number of answers."""
        del caller
        collection = self._desk.collection
        return letters_document(await self._desk.aside(lambda: collection.answerer().letters()))

    def _count(self, caller: Caller) -> None:
        wait = self._desk.access.wait(caller.person)
        if wait:
            most = self._desk.access.questions_a_minute
            raise QuestionError(f"{most} questions a minute is the most for one person; wait {math.ceil(wait)} s.")

    async def _answer(self, question: str, filters: Filters, language: Language | None) -> Answer:
        growth = Growth(lambda: self._desk.collection.answerer().stream(question, filters, language))
        seconds = self._desk.access.seconds_a_question
        try:
            *_, answer = [grown async for grown in growth.watch(self._desk.threads, seconds)]
        except TimeoutError as error:
            raise QuestionError(
                f"The answer took longer than {seconds:g} s and was broken off; ask a shorter question."
            ) from error
        return answer


def offered(
    tool: Callable[..., Awaitable[Document]],
    request: type[Given],
    who: Callable[[Given], Caller],
    told: Callable[[str], Exception],
) -> Callable[..., Awaitable[Document]]:
    """Return a tool as a server takes it: with the server's own request in place of who calls, and its own error."""

    @wraps(tool)
    async def endpoint(caller: Given, *args: Any, **named: Any) -> Document:  # noqa: ANN401 - as the tool has them
        try:
            return await tool(who(caller), *args, **named)
        except VraagbaakError as error:
            raise told(str(error)) from error

    signature = inspect.signature(tool)
    first, *rest = signature.parameters.values()
    endpoint.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[first.replace(annotation=request), *rest]
    )
    endpoint.__annotations__ = {**get_type_hints(tool), first.name: request}
    return endpoint


def _filters(since: str, until: str, kind: str, chamber: str, minister: str, party: str, letter: str) -> Filters:
    return Filters(
        since=since or None,
        until=until or None,
        party=party or None,
        minister=minister or None,
        kind=kind or None,
        letter=letter or None,
        chamber=chamber or None,
    )
