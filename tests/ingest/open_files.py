"""OpenDocument texts made for tests."""

from xml.sax.saxutils import escape

from tests.ingest.word_files import zipped

_NAMES = ("office", "text", "style", "table", "draw")
_SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES) + (
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def said(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p>"


def heading(text: str) -> str:
    return f'<text:h text:outline-level="3">{escape(text)}</text:h>'


def styled(*pieces: str) -> str:
    return f"<text:p>{''.join(pieces)}</text:p>"


def span(name: str, text: str) -> str:
    return f'<text:span text:style-name="{name}">{escape(text)}</text:span>'


def footnote(mark: str, text: str) -> str:
    cited = f"<text:note-citation>{mark}</text:note-citation>"
    return f'<text:note text:note-class="footnote">{cited}<text:note-body>{said(text)}</text:note-body></text:note>'


def style(name: str, words: str, parent: str = "") -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="text" {based}><style:text-properties {words}/></style:style>'
    )


def odt_file(body: str, styles: str = "", head: str = "") -> bytes:
    """A package of a body, styles, and the page head."""
    page = f"<style:master-page><style:header>{head}</style:header></style:master-page>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_SPACES}><office:master-styles>{page}</office:master-styles>"
            "</office:document-styles>",
        }
    )
