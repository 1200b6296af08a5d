"""The strip as safe HTML: the letters that an answer drew on, in time, with the sources of each."""

import datetime
from collections.abc import Sequence
from html import escape

from rag.answer import Answer, Citation
from ui.labels import Labels

_FEWEST = 2
_NARROWEST = 30
"""Days that two letters stand apart in the strip at least, so that their names do not run into each other."""


def render_strip(answer: Answer, turn: int, labels: Labels) -> str:
    """Return the letters from old to new, the undated last; nothing for an answer from one letter."""
    cited: dict[str, list[Citation]] = {}
    for citation in answer.citations:
        cited.setdefault(citation.place.letter.id, []).append(citation)
    if len(cited) < _FEWEST:
        return ""
    ordered = sorted(cited.values(), key=lambda group: (group[0].place.letter.date or "9999", group[0].n))
    dates = [group[0].place.letter.date for group in ordered]
    room = [_room(date, following) for date, following in zip(dates, [*dates[1:], None], strict=True)]
    items = "".join(_item(group, days, turn, labels) for group, days in zip(ordered, room, strict=True))
    return f'<nav class="vb-strip" aria-label="{labels.strip}"><ol>{items}</ol></nav>'


def _item(group: Sequence[Citation], days: int, turn: int, labels: Labels) -> str:
    letter = group[0].place.letter
    numbers = ", ".join(str(citation.n) for citation in group)
    kind = "" if letter.date else ' class="vb-undated"'
    return (
        f'<li{kind} style="flex-grow:{days}"><button type="button" data-act="cite" data-turn="{turn}" '
        f'data-n="{group[0].n}" title="{escape(letter.title)}">'
        f'<span class="vb-strip-date">{escape(_short(letter.date, labels))}</span>'
        f'<span class="vb-unseen"> {labels.strip_sources} </span>'
        f'<span class="vb-strip-n">{numbers}</span></button></li>'
    )


def _room(date: str | None, following: str | None) -> int:
    """Return the room that a letter gets up to the next one, in days."""
    if date is None or following is None:
        return _NARROWEST
    apart = datetime.date.fromisoformat(following) - datetime.date.fromisoformat(date)
    return max(apart.days, _NARROWEST)


def _short(date: str | None, labels: Labels) -> str:
    if date is None:
        return labels.undated
    day, month, year = labels.date(date).split()
    return f"{day} {month[:3]} {year}"
