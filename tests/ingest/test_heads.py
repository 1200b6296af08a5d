"""Heads: who asks and answers, groups, dates, references and citations."""

import pytest

from ingest.dates import in_words, iso
from ingest.heads import citations
from ingest.heads.people import askers, ministers
from ingest.lines.groups import group_heading, part_headed, parties_named
from tests.ingest.one_letter import read_letter

FINANCE = "staatssecretaris van Financiën"


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
        ("fractieleden van GroenLinks-PvdA", "GroenLinks-PvdA"),
        ("Vragen van de leden van de fracties van GroenLinks-PvdA en D66", "GroenLinks-PvdA en D66"),
        ("Vragen en opmerkingen van de leden van de VVD-fractie en de NSC-fractie", "VVD en NSC"),
        ("Vragen en opmerkingen van de leden van de VVD-, NSC- en BBB-fracties", "VVD, NSC en BBB"),
        ("Inbreng van de leden van de D66-fractie, mede namens de leden van de PvdD-fractie", "D66 en PvdD"),
        ("Antwoorden op de vragen van de leden van de VVD-fractie", "VVD"),
        ("Reactie op de vragen en opmerkingen van de leden van de SP-fractie", "SP"),
        ("Beantwoording vragen VVD-fractie", "VVD"),
        ("VRAGEN EN OPMERKINGEN VAN DE LEDEN VAN DE GROENLINKS-PVDA-FRACTIE", "GroenLinks-PvdA"),
        ("Vragen en opmerkingen van de leden van de fractie-Walenkamp", "Fractie-Walenkamp"),
        ("Vragen en opmerkingen van het lid Omtzigt", "Lid Omtzigt"),
        ("1.2 PVV-fractie:", "PVV"),
        ("Partij voor de Dieren (PvdD)", "Partij voor de Dieren"),
        ("Vragen Frontex", None),
        ("Nederland en Duitsland", None),
        ("Vragen en opmerkingen vanuit de fracties", None),
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
    ("heading", "part"),
    [
        ("VRAGEN EN OPMERKINGEN VANUIT DE FRACTIES", "asked"),
        ("I Vragen en opmerkingen vanuit de fracties en reactie van de bewindspersoon", "asked"),
        ("II ANTWOORD / REACTIE VAN DE BEWINDSPERSOON", "replied"),
        ("II Antwoord/Reactie van de minister", "replied"),
        ("Deel II: Antwoorden", "replied"),
        ("Reactie van de minister van Asiel en Migratie", "replied"),
        ("III Volledige agenda", "aside"),
        ("Antwoord", None),
        ("Vragen over geld", None),
    ],
)
def test_headings_of_parts(heading: str, part: str | None) -> None:
    assert part_headed(heading) == part


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
            "Antwoord van Minister Bakker (Financiën) Minister Jansen (Rechtsbescherming) mede namens de Minister van "
            "Defensie (ontvangen (ontvangen 7 juni 2024)",
            ["Bakker, minister van Financiën", "Jansen, minister van Rechtsbescherming", "minister van Defensie"],
        ),
        ("Mededeling van Minister Bakker (Financiën) (ontvangen 1 mei 2024)", ["Bakker, minister van Financiën"]),
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
        (
            "Vragen van de leden Ceder, Bikker en Grinwis (allen ChristenUnie) en het lid Faber-van de Klashorst(PVV) "
            "aan de Minister-President over geld",
            [
                ("Ceder", "ChristenUnie"),
                ("Bikker", "ChristenUnie"),
                ("Grinwis", "ChristenUnie"),
                ("Faber-van de Klashorst", "PVV"),
            ],
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
    assert citations.appendix("Tweede Kamer", "2008/09", "3385-n1") == (
        "Aanhangsel Handelingen II 2008/09, nr. 3385 (herdruk)"
    )
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


ASKED = "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 6 maart 2024)."
ANSWERED = "Antwoord van Minister Bakker (Financiën) (ontvangen 25 maart 2024)."
PAIR = "Vraag 1\nWat?\n\nAntwoord 1\nDit."


def publication(number: str, foot: str, house: str = "Tweede", said: str = ANSWERED) -> str:
    return (
        f"{house} Kamer der Staten-Generaal\n2\nVergaderjaar 2023–2024\nAanhangsel van de Handelingen\n\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n\n"
        f"{number}\n\n{ASKED}\n\n{said}\n\n{PAIR}\n\n{foot}\nISSN 0921 - 7398\n’s-Gravenhage 2024\n"
        f"{house} Kamer, vergaderjaar 2023–2024, Aanhangsel 1\n"
    )


@pytest.mark.parametrize(
    ("text", "name", "citation"),
    [
        (
            publication("1314", "ah-tk-20232024-1314"),
            "ah-tk-20232024-1314",
            "Aanhangsel Handelingen II 2023/24, nr. 1314",
        ),
        (publication("5", "ah-ek-20232024-5", "Eerste"), "ah-ek-20232024-5", "Aanhangsel Handelingen I 2023/24, nr. 5"),
        (
            publication("3385", "ah-tk-20232024-3385-n1"),
            "ah-tk-20232024-3385-n1",
            "Aanhangsel Handelingen II 2023/24, nr. 3385 (herdruk)",
        ),
        (publication("1314", "ah-1251487"), "ah-tk-20232024-1314", "Aanhangsel Handelingen II 2023/24, nr. 1314"),
        (
            f"{ASKED}\n\n{ANSWERED}\n\n{PAIR}\n\nah-1251487\nISSN 0921 - 7398\n",
            "ah-1251487",
            "Brief van de minister van Financiën van 25 maart 2024",
        ),
        (
            f"{ASKED}\n\n{ANSWERED}\n\n{PAIR}\n\nh tk 20232024 387\n",
            "ah-tk-20232024-387",
            "Aanhangsel Handelingen II 2023/24, nr. 387",
        ),
        (
            f"kv-tk-2022Z01227\nISSN 0921 - 7398\n\n2022Z01227\n\n{ASKED}\n\nVraag 1\nWat?\n",
            "2022Z01227",
            "Schriftelijke vragen van 6 maart 2024, kenmerk 2022Z01227",
        ),
        (
            f"2015P02267\n\n{ASKED}\n\nVraag 1\nWat?\n",
            "2015P02267",
            "Schriftelijke vragen van 6 maart 2024, kenmerk 2015P02267",
        ),
        (
            "2025D43823\n\nVerslag van een schriftelijk overleg\n\nVragen en opmerkingen van de leden van de SP-fractie"
            "\n\nWat doet de minister?\n\nAntwoord\n\nDit.\n",
            "2025D43823",
            "Verslag van een schriftelijk overleg, ongedateerd",
        ),
        (
            "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2022–2023\n\n25 295 Bomen\n\n"
            "BM BRIEF VAN DE MINISTER VAN BOMEN\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\n"
            "Den Haag, 3 april 2023\n\nHierbij zend ik u een rapport.\n",
            "kst-25295-BM",
            "Kamerstukken I 2022/23, 25 295, BM",
        ),
    ],
)
def test_names_and_citations_of_what_was_published(text: str, name: str, citation: str) -> None:
    letter = read_letter(text.encode(), "a.txt")
    assert (letter.id, letter.citation) == (name, citation)


@pytest.mark.parametrize(
    "text",
    [
        "Bij brief van …  heeft de minister van Bomen de vragen beantwoord.",
        "Bij brief van 3 mei 2025 heeft uw Kamer de minister van Bomen om een reactie gevraagd.",
        "De wet treedt in werking per datum 1 januari 2027, zegt de minister aan de Kamer.",
        "De minister van Bomen is op 3 mei 2025 door de Kamer gevraagd om een brief.",
        "De minister heeft het besluit van de Kamer ontvangen op 3 mei 2025.",
    ],
)
def test_dates_in_the_text_are_not_the_date_of_the_letter(text: str) -> None:
    assert read_letter(f"Geachte voorzitter,\n\n{text}\n".encode(), "a.txt").date is None


def test_a_postponement_has_a_question_or_none_but_no_answer() -> None:
    said = "Mededeling van Minister Bakker (Financiën) (ontvangen 25 maart 2024)."
    text = publication("1314", "ah-tk-20232024-1314", said=said).replace(
        "Antwoord 1\nDit.", "Mededeling\nDit kan niet."
    )
    letter = read_letter(text.encode(), "a.txt")
    assert (letter.kind, letter.date, str(letter.ministers[0])) == (
        "questions",
        "2024-03-25",
        "Bakker, minister van Financiën",
    )
    assert letter.exchanges[0].answer_span is None
    assert letter.at(letter.paragraphs[-1].span) == "Dit kan niet."
    letter = read_letter(
        (
            "Aan de Voorzitter van de Tweede Kamer\n\nDatum 3 mei 2026\nBetreft Uitstel Kamervragen over geld\n\n"
            "Onze referentie\n7300001\n\nUw referentie\n2026Z01111\n\nGeachte voorzitter,\n\nDe schriftelijke "
            "vragen van het lid Jansen (VVD) over geld kunnen niet binnen de gebruikelijke termijn worden "
            "beantwoord.\n\n"
            "De Minister van Financiën,\n\nE. Bakker\n"
        ).encode(),
        "b.txt",
    )
    assert (letter.kind, letter.id, letter.question_reference) == ("questions", "7300001", "2026Z01111")
    assert letter.citation == "Brief van 3 mei 2026, kenmerk 7300001"


@pytest.mark.parametrize(
    ("above", "answer", "number"),
    [
        ("Hierbij de antwoorden op de vragen over geld (2024Z01111).", "Dat staat in 2022Z10723.", "2024Z01111"),
        ("Hierbij de antwoorden op de vragen over geld.", "Dat staat in de antwoorden op 2022Z10723.", None),
    ],
)
def test_a_case_number_in_an_answer_is_not_that_of_the_questions(above: str, answer: str, number: str | None) -> None:
    text = f"Geachte voorzitter,\n\n{above}\n\nVraag 1\nWat?\n\nAntwoord 1\n{answer}\n\nDe Minister van Financiën"
    assert read_letter(text.encode(), "a.txt").question_reference == number


@pytest.mark.parametrize(
    ("others", "offices"),
    [
        ("de Staatssecretarissen van Defensie en van Financiën", ["staatssecretaris van Defensie", FINANCE]),
        (
            "de Ministers van Justitie en Veiligheid en voor Klimaat en de Staatssecretaris van Financiën",
            ["minister van Justitie en Veiligheid", "minister voor Klimaat", FINANCE],
        ),
    ],
)
def test_several_offices_named_at_once(others: str, offices: list[str]) -> None:
    found = ministers(f"Antwoord van Minister Jansen (Werk), mede namens {others} (ontvangen 1 mei 2024)", [])
    assert [one.office for one in found] == ["minister van Werk", *offices]


def test_a_bracket_with_a_date_is_no_portfolio() -> None:
    head = "Antwoord van Staatssecretaris Van Huffelen (ontvangen 1 maart 2024)."
    assert [str(minister) for minister in ministers(head, [])] == ["Van Huffelen, staatssecretaris"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "De Minister van Justitie en Veiligheid, D.M. van Weel",
        "Kenmerk 2024Z12555 De Minister van Justitie en Veiligheid, D.M. van Weel",
    ],
)
def test_a_signature_on_one_line(paragraph: str) -> None:
    assert [str(one) for one in ministers("", [paragraph])] == ["D.M. van Weel, minister van Justitie en Veiligheid"]


def test_a_first_name_is_no_part_of_an_office() -> None:
    signed = "De Minister van Onderwijs, Cultuur en Wetenschap, Eppo Bruins"
    assert [str(one) for one in ministers("", [signed])] == [
        "Eppo Bruins, minister van Onderwijs, Cultuur en Wetenschap"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Beantwoording Kamervragen van het lid De Wit (XYZ) over water",
        "Beantwoording Kamervragen lid De Wit (XYZ) over water",
        "Hierbij de antwoorden op de vragen van het lid De Wit (XYZ).",
        "Op 20 mei 2025 heeft het lid De Wit (XYZ) schriftelijke vragen gesteld over water.",
    ],
)
def test_askers_that_a_subject_or_an_introduction_names(words: str) -> None:
    assert [(one.name, one.party) for one in askers(words, [])] == [("De Wit", "XYZ")]
    assert [(one.name, one.party) for one in askers("", ["ABC"], words)] == [("De Wit", "XYZ")]


def test_several_askers_of_several_parties() -> None:
    words = "de vragen van de leden De Wit (XYZ), Groen en Blauw (beiden ABC) en Van Rood (DEF) worden beantwoord"
    found = [(one.name, one.party) for one in askers(words, [])]
    assert found == [("De Wit", "XYZ"), ("Groen", "ABC"), ("Blauw", "ABC"), ("Van Rood", "DEF")]


def test_a_group_is_no_member() -> None:
    assert [one.name for one in askers("Vragen van de leden Groen van de ABC-fractie (ABC).", ["ABC"])] == [None]


ONE_ANSWER = "Vraag 1\n\nHoeveel?\n\nAntwoord 1\n\nTwee.\n"


def test_a_reference_with_spaces() -> None:
    letter = read_letter(f"Kenmerk: KGG / 88112233\n\nDatum: 5 augustus 2024\n\n{ONE_ANSWER}".encode(), "a.txt")
    assert (letter.reference, letter.id) == ("KGG / 88112233", "KGG-88112233")


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (
            "Lijst van vragen en antwoorden over de Voorjaarsnota",
            "Lijst van vragen en antwoorden over de Voorjaarsnota",
        ),
        (
            "Antwoorden op de vragen van het lid De Wit (XYZ) over water (ingezonden 1 mei 2025)",
            "Antwoorden op de vragen van het lid De Wit (XYZ) over water",
        ),
        ("Betreft Vragen over water, ingezonden 1 mei 2025", "Vragen over water"),
        ("Betreft | Vragen over water", "Vragen over water"),
    ],
)
def test_titles_in_the_words_of_the_letter(top: str, title: str) -> None:
    assert read_letter(f"{top}\n\n{ONE_ANSWER}".encode(), "a.txt").title == title


ONE_GROUP = (
    "Vragen en opmerkingen van de leden van de VVD-fractie\n\nDe leden van de VVD-fractie vragen waarom.\n\n"
    "Antwoord\n\nDaarom.\n"
)


@pytest.mark.parametrize(
    ("top", "citation"),
    [
        (
            "Eerste Kamer der Staten-Generaal\nVergaderjaar 2024–2025\n31 985\nBeleid\nBM\n"
            "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n",
            "Kamerstukken I 2024/25, 31 985, BM",
        ),
        ("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n22 112 Beleid\n\nNr. 4444\n", "Kamerstukken 22 112, nr. 4444"),
        ("Nr. 15 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n36 800 V Beleid\n", "Kamerstukken 36 800 V, nr. 15"),
    ],
)
def test_dossier_and_number_on_lines_of_their_own(top: str, citation: str) -> None:
    letter = read_letter(f"{top}\nVastgesteld 2 mei 2025\n\n{ONE_GROUP}".encode(), "a.txt")
    assert (letter.citation, letter.title) == (citation, "Verslag van een schriftelijk overleg: Beleid")


@pytest.mark.parametrize(
    ("introduction", "date"),
    [
        ("Bij brief van 28 april 2025 zijn de vragen beantwoord.", "2025-04-28"),
        ("De vragen zijn bij brief van 28 april 2025 door de minister van Financiën beantwoord.", "2025-04-28"),
        ("De Minister heeft op 28 april 2025 gereageerd.", "2025-04-28"),
        ("De vragen zijn op 28 april 2025 gesteld.", "2025-05-02"),
    ],
)
def test_a_consultation_has_the_date_of_the_letter_with_the_answers(introduction: str, date: str) -> None:
    top = "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 2 mei 2025"
    assert read_letter(f"{top}\n\n{introduction}\n\n{ONE_GROUP}".encode(), "a.txt").date == date
