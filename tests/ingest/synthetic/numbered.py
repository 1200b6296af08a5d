"""Draws letters with numbered questions: any grouping and order, with questions or answers that lack."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from tests.ingest.synthetic import vocabulary
from tests.ingest.synthetic.numbers import written
from tests.ingest.synthetic.truth import Head, Piece, Said, Truth, heading, words

Asked = Literal["Vraag", "VRAAG", "Vraag:", "Vragen", "run in", "bare", "no number"]
Answered = Literal[
    "Antwoord", "op vraag", "op vraag:", "op de vragen", "vraag", "no number", "no number:", "run in", "none"
]
Order = Literal["rising", "falling", "answers last"]

PARTIES = ("PVV", "GroenLinks-PvdA", "VVD", "NSC", "D66", "BBB", "CDA", "SP", "SGP", "Volt", "JA21")


@dataclass(frozen=True)
class Style:
    """How a letter writes its headings, and in which order it has questions and answers."""

    asked: Asked
    answered: Answered
    order: Order = "rising"
    flat: bool = False

    @property
    def lettered(self) -> bool:
        """Whether numbers may have letters; the listing with ``Q`` and ``A`` was only seen with whole ones."""
        return self.asked != "no number" and not (self.flat and self.in_pairs)

    @property
    def in_pairs(self) -> bool:
        """Whether only the place tells which answer is meant, so that every question must have its own."""
        return self.answered in ("no number", "no number:", "none", "run in") or self.asked == "no number"


@dataclass
class _Group:
    """Numbers that are answered together, with the parts of their headings: one for all, or one each."""

    numbers: list[str]
    asked: list[list[str]]
    answered: list[list[str]]
    section: str | None = None
    party: str | None = None
    torn: bool = False


def draw(
    rng: Random, style: Style, head: Head, *, sections: bool, series: str | None, answered: bool, torn: bool
) -> Truth:
    """Draw a letter.

    Args:
        rng: where all chance comes from.
        style: how headings are written.
        head: who asked and answered.
        sections: whether headings of sections stand between questions.
        series: what starts the numbers again: a "section", a "party", "nothing", or None for one series.
        answered: whether the questions are answered at all.
        torn: whether the letter went through a converter that may have lost a heading at the top of a page.
    """
    truth = Truth("answers" if answered else "questions", head)
    headings = _series(rng, series)
    for title in headings:
        groups = _groups(rng, style, most=12 if len(headings) == 1 else 4)
        while style.asked == "bare" and len(groups) < 2:
            # A bare number that stands alone in a letter may as well be a page's.
            groups = _groups(rng, style, most=12)
        if series == "party":
            truth.pieces.append(heading("group", f"Vragen van de leden van de {title}-fractie"))
        elif title:
            truth.pieces.append(heading("section", title))
        if not answered:
            groups = [_Group(numbers, [numbers], []) for group in groups for numbers in group.asked]
        for group in groups:
            group.section, group.party = (title or None, None) if series != "party" else (None, title)
        if sections and not series:
            _put_sections(rng, groups)
        if answered and not series and rng.random() < 0.2:
            truth.warned = _lose(rng, groups, style, torn=torn)
        _set_out(rng, truth, groups, style)
    numbers = [number for said in truth.said for number in said.numbers]
    truth.warned = bool(truth.warned) or len(set(numbers)) < len(numbers)
    return truth


def _series(rng: Random, series: str | None) -> list[str]:
    count = rng.choice((2, 2, 3))
    if series == "party":
        return rng.sample(PARTIES, count)
    if series == "section":
        return vocabulary.titles(rng, count)
    return [""] * (count if series else 1)


def _groups(rng: Random, style: Style, most: int) -> list[_Group]:
    numbers = _numbers(rng, rng.randint(1 if most > 4 else 2, most), lettered=style.lettered)
    groups: list[_Group] = []
    alone = style.asked == "no number"
    while numbers:
        size = min(len(numbers), 1 if alone or rng.random() < 0.7 else rng.choice((2, 2, 3, 4, 6)))
        taken = numbers[:size]
        if size > 1 and len(numbers) > size and rng.random() < 0.25:
            taken = [numbers[at] for at in sorted(rng.sample(range(len(numbers)), size))]
        numbers = [number for number in numbers if number not in taken]
        groups.append(_group(rng, taken, style))
    groups.sort(key=lambda group: _rank(group.numbers[0]), reverse=style.order == "falling")
    return groups


def _numbers(rng: Random, count: int, *, lettered: bool) -> list[str]:
    numbers = [str(number) for number in range(1, count + 1)]
    if lettered and rng.random() < 0.15:
        at = rng.randrange(count)
        numbers[at : at + 1] = [f"{at + 1}{letter}" for letter in "abcdef"[: rng.randint(2, 6)]]
    return numbers


def _rank(number: str) -> tuple[int, str]:
    digits = number.rstrip("abcdef")
    return int(digits), number[len(digits) :]


def _group(rng: Random, numbers: list[str], style: Style) -> _Group:
    one, each = [numbers], [[number] for number in numbers]
    asked, answered = rng.choice(((one, one), (one, one), (each, one), (one, each)))
    # Without numbers or headings over answers, nothing on the page parts the answers of one heading,
    # and a question whose answer has no heading ends where the next one starts: it has its own answer.
    if style.in_pairs:
        answered = one
    if style.answered == "none":
        asked = one
    return _Group(numbers, asked, answered)


def _put_sections(rng: Random, groups: Sequence[_Group]) -> None:
    starts = sorted(rng.sample(range(len(groups)), min(len(groups), rng.randint(1, 3))))
    for start, title in zip(starts, vocabulary.titles(rng, len(starts)), strict=True):
        for group in groups[start:]:
            group.section = title


def _lose(rng: Random, groups: Sequence[_Group], style: Style, *, torn: bool) -> bool:
    """Take the question, the answer or a heading from one exchange, where the page still shows which one lacks."""
    if style.in_pairs or len(groups) < 2:
        return False
    at = rng.randrange(len(groups))
    lost = groups[at]
    # Words that ask, below an answer and above one with a number that nobody asked, are that number's question.
    if torn and at and style.order == "rising" and style.asked != "bare" and lost.section == groups[at - 1].section:
        lost.torn, lost.asked = True, [lost.numbers]
        lost.answered = [lost.numbers]
    elif rng.random() < 0.5:
        lost.asked, lost.answered = [lost.numbers], []
    else:
        lost.asked, lost.answered = [], [lost.numbers]
    return True


def _set_out(rng: Random, truth: Truth, groups: Sequence[_Group], style: Style) -> None:
    said = [_Written(rng, group, style) for group in groups]
    last = groups[0].section if any(piece.role == "section" for piece in truth.pieces) else None
    for group, one in zip(groups, said, strict=True):
        if group.section != last and group.section:
            truth.pieces.append(heading("section", group.section))
        last = group.section
        truth.pieces.extend(one.asked)
        if style.order != "answers last":
            truth.pieces.extend(one.answered)
    if style.order == "answers last":
        truth.pieces.extend(piece for one in said for piece in one.answered)
    by_place = sorted(
        zip(groups, said, strict=True), key=lambda pair: style.order == "answers last" and not pair[0].asked
    )
    for group, one in by_place:
        truth.said.append(Said(tuple(group.numbers), one.question, one.answer, group.party, group.section))


class _Written:
    """The pieces of one exchange, headings and paragraphs, and its words."""

    def __init__(self, rng: Random, group: _Group, style: Style) -> None:
        self._rng = rng
        self.asked: list[Piece] = []
        self.answered: list[Piece] = []
        for numbers in group.asked:
            self._ask(numbers, style)
        if group.torn:
            self.asked = [Piece("question", words(vocabulary.question(rng)))]
        for numbers in group.answered:
            self._answer(numbers, style)
        self.question = " ".join(piece.plain for piece in self.asked if not piece.heads)
        self.answer = " ".join(piece.plain for piece in self.answered if not piece.heads)

    def _ask(self, numbers: list[str], style: Style) -> None:
        title = self._asked_heading(numbers, style)
        count = 1 if style.answered == "none" else min(len(numbers), self._rng.choice((1, 3)))
        pieces = [Piece("question", words(vocabulary.question(self._rng))) for _ in range(count)]
        if style.asked == "run in":
            pieces[0].runs_in = title
        else:
            self.asked.append(heading("number", title))
        self.asked.extend(pieces)

    def _asked_heading(self, numbers: list[str], style: Style) -> str:
        listed = written(self._rng, numbers, flat=style.flat, bare=style.asked == "bare")
        match style.asked:
            case "bare":
                return listed
            case "no number":
                return "Vraag"
            case "Vragen":
                return f"{'Vragen' if len(numbers) > 1 else 'Vraag'} {listed}"
            case "run in":
                return f"Vraag {listed}"
        return f"{style.asked[:5]} {listed}{style.asked[5:]}"

    def _answer(self, numbers: list[str], style: Style) -> None:
        pieces = self._paragraphs(style)
        title = self._answered_heading(numbers, style)
        if style.answered == "run in":
            pieces[0].runs_in = title
        elif title:
            self.answered.append(heading("number", title))
        self.answered.extend(pieces)

    def _paragraphs(self, style: Style) -> list[Piece]:
        if self._rng.random() < 0.1 and not style.flat:
            first, *points = vocabulary.enumeration(self._rng)
            return [Piece("answer", words(first)), *(Piece("answer", words(one), listed=True) for one in points)]
        return [Piece("answer", words(one)) for one in vocabulary.answer(self._rng)]

    def _answered_heading(self, numbers: list[str], style: Style) -> str:
        listed = written(self._rng, numbers, flat=style.flat)
        match style.answered:
            case "none":
                return ""
            case "no number":
                return "Antwoord"
            case "no number:" | "run in":
                return "Antwoord:"
            case "Antwoord":
                return f"Antwoord {listed}"
            case "op de vragen":
                return f"Antwoord op {'de vragen' if len(numbers) > 1 else 'vraag'} {listed}"
            case "vraag":
                return f"Antwoord vraag {listed}"
        plural = "vragen" if len(numbers) > 1 and self._rng.random() < 0.7 else "vraag"
        return f"Antwoord op {plural} {listed}{':' if style.answered.endswith(':') else ''}"
