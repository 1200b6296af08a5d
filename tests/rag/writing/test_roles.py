"""Answers over the five letters, written by a model in its honest, careless and hostile roles."""

from dataclasses import replace

import pytest

from rag.answer import Answer
from rag.answering.compose import as_plain
from rag.assistant import Assistant
from rag.settings import Settings
from rag.writing.writer import open_writer
from tests.rag.writing.roles import careless, honest, hostile, quotes
from tests.rag.writing.scripted_server import Script, scripted

QUESTIONS = (
    "Wat zegt het kabinet over Oeganda?",
    "Krijgt UNHCR toegang tot terugkeerhubs?",
    "Hoeveel aanvragen voor terugkeerondersteuning zijn er ingediend?",
    "What did the cabinet say about UNHCR access?",
    "How much will the Netherlands contribute to the solidarity pool?",
    "Zijn nationale parlementen betrokken bij het toezicht?",
)


def _written(assistant: Assistant, question: str, script: Script) -> tuple[Answer, Answer, str]:
    """Return the answer without a model, the one with it, and what the model was asked."""
    without = assistant.ask(question)
    assert without.status == "answered"
    with scripted(script) as server:
        writer = open_writer(Settings(model="openai:scripted", model_url=server.url))
        assert writer is not None
        (*_, last) = writer.write(question, without.language, without)
    return without, last, server.asked[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_honest_model_is_heard_whole(assistant: Assistant, question: str) -> None:
    _, last, asked = _written(assistant, question, honest)
    assert last.model == "openai:scripted"
    assert last.remarks == ()
    for _, words in quotes(asked):
        assert words in as_plain(last.answer)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_careless_model_is_heard_as_far_as_it_is_right(assistant: Assistant, question: str) -> None:
    without, last, asked = _written(assistant, question, careless)
    (_, first), *others = quotes(asked)
    if last.model is None:
        assert replace(last, remarks=()) == without
    else:
        assert len(last.citations) == 1
        assert first in as_plain(last.answer)
    assert len(last.remarks) == bool(others)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_hostile_model_is_not_heard(assistant: Assistant, question: str) -> None:
    without, last, _ = _written(assistant, question, hostile)
    assert replace(last, remarks=()) == without
    assert len(last.remarks) == 1
