"""The sheet as safe HTML: a page of the letter's PDF beside its text, with the quote marked on it."""

from dataclasses import dataclass
from html import escape

from rag.letter import Letter
from ui import anchors
from ui.labels import Labels
from ui.letter_view import Opening
from ui.sheet import Box, Sheet, marks


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page that lies beside the text, or why it cannot: its number, what was drawn of it, or the trouble."""

    number: int
    sheet: Sheet | None = None
    trouble: str = ""


def leaf_of(opening: Opening) -> int:
    """Return the number of the page on which what is opened begins."""
    letter = opening.place.letter
    return letter.page((opening.mark or opening.place.shown)[0]) or 1


def picture_link(letter: Letter, number: int) -> str:
    """Return the address of the picture of a page."""
    return f"{anchors.link(letter)}/page/{number}.png"


def render_sheet(opening: Opening, leaf: Leaf, labels: Labels) -> str:
    """Return the page with a box on each line of the quote, and steps to the pages before and after it."""
    if leaf.sheet is None:
        return f'<aside class="vb-sheet"><p class="vb-sheet-trouble">{escape(leaf.trouble)}</p></aside>'
    letter = opening.place.letter
    found = marks(leaf.sheet, letter, leaf.number, opening.mark) if opening.mark else ()
    name = labels.sheet_of.format(n=leaf.number, title=letter.title)
    return (
        f'<aside class="vb-sheet" data-leaf="{leaf.number}">{_steps(leaf.number, leaf.sheet.count, labels)}'
        f'<div class="vb-paper"><img src="{escape(picture_link(letter, leaf.number))}" alt="{escape(name)}">'
        f"{''.join(map(_box, found))}</div>{_remark(opening, leaf, leaf.sheet, found, labels)}</aside>"
    )


def _box(box: Box) -> str:
    left, top, right, bottom = (part * 100 for part in box)
    place = f"left:{left:.2f}%;top:{top:.2f}%;width:{right - left:.2f}%;height:{bottom - top:.2f}%"
    return f'<span class="vb-box" style="{place}"></span>'


def _remark(opening: Opening, leaf: Leaf, sheet: Sheet, found: tuple[Box, ...], labels: Labels) -> str:
    """Say where the quote is when it is not to be seen on this page."""
    if opening.mark is None or found:
        return ""
    there = leaf_of(opening)
    if there != leaf.number:
        return f'<p class="vb-sheet-trouble">{labels.quote_elsewhere.format(n=there)}</p>'
    return "" if sheet.text.strip() else f'<p class="vb-sheet-trouble">{labels.quote_unmarked}</p>'


def _steps(number: int, count: int, labels: Labels) -> str:
    where = labels.sheet_page.format(n=number, count=count)
    before, after = (_step(one, sign, count, labels) for one, sign in ((number - 1, "‹"), (number + 1, "›")))
    return f'<div class="vb-sheet-bar">{before}<span>{where}</span>{after}</div>'


def _step(number: int, sign: str, count: int, labels: Labels) -> str:
    off = "" if 1 <= number <= count else " disabled"
    name = labels.sheet_page.format(n=number, count=count)
    return (
        f'<button type="button" class="vb-step" data-act="leaf" data-n="{number}" aria-label="{name}"{off}>'
        f'<span aria-hidden="true">{sign}</span></button>'
    )
