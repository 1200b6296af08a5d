"""What filters are called: each as a person reads it, in a tag or in a line."""

from collections.abc import Iterator
from dataclasses import fields

from rag.filters import Filters
from ui.labels import Labels


def each(filters: Filters) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of each filter that asks something, in a set order."""
    values = {field.name: getattr(filters, field.name) for field in fields(filters)}
    return ((name, value) for name in _ORDER if (value := values.pop(name)))


def told(filters: Filters, labels: Labels) -> Iterator[str]:
    """Yield each filter as a person reads it: ``Fractie: D66``."""
    return (f"{labels.filters[name]}: {worded(name, value, labels)}" for name, value in each(filters))


def worded(name: str, value: str, labels: Labels) -> str:
    """Return the value of a filter as a person reads it."""
    if name in ("since", "until"):
        return labels.date(value)
    return next((words for kind, words in labels.kinds.items() if kind == value and name == "kind"), value)


_ORDER = ("since", "until", "kind", "chamber", "minister", "party", "letter")
