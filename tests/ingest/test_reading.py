"""From bytes to a letter: kinds, groupings, traps, and what cannot be read."""

import pytest

from ingest.reading import READABLE
from rag.errors import LetterError
from rag.letter import Letter
from tests.ingest.exact_pairs import pairs
from tests.ingest.one_letter import read_letter

HEAD = "Geachte voorzitter,\n\nHierbij bied ik de Tweede Kamer de antwoorden aan.\n\n"


def read(text: str, source: str = "a.txt") -> Letter:
    return read_letter(text.encode(), source)


def test_questions_that_are_not_consecutive_share_an_answer() -> None:
    letter = read(
        f"{HEAD}Vraag 2\nWat?\n\nVraag 3\nHoe?\n\nVraag 4\nWaar?\n\nAntwoord 2 en 4\nDaar.\n\nAntwoord 3\nZo.\n"
    )
    assert pairs(letter) == [(("2", "4"), "Wat?\n\nWaar?", "Daar."), (("3",), "Hoe?", "Zo.")]
    assert [exchange.label for exchange in letter.exchanges] == ["Vragen 2 en 4", "Vraag 3"]


def test_a_question_heading_that_covers_more_than_its_answers() -> None:
    letter = read(f"{HEAD}Vraag 5 en 6\nWat en hoe?\n\nAntwoord 5\nDit.\n\nAntwoord 6\nZo.\n")
    assert pairs(letter) == [(("5", "6"), "Wat en hoe?", "Dit.\n\nZo.")]


def test_all_questions_first_and_all_answers_after() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nVraag 2\nHoe?\n\nAntwoord 1\nDit.\n\nAntwoord 2\nZo.\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]


def test_questions_that_are_listed_and_then_repeated() -> None:
    letter = read(
        f"{HEAD}Vraag 1\nWat?\n\nVraag 2\nHoe?\n\nVraag 1\nWat?\n\nAntwoord 1\nDit.\n\nVraag "
        "2\nHoe?\n\nAntwoord 2\nZo.\n"
    )
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]
    assert letter.warnings == ()


def test_numbering_that_restarts() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\nVraag 1\nHoe?\n\nAntwoord 1\nZo.\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("1",), "Hoe?", "Zo.")]


def test_headings_without_numbers_are_counted() -> None:
    letter = read(f"{HEAD}Vraag\nWat?\n\nAntwoord\nDit.\n\nVraag\nHoe?\n\nAntwoord\nZo.\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]


def test_what_lacks_its_other_half_is_kept_with_a_warning() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\nAntwoord 2\nZo.\n\nVraag 3\nWaar?\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "", "Zo."), (("3",), "Waar?", "")]
    assert letter.warnings == ("Answer 2 has no question.", "Question 3 has no answer.")


def test_a_question_that_lost_its_heading_is_no_part_of_the_answer() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit is zo.\n\nvan dat al bekend is?\n\nAntwoord 2\nZo.\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit is zo."), (("2",), "van dat al bekend is?", "Zo.")]


def test_a_page_break_is_a_line_end() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\fVraag 2\nHoe?\n\nAntwoord 2\nZo gaat\n\fhet verder.\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo gaat het verder.")]


def test_a_page_foot_glued_to_a_heading() -> None:
    foot = "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1"
    letter = read(f"{HEAD}Vraag 3\nWat?\n\n{foot}Antwoord 3\nDit.\n\n{foot}\n")
    assert pairs(letter) == [(("3",), "Wat?", "Dit.")]


def test_questions_without_answers() -> None:
    letter = read(
        "2026Z04651\n\nVragen van het lid Jansen (VVD) aan de minister van Financiën over geld "
        "(ingezonden 3 mei 2026).\n\nVraag 1\nWat?\n\nVraag 2\nHoe?\n"
    )
    assert letter.kind == "questions"
    assert (letter.submitted, letter.date) == ("2026-05-03", None)
    assert letter.id == "2026Z04651"
    assert letter.warnings == ()


def test_a_postponement_is_no_answer() -> None:
    letter = read(
        f"{HEAD}Vraag 1\nWat?\n\nMededeling\nDe minister kan niet binnen de gebruikelijke termijn antwoorden.\n"
    )
    assert letter.kind == "questions"
    assert pairs(letter) == [(("1",), "Wat?", "")]
    assert "gebruikelijke termijn" in letter.at(letter.paragraphs[-1].span)


def test_the_signature_after_the_last_answer_is_no_part_of_it() -> None:
    letter = read(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\nDe minister van Financiën,\n\nE. Jansen\n")
    assert pairs(letter) == [(("1",), "Wat?", "Dit.")]
    assert letter.ministers[0].name == "E. Jansen"


def test_answers_without_headings() -> None:
    letter = read(f"{HEAD}Vraag 1 Hoe kan dat? En waarom?\nDat kan zo. Er is geld.\n\nVraag 2 Is dat zo?\n\nJa.\n")
    assert pairs(letter) == [
        (("1",), "Hoe kan dat? En waarom?", "Dat kan zo. Er is geld."),
        (("2",), "Is dat zo?", "Ja."),
    ]


def test_a_letter_that_lost_its_line_ends() -> None:
    filler = "De minister meldt dat dit al jaren zo is en dat het zo blijft. " * 30
    letter = read(
        "Tweede Kamer der Staten-Generaal 2 Vergaderjaar 2014–2015 Aanhangsel van de Handelingen Vragen gesteld door "
        "de leden der Kamer, met de daarop door de regering gegeven antwoorden 698 Vragen van het "
        "lid Bakker (PvdA) aan "
        "de Minister van Financiën over geld (ingezonden 3 oktober 2014). Antwoord van Minister Jansen (Financiën) "
        f"(ontvangen 26 november 2014). Vraag 1 Kent u het bericht?1 Antwoord 1 Ja. {filler}Vraag 2 "
        "en 3 Wat is uw oordeel "
        "over de zaak die nu al jaren 1 Het Dagblad, 1 mei 2014 ah-tk-20142015-698 ISSN 0921 - 7398 "
        "’s-Gravenhage 2014 "
        "Tweede Kamer, vergaderjaar 2014–2015, Aanhangsel 1 speelt in ziekenhui- zen? Antwoord 2 en 3 Geen."
    )
    assert pairs(letter) == [
        (("1",), "Kent u het bericht?", f"Ja. {filler}".strip()),
        (("2", "3"), "Wat is uw oordeel over de zaak die nu al jaren speelt in ziekenhuizen?", "Geen."),
    ]
    assert [(note.mark, note.text) for note in letter.notes] == [("1", "Het Dagblad, 1 mei 2014")]
    assert (letter.id, letter.citation) == ("ah-tk-20142015-698", "Aanhangsel Handelingen II 2014/15, nr. 698")
    assert (letter.submitted, letter.date) == ("2014-10-03", "2014-11-26")


def test_a_listing_of_questions_and_answers() -> None:
    letter = read(
        "Q1      Kent u het bericht van de minister in de\n        Tweede Kamer?\nA1      Ja.\n\nQ2 "
        "3    Wat nu?\nA2 3    Niets.\n"
    )
    assert pairs(letter) == [
        (("1",), "Kent u het bericht van de minister in de Tweede Kamer?", "Ja."),
        (("2", "3"), "Wat nu?", "Niets."),
    ]


def test_sections_belong_to_the_next_question() -> None:
    letter = read(
        f"{HEAD}Geld\n\nVraag 1\n\nWat?\n\nAntwoord 1\n\nDit.\n\nLand en water\n\nVraag 2\n\nHoe?\n\n"
        "Antwoord 2\n\nZo.\n"
    )
    assert [exchange.section for exchange in letter.exchanges] == ["Geld", "Land en water"]
    assert pairs(letter)[0][2] == "Dit."


def test_only_glued_digits_with_a_note_are_marks() -> None:
    letter = read(
        f"{HEAD}Vraag 1\n\nWat is CO2 of artikel1 of zaak1 nu?\n\nAntwoord 1\n\nHet is 20 m2 in "
        "2026.1 Dat is 3 keer\n\n"
        "1 Kamerstuk 32 317, nr. 1\n\nzo veel.\n"
    )
    assert pairs(letter)[0][2] == "Het is 20 m2 in 2026.1 Dat is 3 keer zo veel."
    assert letter.exchanges[0].question_span is not None
    assert letter.at(letter.exchanges[0].question_span) == "Wat is CO2 of artikel1 of zaak nu?"
    assert letter.notes[0].at == letter.text.index(" nu?")


def test_markup_is_read_and_not_shown() -> None:
    letter = read(
        f"{HEAD}#### **Vraag 1**\n\n**Wat is [dit](https://x.nl/a)?**\n\n#### **Antwoord 1**\n\n"
        "Dit is _zo_ \\(nu\\)<sup>1</sup> en 5 * 3.\n\n- i. een,\n- ii. twee.\n\n<sup>1</sup> Een noot.\n",
        "b.md",
    )
    assert pairs(letter) == [(("1",), "Wat is dit?", "Dit is zo (nu) en 5 * 3.\n\ni. een,\nii. twee.")]
    assert letter.notes[0].text == "Een noot."


def test_a_consultation_with_wrapped_names_and_several_paragraphs() -> None:
    letter = read(
        "Verslag van een schriftelijk overleg met de Tweede Kamer\n\n"
        "Vragen en opmerkingen van de fractieleden van de PVV\n\n"
        "De leden van de PVV-fractie hebben kennisgenomen van de stukken.\n\n"
        "Kan de minister dit toelichten?\n\nAntwoord\n\nHet kabinet doet dit.\n\nOok op lange "
        "termijn blijft dat zo.\n\n"
        "Zo staat het in de stukken. De leden van de PVV-fractie vragen of dit klopt.\n\nAntwoord\n\nJa.\n\n"
        "Vragen en opmerkingen van de leden van de GroenLinks-PvdA-\nfractie\n\nWat is de inzet?\n\n"
        "Antwoord:\n\nZie hierboven.\n"
    )
    assert [(exchange.label, letter.at(exchange.answer_span)) for exchange in letter.exchanges] == [
        ("PVV, vraag 1", "Het kabinet doet dit.\n\nOok op lange termijn blijft dat zo."),
        ("PVV, vraag 2", "Ja."),
        ("GroenLinks-PvdA, vraag 1", "Zie hierboven."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = f"{HEAD}Vraag 1\r\nGeïnformeerd?\r\n\r\nAntwoord 1\r\n“Ja”.\r\n"
    assert pairs(read_letter(text.encode(encoding), "a.txt")) == [(("1",), "Geïnformeerd?", "“Ja”.")]


@pytest.mark.parametrize(
    ("data", "source", "words"),
    [
        (b"", "leeg.txt", "leeg.txt: the file is empty"),
        (b" \n\n ", "wit.txt", "the file is empty"),
        (b"\x00\x01\x02" * 99, "binair.txt", "is not text"),
        (b"caf\x81\xe9", "gebroken.txt", "cannot be read"),
        (b"hallo", "brief.xyz", "files of type .xyz cannot be read"),
        (b"hallo", "brief", "files of type none cannot be read"),
        (b"melk\nbrood\nkaas\n", "boodschappen.txt", "no letter"),
        (b"import re\n\ndef main():\n    return re.compile('a')\n", "code.md", "no letter"),
        (b"Het regende zacht op het dak en de kat sliep. Niemand zei iets.", "proza.txt", "no letter"),
    ],
)
def test_what_cannot_be_read(data: bytes, source: str, words: str) -> None:
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(data, source)
    assert str(caught.value).startswith(source)


def test_the_kinds_of_file_that_can_be_read() -> None:
    assert {".txt", ".md", ".markdown"} <= READABLE
    assert read(f"{HEAD}Tekst van de minister.", "map/BRIEF.TXT").source == "map/BRIEF.TXT"


@pytest.mark.parametrize(
    "piece",
    [
        "Vraag 1, ",
        "Vraag 1\n",
        "aa bb\n\n",
        "ab- cd-\nef ",
        "woord1\n\n1 Noot\n\n",
        "[1: ",
        "? ",
        "\f",
        "Vragen van het lid A over aan ",
        "1/9 2/9 ",
    ],
)
def test_a_hostile_text_is_read_or_refused(piece: str) -> None:
    data = ("De minister aan de Tweede Kamer. " + piece * (200_000 // len(piece))).encode()
    if piece == "Vraag 1\n":
        with pytest.raises(LetterError, match="at most 2,000 are read"):
            read_letter(data, "x.txt")
    else:
        assert read_letter(data, "x.txt").text
