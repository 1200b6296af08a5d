import inspect
import textwrap
from typing import Any

import anyio
import pytest
from hypothesis import given
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import RetrieversIntegrationTests

from rag.answer import Hit, Place
from rag.assistant import Assistant
from rag.errors import QuestionError
from rag.filters import Filters
from rag.letter import Letter
from rag.retriever import ANSWER, ASKED, NO_ANSWER, LetterRetriever, document
from rag.settings import Settings
from tests.conftest import MakeLetter
from tests.rag.drawn import whole_letters

HUBS = "Wat vindt het kabinet van terugkeerhubs?"


@pytest.mark.anyio
class TestStandard(RetrieversIntegrationTests):
    """LangChain's own tests, run on the five letters."""

    @pytest.fixture(autouse=True)
    def _letters(self, assistant: Assistant) -> None:
        self.assistant = assistant

    @pytest.fixture
    def anyio_backend(self) -> str:
        return "asyncio"

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return LetterRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"assistant": self.assistant}

    @property
    def retriever_query_example(self) -> str:
        return HUBS


def _document(letter: Letter, exchange: int | None = 0) -> Document:
    if exchange is None:
        place = Place(letter, paragraph=letter.paragraphs[0])
    else:
        place = Place(letter, exchange=letter.exchanges[exchange])
    return document(Hit(1, 0.5, place, place.shown))


def test_it_finds_what_search_finds(assistant: Assistant) -> None:
    found = LetterRetriever(assistant=assistant, k=7).invoke(HUBS)
    hits = assistant.search(HUBS, 7)
    assert [one.id for one in found] == [hit.place.key for hit in hits]
    assert [one.metadata["score"] for one in found] == [hit.score for hit in hits]
    for one, hit in zip(found, hits, strict=True):
        assert hit.place.letter.text[one.metadata["start"] : one.metadata["end"]] == one.metadata["said"]
        assert one.metadata["citation"] == hit.place.letter.citation


def test_filters_hold_for_the_retriever_and_for_one_call(assistant: Assistant) -> None:
    only = Filters(letter="7562802")
    for found in (
        LetterRetriever(assistant=assistant, filters=only).invoke(HUBS),
        LetterRetriever(assistant=assistant).invoke(HUBS, filters=only),
        anyio.run(lambda: LetterRetriever(assistant=assistant).ainvoke(HUBS, filters=only, k=3)),
    ):
        assert {one.metadata["letter"] for one in found} == {"7562802"}
    assert len(found) == 3


def test_what_cannot_be_asked_is_refused(assistant: Assistant) -> None:
    retriever = LetterRetriever(assistant=assistant)
    with pytest.raises(QuestionError, match="empty"):
        retriever.invoke(" ")
    with pytest.raises(QuestionError, match="at least one"):
        retriever.invoke(HUBS, k=0)


def test_question_and_answer_stand_apart(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Kost het iets?\n\nAntwoord:\nJa, veel.", "Het kost niets."),), date="2026-03-01")
    found = _document(letter)
    assert found.page_content == (
        "Vraag 1:\n> Kost het iets?\n> \n> Antwoord:\n> Ja, veel.\n\nAntwoord:\nHet kost niets."
    )
    assert found.metadata["said"] == "Het kost niets."
    known = {name: found.metadata[name] for name in ("role", "label", "numbers", "letter", "kind", "date")}
    assert known == {
        "role": "answer",
        "label": "Vraag 1",
        "numbers": ["1"],
        "letter": "2026-1",
        "kind": "answers",
        "date": "2026-03-01",
    }


def test_a_question_without_an_answer_is_the_askers(make_letter: MakeLetter) -> None:
    found = _document(make_letter(pairs=(("Kost het iets?", None),)))
    assert (found.metadata["role"], found.metadata["said"]) == ("question", None)
    assert found.page_content == f"Vraag 1:\n> Kost het iets?\n\n{NO_ANSWER}"


def test_a_paragraph_is_the_cabinets_unless_the_letter_only_asks(make_letter: MakeLetter) -> None:
    words = ("Het kabinet beraadt zich.",)
    found = _document(make_letter(pairs=(), paragraphs=words), None)
    assert (found.page_content, found.metadata["role"], found.metadata["paragraph"]) == (words[0], "text", 1)
    asked = _document(make_letter(pairs=(), paragraphs=words, kind="questions"), None)
    assert (asked.metadata["role"], asked.metadata["said"]) == ("question", None)


@given(whole_letters())
def test_no_line_of_a_question_passes_for_an_answer(letter: Letter) -> None:
    for number, exchange in enumerate(letter.exchanges):
        found = _document(letter, number)
        said = found.metadata["said"]
        assert found.page_content.endswith(NO_ANSWER if said is None else f"{ANSWER}\n{said}")
        asked = letter.at(exchange.question_span).splitlines()
        assert all(ASKED + line in found.page_content for line in asked)


def test_the_example_of_the_docstring_runs(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    text = inspect.getdoc(LetterRetriever) or ""
    example = text.partition("::\n")[2].partition("Attributes:")[0].replace("Settings()", "settings")
    exec(textwrap.dedent(example), {"settings": settings})  # noqa: S102 - our own words
    assert "Antwoord:" in capsys.readouterr().out
