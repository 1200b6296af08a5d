import numpy as np
import pytest

from rag.answering.aptness import FITTED, LONG, Weights, chances, seen


def _chances(statements: list[str], question: str) -> list[float]:
    none = np.zeros(len(statements))
    return [float(one) for one in chances(seen(statements, question, none, none))]


def test_chances_are_probabilities() -> None:
    found = _chances(["Ja.", "De haven groeit.", "Dat is niet zo."], "Groeit de haven?")
    assert sum(found) == pytest.approx(1)
    assert all(0 < one < 1 for one in found)


@pytest.mark.parametrize(
    ("question", "less", "more"),
    [
        ("Hoeveel otters zijn er?", "Er zijn otters.", "Er zijn 12 otters."),
        ("How many otters are there?", "Er zijn otters.", "Er zijn 12 otters."),
        ("Wanneer is het klaar?", "Het komt klaar.", "Het komt klaar in september."),
        ("Groeit de haven?", "Ja.", "De haven groeit."),
        ("Groeit de haven?", "De haven groeit.", "De haven groeit niet."),
        ("Groeit de haven?", "haven " * (LONG + 1), "haven " * LONG),
    ],
)
def test_what_a_question_wants_is_likelier(question: str, less: str, more: str) -> None:
    low, high = _chances([less, more], question)
    assert low < high


def test_a_number_is_worth_nothing_where_none_is_asked_for() -> None:
    low, high = _chances(["Er zijn otters.", "Er zijn 12 otters."], "Zijn er otters?")
    assert low == pytest.approx(high)


def test_each_thing_seen_has_its_weight() -> None:
    given = seen(["Nee, dat kan niet in 2026."], "Wanneer kan dat?", np.array([0.5]), np.array([0.25]))
    assert given.tolist() == [[0.5, 0.25, 1, 1, 1, 0]]
    assert chances(given, Weights(1, 1, 1, 1, 1, 1)).tolist() == [1]
    assert FITTED.specific > 0 > FITTED.assents
