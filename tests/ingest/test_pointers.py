"""Pointers: the gold list of the five letters, and every way of pointing on small letters."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pointing.pointers import resolve
from rag.letter import Exchange, Letter, Note, Pointer
from tests.ingest.corpus_letters import key, letter
from tests.ingest.one_letter import read_letter

GOLD = [json.loads(line) for line in (Path(__file__).parent / "pointers_gold.jsonl").read_text().splitlines()]


def _found() -> dict[tuple[str, str], list[Pointer]]:
    return {
        (name, key(exchange.numbers, exchange.party)): list(exchange.refers_to)
        for name in ("vso", "kst", "7268126", "7562802")
        for exchange in letter(name).exchanges
        if exchange.refers_to
    }


def test_the_gold_list_names_every_pointing_answer() -> None:
    assert set(_found()) == {(one["letter"], one["from"]) for one in GOLD}


@pytest.mark.parametrize("one", GOLD, ids=lambda one: f"{one['letter']}-{one['from']}")
def test_every_pointer_of_the_five_letters_is_right_or_rightly_open(one: dict[str, Any]) -> None:
    pointers = _found()[one["letter"], one["from"]]
    wanted = set() if one.get("open") else {target for target in one["to"] if target}
    assert {key(each.numbers, each.party) for each in pointers if each.label} == wanted
    assert all(each.label for each in pointers) == bool(wanted)


def test_every_pointing_phrase_stands_in_its_answer() -> None:
    for name in ("vso", "kst", "7268126"):
        read = letter(name)
        for exchange in read.exchanges:
            for pointer in exchange.refers_to:
                assert pointer.text in read.at(exchange.answer_span)
                assert (pointer.letter == read.id) == (pointer.label is not None)


def _letter(*answers: str) -> Letter:
    parts = [
        f"Vraag {n}\n\nWat vindt u van zaak {n}?\n\nAntwoord {n}\n\n{words}\n" for n, words in enumerate(answers, 1)
    ]
    return read_letter(("Geachte voorzitter van de Tweede Kamer,\n\n" + "\n".join(parts)).encode(), "a.txt")


def _targets(read: Letter, at: int) -> list[str | None]:
    return [pointer.label for pointer in read.exchanges[at].refers_to]


@pytest.mark.parametrize(
    ("answer", "targets"),
    [
        ("Zie het antwoord op vraag 2.", ["Vraag 2"]),
        ("Zie antwoord bij vraag 1.", ["Vraag 1"]),
        ("Zie mijn antwoorden op de vragen 1, 2 en 3.", ["Vraag 1", "Vraag 2", "Vraag 3"]),
        ("Zie antwoord op de vorige vraag. Ja.", ["Vraag 3"]),
        ("Ik verwijs u naar de antwoorden op vragen 1 t/m 3.", ["Vraag 1", "Vraag 2", "Vraag 3"]),
        ("Zoals aangegeven in het antwoord op vraag 3 is dat zo.", ["Vraag 3"]),
        ("Dat is zo (zie ook het antwoord op vraag 1).", ["Vraag 1"]),
        ("Zie beantwoording vraag 2 voor antwoord 3, 4 en 5.", ["Vraag 2"]),
        ("Zie het antwoord op vraag 19.", [None]),
        ("Zie het antwoord op vraag 4.", []),
        ("Zie het antwoord op vraag 2 van de Kamervragen van het lid Jansen (2024Z00001).", [None]),
        ("Ik verwijs u naar Kamerstuk 32 317, nr. 967.", [None]),
        ("Zie antwoord 3.", ["Vraag 3"]),
        ("Zie mijn antwoord onder 2", ["Vraag 2"]),
        ("Zie vraag 3", ["Vraag 3"]),
        ("Zie 3.", ["Vraag 3"]),
        ("Dat geschiedt conform antwoord op vraag 2.", ["Vraag 2"]),
        ("zie hiervoor de beantwoording van de vragen 2 tot en met 3", ["Vraag 2", "Vraag 3"]),
        ("Zie de antwoorden op vraag 1 en op vraag 3.", ["Vraag 1", "Vraag 3"]),
        ("Zo hiervoor ook het antwoord op vraag 1.", ["Vraag 1"]),
        ("De in antwoord 3 genoemde brief is verzonden.", ["Vraag 3"]),
        ("Idem.", ["Vraag 3"]),
        ("Zie hierboven.", ["Vraag 3"]),
        ("Zie vorig antwoord.", ["Vraag 3"]),
        ("Zie het antwoord op de volgende vraag.", ["Vraag 5"]),
        ("Zie de antwoorden op de vorige vragen.", [None]),
        ("Voor het antwoord op vraag 4 verwijs ik naar mijn antwoord op vraag 2.", ["Vraag 2"]),
        ("Dit antwoord geldt ook voor vraag 5.", []),
        ("Alles is beantwoord, met uitzondering van vraag 2.", []),
        ("Zie vraag 3 van het lid Jansen (2023Z01234).", [None]),
        ("Zie het antwoord op vraag 2 van de leden Jansen en De Vries.", [None]),
        ("In mijn antwoorden op Kamervragen van het lid Smit is bij vraag 3 gezegd hoe.", [None]),
        ("Zie vraag 2 van de SP-fractie.", [None]),
        ("Zie het antwoord op vraag 2 en Kamerstuk 32 317, nr. 967.", ["Vraag 2", None]),
        ("Het antwoord van 3 mei 2022 blijft staan.", [None]),
        ("Dat is een groei van 3 procent op vraag 3,5 miljoen.", []),
        ("Ik verwijs naar artikel 3 van de wet.", []),
        ("Er zijn 3 vragen gesteld; dat is veel.", []),
    ],
)
def test_ways_of_pointing_by_number(answer: str, targets: list[str | None]) -> None:
    assert _targets(_letter("Een.", "Twee.", "Drie.", answer, "Vijf."), 3) == targets


def _consultation(*groups: tuple[str, tuple[tuple[str, str], ...]]) -> Letter:
    parts = ["Verslag van een schriftelijk overleg met de minister van Asiel en Migratie van de Tweede Kamer."]
    for party, pairs in groups:
        parts.append(f"Vragen en opmerkingen van de leden van de {party}-fractie")
        for question, answer in pairs:
            parts += [f"De leden van de {party}-fractie vragen {question}", "Antwoord", answer]
    return read_letter("\n\n".join(parts).encode(), "b.txt")


PVV = (
    "PVV",
    (
        ("hoe het staat met de bouw van windmolens op zee?", "Het kabinet bouwt door."),
        ("of de stikstofuitstoot van veehouderijen daalt?", "Het kabinet meet een daling."),
    ),
)


def test_an_alike_question_of_a_named_group() -> None:
    pointing = "Het kabinet verwijst naar het antwoord op een gelijkluidende vraag van de leden van de PVV-fractie."
    read = _consultation(PVV, ("D66", (("of die stikstofuitstoot van veehouderijen ook daalt?", pointing),)))
    assert _targets(read, 2) == ["PVV, vraag 2"]


def test_a_group_that_asked_no_such_thing_is_not_guessed() -> None:
    pointing = "Het kabinet verwijst naar het antwoord op een gelijkluidende vraag van de leden van de PVV-fractie."
    read = _consultation(PVV, ("D66", (("wanneer scholen kunst onderwijzen?", pointing),)))
    assert _targets(read, 2) == [None]


def test_a_group_that_did_not_ask_at_all_is_not_guessed() -> None:
    pointing = "Zie het antwoord op een vergelijkbare vraag van de leden van de SGP-fractie."
    read = _consultation(PVV, ("D66", (("of de stikstofuitstoot daalt?", pointing),)))
    assert _targets(read, 2) == [None]


def test_the_first_question_of_a_group() -> None:
    pointing = "Zie het antwoord op de eerste vraag van de leden van de PVV-fractie."
    read = _consultation(PVV, ("D66", (("hoe dat zit?", pointing),)))
    assert _targets(read, 2) == ["PVV, vraag 1"]


def _kept(answer: str) -> list[str | None]:
    return [pointer.reference for pointer in _letter("Een.", answer).exchanges[1].refers_to]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Zie Kamerstuk 32 317, nr. 974.", ["kst-32317-974"]),
        ("Zie vraag 3 van het lid Jansen (2023Z01234).", ["2023Z01234#3"]),
        (
            "Zie mijn antwoorden op de vragen 3 en 4 van het lid Smit (Aanhangsel Handelingen II 2023/24, nr. 1314).",
            ["ah-tk-20232024-1314#3", "ah-tk-20232024-1314#4"],
        ),
        ("Zie mijn brief van 11 mei 2026.", ["brief-2026-05-11"]),
        ("De motie-Smit (Kamerstuk 19 637, nr. 3358) is uitgevoerd.", []),
        ("Zie het antwoord op vraag 1.", [None]),
    ],
)
def test_what_an_answer_says_of_other_letters_is_kept(answer: str, kept: list[str | None]) -> None:
    assert _kept(answer) == kept


def test_a_note_to_a_pointing_sentence_gives_its_reference() -> None:
    text = "Wat nu?\n\nDat schreef ik in mijn brief. Anders niet."
    exchange = Exchange("Vraag 1", ("1",), (0, 7), (9, len(text)))
    notes = [Note("1", "Kamerstuk 32 317, nr. 974", 38), Note("2", "Kamerstuk 32 317, nr. 975", len(text))]
    (read,) = resolve("a", text, [exchange], notes)
    assert [one.reference for one in read.refers_to] == ["kst-32317-974"]


def test_lettered_questions_are_the_parts_of_a_number() -> None:
    text = "Een.\n\nTwee.\n\nZie het antwoord op vraag 1 en vraag 3b."
    spans = [(0, 4), (6, 11), (13, len(text))]
    numbers = [("1a",), ("1b", "2"), ("3", "4")]
    exchanges = [Exchange(one[0], one, None, span) for one, span in zip(numbers, spans, strict=True)]
    read = resolve(
        "a", text, [*exchanges[:2], Exchange("9", ("9",), None, spans[2]), Exchange("3", ("3",), None, None)]
    )
    assert [one.label for one in read[2].refers_to] == ["1a", "1b", "3"]


def test_a_number_that_stands_twice_is_not_guessed() -> None:
    exchanges = [Exchange("Vraag 1", ("1",), None, (0, 3)), Exchange("Vraag 1", ("1",), None, (0, 3))]
    text = "Ja. Zie het antwoord op vraag 1."
    read = resolve("a", text, [*exchanges, Exchange("Vraag 2", ("2",), None, (4, len(text)))])
    assert [one.label for one in read[2].refers_to] == [None]


def test_above_may_be_further_up_when_only_one_answer_says_so() -> None:
    answers = (
        "Het kabinet bouwt deze winter drie nieuwe windmolenparken voor de kust.",
        "De veehouderij meet ammoniak.",
        "Zoals hierboven aangegeven bouwt het kabinet windmolenparken voor de kust.",
        "Wij tellen otters in de Biesbosch. Zoals hierboven vermeld tellen wij otters.",
    )
    read = _letter(*answers)
    assert _targets(read, 2) == ["Vraag 1"]
    assert _targets(read, 3) == [], "an answer that speaks of its own beginning points nowhere"


def test_who_pointed_to_the_same_lends_its_wording() -> None:
    pointing = "Het kabinet verwijst naar het antwoord op een gelijkluidende vraag van de leden van de PVV-fractie."
    bridge = "of de stikstofuitstoot van veehouderijen daalt en hoe strenge normen de boeren raken?"
    read = _consultation(
        PVV,
        ("SP", ((bridge, pointing),)),
        ("D66", (("hoe strenge normen de boeren raken?", pointing),)),
    )
    assert _targets(read, 2) == ["PVV, vraag 2"]
    assert _targets(read, 3) == ["PVV, vraag 2"]


@given(st.lists(st.sampled_from(["Zie ", "vraag ", "3", ", ", "en ", "nr. 2", "(", ")", "Kamerstuk 32 317 ", "\n\n"])))
def test_any_answer_gives_pointers_whose_words_it_has(pieces: list[str]) -> None:
    text = "Eerst.\n\n" + "".join(pieces)
    exchanges = [Exchange("Vraag 3", ("3",), None, (0, 6)), Exchange("Vraag 4", ("4",), None, (8, len(text)))]
    for pointer in resolve("a", text, exchanges)[1].refers_to:
        assert pointer.text in text
        assert (pointer.letter is None) == (pointer.label is None)


def test_the_answer_above_is_the_one_before() -> None:
    read = _letter("Dat zijn er 40.", "Zoals in het antwoord hierboven aangegeven, zijn het er veel.")
    assert _targets(read, 1) == ["Vraag 1"]


def _by_groups(*questions: str) -> Letter:
    groups = [
        f"Vragen en opmerkingen van de leden van de {party}-fractie\n\n{question}\n\nAntwoord\n\n{answer}\n\n"
        for party, question, answer in zip(
            ("VVD", "D66"), questions, ("Zon.", "Zie het antwoord op vraag 1."), strict=True
        )
    ]
    return read_letter(("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\n" + "".join(groups)).encode(), "a.txt")


def test_numbers_that_count_on_through_the_groups() -> None:
    read = _by_groups("1. De leden van de VVD-fractie vragen waarom.", "2. De leden van de D66-fractie vragen hoe.")
    assert _targets(read, 1) == ["VVD, vraag 1"]


def test_an_answer_of_a_group_does_not_point_to_itself() -> None:
    read = _by_groups("De leden van de VVD-fractie vragen waarom.", "De leden van de D66-fractie vragen hoe.")
    assert [(one.text, one.label) for one in read.exchanges[1].refers_to] == [("Zie het antwoord op vraag 1", None)]
