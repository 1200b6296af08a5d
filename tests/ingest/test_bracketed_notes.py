"""Notes listed below the last answer, and their marks."""

from ingest.lines.bracketed_notes import sealed
from ingest.manuscript import Line
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter

HEAD = (
    "De minister aan de Tweede Kamer.\n\nVraag 1\nKent u het bericht «Wonen»? 1) Klopt het? 2)\n\nAntwoord 1\nJa.\n\n"
)


def test_listed_notes_are_taken_out_of_the_last_answer() -> None:
    letter = read_letter(f"{HEAD}1) Krant, 3 mei 2024,\npagina twee.\n2) Blad, 4 mei 2024.\n".encode(), "a.txt")
    assert pairs(letter) == [(("1",), "Kent u het bericht «Wonen»? Klopt het?", "Ja.")]
    assert [(note.mark, note.text) for note in letter.notes] == [
        ("1", "Krant, 3 mei 2024, pagina twee."),
        ("2", "Blad, 4 mei 2024."),
    ]
    assert all(note.at is not None for note in letter.notes)


def test_a_list_without_marks_stays_where_it_is() -> None:
    lines = [Line(text) for text in ("Antwoord 1", "Er zijn er drie.", "", "1) Water.", "2) Land.")]
    assert sealed(lines) == lines


def test_a_list_with_more_points_than_marks_stays_where_it_is() -> None:
    lines = [Line(text) for text in ("Wat? 1)", "Antwoord 1", "Dit.", "", "1) Water.", "2) Land.")]
    assert sealed(lines) == lines


def test_notes_of_markdown_stand_apart() -> None:
    text = "De minister aan de Tweede Kamer.\n\nVraag 1\nWat?[^1]\n\nAntwoord 1\nDit.\n\n[^1]: Krant, 3 mei 2024.\n"
    letter = read_letter(text.encode(), "a.md")
    assert pairs(letter) == [(("1",), "Wat?", "Dit.")]
    assert [(note.mark, note.text) for note in letter.notes] == [("1", "Krant, 3 mei 2024.")]
