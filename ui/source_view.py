"""The source pane as safe HTML: the letter that lies open, or the list of all letters."""

from rag.letter import Letter
from ui.labels import Labels
from ui.letter_view import Opening, render_letter
from ui.shelf_view import render_shelf


def render_source(opening: Opening | None, letters: tuple[Letter, ...], labels: Labels, moment: int) -> str:
    """Return the pane; ``moment`` differs for each opening, so that the same place can be opened again."""
    if opening is None:
        return f'<div class="vb-pane">{render_shelf(letters, labels)}</div>'
    return (
        f'<div class="vb-pane" data-opening="{moment}"><div class="vb-bar">'
        f'<button type="button" data-act="back">← {labels.back}</button>'
        f'<button type="button" data-act="shelf">{labels.shelf}</button></div>'
        f"{render_letter(opening, labels)}</div>"
    )
