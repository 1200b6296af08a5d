"""Draws a synthetic letter: what it says, the layout, and the characters it is written with."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from random import Random
from typing import cast

from tests.ingest.synthetic import consultations, numbered, vocabulary
from tests.ingest.synthetic.layouts import LAYOUTS, Layout
from tests.ingest.synthetic.numbered import Answered, Asked, Order, Style
from tests.ingest.synthetic.truth import Head, Piece, Remark, Truth, add_notes, heading, words

_NAMES = ("Bakker", "Van der Molen", "De Groot", "Kostic´", "El Yaakoubi", "Jansen-Smit", "Inge van Dijk", "Özütok")
_OFFICES = (
    "minister van Wonen en Ruimte", "minister van Financiën", "staatssecretaris van Water en Kust",
    "minister van Volksgezondheid, Welzijn en Sport", "minister van Asiel en Migratie",
)  # fmt: skip


_BY_PARTY = ("ministry", "plain", "pasted", "list")


@dataclass(frozen=True)
class Letter:
    """A synthetic letter: its bytes, the name of its file, what it says, and the notes that it prints."""

    data: bytes
    source: str
    truth: Truth
    remarks: tuple[Remark, ...]


def draw(seed: int) -> Letter:
    """Draw the letter of a seed."""
    rng = Random(seed)
    layout = rng.choice(LAYOUTS)
    truth = _truth(rng, layout)
    if layout.name != "listing":
        add_notes(rng, truth.pieces, rng.choice((0, 0.1, 0.3)))
    made = layout.set(rng, truth)
    truth.form = f"{layout.name}: {truth.form}"
    return Letter(_written(rng, made.text), f"{seed}{layout.suffix}", truth, tuple(made.remarks))


def _truth(rng: Random, layout: Layout) -> Truth:
    head = _head(rng, layout)
    if layout.consults:
        in_parts = rng.random() < 0.2
        truth = consultations.draw(rng, head, in_second_part=in_parts)
        truth.form = "part II" if in_parts else "blocks"
        return truth
    if layout.name == "running":
        return _running(rng, head)
    style = _style(rng, layout)
    structured = not layout.flat and style.asked != "no number"
    series = rng.choice((None, None, None, "section", "party", "nothing")) if structured else None
    if series == "party" and layout.name not in _BY_PARTY:
        series = None
    if style.order != "rising" or (style.in_pairs and series == "nothing"):
        # Numbers that fall, and start again, show only at the first one that comes back that a new series has begun.
        series = None
    answered = not structured or layout.lists or style.in_pairs or rng.random() > 0.12
    sections = structured and layout.name != "court" and rng.random() < 0.35 and style.order != "answers last"
    truth = numbered.draw(
        rng, style, head, sections=sections, series=series, answered=answered, torn=layout.suffix == ".md"
    )
    truth.form = f"{style} series={series} sections={sections}"
    _end(rng, truth, layout)
    return truth


def _running(rng: Random, head: Head) -> Truth:
    """Draw a letter of running text, with headings in it."""
    truth = Truth("letter", head, form="running text")
    for title in ("", *vocabulary.titles(rng, rng.randrange(4))):
        if title:
            truth.pieces.append(heading("section", title))
        truth.pieces.extend(Piece("text", words(one)) for one in vocabulary.answer(rng))
    truth.pieces.append(Piece("text", words(f"De {head.ministers[0].replace('minister', 'Minister', 1)},")))
    truth.pieces.append(Piece("text", words("A. de Wit")))
    return truth


def _style(rng: Random, layout: Layout) -> Style:
    if layout.name == "listing":
        return Style("Vraag", "no number", flat=True)
    if "court" in layout.name:
        return Style(rng.choice(cast("tuple[Asked, ...]", ("Vraag", "run in"))), "none", flat=layout.flat)
    if layout.flat:
        return Style(
            "Vraag", rng.choice(cast("tuple[Answered, ...]", ("Antwoord", "op vraag", "op vraag:"))), flat=True
        )
    asked: tuple[Asked, ...] = ("Vraag", "Vraag", "Vraag", "VRAAG", "Vraag:", "Vragen", "run in", "no number")
    if layout.lists:
        asked = ("bare", "bare", "Vraag")
    answered: tuple[Answered, ...] = (
        "Antwoord", "op vraag", "op vraag:", "op de vragen", "vraag", "no number", "no number:", "run in",
    )  # fmt: skip
    order: Order = rng.choice(cast("tuple[Order, ...]", ("rising", "rising", "rising", "falling", "answers last")))
    style = Style(rng.choice(asked), rng.choice(answered), order)
    if style.asked == "bare" and rng.random() < 0.4:
        style = replace(style, answered="none")
    if style.in_pairs and style.order == "answers last":
        style = replace(style, order="rising")
    if style.asked in ("no number", "bare"):
        style = replace(style, order="rising")
    if style.asked == "no number":
        style = replace(style, answered=rng.choice(cast("tuple[Answered, ...]", ("no number", "no number:"))))
    return style


def _head(rng: Random, layout: Layout) -> Head:
    submitted = date(2024, 1, 8) + timedelta(days=rng.randrange(700))
    names = rng.sample(_NAMES, rng.choice((1, 1, 2)))
    full = Head(
        askers=tuple((name, rng.choice(numbered.PARTIES)) for name in names),
        ministers=(rng.choice(_OFFICES),),
        date=(submitted + timedelta(days=rng.randrange(5, 60))).isoformat(),
        submitted=submitted.isoformat(),
        reference=str(rng.randrange(5_000_000, 9_000_000)),
        question_reference=f"2026Z{rng.randrange(10_000):05}",
        subject=vocabulary.subject(rng),
    )
    empty = Head()
    unprinted = {one.name: getattr(empty, one.name) for one in fields(full) if one.name not in layout.prints}
    return replace(full, **{**unprinted, "subject": full.subject})


def _end(rng: Random, truth: Truth, layout: Layout) -> None:
    """Put behind the last exchange what letters end with: an explanation, a postponement, a signature."""
    if truth.kind == "questions":
        if layout.name.startswith("official"):
            truth.pieces.append(heading("number", "Mededeling"))
            late = (
                "De vragen kunnen niet binnen de gebruikelijke termijn worden beant|woord, omdat nog overleg nodig is."
            )
            truth.pieces.append(Piece("notice", words(late)))
    elif layout.name.startswith("official") and rng.random() < 0.3:
        told = "Deze vragen dienen ter aan|vulling op eerdere vragen van het lid Smit (SP), ingezonden 6~maart~2023."
        piece = Piece("aside", words(told))
        if rng.random() < 0.5:
            truth.pieces.append(heading("number", "Toelichting:"))
        else:
            piece.runs_in = "Toelichting:"
        truth.pieces.append(piece)
    elif layout.name in ("pasted", "plain") and rng.random() < 0.3:
        truth.pieces.append(Piece("text", words(f"De {truth.head.ministers[0].replace('minister', 'Minister', 1)},")))
        truth.pieces.append(Piece("text", words("A. de Wit")))


def _written(rng: Random, text: str) -> bytes:
    """Return the bytes of a text, with the invisible characters that word processors and web pages leave."""
    kind = rng.choice(("as it is", "as it is", "spaces", "zero width", "soft hyphens", "line ends", "encoded"))
    if kind == "spaces":
        text = "".join("\u00a0" if sign == " " and rng.random() < 0.05 else sign for sign in text)
    elif kind in ("zero width", "soft hyphens"):
        sign = "\u200b" if kind == "zero width" else "\u00ad"
        text = "".join(
            one + (sign if one.isalpha() and after.isalpha() and rng.random() < 0.02 else "")
            for one, after in zip(text, text[1:] + "\n", strict=True)
        )
    elif kind == "line ends":
        text = text.replace("\n", "\r\n")
    elif kind == "encoded":
        return text.encode("utf-16")
    return text.encode()
