"""The page of all letters: to find, to open, to add and to remove them."""

from dataclasses import dataclass
from html import escape
from typing import get_args
from urllib.parse import urlencode

from ingest.reading import READABLE
from ingest.sources import LARGEST
from rag.letter import KINDS
from ui.collection import Building
from ui.labels import Labels
from ui.letter_head import letter_line, place_link
from ui.shelf import Card, Shelf, Sort
from ui.welcome_view import render_building, render_unusable

_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to see of the letters: those with some words, of a kind, in an order; and which page."""

    words: str = ""
    kind: str = ""
    sort: Sort = "new"
    page: int = 1

    @classmethod
    def of(cls, asked: dict[str, str]) -> "Wish":
        """Read a wish from the address of the page; what makes no sense there is left out."""
        page = asked.get("page", "")
        return cls(
            asked.get("q", "")[:200],
            next((kind for kind in KINDS if kind == asked.get("kind")), ""),
            next((sort for sort in get_args(Sort) if sort == asked.get("sort")), "new"),
            int(page) if page.isascii() and page.isdigit() and 0 < len(page) < 6 else 1,
        )

    def address(self, page: int) -> str:
        """Return the address of a page of the same."""
        asked = {"q": self.words, "kind": self.kind, "sort": self.sort, "page": str(page)}
        return f"/letters?{urlencode({name: value for name, value in asked.items() if value})}"


def render_letters_page(shelf: Shelf, wish: Wish, labels: Labels, *, may_add: bool) -> str:
    """Return the list with its search, and the place to drop files if letters may be added."""
    found = shelf.find(wish.words, wish.kind, wish.sort)
    add = _add(labels) if may_add else f'<p class="vb-intro">{labels.add_off}</p>'
    count = labels.one_letter if len(found) == 1 else labels.letters_count.format(n=len(found))
    return (
        f'<main class="vb-page-main vb-wide-page"><h1>{labels.shelf}</h1>{add}{_search(wish, labels)}'
        f'<p class="vb-count" role="status">{count}</p>{_table(found, wish, labels, may_add=may_add)}'
        f"{_dialog(labels) if may_add else ''}</main>"
    )


def render_not_ready(building: Building | None, reason: str, labels: Labels) -> str:
    """Return what stands in the place of the list while the letters are read, or when they cannot be."""
    inner = render_building(building, labels) if building is not None else render_unusable(reason, labels)
    return f'<main class="vb-page-main" data-again="2">{inner}</main>'


def _search(wish: Wish, labels: Labels) -> str:
    kinds = "".join(_option(kind, labels.kinds[kind], wish.kind) for kind in KINDS)
    sorts = "".join(_option(sort, labels.sorts[sort], wish.sort) for sort in get_args(Sort))
    return (
        f'<form class="vb-search" method="get" action="/letters" role="search">'
        f'<label class="vb-wide"><span>{labels.find}</span>'
        f'<input type="search" name="q" value="{escape(wish.words)}"></label>'
        f'<label><span>{labels.fields["kind"]}</span><select name="kind">{_option("", labels.all_kinds, wish.kind)}'
        f"{kinds}</select></label>"
        f'<label><span>{labels.sort}</span><select name="sort">{sorts}</select></label>'
        f'<button type="submit" class="vb-button">{labels.find_button}</button></form>'
    )


def _option(value: str, words: str, chosen: str) -> str:
    return f'<option value="{value}"{" selected" if value == chosen else ""}>{words}</option>'


def _table(found: list[Card], wish: Wish, labels: Labels, *, may_add: bool) -> str:
    if not found:
        return f'<p class="vb-intro">{labels.none_found}</p>'
    pages = -(-len(found) // _A_PAGE)
    page = min(wish.page, pages)
    rows = "".join(_row(card, labels, may_add=may_add) for card in found[(page - 1) * _A_PAGE : page * _A_PAGE])
    heads = "".join(f'<th scope="col">{name}</th>' for name in labels.letter_columns)
    last = f'<th scope="col"><span class="vb-unseen">{labels.remove}</span></th>' if may_add else ""
    return (
        f'<table class="vb-letters"><thead><tr>{heads}{last}</tr></thead><tbody>{rows}</tbody></table>'
        f"{_pages(wish, page, pages, labels)}"
    )


def _row(card: Card, labels: Labels, *, may_add: bool) -> str:
    letter = card.head
    date = f'<time datetime="{letter.date}">{labels.date(letter.date)}</time>' if letter.date else labels.undated
    title = place_link(letter.id, "", escape(letter.title), kind="vb-letters-title")
    line = escape(letter_line(letter, labels, dated=False))
    last = _remove(card, labels) if may_add else ""
    return (
        f'<tr><td class="vb-letters-date">{date}</td><td><span lang="nl">{title}</span>'
        f'<span class="vb-card-line" lang="nl">{line}</span>{_warnings(card, labels)}</td>'
        f"<td>{labels.kinds[letter.kind]}</td>"
        f'<td class="vb-letters-count" data-name="{labels.letter_columns[-1]}">{card.exchanges or "–"}</td>{last}</tr>'
    )


def _warnings(card: Card, labels: Labels) -> str:
    warnings = card.head.warnings
    if not warnings:
        return ""
    items = "".join(f"<li>{escape(warning)}</li>" for warning in warnings)
    return f"<details><summary>{labels.warned.format(n=len(warnings))}</summary><ul>{items}</ul></details>"


def _remove(card: Card, labels: Labels) -> str:
    name = f"{labels.remove}: {card.head.title}"
    return (
        f'<td><button type="button" class="vb-small" data-act="remove" data-letter="{escape(card.head.id)}" '
        f'data-title="{escape(card.head.title)}" aria-label="{escape(name)}">{labels.remove}</button></td>'
    )


def _pages(wish: Wish, page: int, pages: int, labels: Labels) -> str:
    if pages < 2:
        return ""
    before = f'<a href="{escape(wish.address(page - 1))}">{labels.earlier}</a>' if page > 1 else "<span></span>"
    after = f'<a href="{escape(wish.address(page + 1))}">{labels.later}</a>' if page < pages else "<span></span>"
    where = labels.pages_of.format(n=page, count=pages)
    return f'<nav class="vb-steps">{before}<span>{where}</span>{after}</nav>'


def _add(labels: Labels) -> str:
    """Return the place to drop files; the words that its script shows go with it."""
    said = {
        "busy": labels.add_busy,
        "sending": labels.add_sending,
        "waiting": labels.add_waiting,
        "read": labels.add_read,
        "failed": labels.add_failed,
        "large": labels.add_too_large.format(most=LARGEST // 1024**2),
        "done": labels.add_done,
        "lost": labels.add_lost,
    }
    words = "".join(f' data-{name}="{escape(text)}"' for name, text in said.items())
    return (
        f'<section id="vb-add" class="vb-add" aria-label="{labels.add}" data-most="{LARGEST}"{words}>'
        f'<p>{labels.add_hint}</p><label class="vb-button" for="vb-files">{labels.add_choose}</label>'
        f'<input id="vb-files" type="file" multiple accept="{",".join(sorted(READABLE))}">'
        '<ul id="vb-adding"></ul><p id="vb-report" role="status"></p></section>'
    )


def _dialog(labels: Labels) -> str:
    return (
        f'<dialog id="vb-sure" aria-labelledby="vb-sure-title"><h2 id="vb-sure-title">{labels.remove_ask}</h2>'
        f'<p id="vb-sure-what" lang="nl"></p><p class="vb-trouble" role="alert" hidden></p>'
        f'<form method="dialog"><button class="vb-small" value="no">{labels.remove_not}</button>'
        f'<button type="button" class="vb-button vb-danger" value="yes">{labels.remove_sure}</button></form></dialog>'
    )
