"""Word files made for tests: the parts of a package written out, and packages of whole letters."""

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NOTE = re.compile(r"<sup>(\d+)</sup>")


def run(text: str, formats: str = "") -> str:
    return f'<w:r><w:rPr>{formats}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, formats: str = "") -> str:
    return f"<w:p><w:pPr>{formats}</w:pPr>{''.join(runs)}</w:p>"


def said(text: str, formats: str = "", style: str = "") -> str:
    """A paragraph of plain words in which ``<sup>1</sup>`` stands for the reference to a footnote."""
    runs: list[str] = []
    for at, piece in enumerate(_NOTE.split(text)):
        reference = f'<w:r><w:footnoteReference w:id="{piece}"/></w:r>'
        runs.append(reference if at % 2 else run(piece, formats))
    return paragraph(*runs, formats=f'<w:pStyle w:val="{style}"/>' if style else "")


def part(name: str, content: str) -> str:
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{W}">{content}</w:{name}>'


def related(targets: Iterable[tuple[str, str]], mode: str = "") -> str:
    ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    ones = "".join(
        f'<Relationship Id="r{at}" Type="{KINDS}/{kind}" Target="{target}" {mode}/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{ns}">{ones}</Relationships>'


def zipped(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", packing) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def word_file(body: str, notes: dict[str, str] | None = None, **parts: str) -> bytes:
    """A package of a body, footnotes by id, and other parts by kind: ``numbering``, ``styles``, ``header``."""
    if notes:
        parts["footnotes"] = part(
            "footnotes",
            '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
            + "".join(
                f'<w:footnote w:id="{key}">{paragraph("<w:r><w:footnoteRef/></w:r>", run(" " + text))}</w:footnote>'
                for key, text in notes.items()
            ),
        )
    files: dict[str, str | bytes] = {
        "_rels/.rels": related([("officeDocument", "word/document.xml")]),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": related((kind, f"{kind}.xml") for kind in parts),
        **{f"word/{kind}.xml": content for kind, content in parts.items()},
    }
    return zipped(files)
