import json
from dataclasses import replace

import pytest

from rag.answer import Answer
from rag.assistant import Assistant
from rag.documents import (
    Document,
    answer_document,
    letters_document,
    search_document,
    whole_letter_document,
)
from rag.letter import Note
from tests.conftest import MakeLetter

LETTER = {
    "id", "source", "title", "kind", "date", "chamber", "reference", "question_reference", "dossier", "number",
    "submitted", "ministers", "askers", "citation",
}  # fmt: skip
EXCHANGE = {
    "label",
    "numbers",
    "party",
    "section",
    "question",
    "answer",
    "question_span",
    "answer_span",
    "question_page",
    "answer_page",
    "refers_to",
}
REFERS = {"letter", "label", "numbers", "party", "text", "reference"}
CITATION = {"n", "letter", "exchange", "paragraph", "role", "quote", "start", "end", "page", "text"}
RESULT = {"rank", "score", "letter", "exchange", "paragraph", "start", "end"}
ANSWER = {
    "question",
    "language",
    "status",
    "answer",
    "citations",
    "related",
    "understood",
    "searched",
    "remarks",
    "model",
    "timings_ms",
    "index",
}


def _same(document: Document) -> Document:
    """Return a document as a reader of its JSON gets it, and check that nothing is lost on the way."""
    read: Document = json.loads(json.dumps(document, allow_nan=False))
    assert read == document
    return read


def _check_letter(letter: Document) -> None:
    assert set(letter) == LETTER
    assert all(set(one) == {"name", "party"} for one in letter["askers"])
    assert all(isinstance(one, str) for one in letter["ministers"])


def _check_exchange(text: str, exchange: Document) -> None:
    assert set(exchange) == EXCHANGE
    assert all(isinstance(one, str) for one in exchange["numbers"])
    assert all(set(one) == REFERS for one in exchange["refers_to"])
    for name in ("question", "answer"):
        start, end = exchange[f"{name}_span"] or (0, 0)
        assert text[start:end] == exchange[name]


def test_a_whole_letter_has_the_keys_of_the_contract(assistant: Assistant) -> None:
    for letter in assistant.letters():
        document = _same(whole_letter_document(letter))
        assert set(document) == {"letter", "text", "exchanges", "paragraphs", "notes", "warnings"}
        _check_letter(document["letter"])
        assert document["text"] == letter.text
        for exchange in document["exchanges"]:
            _check_exchange(document["text"], exchange)
        for n, paragraph in enumerate(document["paragraphs"], 1):
            assert set(paragraph) == {"n", "text", "span", "page"}
            assert paragraph["n"] == n
            assert document["text"][slice(*paragraph["span"])] == paragraph["text"]


def test_every_span_tells_its_page_and_every_note_the_place_of_its_mark(make_letter: MakeLetter) -> None:
    pairs = (("Klopt het?", "Ja, dat klopt. Daar blijft het bij."), ("En nu?", "Nee."))
    letter = make_letter(pairs=pairs, paragraphs=("Geachte voorzitter,",))
    start, end = letter.exchanges[0].answer_span or (0, 0)
    letter = replace(
        letter,
        pages=((0, 3), (start + 5, 4), (end + 1, 6)),
        notes=(Note("1", "Trouw", start + 2), Note("2", "NRC", end), Note("3", "Los", None), Note("4", "", 7)),
    )
    document = _same(whole_letter_document(letter))
    assert [(one["question_page"], one["answer_page"]) for one in document["exchanges"]] == [(3, 3), (6, 6)]
    assert [one["page"] for one in document["paragraphs"]] == [3]
    first = {"label": "Vraag 1", "numbers": ["1"], "party": None}
    places = [(one["page"], one["exchange"]) for one in document["notes"]]
    assert places == [(3, first), (4, first), (None, None), (3, None)]


def test_the_list_of_letters_counts_exchanges(assistant: Assistant) -> None:
    document = _same(letters_document(assistant.letters()))
    assert set(document) == {"letters"}
    assert all(set(one) == LETTER | {"exchanges"} for one in document["letters"])
    assert sorted(one["exchanges"] for one in document["letters"]) == [0, 13, 13, 23, 54]


def test_a_letter_says_only_what_it_states(make_letter: MakeLetter) -> None:
    letter = _same(whole_letter_document(make_letter()))["letter"]
    for name in ("date", "submitted", "chamber", "reference", "question_reference", "dossier", "number"):
        assert letter[name] is None
    assert (letter["ministers"], letter["askers"]) == ([], [])


def test_an_exchange_without_answer_has_no_span(make_letter: MakeLetter) -> None:
    (exchange,) = _same(whole_letter_document(make_letter(pairs=(("Wanneer?", None),))))["exchanges"]
    assert (exchange["answer"], exchange["answer_span"]) == ("", None)
    assert exchange["question_span"] == [0, 8]


def test_a_search_has_the_keys_of_the_contract(assistant: Assistant) -> None:
    question = "Wat vindt het kabinet van terugkeerhubs?"
    document = _same(search_document(question, assistant.search(question, 30)))
    assert set(document) == {"question", "results"}
    assert document["question"] == question
    kinds = set()
    for rank, result in enumerate(document["results"], 1):
        assert set(result) == RESULT
        assert result["rank"] == rank
        _check_letter(result["letter"])
        text = assistant.letter(result["letter"]["id"]).text
        assert text[result["start"] : result["end"]]
        assert (result["exchange"] is None) != (result["paragraph"] is None)
        kinds.add(result["exchange"] is None)
        if result["exchange"] is not None:
            _check_exchange(text, result["exchange"])
    assert kinds == {False, True}


@pytest.mark.parametrize("question", ["what did the cabinet say about UNHCR access?", "Hoe staat het met de stikstof?"])
def test_an_answer_has_the_keys_of_the_contract(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    document = _same(answer_document(answer))
    assert set(document) == ANSWER
    assert document["status"] in {"answered", "not_found"}
    assert document["model"] is None
    assert all(set(one) == RESULT for one in document["related"])
    for citation, told in zip(answer.citations, document["citations"], strict=True):
        assert set(told) == CITATION
        _check_letter(told["letter"])
        assert set(told["exchange"] or ()) <= {"label", "numbers", "party"}
        assert told["role"] in {"answer", "question", "text"}
        assert citation.place.letter.text[told["start"] : told["end"]] == told["quote"]


def test_a_refusal_is_an_answer_too() -> None:
    document = _same(answer_document(Answer("Hoi", "nl", "refused", "Dit is geen vraag.")))
    assert set(document) == ANSWER
    assert (document["citations"], document["related"], document["index"]) == ([], [], {})
