"""From bytes to characters, with the invisible ones made plain."""

import codecs
import re

from rag.errors import LetterError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WIDE = ((0, 1, "utf-16-le"), (1, 0, "utf-16-be"))
_SAMPLE = 4_000
_FEW = 3
_SEQUENCES = re.compile(rb"((?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)")
_SURELY = re.compile(rb"[\xc2\xc3][\x80-\xbf]|\xe2[\x80-\x8b][\x80-\xbf]")
_SOFT_BREAK = re.compile("\u00ad[ ]*\r?\n[ ]*")
_LINE_ENDS = "\r\u000b\u0085\u2028\u2029"
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CONTROLS = "\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f"
_FORMATS = "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_BLANKS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_PRIVATE_AND_TAGS = "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
_UNSEEN = re.compile(f"\r\n|[{_LINE_ENDS}{_SPACES}{_CONTROLS}{_FORMATS}{_BLANKS}{_PRIVATE_AND_TAGS}]")
_SPACE = re.compile(f"[{_SPACES}]")
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f]")


def decode(data: bytes, source: str) -> str:
    """Return the characters of a text file: UTF-8, UTF-16, Windows-1252, or UTF-8 with some Windows-1252 in it.

    Raises:
        LetterError: the bytes are empty or no text.
    """
    if not data.strip():
        raise LetterError(f"{source}: the file is empty; replace it with the letter, or remove it.")
    text = _characters(data, source)
    if len(_CONTROL.findall(text)) > max(_FEW, len(text) // 500):
        raise LetterError(f"{source}: the file is not text; save the letter as UTF-8 text and try again.")
    if not text.strip():
        raise LetterError(f"{source}: the file is empty; replace it with the letter, or remove it.")
    return text


def plain(text: str) -> str:
    """Make line ends, spaces and invisible characters plain; form feeds stay."""
    if "\u00ad" in text:
        text = _SOFT_BREAK.sub("", text)
    return _UNSEEN.sub(_seen, text)


def _seen(found: re.Match[str]) -> str:
    sign = found[0]
    if sign[0] in _LINE_ENDS:
        return "\n"
    return " " if _SPACE.match(sign) else ""


def _characters(data: bytes, source: str) -> str:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strictly(data, name, source)
    for letters, nothing, name in _WIDE:
        if _is_nothing(data[nothing:_SAMPLE:2]) and not _is_nothing(data[letters:_SAMPLE:2]):
            return _strictly(data, name, source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _mixed(data, source)


def _is_nothing(sample: bytes) -> bool:
    return sample.count(0) * 10 > len(sample) * 9


def _mixed(data: bytes, source: str) -> str:
    """Return the characters of what is not all UTF-8: of each piece by itself where some of it surely is UTF-8."""
    if _SURELY.search(data) is None:
        return _strictly(data, "cp1252", source)
    names = ("cp1252", "utf-8")
    return "".join(_strictly(piece, names[at % 2], source) for at, piece in enumerate(_SEQUENCES.split(data)))


def _strictly(data: bytes, name: str, source: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise LetterError(
            f"{source}: the characters cannot be read (byte {error.start} fits neither UTF-8 nor Windows-1252); "
            "save the letter as UTF-8 text and try again."
        ) from error
