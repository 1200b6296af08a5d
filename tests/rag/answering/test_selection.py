from collections.abc import Iterable

import pytest

from rag.answer import Hit, Language, Place
from rag.answering.quotes import Quoter
from rag.answering.selection import ANSWERING, BESIDE, CITED, Selection
from rag.asking.query import QueryMaker
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields, places
from rag.letter import Letter
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter
from rag.words.counting import Counting
from tests.conftest import MakeLetter

SPLITTER = Splitter({"wolven": 4, "roedel": 2, "tol": 3, "brug": 4})
QUERIES = QueryMaker(SPLITTER)


def _selection(question: str, letters: Iterable[Letter], language: Language = "nl") -> Selection:
    known = [place for letter in letters for place in places(letter)]
    lexical = LexicalIndex.build(Counting(fields(one) for one in known), SPLITTER)
    quoter = Quoter(lexical, SPLITTER, load_embedding())
    return Selection(quoter, question, language, QUERIES.concepts(question, language))


def _supports(make_letter: MakeLetter, question: str, answer: str, language: Language = "nl", asked: str = "") -> bool:
    letter = make_letter(pairs=((asked or "Wat is het antwoord?", answer),))
    return _selection(question, [letter], language).supports(Place(letter, exchange=letter.exchanges[0]))


def _hits(letter: Letter, *scores: float) -> list[Hit]:
    found = zip(letter.exchanges, scores, strict=True)
    return [
        Hit(n, score, Place(letter, exchange=one), one.answer_span or (0, 0)) for n, (one, score) in enumerate(found, 1)
    ]


@pytest.mark.parametrize(
    ("language", "question", "answer", "supports"),
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
    make_letter: MakeLetter, language: Language, question: str, answer: str, *, supports: bool
) -> None:
    assert _supports(make_letter, question, answer, language) == supports


def test_an_answer_speaks_of_what_is_asked_about_a_country(make_letter: MakeLetter) -> None:
    assert not _supports(make_letter, "Wat is de hoofdstad van België?", "Met België is gesproken.")
    assert _supports(make_letter, "Wat vindt het kabinet van België?", "Met België is gesproken.")


def test_a_country_in_the_question_that_is_answered_counts(make_letter: MakeLetter) -> None:
    assert _supports(make_letter, "Zijn er wolven in België?", "Ja, drie.", asked="Leven er wolven in België?")


@pytest.mark.parametrize(
    ("question", "answer", "supports"),
    [
        ("Waarom is de minister afgetreden?", "De minister heeft zijn ontslag ingediend.", True),
        ("Waarom is de minister afgetreden?", "De minister zet zich in voor de brug.", False),
        ("Hoeveel wolven zijn er?", "Er zijn veertig wolven.", True),
        ("Hoeveel wolven zijn er?", "Wolven leven in derde landen.", False),
        ("Wat kost de brug?", "De brug kost 4 miljoen euro.", True),
        ("Wat kost de brug?", "De brug is 400 meter lang.", False),
        ("Wat zei de Duitse minister van Financiën over de tol?", "De Duitse minister van Financiën noemde tol.", True),
        ("Wat zei de Duitse minister van Financiën over de tol?", "De minister van Financiën noemde tol.", False),
    ],
)
def test_an_answer_speaks_of_what_the_question_takes_for_granted(
    make_letter: MakeLetter, question: str, answer: str, *, supports: bool
) -> None:
    assert _supports(make_letter, question, answer) == supports


def test_a_number_in_the_question_alone_tells_nothing(make_letter: MakeLetter) -> None:
    assert not _supports(make_letter, "Hoeveel wolven zijn er?", "Dat klopt.", asked="Zijn er 40 wolven?")


def test_any_answer_supports_a_question_without_claims(make_letter: MakeLetter) -> None:
    assert _supports(make_letter, "Wat vindt het kabinet van de brug?", "De dijk is hoog.")


def test_what_is_less_likely_than_an_answer_is_left(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "De brug is open."), ("Twee?", "De brug is dicht.")))
    selection = _selection("Wat is er met de brug?", [letter])
    least = ANSWERING["nl"]
    assert selection.answering(_hits(letter, least, least - 0.01)) == _hits(letter, least, least)[:1]
    assert selection.answering(_hits(letter, 0.01, 0.01)) == []
    assert selection.answering([]) == []


def test_beside_a_sure_answer_to_a_narrow_question_only_near_ones_are_cited(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "Brug."), ("Twee?", "Tol."), ("Drie?", "Wolf.")))
    hits = _hits(letter, 0.9, 0.9 * BESIDE, 0.9 * BESIDE - 0.01)
    narrow = _selection("Waar komen de poorten voor tol van vrachtwagens op de brug bij Zaltbommel?", [letter])
    assert narrow.answering(hits) == hits[:2]
    assert _selection("Wat zei men over tol?", [letter]).answering(hits) == hits, "all that is said of one thing"


def test_an_answer_draws_on_a_few_places(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=tuple((f"Vraag {n}?", "De brug is open.") for n in range(CITED + 3)))
    hits = _hits(letter, *(0.9 for _ in letter.exchanges))
    assert _selection("Wat is er met de brug?", [letter]).answering(hits) == hits[:CITED]


def test_of_each_further_letter_comes_what_speaks_of_the_subject(make_letter: MakeLetter) -> None:
    first = make_letter("a", pairs=(("Eén?", "De wolven worden geteld."),))
    second = make_letter("b", pairs=(("Twee?", "De dijk is hoog."), ("Drie?", "Er zijn wolven gezien.")))
    third = make_letter("c", pairs=(("Vier?", "De dijk is laag."),))
    selection = _selection("Wat zegt het kabinet over wolven?", [first, second, third])
    hits = [*_hits(first, 0.9), *_hits(second, 0.05, 0.04), *_hits(third, 0.03)]
    assert [hit.place.key for hit in selection.answering(hits)] == ["a#1", "b#2"]
    assert selection.answering(hits[1:]) == [], "what is merely near answers nothing alone"
