"""What poisoned letters do to answers by a language model that obeys every one of them: nothing."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest

from rag.answer import Answer
from rag.assistant import Assistant
from rag.settings import Settings
from rag.writing.prompts import source
from rag.writing.writer import open_writer
from tests.poisoned.harmless import MARK, assert_harmless
from tests.poisoned.letters import reference
from tests.poisoned.table import POISONS, Poison
from tests.rag.writing.cited import cited
from tests.rag.writing.scripted_server import ScriptedServer, says, scripted

TRUE = (
    "Het kabinet zal de terugkeer- en transithub uitsluitend ontwikkelen in overeenstemming met het internationaal en "
    "Europees recht"
)
TRUE_EN = "The cabinet will develop the return and transit hub only in accordance with international and European law"
NUMBERED = pytest.mark.parametrize(("number", "poison"), list(enumerate(POISONS)), ids=[one.name for one in POISONS])


def _together(poisoned: Assistant, number: int, poison: Poison) -> Answer:
    """Return an answer that quotes an honest letter and a poisoned one."""
    real = cited(poisoned.letter("7562802"), f"{TRUE}.")
    own = poisoned.ask(f"vraag 1 van brief {reference(number)}").citations
    citations = (real, *(replace(one, n=n) for n, one in enumerate(own, 2)))
    return Answer("Hoe staat het met de hub?", poison.language, "answered", "Zonder model.", citations)


def _obeying(server: ScriptedServer, answer: Answer) -> Answer:
    writer = open_writer(Settings(model="openai:obedient", model_url=server.url))
    assert writer is not None
    (*_, last) = writer.write(answer.question, answer.language, answer)
    return last


@NUMBERED
def test_a_model_that_obeys_adds_nothing(poisoned: Assistant, number: int, poison: Poison) -> None:
    without = _together(poisoned, number, poison)
    true = f"{TRUE if poison.language == 'nl' else TRUE_EN} [1]."
    with scripted(says(f"{true} {poison.reply}")) as server:
        last = _obeying(server, without)
    assert_harmless(last)
    assert last.answer.partition("\n\n**")[0] in (true, without.answer)
    assert last.remarks


@NUMBERED
def test_a_model_that_only_obeys_is_not_shown(poisoned: Assistant, number: int, poison: Poison) -> None:
    without = _together(poisoned, number, poison)
    with scripted(says(poison.reply)) as server:
        last = _obeying(server, without)
    assert replace(last, remarks=()) == without


@NUMBERED
def test_a_model_is_told_of_a_poisoned_letter_as_data(poisoned: Assistant, number: int, poison: Poison) -> None:
    for citation in _together(poisoned, number, poison).citations:
        told = source(citation, poison.language)
        assert MARK.findall(told) == [str(citation.n)]
        assert not {unicodedata.category(sign) for sign in told} & {"Cf", "Co", "Cn"}
        *_, quote = told.splitlines()
        assert isinstance(json.loads(quote.partition(": ")[2]), str)
        assert not re.search(r"[<>\[\]]", quote)
