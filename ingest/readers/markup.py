"""Markdown and converter markup inside a line: read what it says, and leave only the words."""

import re

from ingest.marks import seal_mark

_NOTE_REFERENCE = re.compile(r"\[footnoteRef:(\d{1,3})\]|\[\^(\d{1,3})\](?!:)")
_LISTED_NOTE = re.compile(r"^\[\^(\d{1,3})\]:\s*(?=\S)")
_INLINE_NOTE = re.compile(r"\[(\d{1,3}):\s([^\[\]]*)\]")
_BOOKMARK = re.compile(r"\[bookmark: [^\[\]]*\]")
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*\)")
_SUPERSCRIPT_TAG = re.compile(r"<sup>\s*\[?(\d{1,3})\]?\s*</sup>", re.IGNORECASE)
_SUPERSCRIPT = re.compile("(?<!\\b10)(?<!\\b\\d)(?<!\\b\\d\\d)(?<!\\b[mckd])(?<!\\b[mckd]m)[¹²³⁰⁴-⁹]{1,3}")
_BRACKETS = re.compile(r"\[(\d{1,3}(?: \d{1,3})*) ?\]")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|sub|sup|p|div|font|a)\b[^<>\n]{0,200}>|<br ?/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&])")
_STARS = re.compile(r"\*{2,3}|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_UNDERSCORES = re.compile(r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")
_SIGNS = frozenset("[<\\*_")
_HIGH = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹")


def take_inline_notes(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Take out the notes that stand, whole, inside the running text: ``[1:  the note]``."""
    if "footnoteRef" not in text and "[^" not in text:
        return text, ()
    notes = tuple((found[1], found[2].strip()) for found in _INLINE_NOTE.finditer(text))
    return _INLINE_NOTE.sub("", text), notes


def words(line: str) -> str:
    """Return a line without its inline markup, note marks sealed."""
    if not _HIGH.isdisjoint(line):
        line = _SUPERSCRIPT.sub(lambda found: seal_mark(found[0].translate(_DIGITS)), line)
    if _SIGNS.isdisjoint(line):
        return line
    if "[" in line:
        line = _LISTED_NOTE.sub(lambda found: f"{seal_mark(found[1])} ", line)
        line = _NOTE_REFERENCE.sub(lambda found: seal_mark(found[1] or found[2]), _BOOKMARK.sub("", line))
        line = _LINK.sub(r"\1", line)
        line = _BRACKETS.sub(lambda found: "".join(map(seal_mark, found[1].split())), line)
    if "<" in line:
        line = _TAG.sub("", _SUPERSCRIPT_TAG.sub(lambda found: seal_mark(found[1]), line))
    line = _STARS.sub("", line) if "*" in line else line
    line = _UNDERSCORES.sub("", line) if "_" in line else line
    return _ESCAPE.sub(r"\1", line)
