"""Pointers across letters: what each reference means among the letters that there are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from rag.assistant import Assistant
from rag.indexing.crossing import Register, settle
from rag.letter import Letter, Minister, Pointer
from tests.conftest import MakeLetter
from tests.rag.conftest import MakeIndex

ASYLUM, TRADE = Minister("minister van Asiel en Migratie"), Minister("minister voor Buitenlandse Handel")
PAIRS = (("Hoeveel otters zijn er?", "Er zijn honderd otters."), ("Groeit dat?", "Het aantal otters groeit hard."))


@pytest.fixture
def shelf(make_letter: MakeLetter) -> dict[str, Letter]:
    """Letters that can be referred to."""
    letters = (
        make_letter("kst-32317-974", PAIRS, dossier="32317", number="974", date="2025-10-08", kind="consultation"),
        make_letter("ah-tk-20232024-1314", PAIRS, number="1314", date="2024-03-25", chamber="Tweede Kamer"),
        make_letter("ah-ek-20232024-1314", PAIRS, number="1314", date="2024-03-26", chamber="Eerste Kamer"),
        make_letter("7268126", PAIRS, reference="7268126", question_reference="2026Z04651", date="2026-05-11",
                    ministers=(ASYLUM,)),
        make_letter("2026Z04651", PAIRS[:0], question_reference="2026Z04651", kind="questions"),
        make_letter("brief-1", PAIRS[:0], kind="letter", date="2026-05-11", ministers=(TRADE,)),
        make_letter("brief-2", PAIRS[:0], kind="letter", date="2026-06-01", ministers=(TRADE,)),
        make_letter("brief-3", PAIRS[:0], kind="letter", date="2026-06-01", ministers=(TRADE,)),
        make_letter("brief-4", PAIRS[:0], kind="letter", date="2026-07-01"),
    )  # fmt: skip
    return {one.id: one for one in letters}


def _pointing(letter: Letter, *references: str) -> Letter:
    pointers = tuple(Pointer(f"zie {reference}", reference=reference) for reference in references)
    first, *others = letter.exchanges
    return replace(letter, exchanges=(replace(first, refers_to=pointers), *others))


def _settle(letter: Letter, shelf: dict[str, Letter]) -> Sequence[Pointer]:
    among = {**shelf, letter.id: letter}
    return settle(letter, Register(among.values()), among.__getitem__).exchanges[0].refers_to


@pytest.mark.parametrize(
    ("reference", "letter", "label"),
    [
        ("kst-32317-974", "kst-32317-974", None),
        ("kst-32317-974#2", "kst-32317-974", "Vraag 2"),
        ("kst-32317-974#19", "kst-32317-974", None),
        ("kst-32317-967#2", None, None),
        ("ah-20232024-1314#1", "ah-tk-20232024-1314", "Vraag 1"),
        ("ah-ek-20232024-1314#1", "ah-ek-20232024-1314", "Vraag 1"),
        ("2026Z04651#2", "7268126", "Vraag 2"),
        ("2026z04651", "7268126", None),
        ("kenmerk-7268126", "7268126", None),
        ("brief-2026-05-11", "7268126", None),
        ("brief-2026-05-11/minister voor buitenlandse handel", "brief-1", None),
        ("brief-2026-05-11/minister van financiën", None, None),
        ("brief-2026-06-01/minister voor buitenlandse handel", None, None),
        ("brief-2026-07-01", None, None),
        ("brief-2026-05-12", None, None),
    ],
)
def test_a_reference_means_the_one_letter_that_it_can_be(
    reference: str, letter: str | None, label: str | None, shelf: dict[str, Letter], make_letter: MakeLetter
) -> None:
    (pointer,) = _settle(_pointing(make_letter("a", ministers=(ASYLUM,)), reference), shelf)
    assert (pointer.letter, pointer.label) == (letter, label)
    assert pointer.numbers == (tuple(label.split()[1:]) if label else ())
    assert pointer.reference == reference
    assert pointer.text == f"zie {reference}"


def test_an_appendix_without_a_chamber_is_of_the_chamber_of_the_letter(
    shelf: dict[str, Letter], make_letter: MakeLetter
) -> None:
    (pointer,) = _settle(_pointing(make_letter("a", chamber="Eerste Kamer"), "ah-20232024-1314"), shelf)
    assert pointer.letter == "ah-ek-20232024-1314"


def test_a_dated_letter_of_an_unknown_sender_is_not_guessed(shelf: dict[str, Letter], make_letter: MakeLetter) -> None:
    (pointer,) = _settle(_pointing(make_letter("a"), "brief-2026-05-11"), shelf)
    assert pointer.letter is None


def test_a_letter_does_not_point_to_itself_by_reference(shelf: dict[str, Letter]) -> None:
    assert _settle(_pointing(shelf["7268126"], "2026Z04651#2"), shelf)[0].letter is None


def test_two_numbers_of_one_exchange_are_one_pointer(shelf: dict[str, Letter], make_letter: MakeLetter) -> None:
    joined = replace(shelf["7268126"].exchanges[0], numbers=("1", "2"), label="Vragen 1 en 2")
    both = shelf | {"7268126": replace(shelf["7268126"], exchanges=(joined,))}
    (pointer,) = _settle(_pointing(make_letter("a"), "kenmerk-7268126#1", "kenmerk-7268126#2"), both)
    assert pointer.label == "Vragen 1 en 2"


@pytest.mark.parametrize("count", range(5))
def test_settling_follows_what_letters_there_are(count: int, shelf: dict[str, Letter], make_letter: MakeLetter) -> None:
    names = ("kst-32317-974#1", "kenmerk-7268126#2", "ah-tk-20232024-1314#1", "brief-2026-05-11")
    letter = _pointing(make_letter("a", ministers=(ASYLUM,)), *names)
    whole = {**shelf, "a": letter}
    before = settle(letter, Register(whole.values()), whole.__getitem__)
    assert all(pointer.letter for pointer in before.exchanges[0].refers_to)
    for gone in combinations(("kst-32317-974", "7268126", "brief-1", "ah-tk-20232024-1314"), count):
        left = {name: one for name, one in whole.items() if name not in gone}
        register = Register(left.values())
        after = settle(before, register, left.__getitem__)
        assert after == settle(letter, register, left.__getitem__) == settle(after, register, left.__getitem__)
        assert all(pointer.letter is None or pointer.letter in left for pointer in after.exchanges[0].refers_to)


def test_letters_that_refer_to_others_are_known(shelf: dict[str, Letter], make_letter: MakeLetter) -> None:
    assert Register(shelf.values()).referring == []
    assert Register([*shelf.values(), _pointing(make_letter("a"), "kst-32317-974")]).referring == ["a"]


def test_an_answer_that_points_across_letters_brings_the_other_exchange(
    shelf: dict[str, Letter], make_letter: MakeLetter, make_index: MakeIndex
) -> None:
    pairs = (("Hoe staat het met de bevers?", "Ik verwijs naar vraag 2 in mijn eerdere brief."),)
    letter = _pointing(make_letter("a", pairs, date="2026-09-01"), "kenmerk-7268126#2", "kst-32317-974", "kst-1-1#2")
    made = Assistant.open(make_index(*shelf.values(), letter))
    answer = made.ask("vraag 1 van a")
    made.close()
    assert [one.place.key for one in answer.citations] == ["a#1", "7268126#2"]
    assert "Het aantal otters groeit hard." in answer.answer
    assert shelf["7268126"].citation in answer.answer
    assert [one.role for one in answer.citations] == ["answer", "answer"]
