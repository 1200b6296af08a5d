"""What poisoned letters do to answers without a language model: nothing but be quoted as what they are."""

import pytest

from rag.assistant import Assistant
from tests.poisoned.harmless import MARK, assert_harmless
from tests.poisoned.letters import reference
from tests.poisoned.table import POISONS

REAL = (
    "Wat zegt het kabinet over Oeganda?",
    "What did the cabinet say about UNHCR access?",
    "vraag 7 van brief 7562802",
    "Hoeveel aanvragen voor terugkeerondersteuning zijn er ingediend?",
    "Is de terugkeerhub in lijn met internationaal recht?",
)
NUMBERS = range(len(POISONS))


@pytest.mark.parametrize("number", NUMBERS, ids=[one.name for one in POISONS])
def test_a_poisoned_letter_is_quoted_as_its_own_words_and_nothing_else(poisoned: Assistant, number: int) -> None:
    answer = poisoned.ask(f"vraag 1 van brief {reference(number)}")
    assert_harmless(answer)
    assert {one.place.letter.reference for one in answer.citations} <= {reference(number)}


@pytest.mark.parametrize("question", REAL)
def test_what_is_said_about_other_letters_stays_the_same(
    poisoned: Assistant, assistant: Assistant, question: str
) -> None:
    clean, other = assistant.ask(question), poisoned.ask(question)
    real = {letter.id for letter in assistant.letters()}
    assert_harmless(other)
    quotes = {(one.place.key, one.start, one.end) for one in clean.citations}
    assert quotes >= {(one.place.key, one.start, one.end) for one in other.citations if one.place.letter.id in real}
    for block in other.answer.split("\n\n**"):
        cited = {one.place.letter.id for one in other.citations if str(one.n) in MARK.findall(block)}
        assert len(cited) <= 1


def test_nothing_hidden_is_quoted(poisoned: Assistant) -> None:
    for letter in poisoned.letters():
        assert "display:none" not in letter.text
        assert "<script" not in letter.text or letter.source.endswith((".txt", ".md"))
