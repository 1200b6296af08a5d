"""The tables at the head of a file of Rich Text Format: its encodings, its white colours, its heading styles."""

import codecs
import re
from functools import cached_property
from itertools import islice

_CODEPAGE = re.compile(r"\\ansicpg(\d{3,5})")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_FONT = re.compile(r"\{\\f(\d{1,5})(?:\\[a-z]{1,20}(?!charset)-?\d{0,9}){0,8}?\\fcharset(\d{1,3})")
_COLOR = re.compile(r"\\red(\d{1,3})\s*\\green(\d{1,3})\s*\\blue(\d{1,3})")
_STYLE = re.compile(r"\{\\s(\d{1,5})(?![^{};]*\\s\d)[^{};]{0,2000}? (?i:heading|kop|title)(?: \d)?[^{};]{0,40};")
_CODECS = {77: "mac_roman", 161: "cp1253", 162: "cp1254", 177: "cp1255", 186: "cp1257", 204: "cp1251", 238: "cp1250"}
_USUAL = "cp1252"
_PALEST = 0xF0
_LONGEST = 500_000
_MOST_BRACES = 100_000


class Tables:
    """What the head of a file says that its words need."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def codec(self) -> str:
        """The encoding of characters that are not written as Unicode."""
        found = _CODEPAGE.search(self.text[:2_000])
        if found is None:
            return "mac_roman" if "\\mac\\" in self.text[:200] else _USUAL
        try:
            return codecs.lookup(f"cp{found[1]}").name
        except LookupError:
            return "utf-8" if found[1] == "65001" else _USUAL

    @cached_property
    def fonts(self) -> dict[int, str]:
        """The encodings of the fonts that have another than the file."""
        found = ((int(font[1]), _CODECS.get(int(font[2]))) for font in _FONT.finditer(self._group("fonttbl")))
        return {font: codec for font, codec in found if codec is not None}

    @cached_property
    def white(self) -> frozenset[int]:
        """The places of the colours that cannot be told from white."""
        colors = [_COLOR.search(one) for one in self._group("colortbl").split(";")]
        return frozenset(
            at for at, one in enumerate(colors) if one is not None and min(map(int, one.groups())) >= _PALEST
        )

    @cached_property
    def headings(self) -> frozenset[int]:
        """The numbers of the styles of headings."""
        return frozenset(int(style[1]) for style in _STYLE.finditer(self._group("stylesheet")))

    def _group(self, name: str) -> str:
        """Return the text of the first group of a name, as far as it is not far too long."""
        start = self.text.find("{\\" + name)
        if start < 0:
            return ""
        depth = 0
        for found in islice(_BRACE.finditer(self.text, start, start + _LONGEST), _MOST_BRACES):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            if depth == 0:
                return self.text[start : found.end()]
        return ""


def codec_of(tables: Tables, font: int | None) -> str:
    """Return the encoding of a font."""
    return tables.fonts.get(font or 0, tables.codec)
