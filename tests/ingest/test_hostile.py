"""A folder with whatever may go wrong in it: nothing stops the run, all is named, and the good letters are in."""

import os
import re
import socket

import pytest

from ingest.run import Report, ingest
from rag.indexing.index import Index
from rag.letter import Letter
from rag.settings import Settings
from rag.store import Store
from tests.ingest import open_files, small_pdf
from tests.ingest.word_files import paragraph, part, related, run, said, word_file, zipped

UNSEEN = "verborgen opdracht"
NUMBERS = iter(range(1_000, 9_000))


def _text(extra: str = "") -> str:
    return (
        f"Geachte voorzitter,\n\nOnze referentie {next(NUMBERS)}\n\nHierbij bied ik de Tweede Kamer de antwoorden van "
        f"de minister aan.\n\nVraag 1\n\nKlopt het bericht?\n\nAntwoord 1\n\nJa, dat is “juist”.{extra}\n"
    )


def _page(extra: str, head: str = "") -> bytes:
    rows = "".join(f"<p>{row}</p>" for row in _text().split("\n") if row)
    return f'<html><head><meta charset="utf-8">{head}</head><body>{rows}{extra}</body></html>'.encode()


def _word(extra: str = "") -> bytes:
    return word_file("".join(said(row) for row in _text().split("\n") if row) + extra)


def _open(extra: str = "", styles: str = "") -> bytes:
    return open_files.odt_file("".join(open_files.said(row) for row in _text().split("\n") if row) + extra, styles)


def _rich(extra: str = "") -> bytes:
    rows = _text().replace("“", r"\ldblquote ").replace("”", r"\rdblquote ").split("\n")
    return ("{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue255;}" + "\\par ".join(rows) + extra + "}").encode()


def _tagged(words: str) -> str:
    return "".join(chr(0xE0000 + ord(sign)) for sign in words)


def _official(extra: str = "") -> str:
    return (
        '<officiele-publicatie><metadata><meta name="DC.identifier" '
        f'content="ah-tk-20232024-{next(NUMBERS)}"/></metadata><kamervragen><vraag><nr>Vraag 1</nr>'
        "<al>Klopt het bericht?</al></vraag><antwoord><nr>Antwoord 1</nr>"
        f"<al>Ja, dat is “juist”.{extra}</al></antwoord></kamervragen></officiele-publicatie>"
    )


HIDDEN_IN_PAGE = (
    "<p style='color:#fefefe'>{}</p><p style='display:none'>{}</p><p style='font-size:0'>{}</p><template>{}</template>"
    "<p style='position:absolute;left:-9999px'>{}</p><p hidden>{}</p><p aria-hidden='true'>{}</p><!-- {} -->"
    "<p style='height:1px;overflow:hidden'>{}</p><p style='clip:rect(0,0,0,0)'>{}</p><title>{}</title>"
    "<p class='weg'>{}</p><p style='text-indent:-9999em'>{}</p><noscript>{}</noscript><script>{}</script>"
).replace("{}", UNSEEN)

GOOD: dict[str, bytes] = {
    "brief.txt": _text().encode(),
    "cp1252.txt": _text().encode("cp1252"),
    "utf16.txt": _text().encode("utf-16"),
    "utf16-zonder.txt": _text().encode("utf-16-le"),
    "gemengd.txt": _text(" Coördinatie, geïnd, reële: ").encode() + "“€”".encode("cp1252"),
    "nul.txt": _text().encode().replace(b"Ja", b"J\x00a"),
    "onzichtbaar.txt": _text("\u200b\u2066\u202e" + _tagged(UNSEEN)).encode(),
    "lange-regel.txt": (_text() + "de minister " * 100_000).encode(),
    "pagina.html": _page(HIDDEN_IN_PAGE, "<style>.weg{display:none} @media print{.msg{display:none}}</style>"),
    "word.docx": _word(paragraph(run(UNSEEN, "<w:vanish/>"), run(UNSEEN, '<w:color w:val="FFFFFF"/>'))),
    "open.odt": _open(open_files.styled(open_files.span("A", UNSEEN)), open_files.style("A", 'fo:color="#ffffff"')),
    "rijk.rtf": _rich(rf"{{\v {UNSEEN}}}{{\cf1 {UNSEEN}}}{{\deleted {UNSEEN}}}\par"),
    "officieel.xml": _official(f"<!-- {UNSEEN} -->").encode(),
    "vreemd\x1b[31m.txt": _text().encode(),
}
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha"}">' for at in range(10))
OUTSIDE = related([("footnotes", "file:///etc/passwd"), ("styles", "http://127.0.0.1:9/x")], 'TargetMode="External"')
BAD: dict[str, tuple[bytes, str]] = {
    "leeg.txt": (b"", "is empty"),
    "nullen.txt": (bytes(5_000), "is empty|not text"),
    "plaatje.txt": (bytes(range(256)) * 40, "not text|cannot be read"),
    "bom.docx": (_word("<w:p/>" * 1_000_000), "times its size"),
    "bom.odt": (_open("<text:p/>" * 1_000_000), "times its size"),
    "half.docx": (_word()[:-300], "cut off"),
    "half.odt": (_open()[:-300], "cut off"),
    "half.rtf": (_rich()[:-20], "cut off"),
    "half.xml": (_official().encode()[:-30], "no well-formed XML"),
    "half.pdf": (small_pdf.file([small_pdf.words([small_pdf.lines("Vraag 1")])])[:-200], "cut off"),
    "slot.odt": (zipped({"content.xml": bytes(range(1, 255))}), "locked with a password"),
    "oud.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted or in the old Word format"),
    "lachers.xml": (f"<!DOCTYPE a [{LAUGHS}]>{_official('&l9;')}".encode(), "declares entities"),
    "wijst.xml": (f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{_official("&x;")}'.encode(), "entities"),
    "diep.xml": (f"<kamervragen>{'<al>' * 50_000}".encode(), "no well-formed XML"),
    "diep.html": (_page("<div>" * 5_000 + "x"), "nested too deeply"),
    "diep.docx": (_word("<w:ins>" * 5_000 + "</w:ins>" * 5_000), "damaged"),
    "lijst.txt": (b"Melk, brood en kaas.", "no letter"),
    "codering.xml": (b'<?xml version="1.0" encoding="UTF-8"?><kamervragen>\xe9</kamervragen>', "encoding"),
}


def _no_network(*_: object) -> None:
    raise AssertionError("something reached for the network")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, dict[str, Letter]]:
    top = tmp_path_factory.mktemp("vijandig")
    folder = top / "brieven"
    folder.mkdir()
    for name, data in [*GOOD.items(), *((name, data) for name, (data, _) in BAD.items())]:
        (folder / name).write_bytes(data)
    outside = zipped(
        {
            "word/document.xml": part("document", f"<w:body>{''.join(map(said, _text().split(chr(10))))}</w:body>"),
            "word/_rels/document.xml.rels": OUTSIDE,
        }
    )
    (folder / "buiten.docx").write_bytes(outside)
    (top / "geheim.txt").write_text(_text(UNSEEN), encoding="utf-8")
    (folder / "uit.txt").symlink_to(top / "geheim.txt")
    (folder / "map").symlink_to(top)
    (folder / "rond.txt").symlink_to("rond.txt")
    (folder / "apparaat.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pijp.txt")
    (folder / "foto.jpeg").write_bytes(b"x")
    (folder / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / os.fsdecode(b"naam\xff.txt")).write_text(_text(), encoding="utf-8")
    settings = Settings(index=top / "index", corpus=folder, embedding="shipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _no_network)
        report = ingest(settings, [folder])
    store = Store.open(Index(settings).store_path)
    letters = {letter.source: letter for letter in store.letters()}
    store.close()
    return report, letters


Made = tuple[Report, dict[str, Letter]]


def test_the_good_letters_are_in(made: Made) -> None:
    report, letters = made
    assert set(letters) == {*GOOD, "buiten.docx"}
    assert (report.letters, report.added) == (len(letters), len(letters))
    for name, one in letters.items():
        assert [found.numbers for found in one.exchanges] == [("1",)], name
        assert one.at(one.exchanges[0].answer_span).startswith("Ja, dat is “juist”."), name


def test_nothing_hidden_and_nothing_from_outside_is_in(made: Made) -> None:
    for name, one in made[1].items():
        words = " ".join([one.text, one.title, *(note.text for note in one.notes)])
        assert UNSEEN not in words, name
        assert "root:" not in words, name
        assert all(sign.isprintable() or sign == "\n" for sign in words), name


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_named_with_the_reason(made: Made, name: str) -> None:
    said_of = dict(made[0].failed)
    assert re.search(BAD[name][1], said_of[name])
    assert said_of[name].startswith(f"{name}: ")


def test_every_file_is_accounted_for(made: Made) -> None:
    report, _ = made
    assert {name for name, _ in report.failed} == {*BAD, "pijp.txt", "rond.txt", "naam\udcff.txt"}
    assert dict(report.skipped).keys() == {"uit.txt", "map", "apparaat.txt", "foto.jpeg", "oud.doc"}
    errors = " ".join(error for _, error in report.failed)
    assert "a fault of Vraagbaak" not in errors
    assert "\n" not in errors
