"""A writer of small PDFs: pages of words at given places, in one font, with nothing else."""

from collections.abc import Iterable, Sequence

Words = tuple[float, float, float, str]
"""Left, base line and size in points, and the words."""


def words(pages: Iterable[Sequence[Words]], turned: int = 0) -> bytes:
    """Return a PDF with words at their places on each page."""
    return file([b"".join(shown(*one) for one in page) for page in pages], turned=turned)


def lines(page: str, left: float = 220, top: float = 700, size: float = 9) -> list[Words]:
    """Place the lines of a text under each other; an empty one leaves a gap."""
    return [(left, top - at * size * 1.2, size, line) for at, line in enumerate(page.split("\n")) if line]


def file(
    contents: Sequence[bytes],
    turned: int = 0,
    trailer: bytes = b"",
    *,
    filtered: bytes = b"",
    resources: bytes = b"",
    more: Sequence[bytes] = (),
    catalog: bytes = b"",
) -> bytes:
    """Return a PDF with the given content on each page.

    ``filtered`` names the filter by which all content is packed, ``resources`` and ``catalog`` add to what pages and
    the file have, and the objects in ``more`` have the numbers from :func:`after` the pages on.
    """
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for at, content in enumerate(contents):
        page = b"/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R" % (turned, 5 + 2 * at)
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F 3 0 R>>%s>>>>" % (page, resources))
        objects.append(stream(content, b"/Filter" + filtered if filtered else b""))
    objects.extend(more)
    written = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start, count = len(written), len(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return bytes(written) + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, start)


def after(pages: int) -> int:
    """Return the number of the first object that comes after so many pages."""
    return 4 + 2 * pages


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return an object that holds content."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def shown(left: float, base: float, size: float, text: str) -> bytes:
    """Return the content that shows words at a place."""
    escaped = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, left, base, escaped)
