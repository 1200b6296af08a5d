"""Rich Text Format: the same letters as their texts, encodings, notes and tables, what is left out or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.marks import bare
from ingest.readers.rtf import MOST_MARKS, read_rtf
from rag.errors import LetterError
from tests.ingest.corpus_letters import letter
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter
from tests.ingest.rendered import rendered

FONTS = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fswiss\fprq2\fcharset162 Arial{\*\falt Arial Tur};}}"
COLORS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red0\green51\blue102;}"
STYLES = r"{\stylesheet{\s0 Normal;}{\s4\sb240\b heading 4;}{\*\cs5 Default Font;}}"
TABLES = FONTS + COLORS + STYLES
HEAD = r"\pard Geachte voorzitter,\par Hierbij bied ik de Tweede Kamer de antwoorden van de minister aan.\par "

MARKS = (
    *("{", "}", "\\v ", "\\par ", "\\cell ", "\\row ", "\\intbl ", "{\\footnote ", "{\\shptxt ", "\\deleted "),
    *("\\u9 ", "\\'", "{\\listtext ", "{\\header ", "\\bin2 ", "a", "Vraag 1"),
)


def rtf(body: str) -> bytes:
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{TABLES}{{\info{{\title Weg}}}}{body}}}".encode("cp1252")


def escaped(text: str) -> str:
    """Text as Word writes it: what is not in ASCII as Unicode, with a sign of the encoding for old programs."""
    units = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}").encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(chr(code) if code < 128 else rf"\u{code - 0x10000 if code > 0x7FFF else code}\'3f" for code in codes)


def texts(body: str) -> list[str]:
    return [bare(line.text) for line in read_rtf(rtf(body), "a.rtf").lines if line.text]


@pytest.mark.parametrize("name", ["7268126", "7562802", "kst", "vso"])
def test_a_letter_is_the_same_as_rich_text(name: str) -> None:
    known = letter(name)
    body = HEAD
    for kind, text in rendered(known):
        half = len(text) // 2
        formats = r"\pard\plain\s4 " if kind == "heading" else r"\pard\plain\s0\fs22 "
        body += rf"{formats}{{{escaped(text[:half])}}}{{\b {escaped(text[half:])}}}" + "\n\\par "
    assert pairs(read_letter(rtf(body), "a.rtf")) == pairs(known)


@given(st.text(st.characters(blacklist_categories=["C", "Z"], blacklist_characters="\u2800\u3164\uffa0\u115f\u1160")))
def test_every_character_comes_back(text: str) -> None:
    seen = "".join(sign for sign in text if not 0xFE00 <= ord(sign) <= 0xFE0F and sign not in "\u034f\u17b4\u17b5")
    seen = "".join(sign for sign in seen if not 0x180B <= ord(sign) <= 0x180F and not 0xE0000 <= ord(sign) <= 0xE0FFF)
    assert texts(rf"x{escaped(text)}y\par ")[0] == f"x{seen}y"


def test_the_encodings_of_a_file_and_of_its_fonts() -> None:
    assert texts(r"Ge\'efnd \'93ja\'94 {\f1 Ye\'feilg\'f6z}, {\f0 \'fe}\par\uc2 \u8364 ??5 \uc0\u8364 6") == [
        "Geïnd “ja” Yeşilgöz, þ",
        "€5 €6",
    ]
    assert texts("a\\~b\\_c\\-d\\emdash e\\lquote f\\{g\\}\\\\h{\\upr{ë}{\\*\\ud{x}}}i\\line j\\tab k") == [
        "a b-cd—e‘f{g}\\hëi", "j k",
    ]  # fmt: skip
    russian = rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\par}"
    assert [line.text for line in read_rtf(russian, "a.rtf").lines if line.text] == ["Пр"]


def test_what_nobody_sees_is_left_out() -> None:
    body = (
        r"Een {\v geheim}{\deleted weg }{\cf2 wit}{\fs1 klein}zin{\*\bkmkstart _Hlk1}.\par "
        r"{\cf2\highlight3 Wit op blauw}{\v\par }, en door\par "
        r"\pard\cbpat3 {\cf2 Wit in een blauwe alinea}\par\pard "
        r"{\pict\wmetafile8 0102abcd}{\object{\*\objdata 01}{\result x}}{\*\shppict{\pict\bin5 a}\{{b}}"
        r"{\field{\*\fldinst HYPERLINK http://x.nl}{\fldrslt Een link}}{\xe weg}{\*\annotation weg}{\footer weg}\par "
        r"{\v weg \plain terug}\v0\par"
    )
    assert texts(body) == ["Een zin.", "Wit op blauw, en door", "Wit in een blauwe alinea", "Een link", "terug"]


def test_numbers_of_lists_and_headings() -> None:
    def item(label: str, text: str) -> str:
        return rf"\pard{{\listtext\pard\plain {label}\tab}}\ls1 {text}\par "

    body = item("Vraag 1", "wat?") + r"\pard Antwoord 1\par " + item(r"\u8226\'95", "los") + item("a.", "dit;")
    body += (
        item("Vraag 2", "")
        + r"\pard Hoe?\par\pard\s4 Antwoord 2\par\pard "
        + r"{\*\pn\pnlvlblt weg}{\pntext o\tab}Zo.\par"
    )
    made = read_letter(rtf(HEAD + body), "a.rtf")
    assert pairs(made) == [(("1",), "wat?", "- los a. dit;"), (("2",), "Hoe?", "- Zo.")]
    lines = read_rtf(rtf(r"\s4 Kop\par\pard\outlinelevel2 Kop\par\pard Geen"), "a").lines
    assert [line.heading for line in lines][::2] == [True, True, False]


def test_notes_boxes_tables_and_the_page_head() -> None:
    def row(*cells: str) -> str:
        return r"\trowd\clcbpat3\cellx1000\cellx2000" + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row"

    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} Een noot.\par Nog een regel.{\footnote x}}}"
    box = r"{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv 1}}{\shptxt\pard Datum 18 juni 2026\par}}{\shprslt weg}}"
    body = r"{\headerf Ministerie\par Onze referentie\par 7562802\par}" + box + HEAD
    body += rf"Vraag 1\par Wat{note}?\par Antwoord 1\par "
    body += r"Een m{\super 2} voor ieder{\super 2}.\par " + row("Jaar", "Bedrag") + row(r"{\cf2 2024}", "3")
    body += r"\pard Einde.\par"
    made = read_letter(rtf(body), "a.rtf")
    assert (made.reference, made.date) == ("7562802", "2026-06-18")
    assert pairs(made) == [(("1",), "Wat?", "Een m2 voor ieder. Jaar | Bedrag 2024 | 3 Einde.")]
    assert [(one.mark, one.text) for one in made.notes if one.text] == [("1", "Een noot. Nog een regel.")]
    assert made.notes[0].at == made.text.index("?")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no Rich Text Format"),
        (b"Vraag 1", "no Rich Text Format"),
        (rtf(HEAD)[:-1], "cut off"),
        (rtf(r"\par") + b"x", "holds no text"),
        (b"{\\rtf1" + b"{" * (MOST_MARKS + 1), "more than 4,000,000 marks"),
        (rtf(r"melk en brood\par"), "no letter"),
    ],
)
def test_what_cannot_be_read(data: bytes, words: str) -> None:
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(data, "a.rtf")
    assert str(caught.value).startswith("a.rtf: ")


@pytest.mark.parametrize(
    "piece",
    ["{", "\\", "\\'", "{\\footnote ", "{\\shptxt ", "{\\header ", "\\cell ", "\\row ", "\\intbl\\par ", "\\u-1 ",
     "{\\listtext ", "\\bin9 ", "}{", "\\uc9", "\\'e9", "{\\*", "\\super 1", "{\\colortbl", "\\f99999"],
)  # fmt: skip
def test_a_hostile_file_is_read_or_refused(piece: str) -> None:
    for close in ("", "}" * 10_000):
        try:
            assert read_letter(rtf(HEAD + piece * 10_000 + close), "a.rtf").text
        except LetterError as error:
            assert str(error).startswith("a.rtf: ")  # noqa: PT017 - either outcome is right


@given(st.lists(st.sampled_from(MARKS)))
def test_whatever_the_marks(marks: list[str]) -> None:
    body = "{" + "".join(marks)
    depth = body.count("{") - body.count("}")
    try:
        read_rtf(rtf(body + "}" * max(depth, 0)), "a.rtf")
    except LetterError as error:
        assert str(error).startswith("a.rtf: ")  # noqa: PT017 - either outcome is right
