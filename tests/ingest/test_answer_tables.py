"""Tables of questions and answers."""

import pytest

from ingest.lines.answer_tables import unfold
from ingest.manuscript import Line
from tests.ingest.exact_pairs import pairs
from tests.ingest.one_letter import read_letter

HEAD = "Betreft: Beantwoording Kamervragen over PFAS\n\nDe minister aan de Tweede Kamer.\n\n"


@pytest.mark.parametrize(
    "table",
    [
        "| Vraag | Antwoord |\n|---|---|\n| 1. Kent u het? | Ja. |\n| 2. Hoeveel is het? | 3 gram. |\n",
        "Nr. | Vraag | Antwoord\n1 | Kent u het? | Ja.\n2 | Hoeveel is het? | 3 gram.\n",
        "Vraag | Antwoord\nKent u het? | Ja.\nHoeveel is het? | 3 gram.\n",
    ],
)
def test_a_row_is_a_question_and_its_answer(table: str) -> None:
    letter = read_letter(f"{HEAD}{table}\nDat is alles.\n".encode(), "tabel.md")
    told = [(("1",), "Kent u het?", "Ja."), (("2",), "Hoeveel is het?", "3 gram.")]
    assert [
        (numbers, asked, answered.removesuffix("\n\nDat is alles.")) for numbers, asked, answered in pairs(letter)
    ] == told


def test_any_other_table_stays_as_it_is() -> None:
    lines = tuple(map(Line, ["| Locatie | Kosten |", "|---|---|", "| Vraag 4 | nvt |", "", "Tekst"]))
    assert unfold(lines) == lines
