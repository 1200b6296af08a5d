"""Several letters in one file: told apart by their heads, kept as one where they are one, or refused."""

from itertools import pairwise, permutations
from pathlib import Path

import pytest

from ingest.manuscript import Line, Manuscript
from ingest.marks import seal_mark
from ingest.parting import part
from ingest.reading import read_letters
from rag.errors import LetterError
from tests.ingest.corpus_letters import letter, source

SHARED = Path(__file__).parents[2].parent / "shared" / "letters"
SINGLE = ("aanhangsel-pdf/*.pdf", "odd-text/*.txt", "op-xml/*.xml", "rekenkamer-text/*.txt", "seed/*.txt")
SEVERAL = "holds several letters.*save each letter in a file of its own"


def appendix(number: int, answer: str) -> str:
    return (
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2023–2024\nAanhangsel van de Handelingen\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n"
        f"{number}\n"
        "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 6 maart 2024).\n"
        f"Antwoord van Minister Bakker (Financiën) (ontvangen {number % 28 + 1} maart 2024).\n"
        f"Vraag 1\nWat is dit?\nAntwoord 1\n{answer}\n"
        f"ah-tk-20232024-{number}\nISSN 0921 - 7398\n’s-Gravenhage 2024\n"
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1\n"
    )


def mailed(date: str, subject: str, body: str) -> str:
    return (
        f"Van: Ministerie van Bomen\nDatum: {date}\nBetreft: {subject}\n\nGeachte voorzitter,\n\n{body * 12}\n\n"
        "Hoogachtend,\nDe minister van Bomen,\n\nE. Jansen\n"
    )


def ids(text: str) -> list[str]:
    return [one.id for one in read_letters(text.encode(), "a.txt")]


@pytest.mark.parametrize("joint", ["", "\n\n", "\f", "\n---\n"])
def test_publications_one_after_another(joint: str) -> None:
    text = joint.join(appendix(number, f"Het is {number}.") for number in (17, 18, 25))
    letters = read_letters(text.encode(), "a.txt")
    assert [one.id for one in letters] == [f"ah-tk-20232024-{number}" for number in (17, 18, 25)]
    assert [one.at(one.exchanges[0].answer_span) for one in letters] == ["Het is 17.", "Het is 18.", "Het is 25."]
    assert [one.date for one in letters] == ["2024-03-18", "2024-03-19", "2024-03-26"]


@pytest.mark.parametrize("joint", ["\n", "\n\n\n---\n\n", "\n\f"])
def test_letters_of_the_corpus_one_after_another_are_what_they_are_alone(joint: str) -> None:
    names = ("kst", "7268126", "7562802")
    for first, second in permutations(names, 2):
        letters = read_letters(f"{source(first).rstrip()}{joint}{source(second)}".encode(), letter(first).source)
        for one, name in zip(letters, (first, second), strict=True):
            alone = letter(name)
            assert (one.id, one.date, one.citation, one.askers) == (alone.id, alone.date, alone.citation, alone.askers)
            assert [exchange.label for exchange in one.exchanges] == [exchange.label for exchange in alone.exchanges]
            assert one.text == alone.text


def test_mailed_letters_with_dates_of_their_own() -> None:
    text = mailed("3 mei 2026", "Bomen", "De bomen groeien goed. ") + mailed("4 mei 2026", "Takken", "Takken ook. ")
    first, second = read_letters(text.encode(), "a.txt")
    assert (first.date, first.title, second.date, second.title) == ("2026-05-03", "Bomen", "2026-05-04", "Takken")
    assert "Takken" not in first.text
    assert first.id != second.id


@pytest.mark.parametrize(
    ("first", "second"), [("kst", "vso"), ("7268126", "brief"), ("vso", "brief"), ("brief", "vso")]
)
def test_letters_without_anything_of_their_own_are_refused(first: str, second: str) -> None:
    with pytest.raises(LetterError, match=SEVERAL) as caught:
        read_letters(f"{source(first)}\n\n{source(second)}".encode(), "samen.txt")
    assert str(caught.value).startswith("samen.txt: ")


def test_mailed_letters_of_one_day_are_refused() -> None:
    with pytest.raises(LetterError, match=SEVERAL):
        ids(mailed("3 mei 2026", "Bomen", "De bomen groeien. ") * 2)


def test_publications_whose_heads_are_lost_are_refused() -> None:
    first, second = appendix(17, "Ja."), appendix(18, "Nee.")
    with pytest.raises(LetterError, match=SEVERAL):
        ids(first + second[second.index("Vraag 1") :])


COVER = (
    "> Retouradres Postbus 1 2500 EH Den Haag\n\nAan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\n\n"
    "Datum 11 mei 2026\nBetreft Antwoorden over bomen\n\nOnze referentie\n7300001\n\nUw referentie\n2026Z01111\n\n"
    f"Geachte voorzitter,\n\nHierbij bied ik u de antwoorden aan. {'Dit is van belang. ' * 40}\n\n"
    "De minister van Bomen,\n\nE. Jansen\n\n"
)
ASKED = "Vragen van het lid Jansen (VVD) aan de minister van Bomen over bomen (ingezonden 9 maart 2026, 2026Z01111)\n\n"
BLOCK = "Directoraat-Generaal Bomen\n\nDatum\n11 mei 2026\n\nOnze referentie\n7300001\n\n"


@pytest.mark.parametrize(
    "attached",
    [
        f"{ASKED}Vraag 1\nWat?\n\nAntwoord 1\nDit. {'Zo is dat. ' * 90}\n\n{BLOCK}Vraag 2\nHoe?\n\nAntwoord 2\nZo.\n",
        f"{ASKED}Vraag 1\nWat?\n\nVraag 2\nHoe?\n\n{BLOCK}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\nVraag 2\nHoe?\n\n"
        "Antwoord 2\nZo.\n",
        f"{ASKED}Vraag 1\nWat?\n\nAntwoord 1\nDit.\n\n{ASKED.replace('01111', '02222')}Vraag 1\nHoe?\n\n"
        "Antwoord 1\nZo.\n",
        "De vaste commissie voor Bomen heeft vragen en opmerkingen voorgelegd.\n\nVragen en opmerkingen van de leden "
        "van de VVD-fractie\n\nWat?\n\nAntwoord\n\nDit.\n\nVragen en opmerkingen van de leden van de SP-fractie\n\n"
        "Hoe?\n\nAntwoord\n\nZo.\n",
    ],
)
def test_a_covering_letter_and_what_it_covers_are_one(attached: str) -> None:
    (found,) = read_letters(f"{COVER}{attached}".encode(), "a.txt")
    assert found.id == "7300001"
    assert [found.at(one.answer_span)[:4] for one in found.exchanges] == ["Dit.", "Zo."]


def test_a_paper_that_holds_the_letters_it_reports_on_is_one() -> None:
    text = (
        "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2022–2023\n\n25 295 Bomen\n\n"
        "BM VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 3 april 2023\n\n"
        f"De leden van de commissie hebben vragen gesteld. {'Dit staat hieronder. ' * 40}\n\n"
        "Aan de Minister van Bomen\n\nDen Haag, 1 maart 2023\n\nDe leden van de PVV-fractie vragen naar de bomen. "
        f"{'Zij vragen dit vaker. ' * 40}\n\nDe voorzitter van de commissie,\nP. Peters\n\n"
        "BRIEF VAN DE MINISTER VAN BOMEN\n\nAan de Voorzitter van de Eerste Kamer der Staten-Generaal\n\n"
        "Den Haag, 28 maart 2023\n\nGeachte voorzitter,\n\nHierbij antwoord ik.\n\n"
        "De Minister van Bomen,\nE. Jansen\n\n"
        "kst-25295-BM\nISSN 0921 - 7371\n’s-Gravenhage 2023\nEerste Kamer, vergaderjaar 2022–2023, 25 295, BM 1\n"
    )
    assert ids(text) == ["kst-25295-BM"]


def test_notes_that_a_format_keeps_apart_go_with_their_letter() -> None:
    texts = [appendix(17, f"Ja.{seal_mark('1')}"), appendix(18, f"Nee.{seal_mark('1')} Of toch?{seal_mark('2')}")]
    lines = tuple(Line(line, page) for page, text in enumerate(texts) for line in text.split("\n"))
    notes = (("1", "een"), ("1", "twee"), ("2", "drie"))
    feet = ("ah-tk-20232024-17", "ah-tk-20232024-18", "ISSN 0921 - 7398")
    first, second = part(Manuscript(lines, notes, feet), "a.pdf")
    assert (first.notes, second.notes) == (notes[:1], notes[1:])
    assert (first.furniture, second.furniture) == ((feet[0], feet[2]), feet[1:])
    assert (*first.lines, *second.lines) == lines


def test_every_real_letter_is_one() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder of reference letters is not here")
    found = [path for pattern in SINGLE for path in sorted(SHARED.glob(pattern))]
    assert found
    counts = {path.name: len(read_letters(path.read_bytes(), path.name)) for path in found}
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_real_answer_lists_one_after_another_are_told_apart_or_refused() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder of reference letters is not here")
    for first, second in pairwise(sorted(SHARED.glob("rekenkamer-text/*.txt"))[:8]):
        text = f"{first.read_text(encoding='utf-8')}\n\n{second.read_text(encoding='utf-8')}"
        assert len(ids(text)) == 2
