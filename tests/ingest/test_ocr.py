"""Pages that are pictures: read where tesseract with Dutch is installed, and named where it is not."""

import shutil
from itertools import islice
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from ingest.readers import ocr
from ingest.readers.pdf import read_pdf
from rag.errors import LetterError
from tests.ingest import small_pdf
from tests.ingest.one_letter import read_letter

SHARED = Path(__file__).parents[2].parent / "shared" / "letters" / "aanhangsel-pdf"
SIZE = 12
READ = "read from a picture by character recognition; words may be misread"
LETTER = (
    "Vragen van het lid Jansen (CDA) aan de Minister van Justitie\nover dijken (ingezonden 6 maart 2024).\n\n"
    "Antwoord van Minister De Vries (Justitie) (ontvangen 25 maart 2024).\n\n"
    "Vraag 1\nHoeveel dijken zijn er in Nederland?\n\nAntwoord 1\nEr zijn ongeveer twintig dijken gebouwd."
)
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or not ocr.is_installed(), reason="tesseract with Dutch is not installed"
)


def scanned(data: bytes, *, texts: tuple[bytes, ...] = (), most: int = 9) -> bytes:
    """Return a PDF of pictures of the first pages of another, with pages of text before them."""
    objects: list[bytes] = []
    with pdfium.PdfDocument(data) as document:
        pages = min(len(document), most)
        first = small_pdf.after(len(texts) + pages)
        for page in islice(document, pages):
            drawn = page.render(scale=2.5, grayscale=True)
            pixels = memoryview(drawn.buffer).cast("B")
            rows = b"".join(pixels[at * drawn.stride :][: drawn.width] for at in range(drawn.height))
            size = b"/Width %d/Height %d" % (drawn.width, drawn.height)
            entries = b"/Type/XObject/Subtype/Image%s/ColorSpace/DeviceGray/BitsPerComponent 8" % size
            objects.append(small_pdf.stream(rows, entries))
    names = b" ".join(b"/I%d %d 0 R" % (at, first + at) for at in range(pages))
    contents = [b"q 595 0 0 842 0 0 cm /I%d Do Q" % at for at in range(pages)]
    return small_pdf.file([*texts, *contents], resources=b"/XObject<<%s>>" % names, more=objects)


def letter(text: str) -> bytes:
    return small_pdf.words([small_pdf.lines(text, left=80, size=SIZE)])


@pytest.fixture
def without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


@needs_tesseract
def test_a_scanned_letter_is_read_with_a_warning() -> None:
    found = read_letter(scanned(letter(LETTER)), "a.pdf")
    (one,) = found.exchanges
    assert found.at(one.question_span) == "Hoeveel dijken zijn er in Nederland?"
    assert found.at(one.answer_span) == "Er zijn ongeveer twintig dijken gebouwd."
    assert (found.date, found.submitted) == ("2024-03-25", "2024-03-06")
    assert found.warnings == (f"page 1: {READ}",)


@needs_tesseract
def test_of_a_letter_with_text_only_the_scanned_pages_are_read_as_pictures() -> None:
    head, _, answer = LETTER.partition("Antwoord 1\n")
    text = b"".join(small_pdf.shown(*one) for one in small_pdf.lines(head, left=80, size=SIZE))
    found = read_letter(scanned(letter(f"Antwoord 1\n{answer}"), texts=(text,)), "a.pdf")
    assert found.at(found.exchanges[0].answer_span) == answer
    assert found.page(found.text.index(answer)) == 2
    assert found.warnings == (f"page 2: {READ}",)


@needs_tesseract
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared letters are not at hand")
def test_a_real_publication_that_was_scanned() -> None:
    data = (SHARED / "ll-1bb0809b-f36a-48b7-9ef9-a96ed52c5b6d.pdf").read_bytes()
    printed, found = read_letter(data, "a.pdf"), read_letter(scanned(data, most=1), "a.pdf")
    assert (found.id, found.date) == (printed.id, printed.date)
    asked = [one.numbers for one in printed.exchanges if one.question_span and printed.page(one.question_span[0]) == 1]
    assert [one.numbers for one in found.exchanges if one.question_span] == asked
    assert len(asked) > 1
    for sign in ("ISSN", "ah-tk", "vergaderjaar 2023-2024, Aanhangsel"):
        assert sign not in found.text


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_a_scanned_letter_is_refused_with_what_to_install() -> None:
    with pytest.raises(
        LetterError, match=r"a\.pdf: the PDF has no text layer, and tesseract with Dutch is not"
    ) as error:
        read_pdf(scanned(letter(LETTER)), "a.pdf")
    assert "tesseract-ocr tesseract-ocr-nld" in str(error.value)


@pytest.mark.usefixtures("without_tesseract")
def test_without_tesseract_the_pages_that_were_not_read_are_named() -> None:
    text = b"".join(small_pdf.shown(*one) for one in small_pdf.lines(LETTER))
    found = read_letter(scanned(letter("Bijlage"), texts=(text,)), "a.pdf")
    (warning,) = found.warnings
    assert warning.startswith("page 2: a picture without a text layer, not read, as tesseract with Dutch")


@needs_tesseract
def test_more_pictures_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "MOST_SCANNED", 1)
    with pytest.raises(LetterError, match="2 pages of the PDF are pictures and at most 1 are read"):
        read_pdf(scanned(small_pdf.words([small_pdf.lines("Vraag 1")] * 2)), "a.pdf")


@needs_tesseract
def test_a_picture_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 0.01)
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    with pytest.raises(LetterError, match=r"page 1 is a picture, and reading it took longer than 0\.01 s"):
        read_pdf(scanned(letter(LETTER)), "a.pdf")
