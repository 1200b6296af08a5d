"""Office packages: a zip of XML parts, read within limits, in memory, and from nowhere else."""

import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import Final

from lxml import etree

from rag.errors import LetterError

LARGEST_PART: Final = 48 * 1024 * 1024
"""Bytes that the parts of one package may unpack to, together."""

HIGHEST_RATIO: Final = 100
"""How many times its packed size a large part may unpack to; real documents stay below 40."""

MOST_ENTRIES: Final = 10_000
MOST_TAGS: Final = 4_000_000

_SMALL = 1024 * 1024
_ENTRY = b"PK\x01\x02"
_COMPOUND = b"\xd0\xcf\x11\xe0"


class Package:
    """A package whose parts are read one by one; what they refer to outside of it is never followed."""

    def __init__(self, data: bytes, source: str, kind: str = "a Word file", suffix: str = ".docx") -> None:
        """Open a package.

        Args:
            data: its bytes.
            source: the file, as messages name it.
            kind: what it is taken for, as messages name it.
            suffix: under which its own program saves it.

        Raises:
            LetterError: it is no zip, is damaged, or holds too many entries.
        """
        self._source = source
        self._kind = kind
        self._anew = f"save it anew as {suffix}"
        self._left = LARGEST_PART
        if data.startswith(_COMPOUND):
            raise self._refusal("it is encrypted or in the old Word format", f"{self._anew}, without a password")
        if data.count(_ENTRY) > MOST_ENTRIES:
            raise self._refusal(f"it holds more than {MOST_ENTRIES:,} entries", self._anew)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise self._refusal("it is no zip package, or it is cut off", self._anew) from error
        self._names = set(self._zip.namelist())

    def _refusal(self, cause: str, step: str) -> LetterError:
        return LetterError(f"{self._source}: cannot be read as {self._kind}: {cause}; {step}.")

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part; None when the package has no such part.

        Raises:
            LetterError: the part is damaged, encrypted, too large, or no plain XML.
        """
        if name not in self._names:
            return None
        data = self._unpacked(name)
        if data.count(b"<") > MOST_TAGS:
            raise self._refusal(f"{name} holds more than {MOST_TAGS:,} tags", "split the document, or leave it out")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._refusal(
                f"{name} is damaged or locked with a password ({_first_words(error)})", self._anew
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._refusal(f"{name} declares a document type, which no letter needs", "leave the file out")
        return root

    def required(self, name: str) -> etree._Element:
        """Return the root of a part that must be there.

        Raises:
            LetterError: as :meth:`part`, or the part is missing.
        """
        root = self.part(name)
        if root is None:
            raise self._refusal(f"it has no {name}", self._anew)
        return root

    def _unpacked(self, name: str) -> bytes:
        info = self._zip.getinfo(name)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._refusal(f"{name} is packed in an unknown way", self._anew)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise self._refusal(f"{name} is damaged or encrypted", f"{self._anew}, without a password") from error
        if len(data) > self._left:
            raise self._refusal(
                f"it unpacks to more than {LARGEST_PART // 1024**2} MB", "split the document, or leave it out"
            )
        if len(data) > _SMALL and len(data) > HIGHEST_RATIO * info.compress_size:
            raise self._refusal(f"{name} unpacks to more than {HIGHEST_RATIO} times its size", "leave the file out")
        self._left -= len(data)
        return data

    def related(self, name: str) -> dict[str, list[str]]:
        """Return the parts that a part (or, for an empty name, the package) names, by the last word of their kind.

        Targets outside of the package are left out.
        """
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for one in () if root is None else root:
            if one.get("TargetMode", "Internal") != "Internal":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            if target in self._names:
                found.setdefault(one.get("Type", "").rpartition("/")[2], []).append(target)
        return found


def _first_words(error: Exception) -> str:
    return str(error).splitlines()[0][:80] if str(error) else type(error).__name__
