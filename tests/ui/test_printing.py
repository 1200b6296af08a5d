from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.run import Report
from rag.answer import Answer, Citation, Hit, Place
from rag.indexing.doctor import Check
from rag.letter import Exchange, Letter, Note
from tests.conftest import MakeLetter
from ui import printing


def _place(letter: Letter) -> Place:
    return Place(letter, exchange=letter.exchanges[0])


def test_an_answer_has_its_sources_below_it(make_letter: MakeLetter) -> None:
    place = _place(make_letter())
    source = Citation(1, place, "answer", "Het kost niets.", *place.span, "Brief 2026-1, antwoord op vraag 1")
    given_answer = Answer("Wat kost het?", "nl", "answered", "**Brief 2026-1**\n\n“Het kost niets.” [1]", (source,))
    assert printing.answer(given_answer).splitlines() == [
        "Brief 2026-1",
        "",
        "“Het kost niets.” [1]",
        "",
        "[1] Brief 2026-1, antwoord op vraag 1",
    ]


def test_what_was_understood_is_told_in_the_answers_language() -> None:
    said = Answer("v", "nl", "not_found", "Niets.", understood=("jaar 2026", "“oeganda” voor “oegnda”"))
    assert printing.answer(said) == "Niets.\n\nBegrepen: jaar 2026, “oeganda” voor “oegnda”."


def test_remarks_stand_below_the_answer() -> None:
    said = Answer("v", "nl", "answered", "Ja.", remarks=("Het taalmodel antwoordde niet.",))
    assert printing.answer(said) == "Ja.\n\nHet taalmodel antwoordde niet."


def test_related_exchanges_are_told_apart_from_the_answer(make_letter: MakeLetter) -> None:
    hit = Hit(1, 0.2, _place(make_letter()), (0, 3))
    shown = printing.answer(Answer("Wat?", "nl", "not_found", "Geen antwoord.", related=(hit,)))
    first, empty, heading, related = shown.splitlines()
    assert (first, empty) == ("Geen antwoord.", "")
    assert heading.endswith(":")
    assert related == "- Brief 2026-1, Vraag 1: Hoeveel kost het?"


def test_hits_are_numbered_with_the_beginning_of_their_words(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=((f"Hoe {'lang ' * 60}duurt het?", "Lang."),), paragraphs=("Een alinea.",))
    places = (_place(letter), Place(letter, paragraph=letter.paragraphs[0]))
    hits = [Hit(n, 0.5, place, place.span) for n, place in enumerate(places, 1)]
    first, words, second, paragraph = printing.hits(hits).splitlines()
    assert first == " 1. 0.50  Brief 2026-1, Vraag 1"
    assert words.strip().startswith("Hoe lang lang")
    assert words.endswith("...")
    assert len(words.strip()) == 160
    assert second == " 2. 0.50  Brief 2026-1, alinea 1"
    assert paragraph.strip() == "Een alinea."
    assert printing.hits([]) == "Nothing that the filters admit has a word of this question."


def test_a_letter_is_written_whole(make_letter: MakeLetter) -> None:
    letter = make_letter(pairs=(("Wat?", "Dat."), ("Hoe?", None)), paragraphs=("Geachte voorzitter.",))
    first, second = (replace(one, section="Geld") for one in letter.exchanges)
    third = Exchange("Vraag 3", ("3",), None, letter.exchanges[0].answer_span)
    letter = replace(
        letter,
        exchanges=(first, second, third),
        notes=(Note("1", "De bron.", 3),),
        warnings=("Vraag 3 has an answer and no question.",),
    )
    assert printing.letter(letter).split("\n\n") == [
        "Een brief\nBrief 2026-1 (2026-1, 2026-1.txt)",
        "[1] Geachte voorzitter.",
        "== Geld ==",
        "Vraag 1\nWat?",
        "Antwoord\nDat.",
        "Vraag 2\nHoe?",
        "Antwoord\n-",
        "Vraag 3\n-",
        "Antwoord\nDat.",
        "Noot 1: De bron.",
        "Warning: Vraag 3 has an answer and no question.",
    ]


def test_letters_are_written_one_a_line(make_letter: MakeLetter) -> None:
    dated = make_letter("b", pairs=(("Wat?", "Dat."),) * 2, date="2026-05-11", title="Een\nbrief")
    first, second = printing.letters([make_letter("a"), dated]).splitlines()
    assert first.split() == ["a", "-", "1", "exchange", "Een", "brief"]
    assert second.split() == ["b", "2026-05-11", "2", "exchanges", "Een", "brief"]
    assert "vraagbaak ingest" in printing.letters([])


@pytest.mark.parametrize(
    ("report", "shown"),
    [
        (Report(letters=1, exchanges=2, paragraphs=1, added=1), "1 letter, 2 exchanges, 1 paragraph in the index: 1 "),
        (Report(removed=3, seconds=1.26), "0 letters, 0 exchanges, 0 paragraphs in the index: 0 added, 0 updated, 0"),
        (Report(seconds=1.26), "(1.3 s)."),
        (Report(skipped=[("a\nb.pdf", "no reader")]), "Skipped a b.pdf: no reader."),
    ],
)
def test_a_report_counts_and_names(report: Report, shown: str) -> None:
    assert shown in printing.report(report)


def test_checks_that_failed_have_the_next_step() -> None:
    made = [Check("store", ok=True, detail="5 letters"), Check("index", ok=False, detail="damaged", fix="mend it")]
    assert printing.checks(made).splitlines() == ["ok  store: 5 letters", "NOT index: damaged", "    -> mend it"]


@pytest.mark.parametrize(("count", "shown"), [(1, "1 letter removed."), (2, "2 letters removed.")])
def test_what_was_removed_is_counted(count: int, shown: str) -> None:
    assert printing.removed(count) == shown


@given(st.text(st.characters()))
def test_a_line_is_one_line_that_does_nothing_to_a_terminal(text: str) -> None:
    shown = printing.line(text)
    assert shown.isprintable()
    assert len(shown.splitlines()) <= 1
    assert printing.line(shown) == shown
