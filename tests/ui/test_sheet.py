from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.reading import read_letters
from ingest.sources import digest
from rag.errors import LetterError
from rag.letter import Letter
from tests.conftest import ROOT
from tests.ingest import small_pdf
from ui.alignment import align
from ui.sheet import SheetGone, draw, has_sheets, marks, span_of_page

PDFS = sorted((ROOT.parent / "shared" / "letters" / "aanhangsel-pdf").glob("*.pdf"))
PAGE = (
    "Aan de Tweede Kamer\n\nVraag 1\nHoe hoog is de dijk?\n\nAntwoord 1\n"
    "De dijk is zeven meter hoog en wordt vol-\ngend jaar verhoogd. De dijk is zeven meter hoog.\n"
)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Letter]:
    path = tmp_path_factory.mktemp("sheet") / "dijk.pdf"
    path.write_bytes(small_pdf.words([small_pdf.lines(PAGE), small_pdf.lines("Vraag 2\nEn?\n\nAntwoord 2\nNee.")]))
    (letter,) = read_letters(path.read_bytes(), path.name)
    return path, digest(path.read_bytes()), letter


def test_a_page_is_drawn_with_the_place_of_each_character(pdf: tuple[Path, str, Letter]) -> None:
    path, known, letter = pdf
    sheet = draw(path, known, 1)
    assert has_sheets(letter)
    assert sheet.picture.startswith(b"\x89PNG")
    assert sheet.count == 2
    assert len(sheet.text) == len(sheet.boxes)
    first = sheet.boxes[sheet.text.index("Aan de")]
    assert first[0] == pytest.approx(220 / 595, abs=0.01)
    assert first[3] == pytest.approx((842 - 700) / 842, abs=0.01)


def test_of_the_same_words_twice_only_those_at_the_offsets_are_marked(pdf: tuple[Path, str, Letter]) -> None:
    path, known, letter = pdf
    sheet = draw(path, known, 1)
    words = "De dijk is zeven meter hoog"
    first = letter.text.index(words)
    second = letter.text.index(words, first + 1)
    (above,), (below,) = (marks(sheet, letter, 1, (at, at + len(words))) for at in (first, second))
    assert above[3] < below[1] + 0.001
    broken = letter.text.index("volgend")
    assert len(marks(sheet, letter, 1, (broken, broken + len("volgend")))) == 2
    assert marks(sheet, letter, 1, (len(letter.text) - 4, len(letter.text))) == ()


def test_a_page_that_is_not_there_or_not_the_same_is_told(pdf: tuple[Path, str, Letter], tmp_path: Path) -> None:
    path, known, letter = pdf
    with pytest.raises(LetterError, match="no such page"):
        draw(path, known, 9)
    with pytest.raises(SheetGone) as gone:
        draw(tmp_path / "none.pdf", known, 1)
    assert not gone.value.changed
    with pytest.raises(SheetGone) as changed:
        draw(path, digest(b"other"), 1)
    assert changed.value.changed
    assert span_of_page(letter, 9) == (0, 0)


def test_a_damaged_file_costs_only_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(b"%PDF-1.4 nothing more")
    with pytest.raises(LetterError, match="cannot be drawn"):
        draw(path, digest(path.read_bytes()), 1)


@pytest.mark.skipif(not PDFS, reason="no ../shared with letters as PDF")
@pytest.mark.parametrize("path", PDFS[:3], ids=lambda path: path.stem[:8])
def test_every_word_of_real_letters_is_found_on_its_page(path: Path) -> None:
    data = path.read_bytes()
    (letter,) = read_letters(data, path.name)
    for number in {page for _, page in letter.pages}:
        sheet = draw(path, digest(data), number)
        start, end = span_of_page(letter, number)
        known = align(letter.text[start:end], sheet.text)
        ours = [at for at in range(end - start) if letter.text[start + at].isalnum()]
        found = [at for at in ours if at in known]
        assert all(letter.text[start + at].casefold() == sheet.text[known[at]].casefold() for at in found)
        assert len(found) >= 0.99 * len(ours)


@given(st.lists(st.sampled_from(["de", "dijk", "is", "hoog", "7"]), min_size=1, max_size=30), st.data())
def test_what_is_added_between_words_changes_no_place(words: list[str], data: st.DataObject) -> None:
    theirs, places = "", []
    for word in words:
        theirs += data.draw(st.sampled_from(["", "\r\n", " — ", "«"]))
        places.append(len(theirs))
        theirs += f"{word} "
    ours = " ".join(words)
    known = align(ours, theirs)
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    assert [known[start] for start in starts] == places
