import pytest

from ingest.exchanges.unheaded import ends_with_paragraph, is_answered_below, part_further, part_question
from rag.letter import Letter
from tests.ingest.one_letter import read_letter

HEAD = "Geachte voorzitter,\n\nHierbij bied ik u de antwoorden aan op de vragen van de leden.\n\n"


def _read(text: str) -> Letter:
    return read_letter((HEAD + text).encode(), "lijst.txt")


@pytest.mark.parametrize(
    ("paragraph", "question"),
    [
        ("Klopt dit? Ja, dat klopt.", "Klopt dit?"),
        ("Klopt dit? Zo ja, sinds wanneer? Ja.", "Klopt dit? Zo ja, sinds wanneer?"),
        (
            "Klopt dit? Zo ja, ontvangt de Kamer graag de details. Ja.",
            "Klopt dit? Zo ja, ontvangt de Kamer graag de details.",
        ),
        ("Klopt dit? Kunt u dat toelichten. Ja, dat klopt.", "Klopt dit? Kunt u dat toelichten."),
        ("Klopt dit? Dat u dit vraagt begrijp ik.", "Klopt dit?"),
        ("Noem de punten. Het zijn er drie. Dat is alles.", "Noem de punten."),
    ],
)
def test_a_question_ends_where_nothing_more_is_asked(paragraph: str, question: str) -> None:
    asked, answered = part_question([paragraph])
    assert asked == [question]
    assert " ".join((*asked, *answered)) == paragraph


def test_a_remark_behind_a_question_stays_with_it_where_questions_end_with_their_paragraph() -> None:
    paragraphs = ["Klopt dit? De leden lezen dat nergens.", "Ja."]
    assert part_question(paragraphs)[0] == ["Klopt dit?"]
    assert part_question(paragraphs, whole=True) == (paragraphs[:1], paragraphs[1:])
    assert ends_with_paragraph([["Klopt dit?", "Ja."], ["Waarom?", "Daarom."]])
    assert not ends_with_paragraph([["Klopt dit? Ja, dat klopt.", "Het is zo."]])


def test_a_place_in_brackets_behind_a_question_stays_with_it() -> None:
    assert part_question(["Klopt dit?", "(Blz. 24)", "Ja."]) == (["Klopt dit?", "(Blz. 24)"], ["Ja."])


def test_some_answers_have_a_heading_and_the_others_stand_below_their_questions() -> None:
    text = "Vraag 1\n\nHoeveel?\n\nDat zijn er twee.\n\nVraag 2\n\nWaarom?\n\nVraag 3\n\nSinds wanneer?\n\n"
    letter = _read(text + "Antwoord op vragen 2 en 3: Daarom, sinds 2020.\n\nVraag 4\n\nWaar?\n\nOveral in het land.\n")
    told = {one.numbers: letter.at(one.answer_span) for one in letter.exchanges}
    assert told == {
        ("1",): "Dat zijn er twee.",
        ("2", "3"): "Daarom, sinds 2020.",
        ("4",): "Overal in het land.",
    }


def test_a_question_that_is_not_answered_keeps_its_words() -> None:
    letter = _read(
        "Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nTwee.\n\nVraag 2\n\nWaarom?\n\nGraag een toelichting per jaar.\n"
    )
    assert [(one.numbers, one.answer_span is None) for one in letter.exchanges] == [(("1",), False), (("2",), True)]
    assert not is_answered_below(["Waarom?", "Graag een toelichting per jaar."])


def test_last_questions_that_lost_their_numbers_are_no_part_of_an_answer() -> None:
    answer = ["Dat zijn er twee.", "En waarom is dat?", "Daarom.", "1. Is het selectief?", "Dat is de toets."]
    assert part_further(answer) == [answer[:1], answer[1:]]
    letter = _read(
        "Vraag 1\n\nWat?\n\nDit.\n\nVraag 2\n\nHoeveel?\n\nDat zijn er twee.\n\nEn waarom is dat?\n\nDaarom.\n"
    )
    told = [(one.numbers, letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]
    assert told[1:] == [(("2",), "Hoeveel?", "Dat zijn er twee."), (("3",), "En waarom is dat?", "Daarom.")]
