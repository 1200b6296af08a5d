"""A report as Markdown for a pull request: the verdict, the gates, and what changed since the baseline."""

import re

from eval.measures import MEASURES, NAMES
from eval.record import BRIEF, Row
from eval.report import Flip, Report
from eval.reports import cells

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_CALLS = re.compile("[@#]")
"""Signs that a forge takes for a person or an issue even when they are escaped, unless something follows them."""


def summary(report: Report) -> str:
    """Return the Markdown; nothing in a question or a letter is a mark, a link or a mention in it."""
    sign = "❌" if report.failed else "✅"
    parts = (
        f"## {sign} vraagbaak eval: {report.verdict}",
        _gates(report),
        _flips(report),
        _figures(report),
        _made(report),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _gates(report: Report) -> str:
    signs = {"MISSED": "❌ missed", "met": "✅ met", "not measured": "– not measured"}
    rows = [[one.gate.name, cells.bound(one), cells.held(one), signs[one.word]] for one in report.verdicts]
    return cells.markdown([["gate", "asks", "found", ""], *rows]) if rows else ""


def _flips(report: Report) -> str:
    if not report.baseline:
        return "No baseline to compare with."
    if not report.flips:
        return "No question came out otherwise than in the baseline."
    worse = sum(not flip.better for flip in report.flips)
    head = f"### Since the baseline: {worse} worse, {len(report.flips) - worse} better"
    rows = [[_word(flip), _question(flip), _came(flip.before), _came(flip.after)] for flip in report.flips]
    return f"{head}\n\n{cells.markdown([['', 'question', 'before', 'after'], *rows])}"


def _word(flip: Flip) -> str:
    return "🟢 better" if flip.better else "🔴 worse"


def _question(flip: Flip) -> str:
    asked = " › ".join((*flip.question.after, flip.question.question))
    gold = ", ".join(flip.after.gold) or "no place"
    return f"{_plain(flip.question.id)} ({_plain(flip.question.kind)}): {_plain(asked)}<br>gold: {_plain(gold)}"


def _came(row: Row) -> str:
    cited = ", ".join(dict.fromkeys(one.key for one in row.cited)) or "nothing"
    first = ", ".join(key for key, _ in row.found[:BRIEF]) or "nothing"
    return f"{row.status}<br>cited: {_plain(cited)}<br>found first: {_plain(first)}"


def _figures(report: Report) -> str:
    languages = sorted({row.question.language for row in report.rows})
    head = ["figure", "all [95 % interval]", *languages, "since the baseline"]
    rows = [
        [
            name,
            cells.figure(report.figures, name, ends=True),
            *(cells.figure(report.figures, f"{name}.{language}") for language in languages),
            cells.change(report.change(name)),
        ]
        for name in NAMES
    ]
    table = cells.markdown([head, *rows])
    says = "\n".join(f"- `{one.name}`: {one.says}" for one in MEASURES)
    return f"<details><summary>All figures</summary>\n\n{table}\n\n{says}\n\n</details>"


def _made(report: Report) -> str:
    made = report.make
    return f"Questions `{made.questions}`, index `{made.index}`, settings `{made.settings}`, code `{made.code}`."


def _plain(text: str) -> str:
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()).replace("&", "&amp;"))
    return _CALLS.sub("\\g<0>\u200b", escaped)
