"""Real letters beside the checkout: nothing of an answer is lost or moved, and every question's number is found."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from ingest.marks import bare
from ingest.readers.markup import words
from ingest.readers.pdf import read_pdf
from rag.letter import Letter, Span
from tests.ingest.one_letter import read_letter

SHARED = Path(__file__).parents[2].parent / "shared"
PDFS = sorted((SHARED / "letters" / "aanhangsel-pdf").glob("*.pdf"))
LISTS = sorted((SHARED / "letters" / "rekenkamer-text").glob("*.txt"))
HEADING = re.compile(r"(?m)^.*?\b(Vraag|Antwoord) (\d[\d, en]*?) *$")
FURNITURE = re.compile(r"(?:Algemene Rekenkamer|Beantwoording vragen Tweede Kamer) (?:op|bij|over) .{0,90}vergaderjaar")

pytestmark = pytest.mark.skipif(not PDFS, reason="the reference letters are not beside this checkout")


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


@cache
def _read(path: Path) -> Letter:
    return read_letter(path.read_bytes(), path.name)


@cache
def _pages(path: Path) -> tuple[str, ...]:
    with pdfium.PdfDocument(path) as document:
        return tuple(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)


def _turns(path: Path) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield, as the pages have them, the role, the numbers and the words under each heading."""
    text = "\n".join(_pages(path))
    found = list(HEADING.finditer(text))
    for one, following in zip(found, [*found[1:], None], strict=True):
        end = following.start(1) if following else len(text)
        yield one[1], tuple(re.findall(r"\d+", one[2])), text[one.end() : end]


def _taken_out(whole: str, part: str) -> list[str]:
    """Return what has to be taken out of a whole to get a part of it; fail where something else changed."""
    pieces: list[str] = []
    for kind, start, end, left, right in SequenceMatcher(None, whole, part, autojunk=False).get_opcodes():
        assert kind in ("equal", "delete"), (whole[start - 20 : end + 20], part[left:right])
        if kind == "delete":
            pieces.append(whole[start:end])
    return pieces


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem[:11])
def test_questions_and_answers_are_what_the_pages_have_less_notes_and_page_feet(path: Path) -> None:
    letter = _read(path)
    apart = _letters("".join(read_pdf(path.read_bytes(), path.name).furniture))
    for note in letter.notes:
        apart += note.mark + _letters(note.text)
    for role, numbers, written in _turns(path):
        (exchange,) = [one for one in letter.exchanges if set(numbers) <= set(one.numbers)]
        if role == "Vraag" and len(numbers) < len(exchange.numbers):
            continue
        span = exchange.question_span if role == "Vraag" else exchange.answer_span
        for piece in _taken_out(_letters(written), _letters(letter.at(span))):
            left = _less(piece, letter, apart)
            assert re.fullmatch(rf"(?:{'|'.join(note.mark for note in letter.notes)})*", left), (role, numbers, left)


def _less(piece: str, letter: Letter, apart: str) -> str:
    """Return what is left of a piece without the notes and the page feet of a letter."""
    for note in sorted(letter.notes, key=lambda one: -len(one.text)):
        piece = piece.replace(note.mark + _letters(note.text), "")
    for foot in re.findall(r"ahtk\d+ISSN\d{8}sGravenhage\d{4}|TweedeKamervergaderjaar\d{8}Aanhangsel\d", piece):
        assert re.sub(r"\d$", "", foot)[:20] in apart
        piece = piece.replace(foot, "")
    return piece


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem[:11])
def test_offsets_tell_the_page_and_notes_the_word_they_stand_behind(path: Path) -> None:
    letter, pages = _read(path), [_letters(page) for page in _pages(path)]
    chance = random.Random(path.name)
    for found in chance.sample(list(re.finditer(r"\w{6,}", letter.text)), 40):
        page = letter.page(found.start())
        assert page is not None
        assert any(found[0][:4] in text for text in pages[page - 1 : page])
    for note in letter.notes:
        assert note.at is not None
        marked = _letters(letter.text[: note.at])[-10:] + note.mark
        page = letter.page(note.at - 1)
        assert page is not None
        assert marked in pages[page - 1]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_lists_of_the_court_of_audit_have_each_number_once_and_no_page_head_in_an_answer(path: Path) -> None:
    letter = _read(path)
    numbers = [number for one in letter.exchanges for number in one.numbers]
    assert numbers
    assert len(numbers) == len(set(numbers))
    for exchange in letter.exchanges:
        for part in letter.at(exchange.answer_span).split("\n\n"):
            assert not re.fullmatch(r"[A-Z][^.?!]{20,}\?", part), part
            assert FURNITURE.search(part) is None


def test_nearly_all_numbers_of_the_court_of_audit_are_found() -> None:
    rows = (LISTS[0].parent / "silver_pairs.tsv").read_text().splitlines()[1:]
    wanted = [tuple(row.split("\t")[:2]) for row in rows]
    held = {(path.name, number) for path in LISTS for one in _read(path).exchanges for number in one.numbers}
    assert sum(one in held for one in wanted) >= 0.99 * len(wanted)


def _pairs() -> list[tuple[str, str]]:
    lines = (SHARED / "bench" / "pairs.jsonl").read_text().splitlines()
    read = [json.loads(line) for line in lines]
    found = [(_plain(one["vraag"]), _plain(one["antwoord"])) for one in read]
    return [pair for pair in found if not re.search(r"Aanhangsel \d|ISSN|\n\d", "\n".join(pair))]


def _plain(text: str) -> str:
    return re.sub(r"(?<=\S) (?=[.,;:?!)])", "", bare(words(text)))


def _wrapped(text: str, width: int) -> str:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) >= width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return "\n".join(rows)


LAYOUTS = {
    "wrapped": "Vraag {n}\n{q}\n\nAntwoord {n}\n{a}\n",
    "tight": "Vraag {n}\n{q}\nAntwoord {n}\n{a}",
    "marked": "#### **Vraag {n}**\n\n{q}\n\n#### **Antwoord op vraag {n}:**\n\n{a}\n",
    "unnumbered answers": "Vraag {n}\n{q}\n\nAntwoord\n{a}\n",
    "glued": "Vraag {n}: {q}\n\nAntwoord {n}: {a}\n",
    "one line": "Vraag {n} {q} Antwoord {n} {a} ",
}
HEAD = (
    "Vragen van het lid De Vries (D66) aan de Minister van Economische Zaken over gas (ingezonden 4 april 2024).\n\n"
    "Antwoord van Minister Jansen (Economische Zaken) (ontvangen 11 mei 2024).\n\n"
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_real_questions_and_answers_come_back_from_any_layout(layout: str) -> None:
    pairs = _pairs()
    for seed in range(12):
        chance = random.Random(seed)
        chosen = chance.sample(pairs, 6)
        letter = read_letter(_set_out(chosen, layout).encode(), "brief.md")
        assert [one.numbers for one in letter.exchanges] == [(str(n),) for n in range(1, 7)]
        for (question, answer), exchange in zip(chosen, letter.exchanges, strict=True):
            assert _same(letter, exchange.question_span, question)
            assert _same(letter, exchange.answer_span, answer)


def _set_out(pairs: Sequence[tuple[str, str]], layout: str) -> str:
    width = 90 if layout in ("wrapped", "tight") else 1_000_000
    sets = (
        LAYOUTS[layout].format(n=n, q=_wrapped(question, width), a=_wrapped(answer, width))
        for n, (question, answer) in enumerate(pairs, 1)
    )
    text = HEAD + "\n".join(sets)
    return " ".join(text.split()) if layout == "one line" else text


def _same(letter: Letter, span: Span | None, words_given: str) -> bool:
    return _letters(letter.at(span)) == _letters(words_given)
