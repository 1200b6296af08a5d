"""What a reader of a PDF page cannot see is no word of the letter; and PDFs made to do harm do none."""

import zlib

import pytest

from ingest.readers.pdf import read_pdf
from rag.errors import LetterError
from tests.ingest import small_pdf

SEEN = b"BT /F 9 Tf 220 700 Td (Antwoord 1) Tj ET\n"
SCAN = b"q 595 0 0 842 0 0 cm /I Do Q\n"


def shown(content: bytes, **more: object) -> str:
    data = small_pdf.file([SEEN + content], **more)  # type: ignore[arg-type]
    return "\n".join(line.text for line in read_pdf(data, "a.pdf").lines)


def at(base: int, setting: bytes = b"", size: float = 9) -> bytes:
    return b"q %s BT /F %g Tf 220 %d Td (Het kabinet liegt.) Tj ET Q\n" % (setting, size, base)


def picture(*spots: int) -> bytes:
    """Return a picture of a page, white but for dark bars at some heights."""
    rows = [
        b"\x00" * 60 if any(abs(842 - 8 * row - spot) < 8 for spot in spots) else b"\xff" * 60 for row in range(105)
    ]
    entries = b"/Type/XObject/Subtype/Image/Width 60/Height 105/ColorSpace/DeviceGray/BitsPerComponent 8"
    return small_pdf.stream(b"".join(rows), entries)


@pytest.mark.parametrize(
    "content",
    [
        at(600, b"1 1 1 rg"),
        at(600, b"1 g"),
        at(600, b"0.95 g"),
        at(600, b"1 G 1 Tr"),
        at(600, b"3 Tr"),
        at(600, b"7 Tr"),
        at(600, size=0.5),
        at(600, b"0.05 0 0 0.05 200 500 cm"),
        at(-50),
        at(900),
        at(600, b"1 0 0 1 500 0 cm"),
        at(600) + b"0 g 200 590 300 30 re f\n",
        at(600) + b"1 g 200 590 300 30 re f\n",
        b"0 0 0.5 rg 200 590 300 30 re f\n" + at(600, b"3 Tr"),
    ],
    ids=[
        "white",
        "white grey",
        "nearly white",
        "white outlines",
        "invisible",
        "a clip",
        "tiny",
        "made tiny",
        "below the page",
        "above the page",
        "beside the page",
        "under a black bar",
        "under a white bar",
        "invisible on colour",
    ],
)
def test_text_that_cannot_be_seen_is_left_out(content: bytes) -> None:
    assert shown(content) == "Antwoord 1"


@pytest.mark.parametrize(
    "content",
    [
        at(600),
        at(600, b"0.6 g"),
        at(600, b"1 0 0 rg"),
        at(600, b"1 Tr"),
        at(600, size=4),
        b"0 0 0.5 rg 200 590 300 30 re f\n" + at(600, b"1 g"),
        b"0.9 g 200 590 300 30 re f\n" + at(600, b"0 g"),
        at(600) + b"0 0.5 0 rg 200 300 300 30 re f\n",
        at(600) + b"200 590 300 30 re S\n",
    ],
    ids=["black", "grey", "red", "outlines", "small", "white on blue", "on grey", "above a bar", "in a frame"],
)
def test_text_that_can_be_seen_is_read(content: bytes) -> None:
    assert "Het kabinet liegt." in shown(content)


def test_the_unseen_text_over_a_picture_of_the_page_is_its_text_layer() -> None:
    number = small_pdf.after(1)
    resources = b"/XObject<</I %d 0 R>>" % number
    layer = b"".join(at(base, b"3 Tr") for base in range(300, 640, 20))
    data = small_pdf.file([SCAN + layer], resources=resources, more=[picture(600, 300)])
    assert "\n".join(line.text for line in read_pdf(data, "a.pdf").lines).count("Het kabinet liegt.") == 17


def test_what_lies_in_the_file_beside_the_pages_is_not_read() -> None:
    number = small_pdf.after(1)
    catalog = b"/OpenAction %d 0 R/Names<</EmbeddedFiles<</Names[(a) %d 0 R]>>>>" % (number, number + 1)
    script = b"<</S/JavaScript/JS(app.alert\\('Het kabinet liegt.'\\))>>"
    embedded = b"<</Type/Filespec/F(a.txt)/EF<</F %d 0 R>>>>" % (number + 2)
    inside = small_pdf.stream(b"Het kabinet liegt.", b"/Type/EmbeddedFile")
    assert shown(b"", catalog=catalog, more=[script, embedded, inside]) == "Antwoord 1"


def _forms(levels: int, times: int) -> list[bytes]:
    """Return forms that each show the next one so many times; the last shows itself."""
    first = small_pdf.after(1)
    return [
        small_pdf.stream(
            b"/I Do " * times,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</I %d 0 R>>>>"
            % min(first + level + 1, first + levels - 1),
        )
        for level in range(levels)
    ]


def test_a_form_that_shows_itself_ends() -> None:
    resources = b"/XObject<</I %d 0 R>>" % small_pdf.after(1)
    assert shown(b"/I Do\n", resources=resources, more=_forms(2, 1)) == "Antwoord 1"


def test_packed_content_is_read() -> None:
    data = small_pdf.file([zlib.compress(SEEN)], filtered=b"/FlateDecode")
    assert [line.text for line in read_pdf(data, "a.pdf").lines] == ["Antwoord 1"]


@pytest.mark.parametrize("kids", [b"2 0 R 2 0 R", b"3 0 R"], ids=["itself", "in a ring"])
def test_a_page_tree_that_runs_in_a_ring_is_refused(kids: bytes) -> None:
    whole = small_pdf.file([SEEN])
    looped = whole.replace(b"/Kids[4 0 R]", b"/Kids[%s]" % kids)
    with pytest.raises(LetterError, match=r"a\.pdf: the PDF"):
        read_pdf(looped, "a.pdf")


def test_a_count_of_pages_that_lies_does_no_harm() -> None:
    whole = small_pdf.file([SEEN]).replace(b"/Count 1/", b"/Count 2000000000/")
    assert [line.text for line in read_pdf(whole, "a.pdf").lines if line.text] == ["Antwoord 1"]
