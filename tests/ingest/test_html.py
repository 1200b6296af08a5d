"""Web pages: official ones, those of ministries, what is left out of them, and what is refused."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.marks import bare
from ingest.readers.decoding import plain
from ingest.readers.html import MOST_TAGS, read_html
from rag.errors import LetterError
from tests.ingest.corpus_letters import letter
from tests.ingest.folded_pairs import folded, pairs
from tests.ingest.one_letter import read_letter

HEAD = "<p>Geachte voorzitter,</p><p>Hierbij bied ik de Tweede Kamer de antwoorden van de minister aan.</p>"
ASKED = (
    "Vragen van het lid Jansen (VVD) aan de Minister van Financiën over geld (ingezonden 3 mei 2024). "
    "Antwoord van Minister Pieters (Financiën) (ontvangen 26 mei 2024)."
)


def texts(page: str) -> list[str]:
    return [bare(line.text) for line in read_html(page.encode(), "a.html").lines if line.text]


def paragraphs(text: str) -> str:
    return "".join(f"<p>{html.escape(piece)}</p>" for piece in text.split("\n") if piece)


def official(body: str) -> str:
    """A page of official publications: its navigation and head, the publication, its foot."""
    return (
        '<!DOCTYPE html><html lang="nl"><head><title>Kamervraag</title><meta charset="utf-8">'
        '<meta name="DCTERMS.identifier" content="ah-tk-20232024-260"><script>var a = "<p>Vraag 9</p>";</script></head>'
        '<body><header>Overheid.nl</header><nav><ul><li>Vraag 8</li></ul></nav><div id="inhoud"><article>'
        f'<h1 class="kamervraagomschrijving">{ASKED}</h1>{body}</article></div>'
        "<aside>Deel deze pagina</aside><footer>Over deze website</footer></body></html>"
    )


def test_an_official_page_with_the_exchanges_of_a_letter() -> None:
    known = letter("7562802")
    body = ""
    for one in known.exchanges:
        names = " en ".join(one.numbers)
        asked, answered = paragraphs(known.at(one.question_span)), paragraphs(known.at(one.answer_span))
        body += f'<div class="vraag"><h2 class="stuktitel">Vraag {names}</h2>{asked}</div>'
        body += f'<div class="antwoord"><h2 class="stuktitel">Antwoord {names}</h2>{answered}</div>'
    made = read_letter(official(body).encode(), "ah.html")
    assert pairs(made) == pairs(known)
    assert (made.id, made.date, made.submitted) == ("ah-tk-20232024-260", "2024-05-26", "2024-05-03")
    assert made.citation == "Aanhangsel Handelingen II 2023/24, nr. 260"
    assert [str(minister) for minister in made.ministers] != []
    assert [(asker.name, asker.party) for asker in made.askers] == [("Jansen", "VVD")]
    assert "Overheid.nl" not in made.text
    assert "Deel deze pagina" not in made.text


def test_bare_numbers_missing_headings_notes_and_remarks_of_official_pages() -> None:
    mark = '<sup><a class="nootnum supernote" href="#ID-1">1</a></sup>'
    note = (
        '<div class="voet noot snp"><h5 class="note-close"><a class="note-close" href="#c">X</a> Noot </h5>'
        '<sup><span class="nootnum" id="ID-1">1</span></sup><p>Krant, <a href="https://x.nl/">1 mei</a> 2024.</p></div>'
    )
    item = '<li><p class="labeled"><span class="ol">– </span>{}</p></li>'
    body = (
        f'<div class="vraag"><p class="nummer">1</p><p>Kent u het bericht{mark}?</p></div>'
        '<div class="vraag"><p class="nummer">2</p><p>Hoe?</p></div>'
        '<div class="antwoord"><p class="nummer">1, 2</p><p>Zo:</p>'
        f'<ul class="expliciet">{item.format("een m<sup>2</sup>;")}{item.format("twee.")}</ul></div>'
        '<div class="vraag"><p>Waar?</p></div><div class="antwoord"><p>Daar.</p></div>'
        f'<div class="kamervraagopmerking"><p>Deze vragen vullen andere aan.</p></div>{note}'
    )
    made = read_letter(official(body).encode(), "ah.html")
    assert pairs(made) == [
        (("1", "2"), "Kent u het bericht? Hoe?", "Zo: – een m2; – twee."),
        (("3",), "Waar?", "Daar."),
    ]
    assert [(one.mark, one.text) for one in made.notes] == [("1", "Krant, 1 mei 2024.")]
    assert made.notes[0].at == made.text.index("?")


def test_a_page_of_a_ministry() -> None:
    known = letter("7268126")
    body = "".join(
        f"<h3>Vraag {one.numbers[0]}</h3><p><strong>{html.escape(known.at(one.question_span))}</strong></p>"
        f"<h3>Antwoord op vraag {one.numbers[0]}</h3>{paragraphs(known.at(one.answer_span))}"
        for one in known.exchanges
    )
    start, end = known.exchanges[0].answer_span or (0, 0)
    words = html.escape(known.text[start:end][-30:])
    body = body.replace(words, f'{words}<a href="#_ftn1">[1]</a>', 1)
    page = (
        "<html><body><div class='menu' role='navigation'>Menu</div><header>Rijksoverheid</header><main>"
        "<header><h1>Antwoorden op Kamervragen</h1></header><dl><dt>Datum</dt><dd>11 mei 2026</dd>"
        f"<dt>Onze referentie</dt><dd>7268126</dd></dl>{HEAD}{body}<div id='ftn1'>"
        "<p><a href='#_ref' name='_ftn1'>[1]</a> Een noot.</p></div></main><footer>Contact</footer></body></html>"
    )
    made = read_letter(page.encode(), "b.htm")
    assert pairs(made) == pairs(known)
    assert (made.date, made.reference) == ("2026-05-11", "7268126")
    assert [(one.mark, one.text) for one in made.notes] == [("1", "Een noot.")]
    assert not re.search("Menu|Contact|Een noot", made.text)


def test_what_nobody_sees_or_reads_is_left_out() -> None:
    page = (
        "<body><p>Wel<script>niet</script><style>p{}</style><!-- niet --> dit.</p><p hidden>niet</p>"
        "<p style='display: none'>niet</p><div style='visibility:hidden'><p>niet</p></div><p style='opacity:0'>niet</p>"
        "<span style='color:#fff'>niet</span><font color=white>niet</font><p style='font-size:0px'>niet</p>"
        "<noscript>niet</noscript><template><p>niet</p></template><button>niet</button><del>niet</del>"
        "<form><p>In een formulier.</p></form><p style='color:white;background:#003366'>Licht op donker.</p>"
        "<p>a\u200bb\U000e0041&#8203;c&shy;d&#xE0041;&#xE000;</p><p>een<br>twee<br><br>drie</p><pre>vier\nvijf</pre></body>"
    )
    assert texts(page) == [
        "Wel dit.", "In een formulier.", "Licht op donker.", "abcd", "een", "twee", "drie", "vier", "vijf",
    ]  # fmt: skip


def test_what_stands_beside_the_letter_is_no_part_of_its_last_answer() -> None:
    page = (
        '<body class="has-menu"><div id="cookieMelding"><p>Vraag 3</p></div><div class="breadcrumb"><ol><li>Home</li>'
        f'</ol></div><div class="content">{HEAD}<h2>Vraag 1</h2><p>Wat?</p><h2>Antwoord 1</h2><p>Dit, zie '
        '<a href="/a">de brief</a>.</p><p><a href="/b">Het antwoord</a></p></div><div class="share-buttons"><p>Delen'
        '</p></div><h2>Zie ook</h2><ul><li><a href="/c">Andere antwoorden</a></li></ul><p>Tot slot.</p></body>'
    )
    assert pairs(read_letter(page.encode(), "a.html")) == [
        (("1",), "Wat?", "Dit, zie de brief. Het antwoord Tot slot."),
    ]
    long = f"<div class='menu'>{HEAD}<p>{'De minister zegt het. ' * 90}</p></div>"
    assert len(texts(long)) == 3


def test_lists_and_tables() -> None:
    page = (
        "<ul><li>een</li><li><p>twee</p><p>verder</p></li></ul><ol start=3><li>drie</li><li>vier</li></ol>"
        "<ol type=a><li>vijf</li><li value=4>zes</li></ol>"
        "<table><caption>Kop</caption><tr><th>Jaar</th><th>Bedrag</th></tr><tr><td>2024</td><td>3</td></tr></table>"
        "<table><tr><td><table><tr><td>binnen</td></tr></table></td><td>buiten</td></tr></table>"
    )
    assert texts(page) == [
        "- een", "- twee", "verder", "3. drie", "4. vier", "a. vijf", "d. zes", "Kop", "Jaar | Bedrag", "2024 | 3",
        "binnen", "buiten",
    ]  # fmt: skip
    rows = "<tr><th>Nr</th><th>Vraag</th><th>Antwoord</th></tr><tr><td>4</td><td>Wat?</td><td>Dit.</td></tr>"
    made = read_letter(f"{HEAD}<table>{rows}</table>".encode(), "a.html")
    assert pairs(made) == [(("4",), "Wat?", "Dit.")]


def test_links_that_are_no_notes_stay() -> None:
    page = (
        '<p><a href="#een">1</a> <a href="#een">Naar boven</a> [<a href="#n1">2</a>] x</p>'
        '<div id="een"><p>Hoofdstuk 1</p></div><p id="n1">2. Een <a href="#t">↑</a> noot</p>'
    )
    assert [folded(text) for text in texts(page)] == ["1 Naar boven x", "Hoofdstuk 1"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "iso-8859-1"),
        ("cp1252", ""),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("iso8859-15", "iso-8859-15"),
        ("utf-16", ""),
        ("utf-16-le", "utf-8"),
        ("utf-16-be", ""),
        ("utf-8", "zlib"),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    quoted = "“Ja”" if encoding != "iso8859-15" else "Ja"
    page = (
        f"<html><head>{meta}</head><body>{HEAD}<h2>Vraag 1</h2><p>Geïnd?</p><h2>Antwoord 1</h2><p>{quoted}</p></body>"
    )
    assert pairs(read_letter(page.encode(encoding), "a.html")) == [(("1",), "Geïnd?", quoted)]


def test_an_xhtml_page_and_misnamed_characters() -> None:
    page = (
        f'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{HEAD}<p>A&#146;s</p>'
    )
    assert texts(page)[-1] == "A’s"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"\x00\x01\x02" * 99, "not text"),
        (b"<html><body><script>1</script></body></html>", "shows no text"),
        (b"<!-- -->", "no text|no web page|is empty"),
        (b"<div>" * 5_000 + b"De minister", "nested too deeply"),
        (b"<p>" + b"De minister. " * 900_000, "one piece of text in it is too long"),
        (b"<b>x</b>" * MOST_TAGS, "more than 500,000 tags"),
        (b"<p>melk en brood</p>", "no letter"),
    ],
)
def test_what_cannot_be_read(page: bytes, words: str) -> None:
    with pytest.raises(LetterError, match=words) as caught:
        read_letter(page, "a.html")
    assert str(caught.value).startswith("a.html: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "piece",
    [
        "<p>",
        "<p>Vraag 1",
        "<li>a",
        "<ul><li>",
        "</div>",
        "<td>",
        "&nbsp;",
        "<br>",
        "<a href='#x'>1</a>",
        "<h2>1</h2>",
        "<",
    ],
)
def test_a_hostile_page_is_read_or_refused(piece: str) -> None:
    page = f"<main>{HEAD}<div class=vraag id=x>" + piece * (300_000 // len(piece))
    try:
        assert read_letter(page.encode(), "a.html").text
    except LetterError as error:
        assert str(error).startswith("a.html: ")  # noqa: PT017 - either outcome is right


def test_what_a_page_refers_to_is_not_read() -> None:
    page = (
        '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        f'<base href="http://127.0.0.1:9/"><link rel=stylesheet href=x.css>{HEAD}<iframe src="file:///etc/passwd"></iframe>'
        '<p>&b;</p><img src="http://127.0.0.1:9/x">'
    )
    assert not any("root:" in text for text in texts(page))


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "<ul>", "<li>", "<table>", "<tr>", "<td>", "</td>", "<br>", "<h2>"])
    )
)
@settings(deadline=None, max_examples=300)
def test_no_word_is_lost_whatever_the_tags(tags: list[str]) -> None:
    page = f"<main>{HEAD}" + "".join(f"{tag} woord{at}x " for at, tag in enumerate(tags))
    found = " ".join(texts(page))
    assert all(found.count(f"woord{at}x") == 1 for at in range(len(tags)))


@given(st.text(max_size=60))
def test_no_unseen_character_is_left(text: str) -> None:
    unseen = re.compile("[\u0080-\u0084\u0086-\u009f\u200b-\u200f\u2066-\u2069\ufe00-\ufe0f\U000e0000-\U000e01ef]")
    assert not unseen.search(plain(text + "\u2066\U000e0041\ufe0f\x92"))


def test_a_mark_that_is_raised_inside_its_link_finds_its_note() -> None:
    body = (
        '<h2 class="stuktitel">Antwoord van Minister Pieters (Financiën) (ontvangen 26 mei 2024).</h2>'
        '<div class="vraag"><p class="nummer">Vraag 1</p><p>Wat?<a class="nootnr" href="#n1"><sup>1</sup></a></p></div>'
        '<div class="antwoord"><p class="nummer">Antwoord 1</p><p>Dit.</p></div>'
        '<div class="voet noot" id="n1"><p><sup>1</sup> Krant, 1 mei 2024</p></div>'
    )
    made = read_letter(official(body).encode(), "ah.html")
    assert pairs(made) == [(("1",), "Wat?", "Dit.")]
    assert [(one.mark, one.text, one.at) for one in made.notes] == [
        ("1", "Krant, 1 mei 2024", made.text.index("?") + 1)
    ]
    assert made.exchanges[0].section is None
