"""What a browser sent along with an event: it may be missing, of another kind, or made up."""

import gradio as gr

_LONGEST_NUMBER = 5


def text(event: gr.EventData, name: str) -> str:
    """Return a text that was sent; the empty string when there is none."""
    value = event._data.get(name) if isinstance(event._data, dict) else None
    return whole(value) if isinstance(value, str) else ""


def number(event: gr.EventData, name: str) -> int:
    """Return a whole number that was sent; -1 when there is none."""
    sent = text(event, name)
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) <= _LONGEST_NUMBER else -1


def whole(value: str) -> str:
    """Return a text in which every half of a pair of signs stands replaced, so that it can be written anywhere."""
    return value.encode("utf-8", "replace").decode()
