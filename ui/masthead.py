"""The top of the window as safe HTML: its name, what it does, and the switch between languages."""

from html import escape

from ui.labels import Labels

_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def render_masthead(labels: Labels) -> str:
    """Return the name, one line on what this is, and a button per language."""
    buttons = "".join(
        f'<button type="button" data-act="language" data-language="{code}" lang="{code}" '
        f'aria-pressed="{"true" if code == labels.language else "false"}">{name}</button>'
        for code, name in _LANGUAGES
    )
    return (
        f'<header class="vb-masthead" data-language="{labels.language}"><h1>Vraagbaak</h1>'
        f"<p>{escape(labels.tagline)}</p>"
        f'<div class="vb-switch" role="group" aria-label="{escape(labels.switch)}">{buttons}</div></header>'
    )
