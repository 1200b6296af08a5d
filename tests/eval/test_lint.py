from dataclasses import replace
from pathlib import Path

import pytest

from eval.gold import Gold
from eval.lint import balance, faults_of, lint
from eval.sets import ANSWERABLE_KINDS, PARTS, UNANSWERABLE_KINDS, Question
from rag.letter import Letter
from tests.eval.made_letters import BRIDGE, COWS, HELLO, LETTERS, SHIPS
from tests.ingest.one_letter import read_letter

CORPUS = Path(__file__).parents[2] / "corpus"
FAIR = (SHIPS, BRIDGE, COWS, HELLO)


@pytest.fixture(scope="module")
def corpus() -> tuple[Letter, ...]:
    return tuple(read_letter(path.read_bytes(), path.name) for path in sorted(CORPUS.glob("*.txt")))


def test_a_fair_set_has_no_faults() -> None:
    assert lint(FAIR, LETTERS) == ()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (replace(SHIPS, quote="Er voeren 1.251 schepen binnen."), "does not stand in the answer"),
        (replace(SHIPS, quote="Hoeveel schepen voeren er binnen?"), "does not stand in the answer"),
        (replace(SHIPS, quote=None), "needs a quote"),
        (replace(SHIPS, facts=("9.999",)), "'9.999' stands nowhere"),
        (replace(SHIPS, gold=(Gold("100", None, ("9",)),)), "no such place"),
        (replace(SHIPS, gold=()), "needs gold places"),
        (replace(SHIPS, gold=SHIPS.gold * 2), "named twice"),
        (replace(SHIPS, also=SHIPS.gold), "named twice"),
        (replace(SHIPS, kind="small_talk"), "does not go with status"),
        (replace(COWS, language="en", kind="single"), "does not go with status"),
        (replace(SHIPS, question=" Wat moet de oeververbinding  kosten "), "asks the same as"),
    ],
)
def test_each_fault_is_named(bad: Question, says: str) -> None:
    others = [question for question in FAIR if question.id != bad.id and question.kind != bad.kind]
    assert any(bad.id in fault and says in fault for fault in lint([*others, bad], LETTERS))


def test_white_space_in_a_quote_is_folded() -> None:
    assert lint([replace(SHIPS, quote="Er voeren\n1.250  schepen binnen."), BRIDGE], LETTERS) == ()


def test_languages_out_of_balance_are_said() -> None:
    more = replace(BRIDGE, id="nl-9", question="wat kost de overspanning?")
    assert any("out of balance" in fault for fault in lint([SHIPS, BRIDGE, more], LETTERS))


def test_what_was_asked_is_quoted_from_the_question_and_its_facts_may_be_askers() -> None:
    asked = replace(BRIDGE, kind="asked", quote="Wat kost de brug?", facts=("PVV",))
    assert lint([asked, SHIPS], LETTERS) == ()
    assert lint([replace(asked, quote=BRIDGE.quote), SHIPS], LETTERS)[0].startswith(
        "nl-1: the quote does not stand in the question"
    )
    assert "'SP' stands nowhere" in lint([replace(asked, facts=("SP",)), SHIPS], LETTERS)[0]


def test_an_unanswered_question_may_name_where_it_was_asked() -> None:
    asked = replace(COWS, kind="unanswered", status="unanswered")
    assert faults_of(asked, LETTERS) == faults_of(replace(asked, gold=SHIPS.gold), LETTERS) == ()


def test_the_same_words_after_another_question_are_another_question() -> None:
    later = replace(SHIPS, id="en-2", after=("what about the port?",), kind="follow_up")
    others = [BRIDGE, replace(BRIDGE, id="nl-9", question="en de kosten?")]
    assert lint([SHIPS, later, *others], LETTERS) == ()
    assert any("asks the same as en-2" in fault for fault in lint([later, replace(later, id="en-3")], LETTERS))


def test_balance_counts_by_kind_half_language_and_wording() -> None:
    table = balance(FAIR)
    assert [sum(table.pop(part, {}).values()) for part in PARTS] == [3, 1]
    assert table == {
        "figure": {"en": 1},
        "lay": {"nl": 1},
        "other_topic": {"nl": 1},
        "single": {"nl": 1},
        "small_talk": {"en": 1},
    }


def test_the_shipped_sets_are_large_even_and_varied(shipped: tuple[Question, ...]) -> None:
    table = balance(shipped)
    for kinds, least in ((ANSWERABLE_KINDS, 120), (UNANSWERABLE_KINDS, 75)):
        for language in ("en", "nl"):
            counts = [table[kind].get(language, 0) for kind in kinds if kind in table]
            assert sum(counts) >= least
            assert min(counts) >= 8
    assert sum(table["lay"].values()) >= sum(question.answerable for question in shipped) / 3


def test_the_shipped_sets_hold_what_was_promised(shipped: tuple[Question, ...]) -> None:
    asked = {question.question: question for question in shipped}
    assert len(asked["what did the cabinet say about UNHCR access?"].gold) == 3
    assert asked["Hoe heeft het standpunt over Oeganda zich ontwikkeld?"].kind == "timeline"
    assert asked["Wat is het standpunt over stikstof en de veestapel?"].status == "not_found"


def test_the_shipped_sets_are_true_to_the_letters(shipped: tuple[Question, ...], corpus: tuple[Letter, ...]) -> None:
    assert lint(shipped, corpus) == ()
