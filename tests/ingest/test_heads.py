"""Heads: who asks and answers, groups, dates, references and citations."""

import pytest

from ingest import citations
from ingest.dates import in_words, iso
from ingest.groups import group_heading, parties_named
from ingest.people import askers, ministers
from ingest.reading import read_letter


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Vragen en opmerkingen van de leden van de PVV-fractie", "PVV"),
        ("Vragen en opmerkingen van de leden van de leden van de CDA-fractie", "CDA"),
        ("Vragen en opmerkingen van de fractieleden van de PVV", "PVV"),
        ("Inbreng van de leden van de VVD-fractie", "VVD"),
        ("Vragen en opmerkingen van de leden van de fractie van de ChristenUnie", "ChristenUnie"),
        ("Vragen van de leden van de Partij voor de Dieren-fractie", "Partij voor de Dieren"),
        ("II Vragen van de leden van de Volt-fractie", "Volt"),
        ("Leden van de NSC-fractie", "NSC"),
        ("van de CDA-fractie", "CDA"),
        ("GroenLinks-PvdA-fractie", "GroenLinks-PvdA"),
        ("D66", "D66"),
        ("De leden van de PVV-fractie vragen dit", None),
        ("van de Raad", None),
        ("Vragen en opmerkingen van de Minister", None),
        ("Europese terugkeerwetgeving", None),
        ("", None),
    ],
)
def test_headings_of_groups(heading: str, party: str | None) -> None:
    assert group_heading(heading) == party


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("van de leden van de PVV- en NSC-fractie", ["PVV", "NSC"]),
        ("de leden van de PVV-, NSC- en BBB-fracties", ["PVV", "NSC", "BBB"]),
        ("de leden van de fracties van de VVD en D66", ["VVD", "D66"]),
        ("van de leden van de GroenLinks-PvdA-fractie", ["GroenLinks-PvdA"]),
        ("de leden van de Kamer", []),
    ],
)
def test_groups_that_a_text_names(words: str, parties: list[str]) -> None:
    assert list(parties_named(words)) == parties


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Antwoord van Minister Bakker (Financiën) (ontvangen 1 mei 2024)", ["Bakker, minister van Financiën"]),
        (
            "Vragen aan de Minister voor Natuur en Stikstof. Antwoord van Minister Jansen (Natuur en Stikstof), "
            "mede namens de Ministers van Financiën en van Justitie en Veiligheid (ontvangen 1 mei 2024)",
            [
                "Jansen, minister voor Natuur en Stikstof",
                "minister van Financiën",
                "minister van Justitie en Veiligheid",
            ],
        ),
        (
            "Antwoord van Staatssecretaris Van der Berg (Defensie) en van Minister-President De Vries (Algemene Zaken)",
            ["Van der Berg, staatssecretaris van Defensie", "De Vries, minister-president"],
        ),
    ],
)
def test_ministers_of_official_publications(head: str, names: list[str]) -> None:
    assert [str(minister) for minister in ministers(head, [])] == names


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (
            ["De Minister van Asiel en Migratie,", "Bart van den Brink"],
            "Bart van den Brink, minister van Asiel en Migratie",
        ),
        (["De minister van Financiën, E. Heinen"], "E. Heinen, minister van Financiën"),
        (["De staatssecretaris van Defensie,"], "staatssecretaris van Defensie"),
    ],
)
def test_ministers_who_sign(paragraphs: list[str], name: str) -> None:
    assert [str(minister) for minister in ministers("", paragraphs)] == [name]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Vragen van het lid Jansen (VVD) over geld", [("Jansen", "VVD")]),
        (
            "Vragen van de leden Inge vanDijk (CDA), Kostic´ (PvdD) en Azarkan (DENK) aan de Minister over geld",
            [("Inge vanDijk", "CDA"), ("Kostic´", "PvdD"), ("Azarkan", "DENK")],
        ),
        (
            "Vragen van de leden Van Haga en Smolders (beiden Groep Van Haga) aan de Minister over geld",
            [("Van Haga", "Groep Van Haga"), ("Smolders", "Groep Van Haga")],
        ),
    ],
)
def test_members_who_ask(head: str, names: list[tuple[str, str]]) -> None:
    assert [(asker.name, asker.party) for asker in askers(head, [])] == names


def test_dates_are_read_and_never_made_up() -> None:
    assert iso("Den Haag, 9 maart 2026.") == "2026-03-09"
    assert iso("01-12-2025") == "2025-12-01"
    assert iso("31 februari 2026") is None
    assert iso("in maart 2026") is None
    assert in_words("2026-06-18") == "18 juni 2026"


def test_citations_have_their_customary_form() -> None:
    assert citations.appendix("Eerste Kamer", "2014/15", "698") == "Aanhangsel Handelingen I 2014/15, nr. 698"
    assert citations.paper("Tweede Kamer", "2025/26", "32317", "974") == "Kamerstukken II 2025/26, 32 317, nr. 974"
    assert citations.paper("Eerste Kamer", "2022/23", "25295", "BM") == "Kamerstukken I 2022/23, 25 295, BM"
    assert citations.paper(None, None, "36600-VII", "1") == "Kamerstukken 36 600 VII, nr. 1"
    assert citations.letter("minister van Financiën", "2026-06-18", None) == (
        "Brief van de minister van Financiën van 18 juni 2026"
    )
    assert citations.letter(None, None, "123") == "Brief, kenmerk 123, ongedateerd"
    assert citations.spaced("21501-02") == "21 501-02"
    assert citations.session("1999–2000") == "1999/00"


def test_the_head_of_a_parliamentary_paper() -> None:
    letter = read_letter(
        (
            "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2025-2026\n\n36 600 VII Begroting van "
            "Binnenlandse Zaken\n\n"
            "Nr. 12 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 3 november 2025\n\n"
            "De vragen zijn op 1 oktober 2025 aan de minister van Financiën voorgelegd.\n\n"
            "Vragen en opmerkingen van de leden van de SP-fractie\n\nWaarom?\n\nAntwoord\n\nDaarom.\n\n"
            "kst-36600-VII-12\nISSN 0921 - 7371\n’s-Gravenhage 2025\nTweede Kamer, vergaderjaar "
            "2025–2026, 36 600 VII, nr. 12 1\n"
        ).encode(),
        "x.txt",
    )
    assert (letter.id, letter.dossier, letter.number) == ("kst-36600-VII-12", "36600-VII", "12")
    assert letter.citation == "Kamerstukken II 2025/26, 36 600 VII, nr. 12"
    assert (letter.date, letter.submitted) == ("2025-11-03", "2025-10-01")
    assert letter.title == "Verslag van een schriftelijk overleg: Begroting van Binnenlandse Zaken"
    assert letter.at(letter.exchanges[0].answer_span) == "Daarom."


def test_questions_without_answers_are_not_titled_as_an_answer() -> None:
    text = (
        "Vragen van het lid Jansen (PVV) aan de minister van Asiel en Migratie over zeehonden "
        "(ingezonden 3 juni 2026, 2026Z09999)\n\nVraag 1\nHoeveel zeehonden zijn er?\n\nVraag 2\nWat kost er een?\n"
    )
    letter = read_letter(text.encode(), "vragen.txt")
    assert (letter.kind, letter.title) == ("questions", "Vragen van het lid Jansen (PVV) over zeehonden")
