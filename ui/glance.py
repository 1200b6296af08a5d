"""A glance: the first words of a text, on one line."""


def glance(text: str, most: int) -> str:
    """Return a text on one line, cut behind a word when it is longer than ``most`` characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"
