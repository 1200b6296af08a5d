"""OpenDocument texts: the same letters as their texts, the numbers of lists, what is left out, what is refused."""

import pytest

from ingest.marks import bare
from ingest.readers.odt import read_odt
from rag.errors import LetterError
from tests.ingest.corpus_letters import letter
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter
from tests.ingest.open_files import footnote, heading, odt_file, said, span, style, styled
from tests.ingest.rendered import rendered
from tests.ingest.word_files import zipped

HEAD = said("Geachte voorzitter,") + said("Hierbij bied ik de Tweede Kamer de antwoorden van de minister aan.")
LEVEL = '<text:list-level-style-number text:level="{}" style:num-format="{}" {}/>'
QUESTIONS = (
    '<text:list-style style:name="L1">'
    + LEVEL.format(1, "1", 'loext:num-list-format="Vraag %1%"')
    + LEVEL.format(2, "a", 'style:num-suffix="."')
    + LEVEL.format(3, "1", 'style:num-suffix=")" text:display-levels="2" text:start-value="4"')
    + '<text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style>'
)


def texts(data: bytes) -> list[str]:
    return [bare(line.text) for line in read_odt(data, "a.odt").lines if line.text]


def item(*inner: str, attributes: str = "") -> str:
    return f"<text:list-item {attributes}>{''.join(inner)}</text:list-item>"


def listing(*items: str, attributes: str = 'text:style-name="L1"') -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


@pytest.mark.parametrize("name", ["7268126", "7562802", "kst", "vso"])
def test_a_letter_is_the_same_as_open_document(name: str) -> None:
    known = letter(name)
    body = "".join(heading(text) if kind == "heading" else said(text) for kind, text in rendered(known))
    assert pairs(read_letter(odt_file(HEAD + body), "a.odt")) == pairs(known)


def test_numbers_that_the_program_makes() -> None:
    again = 'text:style-name="L1" text:continue-numbering="true"'
    body = listing(item(said("wat?"))) + said("Antwoord 1")
    parts = listing(item(said("dit,"), said("en meer")), item(said("dat"), listing(item(said("diep")))), attributes="")
    body += listing(item(parts), attributes=again) + listing(item(said("Hoe?")), attributes=again)
    body += said("Antwoord 2") + said("Zo.") + listing(item(said("Waar?"), attributes=""), attributes=again)
    body += said("Antwoord 3") + said("Hier.")
    made = read_letter(odt_file(HEAD + body, QUESTIONS), "a.odt")
    assert pairs(made) == [
        (("1",), "wat?", "a. dit, en meer b. dat b.4) diep"),
        (("2",), "Hoe?", "Zo."),
        (("3",), "Waar?", "Hier."),
    ]


def test_lists_that_begin_anew_and_numbered_headings() -> None:
    body = listing(item(said("een")), item(said("acht"), attributes='text:start-value="8"'), item(said("negen")))
    body += listing(item(said("een")), item()) + '<text:h text:outline-level="1">Kop</text:h>'
    body += '<text:h text:outline-level="1" text:is-list-header="true">Zonder</text:h>'
    level = '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
    style = (
        QUESTIONS.replace("Vraag %1%", "%1%.")
        + f'<text:outline-style style:name="Outline">{level}</text:outline-style>'
    )
    assert texts(odt_file(body, style)) == ["1. een", "8. acht", "9. negen", "1. een", "I. Kop", "Zonder"]


def test_what_nobody_sees_is_left_out() -> None:
    styles = (
        style("Weg", 'text:display="none"')
        + style("Wit", 'fo:color="#ffffff"')
        + style("Klein", 'fo:font-size="0.5pt"')
        + style("Blauw", 'fo:color="#FFFFFF" fo:background-color="#003366"')
        + style("Erft", "", parent="Weg")
        + '<style:style style:name="Cel" style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#003366"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gewist.</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        + styled("Een ", span("Weg", "geheim"), span("Erft", "geheim"), span("Wit", "wit"), span("Klein", "x"), "zin")
        + styled(span("Blauw", "Wit op blauw"), "<office:annotation><text:p>Opmerking</text:p></office:annotation>")
        + styled("Zo", "<text:hidden-text text:is-hidden='true'>weg</text:hidden-text>", "<text:s text:c='2'/>", "ja")
        + styled("Weg", "<text:hidden-paragraph text:is-hidden='true'/>")
        + '<text:section text:display="none">' + said("Weg") + "</text:section>"
        + "<text:table-of-content><text:index-body>" + said("Vraag 1") + "</text:index-body></text:table-of-content>"
        + "<table:table><table:table-row><table:table-cell table:style-name='Cel'>"
        + styled(span("Wit", "In een blauwe cel")) + "</table:table-cell></table:table-row>"
        + "<table:table-row table:visibility='collapse'><table:table-cell>" + said("Weg")
        + "</table:table-cell></table:table-row></table:table>"
        + said("dit\u200b is\U000e0041\U000e0042 één\u00ad woord\ue000")
    )  # fmt: skip
    assert texts(odt_file(body, styles)) == [
        "Een zin", "Wit op blauw", "Zo ja", "In een blauwe cel", "dit is één woord",
    ]  # fmt: skip


def test_notes_boxes_tables_and_the_page_head() -> None:
    up = style("Op", 'style:text-position="super 58%"')
    box = f"<draw:text-box>{said('Datum 18 juni 2026')}</draw:text-box><svg:title>Weg</svg:title>"
    cell, row = "<table:table-cell>{}</table:table-cell>", "<table:table-row>{}</table:table-row>"
    table = (("Jaar", "Bedrag"), ("2024", "3 miljoen"))
    rows = "".join(row.format("".join(cell.format(said(text)) for text in texts)) for texts in table)
    body = styled(f"<draw:frame>{box}</draw:frame>") + HEAD + said("Vraag 1")
    body += styled("Wat", footnote("1", "Een noot."), "?") + said("Antwoord 1")
    body += styled("Een m", span("Op", "2"), " voor ieder", span("Op", "2"), ".") + f"<table:table>{rows}</table:table>"
    head = said("Ministerie") + said("Onze referentie") + said("7562802") + said("Rand")
    made = read_letter(odt_file(body, up, head=head), "a.odt")
    assert (made.reference, made.date) == ("7562802", "2026-06-18")
    assert pairs(made) == [(("1",), "Wat?", "Een m2 voor ieder. Jaar | Bedrag 2024 | 3 miljoen")]
    assert [(note.mark, note.text) for note in made.notes if note.text] == [("1", "Een noot.")]
    assert made.notes[0].at == made.text.index("?")
    assert "Rand" not in made.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no zip"),
        (b"PK\x03\x04 niets", "no zip"),
        (zipped({"mimetype": "x"}), "no content.xml"),
        (zipped({"content.xml": b"\x8f\x01 onleesbaar"}), "locked with a password"),
        (zipped({"content.xml": b"<a><body><spreadsheet/></body></a>"}), "holds no text document"),
        (zipped({"content.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "declares a document type"),
        (zipped({"content.xml": b"<a>" + b"<b/>" * 1_000_000 + b"</a>"}), "times its size"),
        (odt_file("<text:p/>" * 9), "holds no text"),
        (odt_file("<text:section>" * 5_000 + "</text:section>" * 5_000), "is damaged"),
    ],
)
def test_what_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(data, "a.odt")
    assert str(caught.value).startswith("a.odt: ")
    assert "\n" not in str(caught.value)
