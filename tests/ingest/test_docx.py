"""Word files: the same letters as their texts, what is left out, and what is refused."""

import re
import struct
import zipfile
from io import BytesIO

import docx
import pytest

from ingest.marks import bare
from ingest.readers import package
from ingest.readers.docx import read_docx
from ingest.readers.word_lists import counted
from rag.errors import LetterError
from tests.ingest.corpus_letters import letter, source
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter
from tests.ingest.word_files import paragraph, part, related, run, said, word_file, zipped

HEAD = said("Geachte voorzitter,") + said("Hierbij bied ik de Tweede Kamer de antwoorden van de minister aan.")
_NOTE_LINE = re.compile(r"^(?:---\n\n)?<sup>(\d+)</sup> (.+)\n\n", re.MULTILINE)


def texts(data: bytes) -> list[str]:
    return [bare(line.text) for line in read_docx(data, "a.docx").lines if line.text]


def test_a_letter_is_the_same_as_word_file() -> None:
    text = source("7268126")
    notes = dict(_NOTE_LINE.findall(text))
    # A footnote of Word does not part the sentence it belongs to, as the foot of a printed page does.
    text = re.sub(r"\n\n(---\n\n)?<sup>\d+</sup> .+\n\n", " ", text)
    body: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        words = re.sub(r"[*]|\[(.*?)\]\(.*?\)", r"\1", block).strip()
        formats = "<w:b/>" if "**" in block else ""
        style = "Kop4" if words.startswith("####") else ""
        body.extend(said(row.lstrip("#> ").strip(), formats, style) for row in words.split("\n") if row.strip("-"))
    styles = part("styles", '<w:style w:styleId="Kop4"><w:name w:val="heading 4"/></w:style>')
    made = read_letter(word_file("".join(body), notes, styles=styles), "a.docx")
    known = letter("7268126")
    assert pairs(made) == pairs(known)
    assert len(made.exchanges) == 13
    assert [(note.mark, note.text) for note in made.notes] == [(note.mark, note.text) for note in known.notes]
    at = made.notes[0].at
    assert at is not None
    assert made.text[:at].endswith("innovatieve oplossingen")
    assert (made.id, made.date, made.reference, made.question_reference) == (
        known.id,
        known.date,
        known.reference,
        known.question_reference,
    )


@pytest.mark.parametrize("name", ["7562802", "kst", "vso"])
def test_a_letter_made_by_another_program(name: str) -> None:
    known = letter(name)
    made = docx.Document()
    made.add_paragraph("De minister aan de Tweede Kamer der Staten-Generaal")
    party = None
    for one in known.exchanges:
        if one.party and one.party != party:
            party = one.party
            made.add_heading(f"Vragen en opmerkingen van de leden van de {party}-fractie", 2)
        asked, answered = (" en ".join(one.numbers),) * 2
        if one.party is None:
            made.add_paragraph().add_run(f"{'Vragen' if len(one.numbers) > 1 else 'Vraag'} {asked}").bold = True
        for text in known.at(one.question_span).split("\n"):
            made.add_paragraph(text)
        made.add_paragraph("Antwoord" if one.party else f"Antwoord {answered}")
        for text in known.at(one.answer_span).split("\n"):
            made.add_paragraph(text)
    saved = BytesIO()
    made.save(saved)
    found = read_letter(saved.getvalue(), "b.docx")
    assert pairs(found) == pairs(known)
    assert [one.party for one in found.exchanges] == [one.party for one in known.exchanges]


def test_what_nobody_sees_is_left_out() -> None:
    styles = part("styles", '<w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>')
    body = (
        paragraph(
            run("Wel "), "<w:del><w:r><w:delText>niet </w:delText></w:r></w:del>", "<w:ins>", run("zo"), "</w:ins>"
        )
        + paragraph(run("Hier"), run("geheim", "<w:vanish/>"), run(" staat", '<w:vanish w:val="0"/>'))
        + paragraph(run("wit", '<w:color w:val="FFFFFF"/>'), run("wit", '<w:color w:val="FEFEFE"/>'), run("zwart"))
        + paragraph(run("stijl", '<w:rStyle w:val="Weg"/>'), run("klein", '<w:sz w:val="1"/>'))
        + said("Verborgen alinea", style="Weg")
        + paragraph(run("koptekst", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>'))
        + "<w:moveFrom>"
        + said("verplaatst")
        + "</w:moveFrom><w:moveTo>"
        + said("verplaatst")
        + "</w:moveTo>"
        + said("dit\u200b is\U000e0041\U000e0042 één\u00ad woord\ue000")
    )
    assert texts(word_file(body, styles=styles)) == [
        "Wel zo", "Hier staat", "zwart", "koptekst", "verplaatst", "dit is één woord",
    ]  # fmt: skip


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = paragraph(run("Een zin "), formats="<w:rPr><w:del/></w:rPr>") + said("gaat door.") + said("Nieuw.")
    assert texts(word_file(body)) == ["Een zin gaat door.", "Nieuw."]


def test_numbers_that_word_makes() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "decimal", "Vraag %1")}'
        f"{level.format(1, 'lowerLetter', '%2.')}{level.format(2, 'bullet', 'x')}</w:abstractNum>"
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>',
    )

    def item(at: int, text: str) -> str:
        return paragraph(run(text), formats=f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="7"/></w:numPr>')

    body = item(0, "Wat?") + said("Antwoord 1") + item(1, "dit,") + item(1, "dat") + item(2, "los") + item(0, "Hoe?")
    body += said("Antwoord 2") + said("Zo.")
    made = read_letter(word_file(HEAD + body, numbering=numbering), "a.docx")
    assert pairs(made) == [(("1",), "Wat?", "a. dit, b. dat - los"), (("2",), "Hoe?", "Zo.")]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [(4, "lowerRoman", "iv"), (28, "upperLetter", "BB"), (3, "decimalZero", "03"), (9, "ordinal", "9")],
)
def test_counting(count: int, form: str, written: str) -> None:
    assert counted(count, form) == written


def test_a_table_of_questions_and_answers() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{said(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    rows = row("Nr", "Vraag", "Antwoord") + row("1", "Wat?", "Dit.") + row("2", "Hoe?", "Zo.")
    made = read_letter(word_file(f"{HEAD}<w:tbl>{rows}</w:tbl>"), "a.docx")
    assert pairs(made) == [(("1",), "Wat?", "Dit."), (("2",), "Hoe?", "Zo.")]
    data = row("Jaar", "Bedrag") + row("2024", "3 miljoen") + row("Datum", "11 mei 2026")
    assert texts(word_file(f"<w:tbl>{data}</w:tbl>")) == ["Jaar | Bedrag", "2024 | 3 miljoen", "Datum 11 mei 2026"]


def test_references_that_stand_in_the_page_head_and_in_text_boxes() -> None:
    header = part("hdr", said("Ministerie van Financiën") + said("Onze referentie") + said("7562802") + said("Rand"))
    box = f"<w:r><w:pict><w:txbxContent>{said('Datum 18 juni 2026')}</w:txbxContent></w:pict></w:r>"
    body = paragraph(box) + HEAD + said("Vraag 1") + said("Wat?") + said("Antwoord 1") + said("Dit.")
    made = read_letter(word_file(body, header=header), "a.docx")
    assert (made.reference, made.date) == ("7562802", "2026-06-18")
    assert "Rand" not in made.text
    assert pairs(made) == [(("1",), "Wat?", "Dit.")]


def test_notes_on_headings_at_the_start_and_within_notes() -> None:
    loop = '<w:footnote w:id="1"><w:p><w:r><w:t>Noot</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>'
    body = HEAD + said("Vraag 1<sup>1</sup>") + said("Wat nu?") + said("Antwoord 1") + said("<sup>1</sup>Dit is zo.")
    made = read_letter(word_file(body, footnotes=part("footnotes", loop)), "a.docx")
    assert pairs(made) == [(("1",), "Wat nu?", "Dit is zo.")]
    assert [(note.mark, note.text) for note in made.notes] == [("1", "Noot")]
    assert made.notes[0].at == made.text.index(" nu?")


def _refused(data: bytes, words: str, name: str = "a.docx") -> None:
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(data, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_what_is_no_word_file_is_refused() -> None:
    good = word_file(HEAD)
    _refused(b"", "no zip")
    _refused(b"Hierbij bied ik u", "no zip")
    _refused(b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted or in the old Word format")
    _refused(good[: len(good) // 2], "cut off")
    _refused(zipped({"mimetype": "x"}), "no word/document.xml")
    _refused(zipped({"word/document.xml": b"<a><b>"}), "is damaged")
    _refused(zipped({"word/document.xml": part("document", "")}), "holds no document")
    _refused(word_file("<w:p/>" * 9), "holds no text")
    _refused(b"x", "save it as .docx", "brief.doc")


def test_damaged_and_encrypted_parts_are_refused() -> None:
    good = bytearray(word_file(HEAD))
    with zipfile.ZipFile(BytesIO(bytes(good))) as opened:
        at = opened.getinfo("word/document.xml").header_offset
    start = at + 30 + sum(struct.unpack("<HH", good[at + 26 : at + 30]))
    good[start : start + 20] = b"\xff" * 20
    _refused(bytes(good), "damaged or encrypted")
    locked = bytearray(word_file(HEAD))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), bytes(locked)):
            locked[found.start() + place] |= 1
    _refused(bytes(locked), "damaged or encrypted")


def test_bombs_are_refused() -> None:
    _refused(word_file(HEAD + "<w:p/>" * 1_000_000), "times its size")
    large = b"<a>" + b"De minister. " * (package.LARGEST_PART // 13 + 1)
    _refused(zipped({"word/document.xml": large}, zipfile.ZIP_STORED), "unpacks to more than 48 MB")
    _refused(zipped({"word/document.xml": b"<a/>" * 5_000_000}, zipfile.ZIP_STORED), "more than 4,000,000 tags")
    _refused(zipped({f"{at}": "" for at in range(package.MOST_ENTRIES + 1)}), "more than 10,000 entries")
    _refused(zipped({"word/document.xml": b"<a/>"}, zipfile.ZIP_LZMA), "packed in an unknown way")


def test_entities_and_outside_references_are_not_followed() -> None:
    declared = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    body = part("document", f"<w:body>{HEAD}<w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body>")
    _refused(zipped({"word/document.xml": declared + body.partition("?>")[2]}), "declares a document type")
    plain = part("document", f"<w:body>{HEAD}</w:body>")
    outside = related(
        [("footnotes", "http://127.0.0.1:9/x"), ("styles", "file:///etc/passwd")], 'TargetMode="External"'
    )
    climbing = related([("footnotes", "../../../../etc/passwd"), ("numbering", "/etc/passwd")])
    for relations in (outside, climbing):
        made = zipped({"word/document.xml": plain, "word/_rels/document.xml.rels": relations})
        assert len(read_letter(made, "a.docx").paragraphs) == 2


@pytest.mark.parametrize("wrap", ["w:tbl><w:tr><w:tc", "w:sdt><w:sdtContent", "w:smartTag", "w:ins"])
@pytest.mark.parametrize("times", [20, 60, 5_000])
def test_deep_nesting_is_read_or_refused(wrap: str, times: int) -> None:
    names = wrap.split("><")
    close = "><".join(f"/{name}" for name in reversed(names))
    data = word_file(HEAD + f"<{wrap}>" * times + said("Diep.") + f"<{close}>" * times)
    try:
        assert read_letter(data, "a.docx").text
    except LetterError as error:
        assert "damaged" in str(error)  # noqa: PT017 - either outcome is right
