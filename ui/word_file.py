"""Answers as a Word file, with footnotes that Word itself numbers."""

import datetime
import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from rag.answer import Answer, Citation
from ui.answer_parts import Block, Mark, Quote, blocks
from ui.footnotes import reference
from ui.labels import Labels

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES = {"heading": "Heading 2", "item": "List Bullet", "paragraph": "Normal"}
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_UNFIT = {code: None for code in (*range(32), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"}
"""Signs that XML cannot hold."""


def as_word(answers: Sequence[Answer], day: datetime.date, labels: Labels) -> bytes:
    """Return answers as a .docx file: each question a heading, its answer, and its references as footnotes."""
    return _Writer(labels).write(answers, day)


class _Writer:
    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.document: WordDocument = Document()
        self.notes: list[str] = []

    def write(self, answers: Sequence[Answer], day: datetime.date) -> bytes:
        self.styles()
        for answer in answers:
            self.document.add_heading(_fit(answer.question), level=1)
            for block in blocks(answer):
                self.block(block)
        made = self.document.add_paragraph(self.labels.made_on.format(date=self.labels.date(day.isoformat())))
        made.runs[0].italic = True
        self.footnotes()
        written = io.BytesIO()
        self.document.save(written)
        return written.getvalue()

    def styles(self) -> None:
        """Add the styles by which Word knows its footnotes, and say who made the file and in which language."""
        styles = self.document.styles
        note = styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
        note.base_style = styles["Normal"]
        note.font.size = Pt(9)
        styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
        properties = self.document.core_properties
        properties.author, properties.language = "Vraagbaak", self.labels.language
        properties.title = self.labels.conversation

    def block(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(style=_STYLES[block.kind])
        for part in block.parts:
            if isinstance(part, Mark):
                self.mark(paragraph, part.citation)
            elif isinstance(part, Quote):
                run = paragraph.add_run(f"“{_fit(' '.join(part.citation.quote.split()))}”")
                run.italic = part.citation.role == "question"
            else:
                paragraph.add_run(_fit(part.text)).bold = part.strong or None

    def mark(self, paragraph: Paragraph, citation: Citation) -> None:
        """Set the mark of a new footnote."""
        self.notes.append(reference(citation))
        sign = OxmlElement("w:footnoteReference")
        sign.set(qn("w:id"), str(len(self.notes)))
        paragraph.add_run(style="Footnote Reference").element.append(sign)

    def footnotes(self) -> None:
        """Add the part of the file that holds the footnotes."""
        notes = "".join(_note(number, text) for number, text in enumerate(self.notes, 1))
        xml = f"<w:footnotes {nsdecls('w')}>{_SEPARATORS}{notes}</w:footnotes>"
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(_fit(text))}</w:t></w:r></w:p></w:footnote>'
    )


def _fit(text: str) -> str:
    return text.translate(_UNFIT)
