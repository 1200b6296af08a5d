"""A page of its own, beside the window: whole HTML documents with the looks of the window and its masthead."""

from html import escape
from typing import Literal

from starlette.responses import HTMLResponse

from ui.labels import Labels
from ui.masthead import render_masthead

_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)


def page(title: str, body: str, labels: Labels, here: Literal["letters", "letter"], status: int = 200) -> HTMLResponse:
    """Return a page; ``body`` is HTML, the title is escaped here. Its scripts are files, nothing inline runs."""
    text = (
        f'<!doctype html><html lang="{labels.language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="icon" href="/vraagbaak/icon.svg"><link rel="stylesheet" href="/vraagbaak/style.css">'
        '<script src="/vraagbaak/copy.js" defer></script><script src="/vraagbaak/page.js" defer></script>'
        f'</head><body class="vb-site">{render_masthead(labels, here)}{body}</body></html>'
    )
    return HTMLResponse(text, status, headers={"content-security-policy": _POLICY, "cache-control": "no-store"})
