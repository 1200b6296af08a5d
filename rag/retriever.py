"""The search as a LangChain retriever, for programs that are built from LangChain's parts."""

from functools import partial

from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor

from rag.answer import Hit, Place, Role
from rag.assistant import Assistant
from rag.filters import Filters
from rag.letter import Exchange, Letter

ASKED = "> "
"""What every line of a question begins with: whatever stands in a question, it cannot pass for an answer."""

ANSWER = "Antwoord:"
NO_ANSWER = "De brief bevat geen antwoord op deze vraag."


class LetterRetriever(BaseRetriever):
    """Finds exchanges and paragraphs of the letters, as :meth:`Assistant.search` does, and returns them as documents.

    The words of a document are the question, each line of it marked with ``>``, and below it the answer; or a
    paragraph of a letter. Its id is the key of the place. Its metadata tell the rest; ``role`` says whose words
    ``start`` and ``end`` point out in the letter's text: ``answer`` and ``text`` are the cabinet's, ``question`` is
    an asker's. What is to be quoted as the cabinet's is ``metadata["said"]``, None where there is no answer.

    ``k`` and ``filters`` can be given for one call as well::

        from rag.assistant import Assistant
        from rag.filters import Filters
        from rag.retriever import LetterRetriever
        from rag.settings import Settings

        retriever = LetterRetriever(assistant=Assistant.open(Settings()), k=5)
        for document in retriever.invoke("what about UNHCR access?", filters=Filters(since="2026-01-01")):
            print(document.metadata["citation"], document.metadata["label"], document.page_content)

    Attributes:
        assistant: what is searched with; whoever opened it closes it.
        k: how many documents are returned at most.
        filters: which letters and exchanges are admitted.
    """

    assistant: Assistant
    k: int = 10
    filters: Filters | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        filters: Filters | None = None,
    ) -> list[Document]:
        del run_manager  # nothing happens on the way that a listener could be told
        count = self.k if k is None else k
        return [document(hit) for hit in self.assistant.search(query, count, filters or self.filters)]

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        k: int | None = None,
        filters: Filters | None = None,
    ) -> list[Document]:
        # LangChain's own does not hand on what is given for one call.
        find = partial(self._get_relevant_documents, run_manager=run_manager.get_sync(), k=k, filters=filters)
        return await run_in_executor(None, find, query)


def document(hit: Hit) -> Document:
    """Return a hit as a document."""
    place = hit.place
    letter, exchange = place.letter, place.exchange
    role = _role(place)
    words = letter.at(place.span) if exchange is None else _words(letter, exchange)
    return Document(
        id=place.key,
        page_content=words,
        metadata={
            "role": role,
            "said": None if role == "question" else letter.at(place.span),
            "letter": letter.id,
            "title": letter.title,
            "kind": letter.kind,
            "date": letter.date,
            "citation": letter.citation,
            "ministers": [str(one) for one in letter.ministers],
            "label": exchange.label if exchange else None,
            "numbers": list(exchange.numbers) if exchange else [],
            "party": exchange.party if exchange else None,
            "paragraph": place.paragraph.n if place.paragraph else None,
            "start": hit.span[0],
            "end": hit.span[1],
            "score": hit.score,
        },
    )


def _role(place: Place) -> Role:
    if place.exchange is not None:
        return "question" if place.exchange.answer_span is None else "answer"
    # In questions that await their answer nothing is the cabinet's, the text around them included.
    return "question" if place.letter.kind == "questions" else "text"


def _words(letter: Letter, exchange: Exchange) -> str:
    asker = f" ({exchange.party})" if exchange.party and exchange.party not in exchange.label else ""
    asked = "\n".join(ASKED + line for line in letter.at(exchange.question_span).splitlines())
    said = f"{ANSWER}\n{letter.at(exchange.answer_span)}" if exchange.answer_span else NO_ANSWER
    return "\n\n".join(filter(None, (f"{exchange.label}{asker}:\n{asked}" if asked else "", said)))
