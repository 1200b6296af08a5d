"""The five letters of the corpus, exactly."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from ingest.lines.groups import group_heading
from rag.letter import Asker, Minister
from tests.ingest.corpus_letters import FILES, letter, source

PARTIES = {"PVV": 6, "GroenLinks-PvdA": 5, "VVD": 3, "NSC": 16, "D66": 9, "BBB": 7, "CDA": 1, "SP": 6, "SGP": 1}
FURNITURE = re.compile(
    r"Directoraat|Bureau Internationale|Onze referentie|Uw referentie|7268126|7562802|Retouradres|Postbus|"
    r"Tweede Kamer, vergaderjaar|Antwoord op vra|^Antwoord:?$|^Vraag \d+$|[<>*#_]|\[\w*[Nn]ote|bookmark|[¹²³⁴⁵]",
    re.MULTILINE,
)


def test_each_group_of_the_march_consultation_has_its_exchanges() -> None:
    found = Counter(exchange.party for exchange in letter("vso").exchanges)
    assert found == PARTIES
    assert [exchange.label for exchange in letter("vso").exchanges if exchange.party == "VVD"] == [
        "VVD, vraag 1",
        "VVD, vraag 2",
        "VVD, vraag 3",
    ]


def test_each_group_of_the_october_consultation_has_its_exchanges() -> None:
    assert Counter(exchange.party for exchange in letter("kst").exchanges) == {"GroenLinks-PvdA": 4, "NSC": 19}
    assert Counter(exchange.section for exchange in letter("kst").exchanges) == {
        None: 4,
        "Europese terugkeerwetgeving": 2,
        "Solidariteitsmechanisme en herverdeling onder het EU-Migratiepact": 9,
        "Transparantie en parlementaire betrokkenheid": 3,
        "Migratie-partnerschappen en deals met derde landen": 4,
        "Aanscherping EVRM en verhouding tot EU-recht": 1,
    }


def test_numbered_letters_have_their_exchanges_and_sections() -> None:
    assert [exchange.numbers for exchange in letter("7268126").exchanges] == [(str(n),) for n in range(1, 14)]
    exchanges = letter("7562802").exchanges
    assert len(exchanges) == 13
    assert sum(len(exchange.numbers) for exchange in exchanges) == 15
    labels = {exchange.label: exchange for exchange in exchanges}
    assert labels["Vragen 5 en 6"].section == "Terugkeerhubs en het veilig-derde-landconcept"
    assert labels["Vraag 7"].section == "Terugkeerhubs en het veilig-derde-landconcept"
    assert labels["Vragen 14 en 15"].numbers == ("14", "15")


def test_grouped_questions_stand_together_in_one_span() -> None:
    both = next(exchange for exchange in letter("7562802").exchanges if exchange.label == "Vragen 5 en 6")
    asked = letter("7562802").at(both.question_span)
    assert asked.startswith("Kan de regering concreet uiteenzetten")
    assert "\n\nWelke criteria hanteert de regering" in asked
    assert asked.endswith("een gebrekkig rechtssysteem?")


def test_the_undated_letter_has_paragraphs_and_no_exchanges() -> None:
    assert letter("brief").exchanges == ()
    words = [letter("brief").at(paragraph.span) for paragraph in letter("brief").paragraphs]
    assert words[0] == "Geachte voorzitter,"
    assert words[2].startswith("Om te komen tot een modern, humaan")
    assert words[-1] == "S.W. Sjoerdsma"


@pytest.mark.parametrize("name", FILES)
def test_no_letter_is_warned_of(name: str) -> None:
    assert letter(name).warnings == ()


@pytest.mark.parametrize("name", FILES)
def test_no_furniture_is_left(name: str) -> None:
    read = letter(name)
    for exchange in read.exchanges:
        for span in (exchange.question_span, exchange.answer_span):
            assert FURNITURE.search(read.at(span)) is None, read.at(span)
    assert "\ue000" not in read.text
    assert re.search(r"[^\S\n]{2}|\n{3}|^\s|\s$", read.text) is None


@pytest.mark.parametrize("name", FILES)
def test_spans_are_whole_in_order_and_apart(name: str) -> None:
    read = letter(name)
    spans = sorted(
        [span for one in read.exchanges for span in (one.question_span, one.answer_span) if span]
        + [paragraph.span for paragraph in read.paragraphs]
    )
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(read.at(span) == read.at(span).strip() != "" for span in spans)
    outside = read.text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
    headings = [line for line in outside.split("\n") if line]
    askers = [line for line in headings if line.startswith("Vragen van het lid") and "(ingezonden" in line]
    assert len(askers) == (name == "7268126"), "the line that says whose questions these are"
    headings = [line for line in headings if line not in askers]
    assert all(len(heading) < 120 and not heading.endswith((".", "?")) for heading in headings), headings


_AROUND = re.compile(
    r"(?:Vraag|Antwoord)[\w ]*:?|\d{2}|> Retouradres.*|Aan de Voorzitter.*|der Staten-Generaal|Postbus \d+|"
    r"\d{4} [A-Z]{2} .*|Directoraat-Generaal(?: Migratie)?|Migratie|Bureau Internationale Migratie|Turfmarkt 147|"
    r"\[?www\.rijksoverheid.*|(?:Datum ?)?(?:\d+ \w+ 2026)?|Betreft .*|(?:Onze|Uw) referentie|\d{7}|2026Z04651|"
    r"Ministerie van Buitenlandse Zaken|Tweede Kamer, vergaderjaar 2025–2026, 32 317, nr. 974 5"
)


def _folded(text: str) -> str:
    return re.sub(r"\W|_", "", re.sub(r"<sup>\d+</sup>|\[footnoteRef:\d\]|[¹²³⁴⁵]", "", text)).casefold()


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_is_lost(name: str) -> None:
    """Every line of the file is in the reading text, a note, a numbering heading or furniture."""
    read = letter(name)
    text = _folded(read.text) + "|" + _folded(" ".join(note.text for note in read.notes))
    lost: list[str] = []
    for line in source(name).split("\n"):
        words = re.sub(r"\[bookmark[^\]]*\]|\]\([^)]*\)|\[\d: [^\]]*\]", "", line)
        words = re.sub(r"(?<=[a-z.])[1-4](?=[ .]|$)|^\d (?=[TK])", "", words.strip())
        if _folded(words) and _folded(words) not in text:
            lost.append(words.replace("*", "").strip("# "))
    title = _folded(read.title)
    assert [line for line in lost if not _AROUND.fullmatch(line) and _folded(line) not in title] == []


def test_heads() -> None:
    van_den_brink = (Minister("minister van Asiel en Migratie", "Bart van den Brink"),)
    read = letter("7268126")
    assert (read.id, read.kind, read.date, read.submitted) == ("7268126", "answers", "2026-05-11", "2026-03-09")
    assert (read.chamber, read.reference, read.question_reference) == ("Tweede Kamer", "7268126", "2026Z04651")
    assert read.ministers == van_den_brink
    assert read.askers == (Asker("Westerveld", "GroenLinks-PvdA"),)
    assert read.title.startswith("Antwoorden Kamervragen over de kopgroep die is gevormd met Duitsland")
    assert read.citation == "Brief van 11 mei 2026, kenmerk 7268126"
    read = letter("7562802")
    assert (read.id, read.date, read.submitted, read.chamber) == (
        "7562802",
        "2026-06-18",
        "2026-05-06",
        "Eerste Kamer",
    )
    assert read.question_reference == "180760"
    assert read.askers == (Asker(None, "Volt"), Asker(None, "PvdD"))
    assert read.ministers == van_den_brink


def test_heads_of_consultations() -> None:
    read = letter("kst")
    assert (read.id, read.kind, read.date, read.submitted) == (
        "kst-32317-974",
        "consultation",
        "2025-10-08",
        "2025-10-06",
    )
    assert (read.chamber, read.dossier, read.number) == ("Tweede Kamer", "32317", "974")
    assert read.citation == "Kamerstukken II 2025/26, 32 317, nr. 974"
    assert read.ministers == (Minister("minister van Asiel en Migratie"),)
    assert read.askers == (Asker(None, "GroenLinks-PvdA"), Asker(None, "NSC"))
    assert read.title == (
        "Verslag van een schriftelijk overleg over de geannoteerde agenda van de formele JBZ-Raad 13 14 oktober 2025"
    )
    read = letter("vso")
    assert re.fullmatch(r"vso-32317-[0-9a-f]{8}", read.id)
    assert (read.date, read.submitted, read.chamber, read.number) == (None, None, None, None)
    assert read.citation == "Kamerstukken 32 317, verslag van een schriftelijk overleg, ongedateerd"
    assert [asker.party for asker in read.askers] == list(PARTIES)
    assert read.title == "Verslag van een schriftelijk overleg: JBZ-Raad"


def test_head_of_the_undated_letter() -> None:
    read = letter("brief")
    assert re.fullmatch(r"brief-[0-9a-f]{8}", read.id)
    assert (read.kind, read.date, read.submitted, read.chamber) == ("letter", None, None, None)
    assert read.title == "Brief over de relatie tussen terugkeerhubs en de BHO-begroting"
    assert read.ministers == (
        Minister("minister van Buitenlandse Handel en Ontwikkelingssamenwerking", "S.W. Sjoerdsma"),
        Minister("minister van Buitenlandse Zaken"),
    )
    assert read.citation == ("Brief van de minister van Buitenlandse Handel en Ontwikkelingssamenwerking, ongedateerd")


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("vso", ["1"]),
        ("kst", ["1", "2", "3", "4"]),
        ("7268126", ["1"]),
        ("7562802", list("12345")),
        ("brief", ["1", "2"]),
    ],
)
def test_notes_stand_where_their_marks_stood(name: str, marks: list[str]) -> None:
    read = letter(name)
    assert [note.mark for note in read.notes] == marks
    assert all(note.at is not None and note.text for note in read.notes)


@pytest.mark.parametrize(
    ("name", "before", "note"),
    [
        ("vso", "de motie van de leden van Campen/Boswijk", "Kamerstukken II 2024/45"),
        ("kst", "en\nzondag".replace("\n", " "), "Telegraaf, 4 oktober 2025"),
        ("kst", "vormen van migratiesamenwerking", "Tweede Kamer, vergaderjaar 2024–2025, 32 317, nr. 967"),
        ("kst", "alleenstaande minderjarige mannen.", "Tweede Kamer, vergaderjaar 2024–2025, 22 112"),
        ("7268126", "over innovatieve oplossingen", "Vergaderjaar 2025-2026"),
        ("7562802", "de Kwalificatieverordening", "Verordening (EU) 2024/1347"),
    ],
)
def test_the_words_before_a_note(name: str, before: str, note: str) -> None:
    read = letter(name)
    found = next(one for one in read.notes if one.text.startswith(note))
    assert found.at is not None
    assert read.text[: found.at].endswith(before)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kst", "de geannoteerde agenda informele JBZ-Raad"),
        ("kst", "handelingsperspectief"),
        ("kst", "eventuele ontwikkelingen beoordeelt"),
        ("kst", "terugkeersamenwerking."),
        ("kst", "ST limité-documenten en niet als WK-documenten"),
        ("kst", "gedefinieerde migratiedruk"),
        ("kst", "wettelijke minimumdrempel"),
        ("kst", "de leden van de GroenLinks-PvdA-fractie."),
        ("vso", "sancties bij niet-medewerking nationaal"),
        ("vso", "en EU-financiering"),
        ("vso", "go-and-see-bezoeken"),
        ("vso", "opt-out of is dit"),
        ("vso", "van de Pact-afspraken"),
        ("vso", "omliggende niet-EU-landen"),
        ("7268126", "te zetten spraken de lidstaten af"),
        ("7268126", "wanneer er onderhandelingen met een specifiek"),
        ("7562802", "naar een derde land dat als veilig derde land"),
    ],
)
def test_words_that_a_line_or_page_parted(name: str, words: str) -> None:
    assert words in letter(name).text


def test_group_headings_stay_in_the_text_outside_the_spans() -> None:
    lines = [line for line in letter("vso").text.split("\n\n") if group_heading(line)]
    assert len(lines) == len(PARTIES)
    assert "Vragen en opmerkingen van de leden van de leden van de CDA-fractie" in lines
