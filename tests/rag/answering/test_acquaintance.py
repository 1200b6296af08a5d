import pytest

from rag.answering.acquaintance import only_acquaints
from tests.conftest import MakeLetter


@pytest.mark.parametrize(
    ("question", "answer", "only"),
    [
        ("Bent u bekend met het bericht «De dijk is te laag»?", "Ja.", True),
        ("Heeft u kennisgenomen van het rapport over de dijken?", "Ja, ik heb daarvan kennisgenomen.", True),
        ("Kent u het bericht over de otters?", "Ja.", True),
        ("Heeft u het artikel in de krant over de haven gelezen?", "Ja.", True),
        ("Is de dijk te laag?", "Ja.", False),
        (
            "Bent u bekend met de lage dijk?",
            "Ja. De dijk wordt in 2030 verhoogd, en tot die tijd meet het waterschap haar elke week.",
            False,
        ),
    ],
)
def test_an_answer_that_only_says_that_the_news_is_known_is_told(
    make_letter: MakeLetter, question: str, answer: str, *, only: bool
) -> None:
    letter = make_letter(pairs=((question, answer),))
    assert only_acquaints(letter, letter.exchanges[0]) is only


def test_a_question_that_awaits_its_answer_acquaints_with_nothing(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Bent u bekend met het bericht?", ""),))
    assert not only_acquaints(letter, letter.exchanges[0])
