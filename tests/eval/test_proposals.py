from eval.lint import lint
from eval.proposals import MOST, first_sentence, proposed
from rag.assistant import Assistant
from tests.conftest import MakeLetter
from tests.eval.made_letters import LETTERS, PLACES


def test_proposals_are_true_to_the_letters_and_ask_nothing_twice(assistant: Assistant) -> None:
    letters = assistant.letters()
    questions = proposed(letters)
    assert lint(questions, letters) == ()
    assert [one.kind for one in questions].count("single") <= MOST
    assert {one.gold[0].letter for one in questions if one.gold} == {one.id for one in letters if one.exchanges}
    assert questions == proposed(letters)


def test_numbers_that_do_not_exist_lie_beyond_those_that_do() -> None:
    asked = {one.kind: one.question for one in proposed(LETTERS)}
    assert asked["no_such_number"] == "Wat is het antwoord op vraag 23 van 100?"
    assert "kst-1-2" not in asked["number"]


def test_letters_of_others_take_turns(make_letter: MakeLetter) -> None:
    long = make_letter("long", tuple((f"Hoeveel kost deze zaak nummer {n}?", "Niets.") for n in range(MOST)))
    short = make_letter("short", (("Hoeveel kost die andere zaak dan?", "Veel."),))
    own = [one for one in proposed([long, short]) if one.kind == "single"]
    assert len(own) == MOST
    assert "short" in own[1].gold[0].letter


def test_scraps_pointers_and_questions_without_answers_are_left_out(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Zo nee, waarom niet?", "Daarom."), ("Komt er nog een antwoord op deze vraag?", None)))
    assert [one.kind for one in proposed([letter])] == ["number", "no_such_number"]


def test_the_first_sentence_of_a_place() -> None:
    assert first_sentence(PLACES["100#1"]) == "Er voeren 1.250 schepen binnen."
