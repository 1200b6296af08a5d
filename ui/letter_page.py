"""The page of one letter, to which a link can lead: ``/letter/7562802#vraag-7``."""

from urllib.parse import urlencode

from rag.answer import Place
from rag.letter import Letter
from ui.labels import Labels
from ui.letter_head import render_head
from ui.letter_view import Opening, render_body


def render_letter_page(letter: Letter, labels: Labels) -> str:
    """Return the letter whole, with its head, its table of questions, and the way to ask about it."""
    opening = Opening.at(Place(letter))
    ask = f'<a class="vb-button" href="/?{urlencode({"letter": letter.id})}">{labels.ask_about}</a>'
    return (
        '<main class="vb-page-main"><article class="vb-letter">'
        f"{render_head(opening.place, opening.reference, labels, 1)}"
        f'<p class="vb-page-acts">{ask}</p><div class="vb-body">{render_body(opening, labels)}</div></article></main>'
    )


def render_no_letter(labels: Labels) -> str:
    """Return what stands in the place of a letter that is not there."""
    return (
        f'<main class="vb-page-main"><section class="vb-welcome"><h1>{labels.no_such_page}</h1>'
        f'<p><a class="vb-button" href="/letters">{labels.shelf}</a></p></section></main>'
    )
