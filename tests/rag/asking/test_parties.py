import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asking.parties import Parties

PARTIES = Parties(("PVV", "GroenLinks-PvdA", "Groep-Visser"))


@pytest.mark.parametrize(
    ("question", "party"),
    [
        ("Wat vroeg de VVD over wolven?", "VVD"),
        ("wat zegt de sp over eigen risico", "SP"),
        ("What did the 50Plus group ask about pensions?", "50PLUS"),
        ("Wat vroeg DENK?", "DENK"),
        ("Welke vraag stelde Volt?", "Volt"),
        ("Wat vond de Partij voor de Dieren van de jacht?", "PvdD"),
        ("What did the Party for the Animals ask?", "PvdD"),
        ("Wat vroeg de Staatkundig Gereformeerde Partij?", "SGP"),
        ("What does the Farmer-Citizen Movement want?", "BBB"),
        ("Wat vroeg de CU over gokken?", "ChristenUnie"),
        ("Wat wil de Groep-Visser weten?", "Groep-Visser"),
        ("de SP'ers vroegen", "SP"),
    ],
)
def test_a_party_is_read_as_people_write_it(question: str, party: str) -> None:
    assert PARTIES.named(question) == (party,)


@pytest.mark.parametrize("name", ["PvdA", "groenlinks", "GL-PvdA", "GroenLinks/PvdA", "the Labour Party", "GreenLeft"])
def test_a_party_that_asks_with_another_is_found_by_its_own_name(name: str) -> None:
    assert PARTIES.named(f"Wat vroeg {name}?") == ("GroenLinks-PvdA",)
    assert set(Parties(()).named(f"Wat vroeg {name}?")) <= {"PvdA", "GroenLinks", "GroenLinks-PvdA"}


@pytest.mark.parametrize(
    "question",
    ["ik denk dat het glas volt", "denk je dat de spoorbrug open gaat?", "the spring", "Wat vindt de Kamer?", ""],
)
def test_a_word_is_not_taken_for_a_party(question: str) -> None:
    assert PARTIES.named(question) == ()
    assert PARTIES.find(question) == []
    assert PARTIES.without(question) == question


def test_all_parties_that_ask_are_named_each_once() -> None:
    assert PARTIES.named("Stelden de VVD en de SP daar vragen over?") == ("VVD", "SP")
    assert PARTIES.named("What did GroenLinks and the PvdA ask?") == ("GroenLinks-PvdA",)


@pytest.mark.parametrize(
    "question",
    [
        "Wat vond het kabinet van de motie van de SGP over wolven?",
        "Wat vindt het kabinet van het PVV-plan?",
        "What was said about the plan by the PVV and the VVD?",
        "Hoe staat het met de motie-Piri (PvdA)?",
        "What became of the VVD's proposal?",
    ],
)
def test_whose_motion_or_plan_it_is_did_not_ask_for_that(question: str) -> None:
    assert PARTIES.named(question) == ()
    assert PARTIES.without(question) == question


def test_who_asks_about_a_plan_is_named() -> None:
    assert PARTIES.named("Wat vroegen de SP en D66 over het voorstel van de Commissie?") == ("SP", "D66")
    assert PARTIES.named("Wat vroeg de SP over de motie van de SGP?") == ("SP",)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("Wat vroegen de leden van de PVV-fractie over wolven?", "Wat vroegen over wolven?"),
        ("What did the members of the Volt group ask about tolls?", "What did ask about tolls?"),
        ("Wat vroeg het CDA over tol?", "Wat vroeg over tol?"),
        ("What did the Party for the Animals ask?", "What did ask?"),
    ],
)
def test_what_goes_with_the_name_is_taken_out_with_it(question: str, rest: str) -> None:
    assert " ".join(PARTIES.without(question).split()) == rest


@given(
    st.text(max_size=40) | st.lists(st.sampled_from(("PVV", "van de ", "fractie", "-", " ", "Volt", "x")), max_size=9)
)
def test_any_text_can_be_read(drawn: str | list[str]) -> None:
    question = drawn if isinstance(drawn, str) else "".join(drawn)
    spans = PARTIES.find(question)
    rest = PARTIES.without(question)
    assert bool(spans) == bool(PARTIES.named(question))
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(question) for start, end in spans)
    assert len(rest) < len(question) if spans else rest == question
