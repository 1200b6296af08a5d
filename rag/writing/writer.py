"""The writer: an answer by a language model from the quotes of an answer without one, sentence by sentence checked."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from rag.answer import Answer, Citation, Language
from rag.errors import SettingError
from rag.settings import Settings
from rag.writing import remarks
from rag.writing.budget import fitting
from rag.writing.drafting import drafted, visible
from rag.writing.failure import ModelFailure
from rag.writing.opening import Message, Speak, open_model
from rag.writing.page import Page
from rag.writing.patience import Deadline, Patience, listen
from rag.writing.prompts import messages, source
from rag.writing.support import Support

LONGEST = 6_000
"""Characters after which a model is taken not to stop."""

LONGEST_THOUGHT = 200_000
"""The same, with what it thinks aloud between tags."""

ENOUGH = 0.5
"""The share of its sentences that must pass for a model's answer to be shown."""

_PAUSE = 0.5
"""Seconds before a model is asked once more."""

_ENDS = re.compile(r"[.!?\n\]>]")
"""What may end a sentence or a thought; between two of these nothing new can be judged."""


class Writer:
    """Writes answers with a language model.

    Attributes:
        name: the model's name as it was set.
    """

    def __init__(self, name: str, opening: Callable[[], Speak], patience: Patience, context: int) -> None:
        self.name = name
        self._opening, self._patience, self._context = opening, patience, context
        self._speak: Speak | None = None

    def write(self, question: str, language: Language, answer: Answer) -> Iterator[Answer]:
        """Yield the answer as it grows, made of sentences that passed their checks; the last is whole.

        ``answer`` is the finished answer without a model. When the model fails, or too few of its sentences pass,
        the last item is that answer with a remark that says why. Closing the iterator stops the model.
        """
        if answer.status != "answered" or not answer.citations:
            yield answer
            return
        try:
            yield from self._written(question, language, answer)
        except ModelFailure as failure:
            yield replace(answer, remarks=(*answer.remarks, remarks.failed(failure, language)))

    def _written(self, question: str, language: Language, answer: Answer) -> Iterator[Answer]:
        speak = self._opened()
        given, asked = self._asked(question, language, answer)
        support = Support(language, given)
        deadline = Deadline(self._patience)
        page = Page(support)
        try:
            yield from self._page(speak, asked, page, answer, deadline)
        except ModelFailure as failure:
            if not failure.is_transient:
                raise
            time.sleep(_PAUSE)
            page = Page(support)
            yield from self._page(speak, asked, page, answer, deadline)
        yield replace(self._judged(page, answer), remarks=(*answer.remarks, *_told(page, given, answer, language)))

    def _opened(self) -> Speak:
        if self._speak is None:
            try:
                self._speak = self._opening()
            except SettingError as error:
                raise ModelFailure("unusable", str(error).rstrip(".")) from error
        return self._speak

    def _asked(self, question: str, language: Language, answer: Answer) -> tuple[Sequence[Citation], list[Message]]:
        """Return the citations that fit into what the model takes, and what it is asked with them."""
        sources = [source(citation, language) for citation in answer.citations]
        bare = messages(question, language, ())
        count = fitting(sources, [text for _, text in bare], self._context)
        if not count:
            raise ModelFailure("no room")
        return answer.citations[:count], messages(question, language, sources[:count])

    def _page(
        self, speak: Speak, asked: list[Message], page: Page, answer: Answer, deadline: Deadline
    ) -> Iterator[Answer]:
        """Fill a page with what the model says, and yield the answer whenever that changes."""
        text = ""
        with closing(listen(lambda: speak(asked), deadline)) as pieces:
            for piece in pieces:
                text += piece
                if len(text) > LONGEST and (len(text) > LONGEST_THOUGHT or len(visible(text)) > LONGEST):
                    raise ModelFailure("too long")
                if _ENDS.search(piece) and page.put(drafted(text, whole=False)) and page.kept:
                    yield page.answer(answer, self.name)
        page.put(drafted(text, whole=True))

    def _judged(self, page: Page, answer: Answer) -> Answer:
        """Return the whole answer, if enough of it passed."""
        if not page.written:
            raise ModelFailure("empty")
        if len(page.kept) < ENOUGH * page.written:
            strange = page.objections.count("language") > ENOUGH * len(page.objections)
            raise ModelFailure("wrong language" if strange else "unsupported")
        return page.answer(answer, self.name)


def open_writer(settings: Settings) -> Writer | None:
    """Return a writer with the language model of the settings; None when they name none.

    The model itself is opened with the first answer, which says so if that fails.
    """
    if not settings.model:
        return None
    patience = Patience(settings.model_first_token, settings.model_next_token, settings.model_total)
    return Writer(settings.model, lambda: open_model(settings), patience, settings.model_context)


def _told(page: Page, given: Sequence[Citation], answer: Answer, language: Language) -> Iterator[str]:
    if len(given) < len(answer.citations):
        yield remarks.left_out(len(given), len(answer.citations), language)
    if page.objections:
        yield remarks.dropped(page.objections, page.written, language)
