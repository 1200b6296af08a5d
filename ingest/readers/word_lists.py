"""The numbers that Word makes for list items and headings, which stand nowhere in the text."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from ingest.readers.word_styles import child, local, number, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counted(count: int, form: str) -> str:
    """Return a count in a form of Word: ``decimal``, ``lowerLetter``, ``upperRoman`` and the like."""
    if form.endswith("Letter"):
        written = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 5) if count > 0 else ""
    elif form.endswith("Roman") and 0 < count < 400:
        written = "".join(sign for sign in _roman(count))
    else:
        return f"{count:02d}" if form == "decimalZero" else str(count)
    return written.upper() if form.startswith("upper") else written


def _roman(count: int) -> Iterable[str]:
    for worth, sign in _ROMAN:
        while count >= worth:
            count -= worth
            yield sign


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


class Lists:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = () if root is None else tuple(root)
        bases = {value(one, "abstractNumId"): _levels(one) for one in elements if local(one) == "abstractNum"}
        self._lists: dict[str | None, tuple[str, dict[int, _Level]]] = {}
        for one in elements:
            if local(one) == "num":
                self._add(one, bases)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def _add(self, element: etree._Element, bases: dict[str | None, dict[int, _Level]]) -> None:
        base = value(child(element, "abstractNumId"))
        name, levels = f"base {base}", dict(bases.get(base, {}))
        for override in element:
            at, start = number(override, "ilvl"), number(child(override, "startOverride"))
            if local(override) == "lvlOverride" and at is not None and start is not None:
                known = levels.get(at, _Level())
                levels[at], name = _Level(start, known.form, known.text), f"list {value(element, 'numId')}"
        self._lists[value(element, "numId")] = (name, levels)

    def next_label(self, list_id: str | None, at: int) -> str:
        """Count one item of a list and return its label, ``-`` for a bullet; empty where there is none."""
        if list_id not in self._lists or at >= _LEVELS:
            return ""
        name, levels = self._lists[list_id]
        level = levels.get(at)
        if level is None or level.form == "none":
            return ""
        counts = self._counts[name]
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at]:
            del counts[deeper]
        return "-" if level.form == "bullet" else _label(level, levels, counts)


def _label(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def written(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        one = levels.get(at, _Level())
        return counted(counts.get(at, one.start), one.form)

    return _PLACE.sub(written, level.text).strip()


def _levels(base: Iterable[etree._Element]) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in base:
        at = number(one, "ilvl") if local(one) == "lvl" else None
        if at is not None:
            start = number(child(one, "start"))
            found[at] = _Level(
                1 if start is None else start,
                value(child(one, "numFmt")) or "decimal",
                value(child(one, "lvlText")) or "",
            )
    return found
