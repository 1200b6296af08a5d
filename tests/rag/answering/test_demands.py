import pytest

from rag.answer import Language, Place
from rag.answering.demands import Demands, Unmet
from rag.answering.quotes import Quoter
from rag.asking.query import QueryMaker
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields, places
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter
from rag.words.counting import Counting
from tests.conftest import MakeLetter

SPLITTER = Splitter({"wolven": 4, "roedel": 2, "tol": 3, "brug": 4})
QUERIES = QueryMaker(SPLITTER)
NOTHING = Unmet(countries=False, acts=False, quantity=False)


def _demands(
    make_letter: MakeLetter, question: str, answer: str, language: Language = "nl", asked: str = ""
) -> tuple[Demands, Place]:
    letter = make_letter(pairs=((asked or "Wat is het antwoord?", answer),))
    lexical = LexicalIndex.build(Counting(map(fields, places(letter))), SPLITTER)
    quoter = Quoter(lexical, SPLITTER, load_embedding())
    demands = Demands(quoter, question, language, QUERIES.concepts(question, language))
    return demands, Place(letter, exchange=letter.exchanges[0])


def _unmet(make_letter: MakeLetter, question: str, answer: str, language: Language = "nl", asked: str = "") -> Unmet:
    demands, place = _demands(make_letter, question, answer, language, asked)
    return demands.unmet(place)


@pytest.mark.parametrize(
    ("language", "question", "answer", "speaks"),
    [
        ("nl", "Zijn er wolven in België?", "De Belgische wolven zijn geteld.", True),
        ("nl", "Zijn er wolven in België?", "De Duitse wolven zijn geteld.", False),
        ("en", "Are there wolves in Belgium?", "In België leven twee roedels wolven.", True),
        ("en", "Are there wolves in Belgium?", "In Polen leven twee roedels wolven.", False),
        ("nl", "Leven er wolven in België, Duitsland en Polen?", "In Duitsland en Polen leven wolven.", True),
        ("nl", "Leven er wolven in België, Duitsland en Polen?", "In Polen leven wolven.", False),
    ],
)
def test_an_answer_speaks_of_most_of_the_countries(
    make_letter: MakeLetter, language: Language, question: str, answer: str, *, speaks: bool
) -> None:
    assert _unmet(make_letter, question, answer, language).countries is not speaks


def test_an_answer_speaks_of_what_is_asked_about_a_country(make_letter: MakeLetter) -> None:
    assert _unmet(make_letter, "Wat is de hoofdstad van België?", "Met België is gesproken.").countries
    assert not _unmet(make_letter, "Wat vindt het kabinet van België?", "Met België is gesproken.")


def test_a_country_in_the_question_that_is_answered_counts(make_letter: MakeLetter) -> None:
    assert not _unmet(make_letter, "Zijn er wolven in België?", "Ja, drie.", asked="Leven er wolven in België?")


@pytest.mark.parametrize(
    ("question", "answer", "bars"),
    [
        ("Waarom is de minister afgetreden?", "De minister heeft zijn ontslag ingediend.", False),
        ("Waarom is de minister afgetreden?", "De minister zet zich in voor de brug.", True),
        ("Is de minister afgetreden?", "De minister zet zich in voor de brug.", False),
        (
            "Wat zei de Duitse minister van Financiën over de tol?",
            "De Duitse minister van Financiën noemde tol.",
            False,
        ),
        ("Wat zei de Duitse minister van Financiën over de tol?", "De minister van Financiën noemde tol.", True),
    ],
)
def test_what_a_question_takes_for_granted_bars_what_does_not_tell_it(
    make_letter: MakeLetter, question: str, answer: str, *, bars: bool
) -> None:
    demands, place = _demands(make_letter, question, answer)
    assert demands.bars(place) == bars


def test_that_the_minister_knows_of_some_news_answers_nothing(make_letter: MakeLetter) -> None:
    asked = "Bent u bekend met het bericht over wolven?"
    demands, place = _demands(make_letter, "Wat weet de minister van wolven?", "Ja.", asked=asked)
    assert demands.bars(place)


def test_an_act_that_is_only_asked_after_tells_against_a_place_but_bars_none(make_letter: MakeLetter) -> None:
    demands, place = _demands(make_letter, "Is de minister afgetreden?", "De minister opende de brug.")
    assert demands.unmet(place).acts
    assert not demands.bars(place)


@pytest.mark.parametrize(
    ("question", "answer", "tells"),
    [
        ("Hoeveel wolven zijn er?", "Er zijn veertig wolven.", True),
        ("Hoeveel wolven zijn er?", "Wolven leven in derde landen.", False),
        ("Wat kost de brug?", "De brug kost 4 miljoen euro.", True),
        ("Wat kost de brug?", "De brug is 400 meter lang.", False),
    ],
)
def test_a_quantity_is_told_where_one_is_asked_for(
    make_letter: MakeLetter, question: str, answer: str, *, tells: bool
) -> None:
    assert _unmet(make_letter, question, answer).quantity is not tells


def test_a_number_in_the_question_alone_tells_nothing(make_letter: MakeLetter) -> None:
    assert _unmet(make_letter, "Hoeveel wolven zijn er?", "Dat klopt.", asked="Zijn er 40 wolven?").quantity


def test_a_question_without_claims_demands_nothing(make_letter: MakeLetter) -> None:
    assert _unmet(make_letter, "Wat vindt het kabinet van de brug?", "De dijk is hoog.") == NOTHING
