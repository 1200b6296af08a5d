import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.sentences import sentences, statements


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_their_signs() -> None:
    assert _cut("Ja. Dat klopt! Waarom niet? Omdat het zo is") == [
        "Ja.",
        "Dat klopt!",
        "Waarom niet?",
        "Omdat het zo is",
    ]


@pytest.mark.parametrize(
    "whole",
    [
        "Dit volgt uit art. 3 van de wet.",
        "Op 2 juni jl. is de Kamer geïnformeerd.",
        "Zie Kamerstuk 32 317, nr. 967 van dat jaar.",
        "Dit dient t.a.t. in lijn te zijn met het recht.",
        "Er zijn 11.500 Syriërs, d.w.z. 3.106a van S.W. Sjoerdsma.",
        "Het gaat om o.a. Benelux en bijv. Mongolië.",
    ],
)
def test_abbreviations_and_numbers_do_not_end_a_sentence(whole: str) -> None:
    assert _cut(f"{whole} En verder.") == [whole, "En verder."]


@pytest.mark.parametrize("end", ["risico's.", "euro's.", "de foto's."])
def test_a_plural_with_an_apostrophe_ends_a_sentence(end: str) -> None:
    assert _cut(f"Het gaat om {end} Daarna volgt meer.") == [f"Het gaat om {end}", "Daarna volgt meer."]


def test_a_final_abbreviation_ends_it_before_a_capital() -> None:
    assert _cut("Dat was op 6 maart jl. De Kamer is geïnformeerd.") == [
        "Dat was op 6 maart jl.",
        "De Kamer is geïnformeerd.",
    ]


def test_paragraphs_and_list_items_are_sentences_of_their_own() -> None:
    assert _cut("Een kop zonder punt\n\nDan dit:\n- een\n- twee") == [
        "Een kop zonder punt",
        "Dan dit:",
        "- een",
        "- twee",
    ]


def test_closing_quotes_belong_to_the_sentence() -> None:
    assert _cut("Hij zei «nee.» Daarna «ja.»") == ["Hij zei «nee.»", "Daarna «ja.»"]


@given(st.text(alphabet="aB .!?\n-”1"))
def test_nothing_but_white_space_is_left_out_and_spans_are_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "Vraag? Antwoord een. Antwoord twee."
    assert [text[slice(*span)] for span in sentences(text, (7, len(text)))] == ["Antwoord een.", "Antwoord twee."]


def test_an_enumeration_is_one_statement_with_what_announces_it() -> None:
    text = "Eerst dit. Er zijn drie eisen:\n- een. Met uitleg.\n- twee;\n- drie.\n\nDaarna dat. En dat."
    assert [text[slice(*span)] for span in statements(text)] == [
        "Eerst dit.",
        "Er zijn drie eisen:\n- een. Met uitleg.\n- twee;\n- drie.",
        "Daarna dat.",
        "En dat.",
    ]


def test_numbered_items_are_an_enumeration_too() -> None:
    text = "De stappen zijn:\n1. Aanmelden.\n2. Wachten.\n3. Vertrekken."
    assert statements(text) == [(0, len(text))]


def test_items_that_nothing_announces_belong_together() -> None:
    text = "- een\n- twee\n\nTot slot."
    assert [text[slice(*span)] for span in statements(text)] == ["- een\n- twee", "Tot slot."]


@given(st.text(alphabet="aB .:\n-1"))
def test_statements_join_sentences_and_lose_none(text: str) -> None:
    whole, joined = sentences(text), statements(text)
    assert {start for start, _ in joined} <= {start for start, _ in whole}
    assert {end for _, end in joined} <= {end for _, end in whole}
    assert "".join("".join(text[start:end].split()) for start, end in joined) == "".join(text.split())
