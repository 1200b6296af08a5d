"""A report as a page to read through: every question with its answer and its citations, to filter and to search.

The page is one file that fetches nothing. All that comes from questions, letters and answers is escaped; a policy lets
no other script or style run than the two that come with it.
"""

import base64
import hashlib
import html
from collections.abc import Sequence
from pathlib import Path

from eval.measures import NAMES
from eval.record import Cited, Row
from eval.report import Report
from eval.reports import cells
from eval.reports.drawing import drawing

_STYLE, _SCRIPT = (
    (Path(__file__).parent / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in ("page.css", "page.js")
)
_FILTERS = ("outcome", "kind", "language", "part", "status", "since")


def page(report: Report) -> str:
    """Return the page as HTML."""
    before = {flip.question.id: "better" if flip.better else "worse" for flip in report.flips}
    return "\n".join(
        (
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>vraagbaak eval</title><style>{_STYLE}</style></head><body>",
            f"<h1>vraagbaak eval: {_plain(report.verdict)}</h1>",
            _gates(report),
            _figures(report),
            drawing(report.rows),
            _form(report, before),
            *(_article(row, before.get(row.question.id, "same")) for row in report.rows),
            f"<script>{_SCRIPT}</script></body></html>",
            "",
        )
    )


def _policy() -> str:
    hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in (_STYLE, _SCRIPT)]
    return f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; form-action 'none'"


def _gates(report: Report) -> str:
    rows = [(one.gate.name, cells.bound(one), cells.held(one), one.word) for one in report.verdicts]
    return _table([("gate", "asks", "found", "verdict"), *rows]) if rows else ""


def _figures(report: Report) -> str:
    languages = sorted({row.question.language for row in report.rows})
    rows = [
        (
            name,
            cells.figure(report.figures, name, ends=True),
            *(cells.figure(report.figures, f"{name}.{language}", ends=True) for language in languages),
        )
        for name in NAMES
    ]
    return _table([("figure", "all", *languages), *rows])


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = ["".join(f"<th>{_plain(cell)}</th>" for cell in head)]
    lines += ["".join(f"<td{_missed(cell)}>{_plain(cell)}</td>" for cell in row) for row in others]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _missed(cell: str) -> str:
    return ' class="missed"' if cell == "MISSED" else ""


def _form(report: Report, before: dict[str, str]) -> str:
    choices = [_facets(row, before.get(row.question.id, "same")) for row in report.rows]
    selects = [_select(name, sorted({one[name] for one in choices})) for name in _FILTERS]
    search = '<input type="search" name="words" placeholder="words" aria-label="words">'
    return f"<form>{search}{''.join(selects)}<output></output></form>"


def _select(name: str, values: Sequence[str]) -> str:
    options = "".join(f'<option value="{_plain(value)}">{_plain(value)}</option>' for value in values)
    return f'<select name="{name}" aria-label="{name}"><option value="">{name}: all</option>{options}</select>'


def _facets(row: Row, since: str) -> dict[str, str]:
    question = row.question
    outcome = "passed" if row.passed else "failed"
    values = (outcome, question.kind, question.language, question.part, row.status, since)
    return dict(zip(_FILTERS, values, strict=True))


def _article(row: Row, since: str) -> str:
    facets = _facets(row, since)
    question = row.question
    marks = " ".join(f'data-{name}="{_plain(value)}"' for name, value in facets.items())
    about = [question.id, question.kind, f"expected {question.status}", f"got {row.status}", f"{row.sureness:.2f} sure"]
    return "\n".join(
        (
            f'<article class="{facets["outcome"]}" {marks}>',
            f"<h2>{_plain(' › '.join((*question.after, question.question)))}</h2>",
            f'<p class="about">{_plain(" · ".join(about))}</p>',
            f'<div class="answer">{_plain(row.answer)}</div>',
            *(_citation(one) for one in row.cited),
            _keys("gold", row.gold),
            _keys("found", [f"{key} ({score:.2f})" for key, score in row.found]),
            *(f'<p class="about">{_plain(remark)}</p>' for remark in row.remarks),
            f"<blockquote>gold: {_plain(question.quote)}</blockquote>" if question.quote else "",
            "</article>",
        )
    )


def _citation(one: Cited) -> str:
    return f'<blockquote>[{one.n}] {_plain(one.quote)}<p class="keys">{_plain(one.text)} ({one.role})</p></blockquote>'


def _keys(name: str, keys: Sequence[str]) -> str:
    return f'<p class="keys">{name}: {_plain(", ".join(keys)) or "none"}</p>'


def _plain(text: str) -> str:
    return html.escape(text, quote=True)
