"""Questions that a letter lists first and repeats with their answers are there once, and only as questions."""

from tests.ingest import small_pdf
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter

HEAD = "Geachte voorzitter,\n\nHierbij zend ik uw Kamer de antwoorden op de vragen.\n\n"
ANSWERED = "Vraag 1\nWat kost het?\n\nAntwoord 1\nVeel.\n\nVraag 2\nHoe lang?\n\nAntwoord 2\nEen jaar.\n"


def test_the_listing_is_left_out() -> None:
    listing = "Vraag 1\nWat  kost\nhet?\n\nVraag 2\nHoe lang?\n\n"
    letter = read_letter(f"{HEAD}{listing}{ANSWERED}".encode(), "a.txt")
    assert pairs(letter) == [(("1",), "Wat kost het?", "Veel."), (("2",), "Hoe lang?", "Een jaar.")]
    assert letter.text.count("Wat kost het?") == 1
    assert [letter.at(one.span) for one in letter.paragraphs] == HEAD.split("\n\n")[:2]
    assert letter.warnings == ()


def test_words_that_only_the_listing_has_belong_to_the_question() -> None:
    listing = "Vraag 1\nWat kost het precies, en wie betaalt?\n\nVraag 2\nHoe lang?\n\n"
    letter = read_letter(f"{HEAD}{listing}{ANSWERED}".encode(), "a.txt")
    assert [asked for _, asked, _ in pairs(letter)] == [
        "Wat kost het precies, en wie betaalt? Wat kost het?",
        "Hoe lang?",
    ]
    assert len(letter.paragraphs) == 2


def test_a_listing_by_two_questions_at_once() -> None:
    listing = "Vraag 1 en 2\nWat kost het?\n\nHoe lang?\n\n"
    letter = read_letter(f"{HEAD}{listing}{ANSWERED}".encode(), "a.txt")
    assert [asked for _, asked, _ in pairs(letter)] == ["Wat kost het?", "Hoe lang?"]


def test_what_stands_after_a_listing_keeps_its_page() -> None:
    pages = ["Vraag 1\nWat kost het?\n\nVraag 2", f"Hoe lang?\n\n{ANSWERED}"]
    heads = [f"{HEAD if not at else ''}{page}" for at, page in enumerate(pages)]
    letter = read_letter(small_pdf.words([small_pdf.lines(page) for page in heads]), "a.pdf")
    assert pairs(letter) == [(("1",), "Wat kost het?", "Veel."), (("2",), "Hoe lang?", "Een jaar.")]
    assert [letter.page(one.question_span[0]) for one in letter.exchanges if one.question_span] == [2, 2]
