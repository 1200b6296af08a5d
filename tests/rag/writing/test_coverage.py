from rag.writing.coverage import coverage, strays
from rag.writing.evidence import Evidence
from rag.writing.likeness import Passage
from tests.conftest import MakeLetter
from tests.rag.writing.cited import cited

SAID = "Dat is afhankelijk van de uiteindelijke afspraken met het partnerland."


def _evidence(make_letter: MakeLetter) -> Evidence:
    return Evidence([cited(make_letter(pairs=(("Wat gebeurt er met mensen in de terugkeerhub?", SAID),)), SAID)])


def test_a_translation_is_covered(make_letter: MakeLetter) -> None:
    claim = Passage("That depends on the final agreements with the partner country.", "en")
    assert coverage(claim, _evidence(make_letter)) >= 0.8


def test_words_of_the_question_do_not_count(make_letter: MakeLetter) -> None:
    with_subject = Passage("Wat er met mensen in de terugkeerhub gebeurt, is afhankelijk van de afspraken.", "nl")
    assert coverage(with_subject, _evidence(make_letter)) == 1.0
    assert coverage(Passage("Er gebeurt iets met mensen in de terugkeerhub.", "nl"), _evidence(make_letter)) == 0.0


def test_other_words_are_not_covered(make_letter: MakeLetter) -> None:
    assert coverage(Passage("De koeien grazen op de dijk.", "nl"), _evidence(make_letter)) == 0.0
    assert coverage(Passage("", "nl"), _evidence(make_letter)) == 0.0


def test_a_part_that_nothing_says_strays(make_letter: MakeLetter) -> None:
    evidence = _evidence(make_letter)
    assert not strays(Passage("Dat hangt af van de afspraken met het partnerland.", "nl"), evidence)
    assert strays(Passage("Dat hangt af van de afspraken, waarvoor boeren subsidie ontvangen.", "nl"), evidence)
