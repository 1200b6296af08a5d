"""The list of all letters as safe HTML: what the source pane shows until a source is opened."""

from collections.abc import Iterable
from html import escape

from rag.letter import Letter
from ui.labels import Labels
from ui.letter_view import letter_line

_MOST = 200


def render_shelf(letters: Iterable[Letter], labels: Labels) -> str:
    """Return the letters, newest first and the undated last, each with a button that opens it."""
    ordered = sorted(letters, key=lambda letter: (letter.date or "", letter.title), reverse=True)
    items = "".join(f"<li>{_card(letter, labels)}</li>" for letter in ordered[:_MOST])
    content = f'<ul class="vb-cards">{items}</ul>' if items else f"<p>{labels.no_letters}</p>"
    rest = len(ordered) - _MOST
    more = f'<p class="vb-intro">{labels.more_letters.format(n=rest)}</p>' if rest > 0 else ""
    return (
        f'<section class="vb-shelf"><h2>{labels.shelf}</h2>'
        f'<p class="vb-intro">{labels.shelf_intro}</p>{content}{more}</section>'
    )


def _card(letter: Letter, labels: Labels) -> str:
    return (
        f'<button type="button" class="vb-card" data-act="place" data-letter="{escape(letter.id)}">'
        f'<span class="vb-card-kind">{labels.kinds[letter.kind]} · {_size(letter, labels)}</span>'
        f'<span class="vb-card-title" lang="nl">{escape(letter.title)}</span>'
        f'<span class="vb-card-line" lang="nl">{escape(letter_line(letter, labels))}</span></button>'
    )


def _size(letter: Letter, labels: Labels) -> str:
    count = len(letter.exchanges)
    if count == 0:
        return labels.running_text
    return labels.one_exchange if count == 1 else labels.exchanges.format(n=count)
