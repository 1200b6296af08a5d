"""Narrowing as safe HTML: the filters of the next question as tags, and the form that sets them."""

from collections.abc import Iterable
from html import escape

from rag.filters import Filters
from ui import filter_names
from ui.conversation import Conversation
from ui.labels import Labels
from ui.shelf import Shelf

_MOST_LETTERS = 200


def render_narrow(conversation: Conversation, shelf: Shelf, labels: Labels) -> str:
    """Return the tags and the form."""
    filters = conversation.filters
    tags = "".join(_tag(name, value, labels) for name, value in filter_names.each(filters))
    return (
        f'<div class="vb-tags" role="group" aria-label="{labels.narrow}">'
        f'<button type="button" class="vb-narrow-open" data-act="form" aria-controls="vb-narrow-form">{labels.narrow}'
        f"</button>{tags or _none(labels)}{_clear(filters, labels)}</div>"
        f'<div id="vb-narrow-form" class="vb-narrow-form">{_form(filters, shelf, labels)}</div>'
    )


def _none(labels: Labels) -> str:
    return f'<span class="vb-tags-none">{labels.no_filter}</span>'


def _tag(name: str, value: str, labels: Labels) -> str:
    words = f"{labels.filters[name]}: {filter_names.worded(name, value, labels)}"
    away = labels.take_away.format(filter=words)
    return (
        f'<button type="button" class="vb-tag" data-act="filter" data-name="{name}" data-value="" '
        f'aria-label="{escape(away)}"><span>{escape(words)}</span> <span aria-hidden="true">×</span></button>'
    )


def _clear(filters: Filters, labels: Labels) -> str:
    if len(list(filter_names.each(filters))) < 2:
        return ""
    return f'<button type="button" class="vb-small" data-act="clear">{labels.take_all_away}</button>'


def _form(filters: Filters, shelf: Shelf, labels: Labels) -> str:
    choices = shelf.choices()
    dates = [_date(name, getattr(filters, name), labels) for name in ("since", "until")]
    lists = [_list(name, getattr(filters, name), choices[name], labels) for name in choices]
    return "".join([*dates, *lists, _letter(filters.letter, shelf, labels)])


def _date(name: str, value: str | None, labels: Labels) -> str:
    return (
        f'<label><span>{labels.filters[name]}</span><input type="date" name="{name}" '
        f'value="{escape(value or "")}"></label>'
    )


def _list(name: str, chosen: str | None, values: Iterable[str], labels: Labels) -> str:
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
        f"{escape(filter_names.worded(name, value, labels))}</option>"
        for value in values
    )
    return (
        f'<label><span>{labels.filters[name]}</span><select name="{name}">'
        f'<option value="">{labels.any_value}</option>{options}</select></label>'
    )


def _letter(chosen: str | None, shelf: Shelf, labels: Labels) -> str:
    heads = [card.head for card in shelf.cards[:_MOST_LETTERS]]
    options = "".join(f'<option value="{escape(one.id)}">{escape(one.title)}</option>' for one in heads)
    return (
        f'<label class="vb-wide"><span>{labels.filters["letter"]}</span><input type="text" name="letter" '
        f'list="vb-letter-names" autocomplete="off" value="{escape(chosen or "")}" placeholder="{labels.any_value}">'
        f'</label><datalist id="vb-letter-names">{options}</datalist>'
    )
