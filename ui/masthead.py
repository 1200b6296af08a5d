"""The top of every page as safe HTML: its name, what it does, the way to the letters, and the switch of language."""

from html import escape
from typing import Literal

from ui.labels import Labels

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def render_masthead(labels: Labels, here: Literal["window", "letters", "letter"] = "window") -> str:
    """Return the name, one line on what this is, the two pages, and a button per language."""
    buttons = "".join(
        f'<button type="button" data-act="language" data-language="{code}" lang="{code}" '
        f'aria-pressed="{"true" if code == labels.language else "false"}"><span class="vb-long">{name}</span>'
        f'<span class="vb-short" aria-hidden="true">{code.upper()}</span></button>'
        for code, name in _LANGUAGES
    )
    pages = (("/", labels.to_window, here == "window"), ("/letters", labels.to_letters, here == "letters"))
    links = "".join(_link(*page) for page in pages)
    title = "h1" if here == "window" else "p"
    return (
        f'<header class="vb-masthead" data-language="{labels.language}" data-copied="{labels.copied}" '
        f'data-not-copied="{labels.not_copied}"><{title} class="vb-name">Vraagbaak</{title}>'
        f'<p class="vb-tagline">{escape(labels.tagline)}</p><nav class="vb-pages">{links}</nav>'
        f'<div class="vb-switch" role="group" aria-label="{escape(labels.switch)}">{buttons}</div></header>'
    )


def _link(path: str, name: str, current: bool) -> str:
    here = ' aria-current="page"' if current else ""
    return f'<a href="{path}"{here}>{name}</a>'
