"""What holds for every letter: nothing lost, nothing moved, spans that match, cleaning that changes nothing twice."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lines import furniture, notes
from ingest.manuscript import Line
from ingest.marks import bare, seal_mark, unseal
from ingest.readers.decoding import plain
from ingest.readers.markup import words
from rag.errors import LetterError
from rag.letter import Letter
from tests.ingest.drawn_letters import FURNITURE, NOUNS, Made, made_letters
from tests.ingest.one_letter import read_letter

PIECES = st.sampled_from(
    [
        *NOUNS,
        "Vraag 1",
        "Vraag 2 en 3",
        "Antwoord 1",
        "Antwoord op vraag 2",
        "Antwoord",
        "Antwoord:",
        "Mededeling",
        "Vragen en opmerkingen van de leden van de PVV-fractie",
        "Wat is dat?",
        "Dat is zo.1",
        "1 Een noot.",
        "<sup>2</sup> Nog een noot",
        "woord<sup>2</sup> hier",
        "- een punt,",
        "af-",
        "\f",
        "12",
        "---",
        "Hoogachtend,",
        "",
        "",
        *(line for block in FURNITURE for line in block),
    ]
)


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@given(made_letters())
@settings(deadline=None, max_examples=150)
def test_no_word_of_an_answer_is_lost_or_moved(made: Made) -> None:
    letter = read_letter(made.text.encode(), "made.txt")
    found = {
        exchange.numbers: (_folded(letter.at(exchange.question_span)), _folded(letter.at(exchange.answer_span)))
        for exchange in letter.exchanges
    }
    assert found == made.expected
    assert len(letter.notes) == made.notes
    assert letter.warnings == ()
    assert letter.date == "2026-05-11"


@given(st.lists(PIECES, max_size=40))
@settings(deadline=None, max_examples=300)
def test_spans_match_whatever_the_letter(pieces: list[str]) -> None:
    text = "Geachte voorzitter van de Tweede Kamer,\n\n" + "\n".join(pieces)
    letter = read_letter(text.encode(), "any.txt")
    _check(letter)
    kept = letter.text + " " + " ".join(note.text for note in letter.notes)
    assert all(kept.count(noun) >= pieces.count(noun) for noun in NOUNS)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_text_is_a_letter_or_is_refused_with_a_reason(text: str) -> None:
    _check_or_refused(f"De minister aan de Tweede Kamer: {text}".encode(errors="replace"), "any.txt")


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _check_or_refused(data, "any.md")


def _check_or_refused(data: bytes, source: str) -> None:
    refusal = f"{source}: because"
    try:
        _check(read_letter(data, source))
    except LetterError as error:
        refusal = str(error)
    assert refusal.startswith(f"{source}: ")


def _check(letter: Letter) -> None:
    spans = [span for one in letter.exchanges for span in (one.question_span, one.answer_span) if span is not None]
    spans += [paragraph.span for paragraph in letter.paragraphs]
    last = 0
    for start, end in sorted(spans):
        assert last <= start < end <= len(letter.text)
        assert letter.text[start:end] == letter.text[start:end].strip()
        last = end
    assert [paragraph.n for paragraph in letter.paragraphs] == list(range(1, len(letter.paragraphs) + 1))
    assert all(note.at is None or 0 <= note.at <= len(letter.text) for note in letter.notes)
    assert bare(letter.text) == letter.text == letter.text.strip()


@given(st.lists(PIECES.filter(lambda piece: piece != "\f"), max_size=40))
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once(pieces: list[str]) -> None:
    lines, _ = furniture.clear([Line("Hierbij bied ik u dit aan."), *map(Line, pieces)])
    again, taken = furniture.clear(lines)
    assert (again, taken) == (lines, frozenset())
    cleaned, _ = notes.take(lines)
    assert notes.take(cleaned) == (cleaned, [])


@given(st.text(max_size=200))
def test_making_plain_twice_is_making_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert not set("\r\u00a0\u200b\u00ad\ue000") & set(plain(text))


@given(st.lists(st.sampled_from(["een", " ", "twee.", "\n"]), max_size=12), st.integers(0, 12))
def test_a_sealed_mark_leaves_the_words_as_they_were(pieces: list[str], place: int) -> None:
    text = "".join(pieces)
    sealed = "".join(pieces[:place]) + "x" + seal_mark("7") + "".join(pieces[place:])
    unsealed = unseal(sealed)
    assert unsealed.marks == [("7", len("".join(pieces[:place])) + 1)]
    assert unsealed.text.replace("x", "", 1) == text
    assert words(text) == text
