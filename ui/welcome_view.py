"""The welcome as safe HTML: what this is, and questions to begin with; or why there is nothing to ask yet."""

from html import escape

from ui.collection import Building
from ui.examples import Example
from ui.glance import glance
from ui.labels import Labels
from ui.letter_head import who_asked
from ui.shelf import Shelf

_GLANCE = 60


def render_welcome(shelf: Shelf, labels: Labels, *, may_add: bool, model: str = "") -> str:
    """Return the welcome with example questions; without letters, how to get some.

    ``model`` is the language model that writes answers, if one is set.
    """
    if not shelf.cards:
        add = f'<p><a class="vb-button" href="/letters">{labels.no_letters_add}</a></p>' if may_add else ""
        return (
            f'<section class="vb-welcome vb-empty"><h2>{labels.no_letters}</h2><p>{labels.no_letters_how}</p>'
            f"{add}<p>{labels.no_letters_command} <code>vraagbaak ingest {labels.folder}</code></p></section>"
        )
    mine_first = sorted(shelf.examples, key=lambda example: example.language != labels.language)
    items = "".join(f"<li>{_example(example, labels)}</li>" for example in mine_first)
    promise = labels.promise_of_model.format(model=escape(model)) if model else labels.promise
    examples = f"<h3>{labels.examples}</h3><ul>{items}</ul>" if items else ""
    return f'<section class="vb-welcome"><h2>{labels.welcome}</h2><p>{promise}</p>{examples}</section>'


def render_building(building: Building, labels: Labels) -> str:
    """Return how far the letters are being read for the first time."""
    return (
        f'<section class="vb-welcome vb-building"><h2>{labels.building}</h2><p>{labels.building_how}</p>'
        f'<p role="status">{building_line(building, labels)}</p>{_bar(building)}</section>'
    )


def render_unusable(reason: str, labels: Labels) -> str:
    """Return why the letters cannot be searched."""
    return (
        f'<section class="vb-welcome"><h2>{labels.unusable}</h2>'
        f'<p class="vb-trouble" role="alert">{escape(reason)}</p></section>'
    )


def building_line(building: Building, labels: Labels) -> str:
    """Say at what stage the reading of the letters is."""
    stage = labels.stages.get(building.stage, labels.building)
    if building.total < 2:
        return stage
    return labels.building_step.format(stage=stage, done=building.done, total=building.total)


def _bar(building: Building) -> str:
    if building.total < 2:
        return "<progress></progress>"
    return f'<progress value="{building.done}" max="{building.total}"></progress>'


def _example(example: Example, labels: Labels) -> str:
    letter = example.letter
    when = labels.date(letter.date) if letter.date else labels.undated
    who = glance(who_asked(letter, example.exchange, labels), _GLANCE) or labels.kinds[letter.kind]
    source = labels.example_of.format(who=who, when=when)
    return (
        f'<button type="button" class="vb-example" data-act="example" data-question="{escape(example.question)}">'
        f'<span lang="{example.language}">{escape(example.question)}</span>'
        f'<span class="vb-example-of">{escape(source)}</span></button>'
    )
