"""Headings of groups and parts that stand right above their text, or under the text before: set apart from it.

So are questions that count on from answer to answer: ``1. …``, ``Antwoord``, ``2. …``, ``Antwoord``.
"""

import re
from collections.abc import Sequence

from ingest.lines.groups import group_heading, part_heading
from ingest.lines.numbering import numbering
from ingest.manuscript import Line
from ingest.marks import bare

_ANNOUNCES = re.compile(
    r"(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2})[.:]? )?(?i:vragen|inbreng|antwoord(?:en)?|beantwoording|reactie|volledige)\b"
)
_ENDED = re.compile(r"[.?!:;…\"'”’»)]$")
_COUNTED = re.compile(r"(\d{1,3})[.)] (?=[A-ZÀ-Þ«“‘\"'’(])")
_FEWEST = 2
_LONGEST = 140
_MOST_LINES = 3


def set_apart(lines: Sequence[Line]) -> list[Line]:
    """Put an empty line before and after each heading of a group or a part that has none."""
    apart: list[Line] = []
    counted = _counted(lines)
    after = 0
    for at, line in enumerate(lines):
        if at == after and after and line.text:
            apart.append(Line("", line.page))
        if at in counted:
            apart.append(Line("", line.page, line.opens, line.gap))
        size = _size(lines, at) if at >= after else 0
        if size:
            apart.append(Line("", line.page, line.opens, line.gap))
            after = at + size
        apart.append(line)
    return apart


def _counted(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines on which questions start that count on, one or more of them above each bare ``Antwoord``."""
    found: set[int] = set()
    above: list[tuple[int, int]] = []
    last = answers = 0
    for at, line in enumerate(lines):
        text = bare(line.text)
        if (counted := _COUNTED.match(text)) is not None:
            above.append((at, int(counted[1])))
        elif (heading := numbering(text)) is not None and heading.role == "answer" and not heading.numbers:
            starts = [(place, number) for place, number in above if number == last + 1 or not last]
            if not starts:
                return frozenset()
            answers += 1
            last = above[-1][1]
            found.update(place for place, _ in above)
            above = []
    return frozenset(found) if answers >= _FEWEST else frozenset()


def _size(lines: Sequence[Line], at: int) -> int:
    """Return how many lines the heading has that starts at a line; 0 where none does."""
    text = bare(lines[at].text)
    before = bare(lines[at - 1].text).rstrip() if at else ""
    if len(text) > _LONGEST or _ANNOUNCES.match(text) is None or (before and not _may_precede(before)):
        return 0
    size = 1 if _is_heading(text) else 0
    for more in range(1, _MOST_LINES):
        following = bare(lines[at + more].text) if at + more < len(lines) else ""
        if not following or (size and text[-1] not in "-," and not following[0].islower()):
            break
        text = f"{text}{'' if text.endswith('-') else ' '}{following}"
        if _is_heading(text):
            size = more + 1
    return size


def _may_precede(text: str) -> bool:
    return _ENDED.search(text) is not None or _is_heading(text)


def _is_heading(text: str) -> bool:
    return part_heading(text) or group_heading(text) is not None
