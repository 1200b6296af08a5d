"""Rich Text Format: bytes to a manuscript, read by ourselves: striprtf shows hidden and deleted words, drops notes."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.manuscript import Manuscript
from ingest.readers.flow import Flow
from ingest.readers.paragraphs import Paragraph, labelled, lines
from ingest.readers.rtf_tables import Tables, codec_of
from rag.errors import LetterError

MOST_MARKS: Final = 4_000_000
"""Control words and groups of the largest file that is read; a long letter has some 500,000."""

_BOM = b"\xef\xbb\xbf"
_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}]+)", re.DOTALL)
_LEFT_OUT = frozenset(
    re.findall(
        r"\w+",
        "annotation aftncn aftnsep aftnsepc author colortbl comment creatim do doccomm fldinst fonttbl footer footerf "
        "footerl footerr ftncn ftnsep ftnsepc info keywords nonesttables nonshppict object operator pict pntxta pntxtb "
        "printim private revtim rxe shprslt sp stylesheet subject tc template title txe xe",
    )
)
_STARRED = frozenset({"footnote", "shpinst", "shptxt"})
_SIGNS = {
    "tab": " ", "line": "\n", "page": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_ENDS = str.maketrans("", "", "\r\n")


@dataclass(frozen=True, slots=True)
class _Formats:
    """What holds until the end of a group; ``flow`` is where its words go, if anywhere."""

    flow: Flow | None
    codec: str
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    tiny: bool = False
    raised: bool = False
    white: bool = False
    backed: bool = False
    labels: bool = False


def read_rtf(data: bytes, source: str) -> Manuscript:
    """Read a file of Rich Text Format; pictures and what is embedded are left alone.

    Hidden, white and deleted words are left out, notes are kept apart; of page heads only the labels with their
    values are kept.

    Raises:
        LetterError: the bytes are not of this format, are cut off, or are too many.
    """
    data = data.removeprefix(_BOM).lstrip()
    if not data.startswith(b"{\\rtf"):
        raise LetterError(f"{source}: no Rich Text Format inside; save the letter anew as .rtf or .docx.")
    if data.count(b"\\") + data.count(b"{") > MOST_MARKS:
        raise LetterError(f"{source}: the file holds more than {MOST_MARKS:,} marks; split it, or leave it out.")
    reader = _Reader(Tables(data.decode("latin-1")))
    if not reader.read():
        raise LetterError(f"{source}: the file is cut off; save the letter anew as .rtf.")
    heads = dict.fromkeys(one.text for flow in reader.heads for one in flow.finished())
    paragraphs = [*labelled(heads), *reader.body.finished()]
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise LetterError(f"{source}: the file holds no text; replace it with the letter, or remove it.")
    return Manuscript(tuple(lines(paragraphs)), tuple(reader.notes))


@dataclass(slots=True)
class _Reader:
    """Reads group after group, and knows what formats hold in each."""

    tables: Tables
    body: Flow = field(default_factory=Flow)
    heads: list[Flow] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _groups: list[_Formats] = field(default_factory=list)
    _formats: _Formats = field(init=False)
    _skip: int = 0
    _starred: bool = False

    def __post_init__(self) -> None:
        self._formats = _Formats(self.body, self.tables.codec)

    def read(self) -> bool:
        """Read the whole file; say whether all its groups end."""
        at, text = 0, self.tables.text
        while (found := _TOKEN.match(text, at)) is not None:
            at = found.end()
            word, given, code, sign, brace, words = found.groups()
            if words is not None:
                self._say(words.translate(_ENDS))
            elif word is not None:
                number = int(given) if given else None
                if word == "bin":
                    at += max(number or 0, 0)
                self._word(word, number)
            elif brace == "{":
                self._groups.append(self._formats)
                self._skip = 0
            elif brace == "}":
                if self._end():
                    return True
            elif code is not None:
                self._say(chr(int(code, 16)))
            else:
                self._sign(sign)
        return False

    def _end(self) -> bool:
        """End a group; say whether it was the outermost."""
        self._skip, self._starred = 0, False
        outer = self._groups.pop()
        flow = self._formats.flow
        if flow is not None and flow is not outer.flow and outer.flow is not None:
            flow.ended()
        self._formats = outer
        return not self._groups

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._word("par", None)
        elif self._skip:
            self._skip -= 1
        elif sign in _SYMBOLS:
            self._write(_SYMBOLS[sign])

    def _say(self, written: str) -> None:
        """Write characters of the file's own encoding, but for those that stand in for a Unicode character."""
        if self._skip:
            skipped = min(self._skip, len(written))
            self._skip -= skipped
            written = written[skipped:]
        if written and self._formats.flow is not None:
            if not written.isascii():
                written = written.encode("latin-1").decode(self._formats.codec, "ignore")
            self._write(written)

    def _write(self, words: str) -> None:
        formats = self._formats
        flow = formats.flow
        if flow is None or formats.hidden or formats.deleted or formats.tiny:
            return
        if formats.labels:
            flow.label += words
        elif not formats.white or formats.backed or flow.is_filled:
            flow.write(words, raised=formats.raised)

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        formats = self._formats
        if formats.flow is None:
            return
        if word in _LEFT_OUT or (starred and word not in _STARRED):
            self._formats = replace(formats, flow=None)
        elif word == "u":
            self._skip = formats.fallback
            self._write(chr((number or 0) % 0x10000))
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _FORMATS:
            self._formats = _FORMATS[word](formats, number, self.tables)
        elif word in ("par", "sect", "cell", "row", "nestcell"):
            self._break(word)
        elif word in _OPENS:
            _OPENS[word](self)
        elif word == "chftn":
            return
        else:
            formats.flow.format(word, number, self.tables)

    def _break(self, word: str) -> None:
        """End a paragraph, a cell or a row, unless the end itself was deleted or is hidden."""
        flow = self._formats.flow
        if flow is not None and not self._formats.deleted and not self._formats.hidden:
            flow.end(word)

    def open_note(self) -> None:
        """Begin a note: mark its place, and keep its words apart."""
        formats = self._formats
        flow = formats.flow
        if flow is None or flow.of_note or formats.hidden or formats.deleted:
            self._formats = replace(formats, flow=None)
            return
        mark = str(len(self.notes) + 1)
        flow.mark(mark)
        self.notes.append((mark, ""))
        at = len(self.notes) - 1

        def keep(paragraphs: list[Paragraph]) -> None:
            self.notes[at] = (mark, " ".join(" ".join(one.text for one in paragraphs).split()))

        self._formats = _Formats(Flow(of_note=True, whole=keep), formats.codec, formats.fallback)

    def open_box(self) -> None:
        """Begin a text box, whose paragraphs follow the one in which it stands."""
        formats = self._formats
        if formats.flow is not None:
            self._formats = _Formats(Flow(whole=formats.flow.boxes.extend), formats.codec, formats.fallback)

    def open_head(self) -> None:
        """Begin a page head."""
        self.heads.append(Flow())
        self._formats = _Formats(self.heads[-1], self._formats.codec, self._formats.fallback)

    def open_label(self) -> None:
        """Begin the label of a list item."""
        self._formats = replace(self._formats, labels=True)


_OPENS: dict[str, Callable[[_Reader], None]] = {
    "footnote": _Reader.open_note,
    "shptxt": _Reader.open_box,
    "header": _Reader.open_head,
    "headerf": _Reader.open_head,
    "headerl": _Reader.open_head,
    "headerr": _Reader.open_head,
    "listtext": _Reader.open_label,
    "pntext": _Reader.open_label,
}


def _plain(formats: _Formats, _number: int | None, tables: Tables) -> _Formats:
    return _Formats(formats.flow, tables.codec, formats.fallback, labels=formats.labels)


def _font(formats: _Formats, number: int | None, tables: Tables) -> _Formats:
    return replace(formats, codec=codec_of(tables, number))


def _color(formats: _Formats, number: int | None, tables: Tables) -> _Formats:
    return replace(formats, white=number in tables.white)


def _ground(formats: _Formats, number: int | None, tables: Tables) -> _Formats:
    return replace(formats, backed=bool(number) and number not in tables.white)


_FORMATS: dict[str, Callable[[_Formats, int | None, Tables], _Formats]] = {
    "plain": _plain,
    "f": _font,
    "cf": _color,
    "highlight": _ground,
    "chcbpat": _ground,
    "cb": _ground,
    "uc": lambda formats, number, _: replace(formats, fallback=max(number or 0, 0)),
    "v": lambda formats, number, _: replace(formats, hidden=number != 0),
    "deleted": lambda formats, number, _: replace(formats, deleted=number != 0),
    "mvf": lambda formats, number, _: replace(formats, deleted=number != 0),
    "fs": lambda formats, number, _: replace(formats, tiny=number is not None and number <= 2),
    "super": lambda formats, number, _: replace(formats, raised=number != 0),
    "up": lambda formats, number, _: replace(formats, raised=number != 0),
    "sub": lambda formats, _number, _: replace(formats, raised=False),
    "nosupersub": lambda formats, _number, _: replace(formats, raised=False),
}
