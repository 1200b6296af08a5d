from rag.answer import Hit, Place
from rag.answering.demands import Demands
from rag.answering.quotes import Quoter
from rag.answering.signs import OF_CONCEPT, OF_PLACE, Observer
from rag.answering.weighing import WEIGHED, weighed
from rag.asking.query import QueryMaker
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields, places
from rag.letter import Letter
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter
from rag.words.counting import Counting
from tests.conftest import MakeLetter

SPLITTER = Splitter({"wolven": 4, "brug": 4})
QUESTION = "Hoeveel wolven leven er bij Zwartemeer in België?"


def _observer(letter: Letter, question: str = QUESTION) -> tuple[Observer, Demands]:
    lexical = LexicalIndex.build(Counting(map(fields, places(letter))), SPLITTER)
    quoter, concepts = Quoter(lexical, SPLITTER, load_embedding()), QueryMaker(SPLITTER).concepts(question, "nl")
    demands = Demands(quoter, question, "nl", concepts)
    return Observer(quoter, lexical, load_embedding(), demands, "nl", concepts), demands


def _hits(letter: Letter) -> list[Hit]:
    return [
        Hit(rank, 0.5, Place(letter, exchange=one), one.answer_span or (0, 0))
        for rank, one in enumerate(letter.exchanges, 1)
    ]


def test_the_signs_are_what_stands_there(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Leven er wolven bij Zwartemeer?", "Er zijn veertig wolven geteld."),))
    observer, _ = _observer(letter)
    signs = observer.observe(_hits(letter)[0], best=0.5)
    wolves, lake, country = (dict(zip(OF_CONCEPT, row, strict=True)) for row in signs.concepts[[0, -2, -1]])
    assert wolves["in the answer"] == wolves["in the question"] == 1
    assert (lake["in the answer"], lake["in the question"], lake["is a name"]) == (0, 1, 1)
    assert country["is a country"] == 1
    assert country["in the answer"] == country["in the question"] == 0
    assert abs(signs.concepts[:, 0].sum() - 1) < 1e-5
    place = dict(zip(OF_PLACE, signs.place, strict=True))
    assert place["lead"] == 1
    assert place["score"] == 0.5
    assert (place["countries unmet"], place["acts unmet"], place["quantity unmet"]) == (1, 0, 0)


def test_the_likeliest_comes_first_and_what_cannot_answer_has_no_chance(make_letter: MakeLetter) -> None:
    letter = make_letter(
        pairs=(
            ("Bent u bekend met het bericht over wolven bij Zwartemeer in België?", "Ja."),
            ("Hoe hoog is de dijk?", "De dijk is hoog."),
            ("Leven er wolven bij Zwartemeer in België?", "Bij Zwartemeer in België leven veertig wolven."),
        )
    )
    found = weighed(_hits(letter), *_observer(letter))
    assert next(hit.place.exchange.numbers for hit in found if hit.place.exchange) == ("3",)
    assert [hit.rank for hit in found] == [1, 2, 3]
    assert found[0].score > 0.5
    assert found[-1].score == 0
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)


def test_only_the_best_found_are_weighed(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=tuple((f"Vraag {n}?", "Er leven wolven bij Zwartemeer.") for n in range(WEIGHED + 3)))
    hits = _hits(letter)
    found = weighed(hits, *_observer(letter, "Leven er wolven bij Zwartemeer?"))
    assert all(hit.score > 0 for hit in found[:WEIGHED])
    assert [(hit.place, hit.score) for hit in found[WEIGHED:]] == [(hit.place, 0.0) for hit in hits[WEIGHED:]]
    assert weighed([], *_observer(letter)) == []
