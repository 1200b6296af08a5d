import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.asking.askers import Askers
from rag.letter import Asker
from tests.conftest import MakeLetter


@pytest.fixture(scope="module")
def askers(make_letter: MakeLetter) -> Askers:
    """Members who asked in three letters, one of them in two."""
    heads = (
        make_letter("a", askers=(Asker("Westerveld", "GroenLinks-PvdA"), Asker("Inge van Dijk", "CDA"))),
        make_letter("b", askers=(Asker("Westerveld", "GroenLinks-PvdA"),)),
        make_letter("c", askers=(Asker("De Boer", None), Asker(None, "SP"))),
    )
    return Askers(heads)


@pytest.mark.parametrize(
    ("question", "name", "letters"),
    [
        ("Wat vroeg Westerveld over stages?", "Westerveld", {"a", "b"}),
        ("What did Lisa Westerveld ask about internships?", "Westerveld", {"a", "b"}),
        ("What did MP Westerveld want to know?", "Westerveld", {"a", "b"}),
        ("Wat antwoordde de minister het lid Van Dijk over toeslagen?", "Van Dijk", {"a"}),
        ("Geef de vragen van Inge van Dijk", "van Dijk", {"a"}),
        ("Westerveld vroeg naar stages; wat was het antwoord?", "Westerveld", {"a", "b"}),
        ("Wat wilde De Boer weten over de polder?", "Boer", {"c"}),
        ("Wat vroeg Kamerlid Bikker over gokken?", "Bikker", set()),
        ("Did MP Van der Plas ask about wolves?", "Van der Plas", set()),
    ],
)
def test_a_member_is_named_where_the_question_says_who_asked(
    askers: Askers, question: str, name: str, letters: set[str]
) -> None:
    asker = askers.named(question)
    assert asker is not None
    assert (asker.name, set(asker.letters)) == (name, letters)
    assert question[slice(*asker.span)].endswith(name)


@pytest.mark.parametrize(
    "question",
    [
        "Is de motie-Westerveld uitgevoerd?",
        "Is de motie van het lid Westerveld uitgevoerd?",
        "What became of the amendment that MP Westerveld put forward?",
        "Wat vroeg de boer aan de minister?",
        "Wat staat er over Westerveldse bossen?",
        "Wie vroeg naar stages?",
        "Welk lid vroeg naar stages?",
        "",
    ],
)
def test_a_name_alone_is_no_asker(askers: Askers, question: str) -> None:
    assert askers.named(question) is None


def test_without_members_none_is_known(make_letter: MakeLetter) -> None:
    none = Askers([make_letter("a")])
    assert none.named("Wat vroeg Westerveld?") is None
    asker = none.named("Wat vroeg het lid Westerveld?")
    assert asker is not None
    assert asker.letters == frozenset()


@limits(deadline=None)
@given(st.text(max_size=50) | st.text(alphabet="vroeg WeDijkBandltMP", max_size=50))
def test_any_text_can_be_read(askers: Askers, question: str) -> None:
    asker = askers.named(question)
    if asker is not None:
        start, end = asker.span
        assert 0 <= start < end <= len(question)
        assert asker.name in question
