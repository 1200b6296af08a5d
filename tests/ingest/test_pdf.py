"""PDFs: pages, feet, notes and hyphens told apart, and PDFs that cannot be read."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.dates import iso
from ingest.lines.numbering import numbering
from ingest.readers import pdf
from ingest.readers.pdf import read_pdf
from rag.errors import LetterError
from rag.letter import Letter, Span
from tests.ingest import small_pdf
from tests.ingest.exact_pairs import pairs
from tests.ingest.one_letter import read_letter
from tests.ingest.small_pdf import Words, lines

SHARED = Path(__file__).parents[2].parent / "shared" / "letters" / "aanhangsel-pdf"
HEAD = (
    "Vragen van het lid Mutluer (GroenLinks-PvdA) aan de Minister van\nJustitie en Veiligheid over zaken "
    "(ingezonden 6 maart 2024).\n\nAntwoord van Minister Jansen (Justitie en Veiligheid) (ontvangen\n"
    "25 maart 2024).\n\n"
)


def top() -> list[Words]:
    return [
        (55, 762, 14, "Tweede Kamer der Staten-Generaal"),
        (506, 740, 40, "2"),
        (55, 730, 9, "Vergaderjaar 2023–2024"),
        (221, 730, 9, "Aanhangsel van de Handelingen"),
        (221, 715, 12, "1314"),
    ]


def foot(page: int) -> list[Words]:
    first: list[Words] = [
        (55, 82, 6, "ah-tk-20232024-1314"),
        (55, 76, 6, "ISSN 0921 - 7398"),
        (55, 70, 6, "’s-Gravenhage 2024"),
    ]
    running = "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel"
    return [*(first if page == 1 else []), (221, 70, 8, running), (535, 70, 8, str(page))]


def read(*pages: list[Words]) -> Letter:
    return read_letter(small_pdf.words(pages), "a.pdf")


def official(*pages: list[Words]) -> Letter:
    return read(*([*(top() if at == 1 else []), *page, *foot(at)] for at, page in enumerate(pages, 1)))


def test_an_official_publication() -> None:
    letter = official(
        lines(f"{HEAD}Vraag 1\nWat vindt u hiervan, nu de\ntoestand zo is?\n\nAntwoord 1\nDat is zo, en dit gaat"),
        lines("hierna gewoon verder.\n\nVraag 2\nHoe dan?"),
        lines("Antwoord 2\nZo."),
    )
    assert pairs(letter) == [
        (("1",), "Wat vindt u hiervan, nu de toestand zo is?", "Dat is zo, en dit gaat hierna gewoon verder."),
        (("2",), "Hoe dan?", "Zo."),
    ]
    assert (letter.id, letter.date, letter.submitted) == ("ah-tk-20232024-1314", "2024-03-25", "2024-03-06")
    assert letter.citation == "Aanhangsel Handelingen II 2023/24, nr. 1314"
    assert [number for _, number in letter.pages] == [1, 2, 3]
    answers = [one.answer_span for one in letter.exchanges if one.answer_span]
    assert [letter.page(start) for start, _ in answers] == [1, 3]


def test_the_same_letter_as_xml_has_the_same_id() -> None:
    printed = official(lines(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit."))
    xml = (
        '<officiele-publicatie><metadata><meta name="identifier" content="ah-tk-20232024-1314"/></metadata>'
        "<kamervragen><vraag><nr>Vraag 1</nr><al>Wat?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Dit.</al>"
        "</antwoord></kamervragen></officiele-publicatie>"
    )
    marked_up = read_letter(xml.encode(), "a.xml")
    assert (printed.id, printed.citation) == (marked_up.id, marked_up.citation)
    assert pairs(printed) == pairs(marked_up)


def test_one_page_keeps_its_head() -> None:
    letter = official(lines(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit."))
    assert letter.id == "ah-tk-20232024-1314"
    assert pairs(letter) == [(("1",), "Wat?", "Dit.")]


def test_a_raised_digit_is_a_mark_and_the_note_below_is_kept_apart() -> None:
    page = lines(f"{HEAD}Vraag 1\nKent u dit bericht\nnu al?\n\nAntwoord 1\nJa, dat ken ik, want het\n")
    mark: Words = (303, page[5][1] + 3.5, 5, "1")
    note: list[Words] = [
        (221, 151, 4.5, "1"),
        (227, 148, 7, "Een krant, 2 maart 2024, en dit is een noot die"),
        (227, 139, 7, "verdergaat."),
    ]
    letter = official([*page[:6], mark, *page[6:], *note], lines("staat in de krant."))
    assert pairs(letter) == [(("1",), "Kent u dit bericht nu al?", "Ja, dat ken ik, want het staat in de krant.")]
    (found,) = letter.notes
    assert (found.mark, found.text) == ("1", "Een krant, 2 maart 2024, en dit is een noot die verdergaat.")
    assert found.at is not None
    assert letter.text[: found.at].endswith("Kent u dit bericht")


def test_a_note_that_goes_on_at_the_foot_of_the_next_page() -> None:
    page = lines(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit is het en")
    mark: Words = (275, page[-1][1] + 3.5, 5, "1")
    letter = official(
        [*page, mark, (221, 151, 4.5, "1"), (227, 148, 7, "Dit is een noot die op de")],
        [*lines("zo blijft het ook."), (227, 148, 7, "volgende bladzijde eindigt.")],
    )
    assert pairs(letter) == [(("1",), "Wat?", "Dit is het en zo blijft het ook.")]
    assert [note.text for note in letter.notes] == ["Dit is een noot die op de volgende bladzijde eindigt."]


def test_an_exponent_is_no_mark() -> None:
    page = lines(f"{HEAD}Vraag 1\nHoe groot is het?\n\nAntwoord 1\nHet is 300 m")
    letter = official([*page, (271, page[-1][1] + 3.5, 5, "2")])
    assert letter.at(letter.exchanges[0].answer_span) == "Het is 300 m2"
    assert letter.notes == ()


def test_hyphens_at_line_ends() -> None:
    letter = official(
        lines(
            f"{HEAD}Vraag 1\nWat is een geanno-\nteerde agenda van de CCS-\nproject en de GroenLinks-PvdA-\nfractie?"
            "\n\nAntwoord 1\nDat is een geannoteerde agenda."
        )
    )
    question = letter.at(letter.exchanges[0].question_span)
    assert question == "Wat is een geannoteerde agenda van de CCS-project en de GroenLinks-PvdA-fractie?"


def test_a_line_that_stops_short_ends_a_paragraph() -> None:
    letter = official(
        lines(
            f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit is een lange regel die bijna tot de rand van de bladzijde loopt\n"
            "en hier eindigt.\nEen nieuwe alinea begint op een nieuwe regel, ook zonder witregel."
        )
    )
    answer = letter.at(letter.exchanges[0].answer_span)
    assert answer.split("\n\n")[1].startswith("Een nieuwe alinea")


def test_a_heading_that_recurs_at_the_foot_of_pages_is_no_page_foot() -> None:
    rest: list[list[Words]] = [[(220, 300, 9, f"Antwoord {at}"), (220, 289, 9, "Zo.")] for at in (1, 2)]
    letter = read(lines(f"{HEAD}Vraag 1\nWat?"), *rest)
    assert [one.numbers for one in letter.exchanges] == [("1",), ("2",)]


def test_a_turned_page_is_read_all_the_same() -> None:
    said = b"(Vraag 1) Tj T* (Wat vindt de minister?) Tj T* (Antwoord 1) Tj T* (Zo.) Tj"
    content = b"BT 0 1 -1 0 300 100 Tm /F 12 Tf 14 TL " + said + b" ET"
    letter = read_letter(small_pdf.file([content], turned=90), "a.pdf")
    assert pairs(letter) == [(("1",), "Wat vindt de minister?", "Zo.")]


LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/O(" + b"0" * 32 + b")/U(" + b"1" * 32 + b")/P -4>>/ID[(a)(b)]"
WHOLE = small_pdf.words([lines(f"{HEAD}Vraag 1\nWat?\n\nAntwoord 1\nDit.")])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"Vraag 1\nWat?\n", "not a PDF"),
        (b"%PDF-1.4\n%%EOF\n", "damaged"),
        (WHOLE[: len(WHOLE) // 2], "cut off"),
        (WHOLE[: len(WHOLE) // 8] + b"%%EOF", "damaged"),
        (small_pdf.file([]), "damaged|no pages"),
        (small_pdf.file([b""]), "no text layer, and nothing else to read"),
        (small_pdf.file([b""], trailer=LOCK), "password"),
        (small_pdf.file([b""] * 10_000), "10000 pages and at most 1000"),
    ],
    ids=["empty", "no PDF", "bare", "cut off", "cut short", "no pages", "no text", "locked", "long"],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(LetterError, match=reason) as refused:
        read_letter(data, "a.pdf")
    assert str(refused.value).startswith("a.pdf: ")
    assert "\n" not in str(refused.value)


def test_too_many_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 50)
    with pytest.raises(LetterError, match="more than 50 characters"):
        read_pdf(WHOLE, "a.pdf")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=60))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, value in damage:
        data[place] = value
    assert _outcome(bytes(data))


def _outcome(data: bytes) -> str:
    """Return the text of a letter, or why it could not be read."""
    try:
        return read_letter(data, "a.pdf").text
    except LetterError as error:
        return str(error)


def _numbers(letter: Letter, spans: list[Span | None]) -> list[str]:
    return [number for one, span in zip(letter.exchanges, spans, strict=True) if span for number in one.numbers]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared letters are not at hand")
def test_real_official_publications() -> None:
    with (SHARED / "labels.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    assert len(rows) == 9
    for row in rows:
        letter = read_letter((SHARED / row["file"]).read_bytes(), row["file"])
        assert letter.id == f"ah-tk-20232024-{row['ah_nr']}"
        assert letter.citation == f"Aanhangsel Handelingen II 2023/24, nr. {row['ah_nr']}"
        assert (letter.submitted, letter.date) == (iso(row["ingezonden"]), iso(row["ontvangen"]))
        assert letter.warnings == ()
        for column, spans in (
            ("vraag_headings", [one.question_span for one in letter.exchanges]),
            ("antwoord_headings", [one.answer_span for one in letter.exchanges]),
        ):
            headings = [numbering(heading) for heading in row[column].split("|")]
            assert _numbers(letter, spans) == [number for one in headings if one for number in one.numbers]
        for sign in ("ISSN", "ah-tk", "’s-Gravenhage 2", "Kamer, vergaderjaar 2023–2024, Aanhangsel"):
            assert sign not in letter.text
        for note in letter.notes:
            assert note.text
            assert note.at is not None
            assert note.text not in letter.text or len(note.text) < 40
