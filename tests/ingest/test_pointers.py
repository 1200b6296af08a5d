"""Pointers: the gold list of the five letters, and every way of pointing on small letters."""

import json
from pathlib import Path

import pytest

from ingest.reading import read_letter
from rag.letter import Letter, Pointer
from tests.ingest.corpus_letters import key, letter

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


def test_no_pointer_of_the_five_letters_is_wrong_and_most_are_right() -> None:
    found = _found()
    right = 0
    for one in GOLD:
        wanted = {target for target in one["to"] if target}
        named = {key(p.numbers, p.party) for p in found[one["letter"], one["from"]] if p.label}
        assert named <= wanted, (one, named)
        right += len(named)
    assert right >= 21


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
