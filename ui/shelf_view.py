"""The shelf as safe HTML: the newest letters, which the source pane shows until a source is opened."""

from html import escape

from ui.labels import Labels
from ui.letter_head import letter_line, place_link
from ui.shelf import Card, Shelf

_MOST = 100


def render_shelf(shelf: Shelf, labels: Labels) -> str:
    """Return the letters, each with a link that opens it; nothing when there are none, as the welcome then says."""
    if not shelf.cards:
        return '<div class="vb-pane"></div>'
    items = "".join(f"<li>{_card(card, labels)}</li>" for card in shelf.cards[:_MOST])
    rest = len(shelf.cards) - _MOST
    more = f'<p class="vb-intro">{labels.more_letters.format(n=rest)}</p>' if rest > 0 else ""
    return (
        f'<div class="vb-pane"><section class="vb-shelf"><h2>{labels.shelf}</h2>'
        f'<p class="vb-intro">{labels.shelf_intro}</p><ul class="vb-cards">{items}</ul>{more}</section></div>'
    )


def how_long(card: Card, labels: Labels) -> str:
    """Say how many answers a letter has."""
    if card.exchanges == 0:
        return labels.running_text
    return labels.one_exchange if card.exchanges == 1 else labels.exchanges.format(n=card.exchanges)


def _card(card: Card, labels: Labels) -> str:
    letter = card.head
    words = (
        f'<span class="vb-card-kind">{labels.kinds[letter.kind]} · {how_long(card, labels)}</span>'
        f'<span class="vb-card-title" lang="nl">{escape(letter.title)}</span>'
        f'<span class="vb-card-line" lang="nl">{escape(letter_line(letter, labels))}</span>'
    )
    return place_link(letter.id, "", words, kind="vb-card")
