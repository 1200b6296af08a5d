"""The source pane as safe HTML: the letter that lies open, with its page if that is wanted, or the shelf."""

from html import escape
from itertools import pairwise

from rag.answer import Place
from rag.letter import Letter
from ui import anchors
from ui.labels import Labels
from ui.letter_head import place_link, render_head
from ui.letter_view import Opening, render_body
from ui.sheet import has_sheets
from ui.sheet_view import Leaf, render_sheet


def render_opening(opening: Opening, leaf: Leaf | None, labels: Labels, moment: int) -> str:
    """Return the pane of an opened letter; ``moment`` differs each time, so that a place can be opened once more."""
    letter = opening.place.letter
    beside = render_sheet(opening, leaf, labels) if leaf is not None else ""
    return (
        f'<div class="vb-pane" data-opening="{moment}">{_bar(opening.place, leaf, labels)}'
        f'<article class="vb-letter" aria-label="{escape(letter.title)}">'
        f'{render_head(opening.place, opening.reference, labels)}<div class="vb-desk">'
        f'<div class="vb-body" tabindex="0" role="region" aria-label="{labels.pane}">{render_body(opening, labels)}'
        f"</div>{beside}</div></article></div>"
    )


def neighbours(place: Place) -> tuple[str, str]:
    """Return the anchors of the places before and after one in its letter; empty where there is none."""
    known = anchors.places(place.letter)
    kind = place.exchange is None
    alike = [name for name, other in known.items() if (other.exchange is None) == kind]
    here = next((name for name in alike if known[name] == place), "")
    if not here:
        return "", alike[0] if alike else ""
    before = next((one for one, other in pairwise(alike) if other == here), "")
    after = next((other for one, other in pairwise(alike) if one == here), "")
    return before, after


def _bar(place: Place, leaf: Leaf | None, labels: Labels) -> str:
    letter = place.letter
    before, after = neighbours(place)
    return (
        f'<div class="vb-bar"><button type="button" data-act="back">← {labels.back}</button>'
        f'<span class="vb-steps">{_step(letter, before, f"‹ {labels.previous}")}'
        f"{_step(letter, after, f'{labels.following} ›')}</span>"
        f'<span class="vb-bar-end">{_sheet_button(letter, leaf, labels)}'
        f'<a href="{escape(anchors.link_to(place))}" target="_blank">{labels.own_page}</a>'
        f'<button type="button" data-act="shelf">{labels.shelf}</button></span></div>'
    )


def _step(letter: Letter, anchor: str, words: str) -> str:
    if not anchor:
        return f'<span class="vb-step-off" aria-hidden="true">{words}</span>'
    return place_link(letter.id, anchor, words, kind="vb-step")


def _sheet_button(letter: Letter, leaf: Leaf | None, labels: Labels) -> str:
    if not has_sheets(letter):
        return ""
    words = labels.sheet if leaf is None else labels.sheet_away
    pressed = "false" if leaf is None else "true"
    return f'<button type="button" data-act="sheet" aria-pressed="{pressed}">{words}</button>'
