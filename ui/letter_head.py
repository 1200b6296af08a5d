"""The head of a letter as safe HTML: who, when, which, how to refer to it, and what it asks."""

from collections.abc import Iterator
from html import escape

from rag.answer import Place
from rag.letter import Asker, Exchange, Letter
from ui import anchors
from ui.glance import glance
from ui.labels import Labels

_GLANCE = 90


def render_head(place: Place, reference: str, labels: Labels, level: int = 2) -> str:
    """Return the head of the letter that a place is in, with the reference to that place ready to be copied."""
    letter = place.letter
    return (
        f'<header class="vb-head"><h{level} lang="nl">{escape(letter.title)}</h{level}>'
        f'<p class="vb-line" lang="nl">{escape(letter_line(letter, labels))}</p>'
        f'<p class="vb-reference"><span class="vb-reference-name">{labels.citation}</span> '
        f'<span class="vb-reference-text" lang="nl">{escape(reference)}</span> '
        f"{copy_button(labels.copy, reference, labels.copy_reference)} "
        f"{link_button(place, labels)}</p>"
        f'<div class="vb-folds">{_contents(letter, labels)}{_about(letter, labels)}</div></header>'
    )


def copy_button(name: str, text: str, label: str = "") -> str:
    """Return a button that copies a text; what it says when it did is the window's part."""
    known = f' aria-label="{escape(label)}"' if label else ""
    return (
        f'<button type="button" class="vb-small" data-act="copy" data-copy="{escape(text)}"{known}>'
        f"{escape(name)}</button>"
    )


def link_button(place: Place, labels: Labels) -> str:
    """Return a button that copies the address of a place on this server."""
    address = escape(anchors.link_to(place))
    return f'<button type="button" class="vb-small" data-act="copy" data-link="{address}">{labels.copy_link}</button>'


def place_link(letter: str, anchor: str, words: str, *, kind: str = "vb-link", title: str = "") -> str:
    """Return a link to a place: it opens the place's own page, or beside the answer where the window takes it over.

    ``words`` are HTML, all else is escaped here.
    """
    tip = f' title="{escape(title)}"' if title else ""
    return (
        f'<a class="{kind}" href="{escape(anchors.link(letter, anchor))}" data-act="place" '
        f'data-letter="{escape(letter)}" data-place="{escape(anchor)}"{tip}>{words}</a>'
    )


def who_asked(letter: Letter, exchange: Exchange | None, labels: Labels) -> str:
    """Name who asked an exchange, or the letter's questions; empty when the letter does not say."""
    if exchange is not None and exchange.party:
        return labels.group.format(party=exchange.party)
    return ", ".join(_asker(asker, labels) for asker in letter.askers)


def letter_line(letter: Letter, labels: Labels, *, dated: bool = True) -> str:
    """Name a letter in one line: who wrote it, when (unless the date is told beside it), and under which number."""
    date = labels.date(letter.date) if letter.date else labels.undated
    ministers = ", ".join(str(minister) for minister in letter.ministers)
    parts = [ministers, date if dated else "", letter.reference or _dossier(letter)]
    return " · ".join(part for part in parts if part)


def _contents(letter: Letter, labels: Labels) -> str:
    """Return the table of a letter's questions; of running text, of its paragraphs."""
    known = anchors.places(letter)
    asked = {name: place for name, place in known.items() if place.exchange is not None}
    rows = "".join(_row(name, place, labels) for name, place in (asked or known).items())
    if not rows:
        return ""
    title = (labels.contents if asked else labels.contents_paragraphs).format(n=len(asked or known))
    heads = "".join(f'<th scope="col">{name}</th>' for name in labels.columns)
    return (
        f'<details class="vb-contents"><summary>{title}</summary><div class="vb-scroll" tabindex="0" role="region" '
        f'aria-label="{title}"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _row(name: str, place: Place, labels: Labels) -> str:
    letter, exchange, paragraph = place.letter, place.exchange, place.paragraph
    label = exchange.label if exchange else labels.paragraph.format(n=paragraph.n if paragraph else 0)
    words = letter.at(exchange.question_span or exchange.answer_span if exchange else place.shown)
    asker = who_asked(letter, exchange, labels) if exchange else ""
    return (
        f'<tr><td>{place_link(letter.id, name, escape(label))}</td><td lang="nl">{escape(asker)}</td>'
        f'<td lang="nl">{escape(glance(words, _GLANCE))}</td></tr>'
    )


def _about(letter: Letter, labels: Labels) -> str:
    rows = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in _fields(letter, labels))
    warnings = "".join(f"<li>{escape(warning)}</li>" for warning in letter.warnings)
    remarks = f'<div class="vb-warnings"><p>{labels.warnings}</p><ul>{warnings}</ul></div>' if warnings else ""
    return f"<details><summary>{labels.more}</summary><dl>{rows}</dl>{remarks}</details>"


def _fields(letter: Letter, labels: Labels) -> Iterator[tuple[str, str]]:
    values = {
        "ministers": ", ".join(str(minister) for minister in letter.ministers),
        "askers": who_asked(letter, None, labels),
        "kind": labels.kinds[letter.kind],
        "chamber": letter.chamber or "",
        "date": labels.date(letter.date) if letter.date else labels.undated,
        "submitted": labels.date(letter.submitted) if letter.submitted else "",
        "reference": letter.reference or "",
        "question_reference": letter.question_reference or "",
        "dossier": _dossier(letter),
        "source": letter.source,
    }
    return ((labels.fields[name], value) for name, value in values.items() if value)


def _asker(asker: Asker, labels: Labels) -> str:
    if asker.name and asker.party:
        return f"{asker.name} ({asker.party})"
    return asker.name or (labels.group.format(party=asker.party) if asker.party else "")


def _dossier(letter: Letter) -> str:
    if letter.dossier is None:
        return ""
    return f"{letter.dossier}, nr. {letter.number}" if letter.number else letter.dossier
