"""One letter in every form: its numbers, questions and answers are the same, whichever it comes in."""

import html
import textwrap
from collections.abc import Callable, Sequence

import pytest

from tests.ingest.corpus_letters import letter
from tests.ingest.folded_pairs import pairs
from tests.ingest.one_letter import read_letter
from tests.ingest.rendered import rendered

Parts = Sequence[tuple[str, str]]
HEAD = [
    ("words", "Geachte voorzitter,"),
    ("words", "Hierbij bied ik de Tweede Kamer de antwoorden van de minister aan."),
]
PAGE = (
    '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Kamervragen</title></head><body>'
    '<div id="cookies" role="dialog"><p>Wij gebruiken cookies. Vraag 9</p><button>Akkoord</button></div>'
    '<header><nav aria-label="Kruimelpad"><ol><li>Home</li><li>Documenten</li></ol></nav></header>{}'
    '<aside><h2>Zie ook</h2><ul><li><a href="/x">Antwoorden op Kamervragen</a></li></ul></aside>'
    "<footer><h2>Delen</h2><ul><li>Vraag 10</li></ul></footer></body></html>"
)


def _page(parts: Parts) -> str:
    names = {"heading": "h3", "words": "p"}
    return PAGE.format(
        "<main>" + "".join(f"<{names[kind]}>{html.escape(text)}</{names[kind]}>" for kind, text in parts) + "</main>"
    )


def _mail(parts: Parts) -> str:
    """What a mail program makes of a letter that is pasted into it."""
    bold = {"heading": "<b><span style='font-size:11.0pt'>{}</span></b>", "words": "<span>{}</span>"}
    rows = (bold[kind].format(html.escape(text).replace(" ", "\n", 1)) for kind, text in parts)
    body = "".join(f'<p class="MsoNormal">{row}<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>' for row in rows)
    return f"<html><head><style>p.MsoNormal{{margin:0}}</style></head><body><div class=A>{body}</div></body></html>"


def _broken(parts: Parts) -> str:
    return "<div>" + "<br><br>\n".join(html.escape(text) for _, text in parts) + "</div>"


def _markdown(parts: Parts) -> str:
    return "\n\n".join(f"#### **{text}**" if kind == "heading" else text for kind, text in parts)


def _wrapped(parts: Parts) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(text, 76, break_on_hyphens=False)) for _, text in parts)


def _line_each(parts: Parts) -> str:
    return "\r\n".join(text for _, text in parts)


FORMS: dict[str, tuple[str, Callable[[Parts], str]]] = {
    "page": (".html", _page),
    "mail": (".htm", _mail),
    "breaks": (".html", _broken),
    "markdown": (".md", _markdown),
    "wrapped": (".txt", _wrapped),
    "a line each": (".txt", _line_each),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["7268126", "7562802", "kst", "vso"])
def test_a_letter_is_the_same_in_every_form(name: str, form: str) -> None:
    known = letter(name)
    suffix, write = FORMS[form]
    made = read_letter(write([*HEAD, *rendered(known)]).encode(), f"a{suffix}")
    assert pairs(made) == pairs(known)
    assert [one.party for one in made.exchanges] == [one.party for one in known.exchanges]


@pytest.mark.parametrize("name", ["7268126", "7562802"])
def test_numbered_questions_are_the_same_on_one_line(name: str) -> None:
    known = letter(name)
    made = read_letter(" ".join(text for _, text in [*HEAD, *rendered(known)]).encode(), "a.txt")
    assert pairs(made) == pairs(known)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig"])
def test_a_text_is_the_same_in_every_encoding(encoding: str) -> None:
    known = letter("7268126")
    text = _wrapped([*HEAD, *rendered(known)])
    assert pairs(read_letter(text.encode(encoding), "a.txt")) == pairs(known)


def test_a_text_with_two_encodings() -> None:
    text = "Vraag 1\n\nBen u geïnformeerd over de coördinatie?\n\nAntwoord 1\n\n"
    answer = "Ja, “zeker”."
    made = read_letter(text.encode() + answer.encode("cp1252"), "a.txt")
    assert pairs(made) == [(("1",), "Ben u geïnformeerd over de coördinatie?", answer)]
