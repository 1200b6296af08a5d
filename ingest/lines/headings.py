"""Headings of groups and parts that stand right above their text, or under the text before: set apart from it."""

import re
from collections.abc import Sequence

from ingest.lines.groups import group_heading, part_heading
from ingest.manuscript import Line
from ingest.marks import bare

_ANNOUNCES = re.compile(
    r"(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.:]? )?(?i:vragen|inbreng|antwoord(?:en)?|beantwoording|reactie|volledige)\b"
)
_ENDED = re.compile(r"[.?!:;…\"'”’»)]$")
_LONGEST = 140


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """Put an empty line before and after each heading of a group or a part that has none."""
    apart: list[Line] = []
    after = 0
    for at, line in enumerate(lines):
        if at == after and after and line.text:
            apart.append(Line("", line.page))
        size = _size(lines, at) if at >= after else 0
        if size:
            apart.append(Line("", line.page, line.opens, line.gap))
            after = at + size
        apart.append(line)
    return apart


def _size(lines: Sequence[Line], at: int) -> int:
    """Return how many lines the heading has that starts at a line; 0 where none does."""
    text = bare(lines[at].text)
    before = bare(lines[at - 1].text).rstrip() if at else ""
    if len(text) > _LONGEST or _ANNOUNCES.match(text) is None or (before and not _may_precede(before)):
        return 0
    parted = text.endswith("-")
    if not parted and _is_heading(text):
        return 1
    following = bare(lines[at + 1].text) if at + 1 < len(lines) else ""
    if following and _is_heading(f"{text}{'' if parted else ' '}{following}"):
        return 2
    return 1 if parted and _is_heading(text) else 0


def _may_precede(text: str) -> bool:
    return _ENDED.search(text) is not None or _is_heading(text)


def _is_heading(text: str) -> bool:
    return part_heading(text) or group_heading(text) is not None
