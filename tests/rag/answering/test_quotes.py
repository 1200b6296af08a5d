import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from rag.answer import Place
from rag.answering.quotes import Quoter
from rag.answering.sentences import sentences, statements
from rag.asking.query import QueryMaker
from rag.assistant import Assistant
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields, places
from rag.letter import Exchange, Letter
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter
from rag.words.counting import Counting
from tests.conftest import MakeLetter
from tests.rag.drawn import WORDS, prose

SPLITTER = Splitter({"terugkeer": 9, "hubs": 3, "hub": 3})
QUERIES = QueryMaker(SPLITTER)


def _quoter(*found: Place) -> Quoter:
    return Quoter(LexicalIndex.build(Counting(fields(one) for one in found), SPLITTER), SPLITTER, load_embedding())


def _quote(place: Place, question: str) -> str:
    return place.letter.at(_quoter(place).choose(place, question, QUERIES.concepts(question, "nl")))


def _answered(make_letter: MakeLetter, answer: str, question: str = "Wat gebeurt er?") -> Place:
    letter = make_letter(pairs=((question, answer),))
    return Place(letter, exchange=letter.exchanges[0])


@limits(deadline=None, max_examples=80)
@given(prose(20), prose(), prose(20), st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join))
def test_a_quote_is_whole_sentences_of_the_answer(question: str, answer: str, after: str, asked: str) -> None:
    text = f"{question}\n\n{answer}\n\n{after}"
    span = (len(question) + 2, len(question) + 2 + len(answer))
    exchange = Exchange("Vraag 1", ("1",), (0, len(question)), span)
    letter = Letter(
        id="a", source="a.txt", kind="answers", title="Brief", text=text, citation="Brief a", exchanges=(exchange,)
    )
    place = Place(letter, exchange=exchange)
    start, end = _quoter(place).choose(place, asked, QUERIES.concepts(asked, "nl"))
    whole = statements(text, span)
    assert {end for _, end in whole} <= {end for _, end in sentences(text, span)}
    assert span[0] <= start < end <= span[1]
    assert start in {one[0] for one in whole}
    assert end in {one[1] for one in whole}


def test_the_sentence_that_is_asked_for_is_quoted(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "Otters eten vis. In de haven liggen schepen. De dijk is hoog.")
    assert _quote(place, "Welke schepen liggen in de haven?") == "In de haven liggen schepen."
    assert _quote(place, "Wat eten otters?") == "Otters eten vis."


def test_a_sentence_that_leans_on_the_one_before_comes_with_it(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "De brug is oud. Deze wordt in 2030 door de gemeente Kampen vervangen.")
    assert _quote(place, "Wanneer wordt iets vervangen door Kampen?") == (
        "De brug is oud. Deze wordt in 2030 door de gemeente Kampen vervangen."
    )


def test_an_enumeration_is_quoted_whole(make_letter: MakeLetter) -> None:
    listed = "De otter krijgt drie dingen:\n- een nest bij de Biesbosch;\n- schoon water. Dat is nodig;\n- rust."
    place = _answered(make_letter, f"Er is overlegd. {listed}\n\nDe dijk is hoog.")
    assert _quote(place, "Krijgt de otter schoon water?") == listed


def test_a_bare_yes_is_not_the_quote_when_more_is_said(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "Ja. De sluis bij Kampen krijgt een vistrap.", "Komt er een vistrap?")
    assert "vistrap" in _quote(place, "Komt er bij de sluis een vistrap?")


def test_an_answer_of_one_sentence_is_quoted_whole(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "Zie het antwoord op vraag 2.")
    assert _quote(place, "Waarom staan er nergens otters?") == "Zie het antwoord op vraag 2."


def test_what_the_exchange_itself_asked_decides_when_nothing_else_does(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "Dank voor uw vragen. De otter leeft in de Biesbosch.", "Waar leeft de otter?")
    assert "otter" in _quote(place, "")


def test_a_paragraph_is_quoted_from_too(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(), paragraphs=("Geachte leden,", "De haven groeit. De otter leeft in de Biesbosch."))
    (place,) = places(letter)
    assert _quote(place, "Waar leven otters?") == "De otter leeft in de Biesbosch."


def test_a_quote_of_every_exchange_stays_inside_its_answer(assistant: Assistant) -> None:
    question = "Wat vindt het kabinet van terugkeerhubs en van Oeganda?"
    found = [place for letter in assistant.letters() for place in places(letter)]
    quoter = _quoter(*found)
    for place in found:
        start, end = quoter.choose(place, question, QUERIES.concepts(question, "nl"))
        assert place.span[0] <= start < end <= place.span[1]
        assert place.letter.text[start:end].strip() == place.letter.text[start:end]


def test_the_same_question_has_the_same_quote(make_letter: MakeLetter) -> None:
    place = _answered(make_letter, "Otters eten vis. Otters eten vis. Otters eten vis.")
    assert _quote(place, "Wat eten otters?") == _quote(place, "Wat eten otters?") != ""


@pytest.mark.parametrize(("question", "said"), [("Oeganda", True), ("otters", False)])
def test_only_the_answers_own_words_say_something(make_letter: MakeLetter, question: str, *, said: bool) -> None:
    place = _answered(make_letter, "Met Oeganda is gesproken.", "Eten otters vis?")
    (concept,) = QUERIES.concepts(question, "nl")
    assert _quoter(place).says(place, concept) is said
