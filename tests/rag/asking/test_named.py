from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Place
from rag.asking.named import INTRODUCTION, Gazetteer, Named
from rag.assistant import Assistant
from rag.filters import Filters
from rag.indexing.passages import places
from rag.letter import Asker, Letter, Minister
from tests.conftest import MakeLetter


@pytest.fixture(scope="module")
def gazetteer(assistant: Assistant) -> Gazetteer:
    return _gazetteer(assistant.letters())


@pytest.fixture(scope="module")
def march(assistant: Assistant) -> str:
    """The consultation of March 2025, which has no date and no number."""
    return next(one.id for one in assistant.letters() if one.source.startswith("2025-03"))


def _gazetteer(letters: Iterable[Letter]) -> Gazetteer:
    heads = list(letters)
    parties = {exchange.party for letter in heads for exchange in letter.exchanges if exchange.party}
    return Gazetteer(heads, parties, {one.id: one.text[:INTRODUCTION] for one in heads if one.date is None})


def _named(named: Named) -> tuple[set[str] | None, tuple[str, ...]]:
    return None if named.letters is None else set(named.letters), named.numbers


@pytest.mark.parametrize(
    ("question", "letter", "numbers"),
    [
        ("vraag 8 van de brief van 11 mei 2026", "7268126", ("8",)),
        ("Wat is het antwoord op vraag 12 van de brief van 11 mei 2026?", "7268126", ("12",)),
        ("Wat antwoordde de minister op vraag 4 van 7562802?", "7562802", ("4",)),
        ("Vraag 7 van kenmerk 180760: wat is het antwoord?", "7562802", ("7",)),
        ("Wat zei de minister op de vragen 5 en 6 van de Eerste Kamer?", "7562802", ("5", "6")),
        ("vragen 1, 2 en 3 uit de antwoorden van juni 2026", "7562802", ("1", "2", "3")),
        ("de derde vraag in de brief van 18 juni 2026", "7562802", ("3",)),
        ("vraag nr. 3 van 2026Z04651", "7268126", ("3",)),
        ("Hoe luidde in kst-32317-974 het antwoord op de vierde vraag van GroenLinks-PvdA?", "kst-32317-974", ("4",)),
        ("What was the answer to question 7 in the letter of 18 June 2026?", "7562802", ("7",)),
        ("questions 14 and 15 of 7562802", "7562802", ("14", "15")),
        ("Questions 1 & 2 in 7268126", "7268126", ("1", "2")),
        ("the tenth question of the Senate", "7562802", ("10",)),
        ("what did question number 5 of 2026Z04651 ask?", "7268126", ("5",)),
        ("question 6 from the letter dated 11 May 2026", "7268126", ("6",)),
        ("the third NSC question in the consultation of October 2025", "kst-32317-974", ("3",)),
    ],
)
def test_a_place_is_read_from_a_question(
    gazetteer: Gazetteer, question: str, letter: str, numbers: tuple[str, ...]
) -> None:
    named = gazetteer.read(question)
    assert _named(named) == ({letter}, numbers)
    assert named.is_place


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("questions 1, 2, and 3 of 7268126", ("1", "2", "3")),
        ("vragen 5 t/m 7 van 7268126", ("5", "6", "7")),
        ("vragen 5 tot en met 7 van 7268126", ("5", "6", "7")),
        ("questions 5 to 7 of 7268126", ("5", "6", "7")),
        ("vraag nummer 4 van 7268126", ("4",)),
        ("question no. 4 of 7268126", ("4",)),
    ],
)
def test_no_number_of_a_question_is_lost(gazetteer: Gazetteer, question: str, numbers: tuple[str, ...]) -> None:
    assert gazetteer.read(question).numbers == numbers


@pytest.mark.parametrize(
    ("question", "party", "number"),
    [
        ("Geef het antwoord op de tweede vraag van de VVD in het overleg van maart 2025", "VVD", "2"),
        ("Eerste vraag van de SGP in maart 2025: wat was de reactie?", "SGP", "1"),
        ("de vierde vraag van GroenLinks-PvdA in het overleg van maart 2025", "GroenLinks-PvdA", "4"),
        ("vraag 3 van de NSC-fractie in maart 2025", "NSC", "3"),
        ("the fifth question of the SP in the consultation of March 2025", "SP", "5"),
        ("the third D66 question in March 2025", "D66", "3"),
    ],
)
def test_a_question_of_a_party_is_read(
    gazetteer: Gazetteer, march: str, question: str, party: str, number: str
) -> None:
    named = gazetteer.read(question)
    assert _named(named) == ({march}, (number,))
    assert named.parties == (party,)
    assert named.is_place


def test_a_named_place_admits_its_exchange_only(gazetteer: Gazetteer, assistant: Assistant, march: str) -> None:
    named = gazetteer.read("de vierde vraag van GroenLinks-PvdA in het overleg van maart 2025")
    admitted = [place.key for one in assistant.letters() for place in places(one) if named.admits(place)]
    assert admitted == [f"{march}#GroenLinks-PvdA-4"]
    both = gazetteer.read("vragen 5 en 6 van 7562802")
    admitted = [place.key for one in assistant.letters() for place in places(one) if both.admits(place)]
    assert admitted == ["7562802#5+6"]


def test_a_paragraph_is_no_numbered_place(gazetteer: Gazetteer, assistant: Assistant) -> None:
    letter = assistant.letter("7268126")
    named = gazetteer.read("vraag 1 van 7268126")
    assert not named.admits(Place(letter, paragraph=letter.paragraphs[0]))
    assert not named.admits(Place(letter))


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("Wat staat er over Oeganda in de brief van 11 mei 2026?", "7268126"),
        ("What does 7562802 say about the entry/exit system?", "7562802"),
        ("Wat schreef het kabinet in oktober 2025 over Oeganda?", "kst-32317-974"),
    ],
)
def test_a_letter_can_be_named_without_a_number(gazetteer: Gazetteer, question: str, letter: str) -> None:
    named = gazetteer.read(question)
    assert _named(named) == ({letter}, ())
    assert not named.is_place


def test_the_words_that_name_a_letter_are_not_searched_for(gazetteer: Gazetteer) -> None:
    named = gazetteer.read("Wat staat er over Oeganda op vraag 7 van de brief van 11 mei 2026 (7268126)?")
    assert "Oeganda" in named.rest
    assert not any(name in named.rest for name in ("7268126", "mei", "2026", "vraag 7"))


@pytest.mark.parametrize(
    "question",
    [
        "Wat vindt het kabinet van Oeganda?",
        "What will happen in May?",
        "De Kamer stelde 82.000 vragen in 2026",
        "Wat vindt de Tweede Kamer?",
        "",
    ],
)
def test_other_questions_name_no_place(gazetteer: Gazetteer, question: str) -> None:
    named = gazetteer.read(question)
    assert _named(named) == (None, ())
    assert not named.is_place
    assert named.rest == " ".join(question.split())


@pytest.mark.parametrize(
    ("question", "party", "rest"),
    [
        ("Hoeveel vragen stelde de VVD?", "VVD", "Hoeveel vragen stelde ?"),
        ("Welke vraag stelde NSC over Dublin?", "NSC", "Welke vraag stelde over Dublin?"),
        ("Wat wilden de leden van de PVV-fractie weten over Syrië?", "PVV", "Wat wilden weten over Syrië?"),
        ("What did the D66 group ask about Tunisia?", "D66", "What did ask about Tunisia?"),
    ],
)
def test_the_party_is_a_filter_and_not_searched_for(gazetteer: Gazetteer, question: str, party: str, rest: str) -> None:
    named = gazetteer.read(question)
    assert (named.parties, named.rest) == ((party,), rest)
    assert not named.is_place
    assert named.filters == (Filters(party=party),)
    assert named.narrows


def test_a_number_without_letter_or_party_is_no_place(gazetteer: Gazetteer) -> None:
    assert not gazetteer.read("Wat is het antwoord op vraag 3?").is_place


def test_an_unknown_date_names_no_letter(gazetteer: Gazetteer) -> None:
    assert gazetteer.read("vraag 3 van de brief van 4 juli 2019").letters == frozenset()
    assert gazetteer.read("Wat veranderde er in juli 2019?").letters is None


def test_a_lettered_question_is_read(make_letter: MakeLetter) -> None:
    named = _gazetteer([make_letter("2026Z00001")]).read("vraag 6a van 2026Z00001")
    assert _named(named) == ({"2026Z00001"}, ("6a",))


@limits(deadline=None, max_examples=100)
@given(st.text(alphabet="vraquestion 0123456789,&enmei 2026-", max_size=40) | st.text(max_size=40))
def test_any_text_can_be_read(gazetteer: Gazetteer, question: str) -> None:
    named = gazetteer.read(question)
    assert len(set(named.numbers)) == len(named.numbers)
    assert all(one[0].isdigit() for one in named.numbers)


def _letters_of_three_ministers(make_letter: MakeLetter) -> list[Letter]:
    return [
        make_letter(
            "ah-1",
            date="2024-05-03",
            ministers=(Minister("minister van Financiën", "E. Heinen"),),
            chamber="Tweede Kamer",
        ),
        make_letter(
            "ah-2",
            date="2025-09-30",
            ministers=(Minister("staatssecretaris van Onderwijs, Cultuur en Wetenschap", None),),
            askers=(Asker("Stultiens", "GroenLinks-PvdA"),),
        ),
        make_letter(
            "ah-3", pairs=(("Hoeveel?", "Vier."),), paragraphs=("Het overleg van 4 maart 2025 over de haven.",)
        ),
    ]


@pytest.mark.parametrize(
    ("question", "office", "rest"),
    [
        ("Wat zei de minister van Financiën over tol?", "Financiën", "Wat zei de over tol?"),
        ("What did minister Heinen write about tolls?", "Heinen", "What did write about tolls?"),
        ("Wat schreef de staatssecretaris van OCW over stages?", "Onderwijs", "Wat schreef de over stages?"),
        ("Wat zei minister Kaag over tol?", "Kaag", "Wat zei over tol?"),
        ("Wat zei de minister over tol?", None, "Wat zei de minister over tol?"),
        ("What did the German finance minister say?", None, "What did the German finance minister say?"),
        ("Wat vond de minister van Financiën van België?", "Financiën", "Wat vond de van België?"),
        ("Wat zei de minister van Financiën van België?", None, "Wat zei de minister van Financiën van België?"),
    ],
)
def test_a_minister_is_a_filter_and_not_searched_for(
    make_letter: MakeLetter, question: str, office: str | None, rest: str
) -> None:
    named = _gazetteer(_letters_of_three_ministers(make_letter)).read(question)
    assert (named.office, named.rest) == (office, rest)
    assert [one.minister for one in named.filters] == ([office] if office else [])
    assert named.narrows == (office is not None)


@pytest.mark.parametrize(
    ("question", "letters"),
    [
        ("Wat zei het kabinet sinds 2025 over tol?", {"ah-2", "ah-3"}),
        ("Wat zei het kabinet vóór 2025 over tol?", {"ah-1"}),
        ("What was said after 30 September 2025?", set()),
        ("What did the minister say from 30 September 2025?", {"ah-2"}),
        ("Wat antwoordde het kabinet tussen mei 2024 en maart 2025?", {"ah-1", "ah-3"}),
        ("and before 2026?", {"ah-1", "ah-2", "ah-3"}),
    ],
)
def test_a_period_is_that_of_the_letters(make_letter: MakeLetter, question: str, letters: set[str]) -> None:
    gazetteer = _gazetteer(_letters_of_three_ministers(make_letter))
    named = gazetteer.read(question)
    assert named.period is not None
    assert gazetteer.of_period(named.period) == letters
    assert named.years == ()
    assert not any(character.isdigit() for character in named.rest)


def test_a_period_in_which_something_happens_is_searched_for(gazetteer: Gazetteer) -> None:
    named = gazetteer.read("Hoeveel mensen trokken er sinds 2024 weg uit de stad Aleppo?")
    assert named.period is None
    assert named.years == ("2024",)


def test_an_undated_letter_without_a_month_may_be_of_any_period(make_letter: MakeLetter) -> None:
    gazetteer = _gazetteer([make_letter("x")])
    period = gazetteer.read("Wat zei het kabinet vóór 1990?").period
    assert period is not None
    assert gazetteer.of_period(period) == {"x"}


def test_the_moment_of_a_letter_is_its_date_or_the_month_its_introduction_names(make_letter: MakeLetter) -> None:
    first, second, third = letters = _letters_of_three_ministers(make_letter)
    gazetteer = _gazetteer(letters)
    assert [gazetteer.moment(one) for one in (first, second, third)] == ["2024-05-03", "2025-09-30", "2025-03"]
    assert _gazetteer([make_letter("x")]).moment(make_letter("x")) == ""


def test_a_month_in_which_something_was_said_is_that_of_a_letter_without_a_date(
    gazetteer: Gazetteer, march: str
) -> None:
    assert gazetteer.read("Wat zei het kabinet in maart 2025 over Tunesië?").letters == frozenset((march,))
    assert gazetteer.read("What was the VVD told in March 2025?").letters == frozenset((march,))
    assert gazetteer.read("Hoeveel mensen kwamen er in maart 2025 aan?").letters is None


def test_with_a_number_the_party_is_part_of_the_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.read("vraag 3 van de PVV").filters == ()
    assert gazetteer.read("Wat vroeg de PVV?").filters == (Filters(party="PVV"),)


def test_a_party_that_asked_no_letter_is_named_all_the_same(make_letter: MakeLetter) -> None:
    gazetteer = _gazetteer(_letters_of_three_ministers(make_letter))
    assert gazetteer.read("Wat vroeg de PvdA?").parties == ("GroenLinks-PvdA",)
    assert gazetteer.read("Wat vroeg JA21?").parties == ("JA21",)


def test_a_member_is_named_by_the_letters_that_answer_her_questions(gazetteer: Gazetteer) -> None:
    named = gazetteer.read("Wat vroeg Westerveld over vrijheidsbeperking?")
    assert (named.letters, named.asker) == (frozenset(("7268126",)), "Westerveld")
    assert named.rest == "Wat vroeg over vrijheidsbeperking?"
    nobody = gazetteer.read("Wat vroeg Kamerlid Bikker over gokken?")
    assert (nobody.letters, nobody.asker) == (frozenset(), "Bikker")
    assert nobody.narrows


def test_a_time_that_is_only_compared_with_narrows_nothing(gazetteer: Gazetteer) -> None:
    named = gazetteer.read("Is the stance on Uganda different now than in March 2025?")
    assert (named.letters, named.years, named.period) == (None, (), None)
    assert gazetteer.read("What was said about Uganda in March 2025?").narrows


def test_a_place_of_any_of_the_parties_that_are_named_is_meant(gazetteer: Gazetteer) -> None:
    named = gazetteer.read("Wat vroegen de VVD en de PVV over Oeganda?")
    assert named.filters == (Filters(party="VVD"), Filters(party="PVV"))
