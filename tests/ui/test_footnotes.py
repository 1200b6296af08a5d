import datetime
import io
import zipfile
from dataclasses import replace

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rag.answer import Answer
from rag.answering.compose import as_markdown as quoted
from tests.ui.conftest import ATTACK, cite, make_letter, scripted
from ui.answer_parts import Mark, Quote, Words, blocks
from ui.dutch import DUTCH
from ui.english import ENGLISH
from ui.footnotes import as_markdown, as_text, conversation_as_markdown
from ui.sent import whole
from ui.word_file import as_word

DAY = datetime.date(2026, 11, 26)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_plain_text_has_its_sources_below_it() -> None:
    text = as_text(scripted("toegang"))
    assert text.startswith("toegang\n\nBrief van 18 juni 2026\n\n")
    assert text.endswith("antwoord op vraag 7.\n[4] Hubs.\n")
    assert "**" not in text


def test_markdown_has_footnotes_and_quotes_stay_as_they_are() -> None:
    letter = make_letter()
    citation = replace(cite(1, letter, 7, "UNHCR krijgt toegang."), quote="[1] is geen noot")
    answer = Answer("Toegang?", "nl", "answered", f"Zo: “{quoted(citation.quote)}” [1] [7]", (citation,))
    assert as_markdown(answer) == (
        f"## Toegang?\n\nZo: “\\[1\\] is geen noot” [^1] [7]\n\n[^1]: {letter.citation}, antwoord op vraag 7.\n"
    )


def test_the_footnotes_of_a_conversation_count_on() -> None:
    text = conversation_as_markdown([scripted("toegang"), scripted("stikstof"), scripted("toegang")], DAY, DUTCH)
    assert "Gemaakt met Vraagbaak op 26 november 2026" in text
    assert [n for n in range(1, 12) if f"[^{n}]:" in text] == list(range(1, 9))
    assert "[^5]: " in text
    assert "samen.” [^5]" in text


def notes_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
    return ["".join(map(str, note.itertext())) for note in root.iter(f"{W}footnote") if note.get(f"{W}type") is None]


def test_a_word_file_has_real_footnotes() -> None:
    data = as_word([scripted("toegang"), scripted("stikstof")], DAY, ENGLISH)
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "toegang"
    assert any(f"antwoordde de minister {ATTACK} op vraag 7: “Het kabinet" in text for text in texts)
    assert texts[-1] == "Made with Vraagbaak on 26 November 2026"
    body = document.element.body
    marks = [int(one.get(f"{W}id")) for one in body.iter(f"{W}footnoteReference")]
    assert marks == [1, 2, 3, 4]
    assert notes_of(data)[0] == f" {make_letter().citation}, antwoord op vraag 7."


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60).map(whole))
def test_whatever_is_asked_makes_a_word_file(text: str) -> None:
    data = as_word([Answer(text, "nl", "not_found", text)], DAY, DUTCH)
    docx.Document(io.BytesIO(data))


def test_the_parts_of_an_answer_are_read_once() -> None:
    answer = scripted("toegang")
    heading, first, *_ = blocks(answer)
    assert (heading.kind, heading.parts) == ("heading", (Words("Brief van 18 juni 2026"),))
    kinds = [type(part) for part in first.parts]
    assert kinds == [Words, Quote, Words, Mark, Words]
    assert first.parts[-1] == Words(" [9]")
