from collections.abc import Iterable

from rag.answer import Hit, Language, Place
from rag.answering.demands import Demands
from rag.answering.quotes import Quoter
from rag.answering.selection import ANSWERING, BESIDE, BESIDE_BROAD, CITED, Selection
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
    concepts = QUERIES.concepts(question, language)
    return Selection(quoter, Demands(quoter, question, language, concepts), language, concepts)


def _hits(letter: Letter, *scores: float) -> list[Hit]:
    found = zip(letter.exchanges, scores, strict=True)
    return [
        Hit(n, score, Place(letter, exchange=one), one.answer_span or (0, 0)) for n, (one, score) in enumerate(found, 1)
    ]


def test_what_is_less_likely_than_an_answer_is_left(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "De brug is open."), ("Twee?", "De brug is dicht.")))
    selection = _selection("Wat is er met de brug?", [letter])
    least = ANSWERING["nl"]
    assert selection.answering(_hits(letter, least, BESIDE_BROAD - 0.01)) == _hits(letter, least, least)[:1]
    assert selection.answering(_hits(letter, least - 0.01, least - 0.01)) == []
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
