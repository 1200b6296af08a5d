import re
from dataclasses import replace

from rag.answer import Place, Role
from rag.answering.compose import Quoted, compose
from rag.letter import Asker, Letter
from tests.conftest import MakeLetter


def _quoted(letter: Letter, at: int = 0, *targets: Quoted, role: Role = "answer") -> Quoted:
    exchange = letter.exchanges[at]
    span = exchange.question_span if role == "question" else exchange.answer_span
    assert span is not None
    return Quoted(Place(letter, exchange=exchange), span, role, targets)


def _letters(make_letter: MakeLetter) -> list[Letter]:
    return [
        make_letter("old", date="2025-01-01", pairs=(("Eén?", "Oud."),)),
        make_letter("undated", pairs=(("Twee?", "Zonder datum."),)),
        make_letter("new", date="2026-01-01", pairs=(("Drie?", "Nieuw."), ("Vier?", "Nog nieuw."))),
    ]


def test_the_newest_letter_comes_first_and_those_without_a_date_last(make_letter: MakeLetter) -> None:
    text, citations = compose([_quoted(one) for one in _letters(make_letter)], "nl")
    assert [one.place.letter.id for one in citations] == ["new", "old", "undated"]
    assert text.index("Nieuw.") < text.index("Oud.") < text.index("Zonder datum.")


def test_the_order_of_hits_does_not_matter(make_letter: MakeLetter) -> None:
    quoted = [_quoted(one) for one in _letters(make_letter)]
    assert compose(quoted, "nl") == compose(quoted[::-1], "nl")


def test_quotes_of_one_letter_stand_together_in_its_order(make_letter: MakeLetter) -> None:
    old, _, new = _letters(make_letter)
    text, citations = compose([_quoted(new, 1), _quoted(old), _quoted(new, 0)], "en")
    assert [one.quote for one in citations] == ["Nieuw.", "Nog nieuw.", "Oud."]
    assert text.count(new.citation) == 1


def test_every_quote_has_its_mark_and_its_place(make_letter: MakeLetter) -> None:
    text, citations = compose([_quoted(one) for one in _letters(make_letter)], "nl")
    assert re.findall(r"“([^”]*)” \[(\d+)\]", text) == [(one.quote, str(one.n)) for one in citations]
    assert [one.n for one in citations] == [1, 2, 3]
    for one in citations:
        assert one.place.letter.text[one.start : one.end] == one.quote
        assert one.text.startswith(one.place.letter.citation)
        assert "vraag 1" in one.text


def test_a_page_is_named_where_there_are_pages(make_letter: MakeLetter) -> None:
    letter = replace(make_letter(), pages=((0, 3), (10_000, 4)))
    _, (citation,) = compose([_quoted(letter)], "nl")
    assert "p. 3" in citation.text


def test_a_pointing_answer_is_followed_by_what_it_points_to(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "Zo is het."), ("Twee?", "Zie het antwoord op vraag 1.")))
    text, citations = compose([_quoted(letter, 1, _quoted(letter, 0))], "nl")
    assert [one.quote for one in citations] == ["Zie het antwoord op vraag 1.", "Zo is het."]
    assert text.index("[1]") < text.index("antwoord op vraag 1 ") if "vraag 1 " in text else "[2]" in text


def test_what_is_quoted_already_is_not_quoted_again(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "Zo is het."), ("Twee?", "Zie het antwoord op vraag 1.")))
    text, citations = compose([_quoted(letter, 0), _quoted(letter, 1, _quoted(letter, 0))], "nl")
    assert len(citations) == 2
    assert text.count("Zo is het.") == 1
    assert text.count("[1]") == 2


def test_line_ends_in_a_quote_do_not_break_the_answer(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "Het gaat om:\n- kosten\n\n- baten."),))
    text, (citation,) = compose([_quoted(letter)], "nl")
    assert "“Het gaat om: - kosten - baten.” [1]" in text
    assert citation.quote == "Het gaat om:\n- kosten\n\n- baten."


def test_a_number_in_brackets_in_a_letter_is_no_mark(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Eén?", "Zie het rapport [9] daarover."),))
    text, citations = compose([_quoted(letter)], "nl")
    assert {int(mark) for mark in re.findall(r"(?<!\\)\[(\d+)\]", text)} == {one.n for one in citations}


def test_a_quoted_question_is_never_said_to_be_an_answer(make_letter: MakeLetter) -> None:
    letter = make_letter(date="2026-01-01", pairs=(("Klopt het dat de dijk breekt?", None),))
    for language, verb in (("nl", "antwoordde"), ("en", "answered")):
        text, (citation,) = compose([_quoted(letter, role="question")], language)  # type: ignore[arg-type]
        assert citation.role == "question"
        assert verb not in text
        assert "antwoord op vraag" not in citation.text


def test_nothing_quoted_is_nothing_said() -> None:
    assert compose([], "nl") == ("", ())


MARCH: dict[str, str] = {"old": "2025-01-01", "undated": "2025-03", "new": "2026-01-01"}
"""When the letters are of, the undated one by its introduction."""


def _moment(letter: Letter) -> str:
    return MARCH[letter.id]


def test_a_letter_without_a_date_stands_where_its_introduction_puts_it(make_letter: MakeLetter) -> None:
    quoted = [_quoted(one) for one in _letters(make_letter)]
    text, newest = compose(quoted, "nl", _moment)
    _, oldest = compose(quoted, "nl", _moment, "oldest")
    assert [one.place.letter.id for one in newest] == ["new", "undated", "old"]
    assert [one.place.letter.id for one in oldest] == ["old", "undated", "new"]
    assert "(de inleiding noemt maart 2025)" in text


def test_letters_of_unknown_time_come_last_in_both_orders(make_letter: MakeLetter) -> None:
    quoted = [_quoted(one) for one in _letters(make_letter)]
    text, citations = compose(quoted, "nl", order="oldest")
    assert [one.place.letter.id for one in citations] == ["old", "new", "undated"]
    assert "inleiding" not in text


def test_pointing_words_to_what_is_not_at_hand_are_said_with_their_mark(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Hoe hoog is de tol?", "Zie Kamerstuk 29 398, nr. 7."),))
    pointing = replace(_quoted(letter), elsewhere=("Kamerstuk 29 398, nr. 7",))
    for language, said in (("nl", "niet in deze brieven"), ("en", "not in these letters")):
        text, (citation,) = compose([pointing], language)  # type: ignore[arg-type]
        assert citation.quote == "Zie Kamerstuk 29 398, nr. 7."
        assert text.endswith("“Kamerstuk 29 398, nr. 7” [1].")
        assert said in text


def test_the_question_that_a_quote_leans_on_is_shown_and_cited_as_a_question(make_letter: MakeLetter) -> None:
    letter = make_letter(date="2026-01-01", pairs=(("Klopt het dat de brug dicht is?", "Ja."),))
    asked = letter.exchanges[0].question_span
    text, (question, answer) = compose([replace(_quoted(letter), asked=asked)], "nl")
    assert (question.role, question.quote) == ("question", "Klopt het dat de brug dicht is?")
    assert question.text.endswith("vraag 1")
    assert "antwoord" not in question.text.removeprefix(letter.citation)
    assert (answer.role, answer.quote) == ("answer", "Ja.")
    assert text.index("brug dicht is?” [1]") < text.index("“Ja.” [2]")


def test_what_is_new_and_what_is_gone_stand_after_the_answer(make_letter: MakeLetter) -> None:
    letter = make_letter(date="2026-01-01", pairs=(("Eén?", "Tol."), ("Twee?", "Wolf."), ("Drie?", "Brug.")))
    gone, new = replace(_quoted(letter, 0), turning="gone"), replace(_quoted(letter, 1), turning="new")
    for language, first, last in (
        ("nl", "hier voor het eerst: “Wolf.” [2]", "niet terug: “Tol.” [3]"),
        ("en", "here for the first time: “Wolf.” [2]", "this again: “Tol.” [3]"),
    ):
        text, citations = compose([gone, new, _quoted(letter, 2)], language)  # type: ignore[arg-type]
        assert [one.quote for one in citations] == ["Brug.", "Wolf.", "Tol."]
        assert text.index("“Brug.” [1]") < text.index(first) < text.index(last)


def test_a_quote_that_settles_nothing_is_introduced_as_such(make_letter: MakeLetter) -> None:
    open_ = make_letter(date="2026-01-01", pairs=(("Komt er tol?", "Daar kan ik niet op vooruitlopen."),))
    settled = make_letter(date="2026-01-01", pairs=(("Komt er tol?", "Er komt geen tol."),))
    for language, words in (("nl", "zonder het vast te leggen"), ("en", "without settling it")):
        assert words in compose([_quoted(open_)], language)[0]  # type: ignore[arg-type]
        assert words not in compose([_quoted(settled)], language)[0]  # type: ignore[arg-type]


def test_questions_are_introduced_by_who_asked(make_letter: MakeLetter) -> None:
    askers = (Asker("Kostić", "PvdD"), Asker(None, "Volt"))
    letter = make_letter(submitted="2026-03-09", askers=askers, pairs=(("Wie betaalt de tol?", "Niemand."),))
    dutch, _ = compose([_quoted(letter, role="question")], "nl")
    english, _ = compose([_quoted(letter, role="question")], "en")
    assert "Op 9 maart 2026 vroegen Kostić (PvdD) en Volt (vraag 1): “Wie betaalt de tol?” [1]" in dutch
    assert "On 9 March 2026, Kostić (PvdD) and Volt asked (question 1): “Wie betaalt de tol?” [1]" in english
    assert "Niemand." not in dutch + english
