"""Consultations whose answers have a part of their own, or stand in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.letter import Letter
from tests.ingest.one_letter import read_letter

HEAD = (
    "Verslag van een schriftelijk overleg\n\nDe vaste commissie voor Asiel heeft vragen voorgelegd aan de minister. "
    "Bij brief van 3 mei 2025 zijn de vragen beantwoord.\n\n"
)
VVD = (
    "De leden van de VVD-fractie hebben met belangstelling kennisgenomen van de agenda.",
    "De leden van de VVD-fractie vragen of de minister hubs wil inrichten. Deze leden vragen ook wat dat kost.",
    "Volgens deze leden stokt de terugkeer naar Marokko. Kan de minister de afspraken met Marokko toelichten?",
)
NSC = "De leden van de NSC-fractie vragen hoe de minister de rechtsbescherming borgt."
ASKED = "\n\n".join(
    (
        "I Vragen en opmerkingen vanuit de fracties",
        "Vragen en opmerkingen van de leden van de VVD-fractie",
        *VVD,
        "Vragen en opmerkingen van de leden van de NSC-fractie",
        NSC,
        "",
    )
)
Found = tuple[str, str, str]


def found(*parts: str) -> list[Found]:
    return [row(letter, at) for letter in [read(*parts)] for at in range(len(letter.exchanges))]


def row(letter: Letter, at: int) -> Found:
    exchange = letter.exchanges[at]
    return (exchange.label, letter.at(exchange.question_span), letter.at(exchange.answer_span))


def read(*parts: str) -> Letter:
    return read_letter("\n\n".join((HEAD, *parts)).encode(), "a.txt")


@pytest.mark.parametrize("heading", ["II Antwoord / Reactie van de bewindspersoon", "II. Reactie van de minister"])
def test_restated_questions_stand_with_what_was_asked(heading: str) -> None:
    assert found(
        ASKED,
        heading,
        "Vragen en opmerkingen van de leden van de VVD-fractie",
        "De leden van de VVD-fractie vragen of ik hubs wil inrichten. Het kabinet verkent dit. De kosten zijn "
        "onbekend.",
        "De leden van de VVD-fractie vragen voorts naar Marokko. Met Marokko zijn afspraken gemaakt.",
        "Dat is goed nieuws.",
        "Vragen en opmerkingen van de leden van de NSC-fractie",
        "Op de vraag van de leden van de NSC-fractie kan ik antwoorden dat de rechter toetst.",
        "III Volledige agenda",
        "1. Brief van 3 mei 2025 over hubs.",
    ) == [
        (
            "VVD, vraag 1",
            f"{VVD[0]}\n\n{VVD[1]}\n\nDe leden van de VVD-fractie vragen of ik hubs wil inrichten.",
            "Het kabinet verkent dit. De kosten zijn onbekend.",
        ),
        (
            "VVD, vraag 2",
            f"{VVD[2]}\n\nDe leden van de VVD-fractie vragen voorts naar Marokko.",
            "Met Marokko zijn afspraken gemaakt.\n\nDat is goed nieuws.",
        ),
        (
            "NSC, vraag 1",
            NSC,
            "Op de vraag van de leden van de NSC-fractie kan ik antwoorden dat de rechter toetst.",
        ),
    ]


def test_only_answers_are_one_with_all_that_a_group_asked_and_a_warning() -> None:
    letter = read(
        ASKED,
        "II Reactie van de minister",
        "VVD-fractie",
        "Hubs komen er.",
        "Er is een akkoord.",
        "NSC-fractie",
        "Goed.",
    )
    assert [row(letter, at) for at in (0, 1)] == [
        ("VVD, vraag 1", "\n\n".join(VVD), "Hubs komen er.\n\nEr is een akkoord."),
        ("NSC, vraag 1", NSC, "Goed."),
    ]
    assert letter.warnings == ("VVD: which words answer which question is not told; they are one.",)


@pytest.mark.parametrize("mark", ["Antwoord", ""])
def test_questions_repeated_word_for_word_are_not_doubled(mark: str) -> None:
    assert found(
        ASKED,
        "II Antwoorden",
        "Antwoorden op de vragen van de leden van de VVD-fractie",
        *(VVD[:2] if not mark else VVD[1:2]),
        mark,
        "Dat wordt verkend.",
        VVD[2],
        mark,
        "Er zijn afspraken. Zij gelden sinds 2020.",
        "Antwoorden op de vragen van de leden van de NSC-fractie",
        NSC,
        mark,
        "De rechter toetst dit.",
    ) == [
        ("VVD, vraag 1", f"{VVD[0]}\n\n{VVD[1]}", "Dat wordt verkend."),
        ("VVD, vraag 2", VVD[2], "Er zijn afspraken. Zij gelden sinds 2020."),
        ("NSC, vraag 1", NSC, "De rechter toetst dit."),
    ]


def test_answers_without_headings_of_groups_belong_to_the_groups_they_name() -> None:
    letter = read(
        ASKED,
        "II Reactie van de bewindspersoon",
        "Met belangstelling heb ik kennisgenomen van de vragen.",
        "De leden van de VVD-fractie vragen naar hubs. Dat wordt verkend. De leden van de NSC-fractie vragen naar de "
        "rechtsbescherming. De rechter toetst.",
        "De leden van de VVD-fractie vragen naar Marokko. Er zijn afspraken.",
    )
    assert [row(letter, at)[::2] for at in range(3)] == [
        ("VVD, vraag 1", "Dat wordt verkend."),
        ("NSC, vraag 1", "De rechter toetst."),
        ("VVD, vraag 2", "Er zijn afspraken."),
    ]
    assert letter.at(letter.paragraphs[-1].span) == "Met belangstelling heb ik kennisgenomen van de vragen."


def test_a_group_without_an_answer_is_kept_and_named() -> None:
    letter = read(ASKED, "II Reactie van de minister", "VVD-fractie", "Hubs komen er.")
    assert row(letter, 1) == ("NSC, vraag 1", NSC, "")
    assert "NSC, vraag 1: question has no answer." in letter.warnings
    letter = read(ASKED, "II Reactie van de minister", "VVD-fractie", "Ja.", "NSC-fractie", "Ja.", "SP-fractie", "Nee.")
    assert row(letter, 2) == ("SP, vraag 1", "", "Nee.")
    assert "SP, vraag 1: answer has no question." in letter.warnings


def test_answers_in_the_running_text_of_each_group() -> None:
    assert found(
        "Vragen en opmerkingen van de leden van de VVD-fractie",
        "De leden van de VVD-fractie vragen of hubs er komen. Het kabinet verkent dit. Nederland werkt samen.",
        "Deze leden vragen ook wat dat kost. De kosten zijn onbekend. Ik kom daarop terug.",
        "Vragen en opmerkingen van de leden van de NSC-fractie",
        "De leden van de NSC-fractie lezen dat de rechter toetst. Het kabinet ontkende dat. Zij vragen hoe dat zit.",
        "Het kabinet bevestigt dat de rechter toetst.",
    ) == [
        (
            "VVD, vraag 1",
            "De leden van de VVD-fractie vragen of hubs er komen.",
            "Het kabinet verkent dit. Nederland werkt samen.",
        ),
        ("VVD, vraag 2", "Deze leden vragen ook wat dat kost.", "De kosten zijn onbekend. Ik kom daarop terug."),
        (
            "NSC, vraag 1",
            "De leden van de NSC-fractie lezen dat de rechter toetst. Het kabinet ontkende dat. Zij vragen hoe dat "
            "zit.",
            "Het kabinet bevestigt dat de rechter toetst.",
        ),
    ]


@pytest.mark.parametrize("said", ["Reactie van de minister", "Antwoord van het kabinet", "Antwoord:"])
def test_a_heading_of_the_answer_in_each_group(said: str) -> None:
    parts = [f"{name}-fractie\n\nWat vindt u?\n\n{said}\n\nDat is {name}." for name in ("VVD", "NSC", "SP")]
    assert found(*parts) == [(f"{name}, vraag 1", "Wat vindt u?", f"Dat is {name}.") for name in ("VVD", "NSC", "SP")]


def test_a_consultation_that_waits_for_answers_has_only_questions() -> None:
    letter = read_letter(f"De vaste commissie voor Asiel heeft vragen aan de minister.\n\n{ASKED}".encode(), "a.txt")
    assert (letter.kind, letter.title) == ("questions", "Vragen in een schriftelijk overleg")
    assert all(exchange.answer_span is None for exchange in letter.exchanges)
    assert letter.warnings == ()


def test_a_note_in_reply_to_a_report() -> None:
    letter = read_letter(
        b"Tweede Kamer der Staten-Generaal\n\n36 700 Wijziging van de Vreemdelingenwet 2000\n\n"
        b"Nr. 6 NOTA NAAR AANLEIDING VAN HET VERSLAG\n\nOntvangen 3 mei 2025\n\n1. Inleiding\n\n"
        b"De regering heeft met belangstelling kennisgenomen van het verslag.\n\n2. Terugkeerhubs\n\n"
        b"De leden van de VVD-fractie vragen of hubs werken. De regering meent van wel.\n\n"
        b"De leden van de fractie van het CDA en de leden van de D66-fractie vragen naar de rechter. Hij toetst.\n\n"
        b"3. Geld\n\nDe leden van de VVD-fractie vragen wat het kost. De kosten zijn niet bekend.\n\n"
        b"De minister van Asiel en Migratie,\n\nM. Peters\n",
        "a.txt",
    )
    assert (letter.kind, letter.id, letter.date) == ("consultation", "kst-36700-6", "2025-05-03")
    assert letter.title == "Nota naar aanleiding van het verslag: Wijziging van de Vreemdelingenwet 2000"
    assert [(one.label, one.section, letter.at(one.answer_span)) for one in letter.exchanges] == [
        ("VVD, vraag 1", "2. Terugkeerhubs", "De regering meent van wel."),
        ("CDA en D66, vraag 1", "2. Terugkeerhubs", "Hij toetst."),
        ("VVD, vraag 2", "3. Geld", "De kosten zijn niet bekend."),
    ]
    assert [asker.party for asker in letter.askers] == ["VVD", "CDA", "D66"]
    assert str(letter.ministers[0]) == "M. Peters, minister van Asiel en Migratie"


@pytest.mark.parametrize("name", ["GroenLinks-PvdA-\nfractie", "GroenLinks-\nPvdA-fractie", "GroenLinks-PvdA-fractie"])
def test_a_text_without_empty_lines_is_the_same(name: str) -> None:
    parts = (
        ASKED,
        "II Antwoorden",
        f"Vragen en opmerkingen van de leden van de {name}",
        "De leden van de GroenLinks-PvdA-fractie vragen naar hubs.",
        "Antwoord",
        "Het kabinet verkent dit.",
        "Deze leden vragen ook naar de kosten.",
        "Antwoord",
        "Die zijn onbekend.",
        "Vragen en opmerkingen van de leden van de NSC-fractie",
        "Antwoord",
        "De rechter toetst.",
    )
    text = "\n".join(line for line in "\n\n".join((HEAD, *parts)).split("\n") if line)
    letter = read_letter(text.encode(), "a.txt")
    assert [row(letter, at)[::2] for at in range(1, 4)] == [
        ("GroenLinks-PvdA, vraag 1", "Het kabinet verkent dit."),
        ("GroenLinks-PvdA, vraag 2", "Die zijn onbekend."),
        ("NSC, vraag 1", "De rechter toetst."),
    ]


WORDS = st.sampled_from(["hubs", "kosten", "rechter", "Marokko", "grens", "pact", "opvang", "raad", "steun", "landen"])
PARTIES = ("VVD", "NSC", "SP", "D66", "CDA")


@st.composite
def consultations(draw: st.DrawFn) -> tuple[str, dict[str, tuple[str, list[tuple[str, str]]]]]:
    """A consultation in two parts, and what each group asked, with how the reply restates and answers it."""
    truth: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for party in draw(st.lists(st.sampled_from(PARTIES), min_size=1, max_size=4, unique=True)):
        topics = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
        asked = " ".join(f"De leden van de {party}-fractie vragen naar {topic} in {party}." for topic in topics)
        verb = draw(st.sampled_from(["vragen", "lezen over", "vroegen"]))
        replies = [
            (f"De leden van de {party}-fractie {verb} {one}.", f"Het antwoord over {one} aan {party} is dit.")
            for one in topics
        ]
        truth[party] = (asked, replies)
    joint = draw(st.sampled_from([" ", "\n\n"]))
    parts = ["I Vragen en opmerkingen vanuit de fracties"]
    for party, (asked, _) in truth.items():
        parts += [f"Vragen en opmerkingen van de leden van de {party}-fractie", asked]
    parts.append("II Antwoord / Reactie van de bewindspersoon")
    for party, (_, replies) in truth.items():
        parts += [f"Vragen en opmerkingen van de leden van de {party}-fractie"]
        parts += [f"{restated}{joint}{answer}" for restated, answer in replies]
    return "\n\n".join((HEAD, *parts)), truth


@given(consultations())
@settings(deadline=None, max_examples=60)
def test_no_word_of_members_is_in_an_answer_and_no_word_is_lost(
    made: tuple[str, dict[str, tuple[str, list[tuple[str, str]]]]],
) -> None:
    text, truth = made
    letter = read_letter(text.encode(), "a.txt")
    for party, (asked, replies) in truth.items():
        own = [one for one in letter.exchanges if one.party == party]
        assert [letter.at(one.answer_span) for one in own] == [answer for _, answer in replies]
        questions = "\n\n".join(letter.at(one.question_span) for one in own)
        assert asked in questions
        assert all(restated in questions for restated, _ in replies)


def test_a_title_above_the_first_group_is_no_answer() -> None:
    parts = ("Antwoorden", "Inbreng van de leden van de VVD-fractie", "De leden van de VVD-fractie vragen naar hubs.")
    letter = read_letter("\n\n".join((HEAD, *parts, "Antwoord", "Die komen er.")).encode(), "a.txt")
    assert [row(letter, at)[::2] for at in range(len(letter.exchanges))] == [("VVD, vraag 1", "Die komen er.")]


def test_a_group_that_asked_nothing_stands_where_it_stood() -> None:
    nothing = "De leden van de BBB-fractie hebben geen vragen."
    parts = ("Vragen en opmerkingen van de leden van de BBB-fractie", nothing)
    answers = ("II Reactie van de minister", "VVD-fractie", "Hubs komen er.", "NSC-fractie", "De rechter toetst.")
    for asked, expected in (
        ((ASKED, *parts), ["VVD", "NSC", "BBB"]),
        ((*parts, ASKED.partition("\n\n")[2]), ["BBB", "VVD", "NSC"]),
    ):
        letter = read(*asked, *answers)
        assert [one.party for one in letter.exchanges] == expected
        assert nothing in [letter.at(one.question_span) for one in letter.exchanges]


def test_questions_in_running_text_keep_their_own_numbers() -> None:
    letter = read_letter(
        b"Eerste Kamer der Staten-Generaal\n\n36 333 Wet vrij onderwijs\n\nD NOTA NAAR AANLEIDING VAN HET VERSLAG\n\n"
        b"Ontvangen 5 maart 2024\n\nVragen en opmerkingen van de leden van de fractie van de VVD\n\n"
        b"1. De leden van de fractie van de VVD vragen naar de inspectie.\n\nDie houdt toezicht.\n\n"
        b"2. Zij vragen naar de kosten. De kosten zijn laag.\n\n"
        b"Vragen en opmerkingen van de leden van de fractie van de SGP\n\n"
        b"3. De leden van de fractie van de SGP vragen naar artikel 23.\n\nDat blijft.\n",
        "a.txt",
    )
    assert [row(letter, at) for at in range(len(letter.exchanges))] == [
        ("VVD, vraag 1", "1. De leden van de fractie van de VVD vragen naar de inspectie.", "Die houdt toezicht."),
        ("VVD, vraag 2", "2. Zij vragen naar de kosten.", "De kosten zijn laag."),
        ("SGP, vraag 3", "3. De leden van de fractie van de SGP vragen naar artikel 23.", "Dat blijft."),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_questions_that_count_on_from_answer_to_answer(gap: str) -> None:
    asked = ("1. Hoe ziet u dit?", "2. Bent u bereid dit te doen?", "3. Zo nee, waarom niet?", "4. En dan?")
    letter = read_letter(
        gap.join(
            (
                "Verslag van een schriftelijk overleg",
                "De vaste commissie heeft vragen aan de Minister van Asiel voorgelegd.",
                "",
                "De leden van de fractie van de VVD hebben de volgende vragen.",
                *asked,
                "",
                "Hierbij bied ik u de antwoorden aan.",
                asked[0],
                "Antwoord",
                "Goed.",
                asked[1],
                asked[2],
                "Antwoord",
                "Nee, want 2. dat kan niet.",
                asked[3],
                "Antwoord",
                "Dan niet.",
            )
        ).encode(),
        "a.txt",
    )
    assert [(one.numbers, *row(letter, at)[1:]) for at, one in enumerate(letter.exchanges)] == [
        (("1",), asked[0], "Goed."),
        (("2", "3"), "\n\n".join(asked[1:3]), "Nee, want 2. dat kan niet."),
        (("4",), asked[3], "Dan niet."),
    ]
    cited = [letter.at(one.span) for one in letter.paragraphs]
    assert "Hierbij bied ik u de antwoorden aan." in cited
    assert not any("?" in text or "volgende vragen" in text for text in cited)


def test_a_list_that_counts_within_an_answer_is_no_question() -> None:
    assert found(
        "VVD-fractie",
        "De leden van de VVD-fractie vragen waarom.",
        "Antwoord",
        "Er zijn twee redenen:",
        "1. Dit helpt.",
        "2. Het kost niets.",
        "Deze leden vragen ook wanneer.",
        "Antwoord",
        "Nu.",
    )[1:] == [("VVD, vraag 2", "Deze leden vragen ook wanneer.", "Nu.")]
