from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import checks
from rag.answer import Answer, Role
from rag.letter import Exchange
from tests.eval.made_letters import COUNCIL, HARBOUR, LETTERS, PLACES, cite, harbour

KNOWN = {letter.id: letter for letter in LETTERS}
SHIPS = cite("100#1", "Er voeren 1.250 schepen binnen.")


def _answer(text: str) -> Answer:
    return Answer("?", "nl", "answered", text, (SHIPS,))


def test_a_good_citation_passes_every_check() -> None:
    for one in (SHIPS, cite("kst-1-2#p1", "een groet", "text"), cite("kst-1-2#PVV-1", "Wat kost de brug?", "question")):
        assert checks.resolvable(one, KNOWN)
        assert checks.verbatim(one, KNOWN)
        assert checks.inside(one)
        assert checks.role_right(one, KNOWN)


def test_words_are_checked_against_the_index_and_not_the_citation() -> None:
    other = replace(harbour(), text=HARBOUR.replace("1.250", "9.999"))
    assert not checks.verbatim(SHIPS, {"100": other})


def test_a_quote_with_another_digit_or_other_offsets_is_not_verbatim() -> None:
    assert not checks.verbatim(replace(SHIPS, quote="Er voeren 1.251 schepen binnen."), KNOWN)
    assert not checks.verbatim(cite("100#1", SHIPS.quote, shift=1), KNOWN)
    assert not checks.verbatim(replace(SHIPS, quote="", end=SHIPS.start), KNOWN)


def test_unknown_letters_and_exchanges_do_not_resolve() -> None:
    assert not checks.resolvable(SHIPS, {})
    invented = replace(PLACES["100#1"], exchange=Exchange("Vraag 9", ("9",), None, (0, 5)))
    assert not checks.resolvable(replace(SHIPS, place=invented), KNOWN)


def test_a_quote_from_the_neighbouring_answer_is_not_inside() -> None:
    assert not checks.inside(replace(SHIPS, place=PLACES["100#2+3"]))


def test_a_question_cited_as_an_answer_has_the_wrong_role() -> None:
    wrong = cite("100#1", "Hoeveel schepen voeren er binnen?", "answer")
    assert not checks.role_right(wrong, KNOWN)
    assert not checks.inside(wrong)


@pytest.mark.parametrize(
    ("words", "role"),
    [("kost de brug?", "question"), ("4 miljoen", "answer"), ("een groet", "text"), ("brug?\n\nDe", "question")],
)
def test_true_role(words: str, role: Role) -> None:
    start = COUNCIL.index(words)
    assert checks.true_role(KNOWN["kst-1-2"], start, start + len(words)) == role


@given(st.integers(-60, 60).filter(bool))
def test_moved_offsets_never_pass_as_verbatim(shift: int) -> None:
    assert not checks.verbatim(cite("100#1", SHIPS.quote, shift=shift), KNOWN)


def test_marks_and_citations_must_match() -> None:
    assert checks.marks_resolve(_answer("De minister: “…” [1]"))
    assert not checks.marks_resolve(_answer("De minister: “…” [1] [2]"))
    assert not checks.marks_resolve(_answer("De minister zei iets."))
    assert checks.marks_resolve(_answer("De minister: “zie voetnoot [7]” [1]"))
