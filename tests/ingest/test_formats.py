"""The table of formats in the documents says what is true: suffixes, limits, messages."""

import re
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.readers.html import MOST_TAGS
from ingest.readers.ocr import MOST_SCANNED, PAGE_SECONDS
from ingest.readers.pdf import MOST_CHARACTERS, MOST_PAGES
from ingest.readers.rtf import MOST_MARKS
from ingest.reading import READABLE
from ingest.sources import LARGEST
from rag.errors import LetterError
from tests.ingest import small_pdf
from tests.ingest.one_letter import read_letter

TABLE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "c">]><officiele-publicatie>&b;</officiele-publicatie>'
PAGE = small_pdf.words([small_pdf.lines("Vraag 1")])
BAD = {
    "is empty": ("letter.txt", b""),
    "is of another type": ("letter.jpeg", b"picture"),
    "is a Word file of the old kind (`.doc`)": ("letter.doc", b"\xd0\xcf\x11\xe0"),
    "is no letter": ("list.txt", b"Melk, brood en kaas.\n"),
    "holds several letters that cannot be told apart": (
        "year.txt",
        b"Vraag 1\nWat?\nAntwoord 1\nDit.\nah-tk-20232024-7 ISSN\n"
        b"Vraag 2\nHoe?\nAntwoord 2\nZo.\nah-tk-20232024-8 ISSN\n",
    ),
    "has more than 2,000 questions and answers": (
        "endless.txt",
        b"Aan de Tweede Kamer\n\n"
        + b"\n\n".join(b"Vraag %d\nWat?\nAntwoord %d\nDat." % (n, n) for n in range(1, 999)) * 3,
    ),
    "is a PDF of pages without words": ("scan.pdf", small_pdf.file([b""])),
    "is a PDF with a password": ("locked.pdf", small_pdf.file([PAGE], trailer=b"/Encrypt << /Filter /Standard >>")),
    "is a PDF that breaks off": ("cut.pdf", small_pdf.file([PAGE])[:-200]),
    "is a PDF with more than 1,000 pages": ("long.pdf", small_pdf.file([b""] * (MOST_PAGES + 1))),
    "is XML of another kind": ("feed.xml", b"<rss><item>Vraag 1</item></rss>"),
    "is XML with entities of its own": ("entities.xml", ENTITIES),
    "is no Word file inside": ("letter.docx", b"no zip"),
    "is no OpenDocument text inside": ("letter.odt", b"no zip"),
    "is no Rich Text Format inside": ("letter.rtf", b"no rtf"),
}


def test_every_suffix_is_in_the_table_and_no_other() -> None:
    rows = [row for row in TABLE.splitlines() if row.startswith("| `")]
    assert {suffix for row in rows for suffix in re.findall(r"`(\.\w+)`", row.split("|")[1])} == READABLE


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{LARGEST // 1024**2} MB" in TABLE
    for limit in (MOST_TAGS, MOST_PAGES, MOST_CHARACTERS, MOST_MARKS, MOST_SCANNED, Limits().megabytes):
        assert f"{limit:,}" in TABLE
    assert f"more than {Limits().seconds:g} seconds" in TABLE
    assert f"at most {PAGE_SECONDS};" in TABLE


@pytest.mark.parametrize("case", BAD)
def test_the_message_is_the_one_in_the_table(case: str) -> None:
    said = re.search(rf"\| {re.escape(case)} \| (.+) \|", TABLE)
    assert said is not None
    name, data = BAD[case]
    with pytest.raises(LetterError, match=re.escape(said.group(1))) as caught:
        read_letter(data, name)
    assert str(caught.value).startswith(name)


def test_every_message_of_the_table_is_tried() -> None:
    assert len(re.findall(r"^\| (?:is|has|holds) ", TABLE, re.MULTILINE)) == len(BAD)
