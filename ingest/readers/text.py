"""Plain text and Markdown: bytes to a manuscript."""

import re
from collections.abc import Iterator

from ingest.manuscript import Line, Manuscript
from ingest.readers.decoding import decode, plain
from ingest.readers.flat import is_flat, unflatten
from ingest.readers.markup import take_inline_notes, words
from ingest.readers.parted_marks import joined

_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_QUOTE = re.compile(r">\s?(?=\S)")
_LISTED = re.compile(r"([QA])(\d{1,3}(?: \d{1,3})*) {2,}(\S.*)")
_LISTED_PAIR = re.compile(r"^Q1 .*?^A1 ", re.MULTILINE | re.DOTALL)
_LONGEST_WRAPPED = 180
_BREAK_TAG = re.compile(r"<br ?/?>\s*", re.IGNORECASE)


def read_text(data: bytes, source: str) -> Manuscript:
    """Read plain text or Markdown.

    A line that starts with a single space where others start with none stands where a page began:
    converters leave it of a form feed.

    Raises:
        LetterError: the bytes are empty or no text.
    """
    text = _BREAK_TAG.sub("\n", plain(decode(data, source)))
    text, notes = take_inline_notes(text)
    if is_flat(text):
        text = unflatten(text)
    return Manuscript(tuple(joined(list(_lines(text)))), notes)


def _lines(text: str) -> Iterator[Line]:
    listed = _LISTED_PAIR.search(text[:20_000]) is not None if text.startswith("Q1 ") else False
    for part, sheet in enumerate(text.split("\f")):
        rows = sheet.split("\n")
        lost = _page_starts_show(rows)
        parted = _are_paragraphs(rows)
        for index, row in enumerate(rows):
            opens = (index == 0 and part > 0) or (lost and row[:1] == " " and row[1:2] not in ("", " "))
            if listed and (item := _LISTED.match(row)):
                yield Line(("Vraag " if item[1] == "Q" else "Antwoord ") + ", ".join(item[2].split()), heading=True)
                row = item[3]
            yield _line(row.strip(), opens=opens)
            if parted:
                yield Line("")


def _are_paragraphs(rows: list[str]) -> bool:
    """Say whether each line is a paragraph: hardly any empty ones, and many longer than lines that are wrapped."""
    filled = [row for row in rows if row.strip()]
    long = sum(len(row) > _LONGEST_WRAPPED for row in filled)
    return len(rows) - len(filled) < len(filled) // 10 and long > max(1, len(filled) // 8)


def _page_starts_show(rows: list[str]) -> bool:
    filled = [row for row in rows if row.strip()]
    single = sum(row.startswith(" ") and not row.startswith("  ") for row in filled)
    return 0 < single <= max(3, len(filled) // 12)


def _line(row: str, *, opens: bool) -> Line:
    if row in ("", ">"):
        return Line("", opens=opens)
    heading = _HEADING.match(row) if row[0] == "#" else None
    if heading:
        row = row[heading.end() :]
    elif row[0] == ">" and (quote := _QUOTE.match(row)):
        row = row[quote.end() :]
    return Line(words(row).strip(), opens=opens, heading=heading is not None)
