"""The table: rows of figures with their intervals, as aligned lines of text that are Markdown too."""

from collections.abc import Mapping, Sequence

from eval.bench.rankings import Measure, Result
from rag.answer import Language

LANGUAGES: tuple[Language, ...] = ("en", "nl")
Results = Mapping[Language, Result]

HEAD = ("mean [95 % interval]", *(f"{language} {name}" for language in LANGUAGES for name in ("nDCG@10", "recall@5")))
NO_DIFFERENCE = "·"


def row(name: str, results: Results) -> list[str]:
    """Return a row: a name, and of each language both figures."""
    return [name, *(_cell(one) for language in LANGUAGES for one in _both(results[language]))]


def difference_row(name: str, results: Results, less: Results) -> list[str]:
    """Return a row of what ``results`` have over those with less."""
    pairs = [(results[language], less[language]) for language in LANGUAGES]
    gained = [mine.over(theirs) for pair in pairs for mine, theirs in zip(*map(_both, pair), strict=True)]
    return [name, *(_cell(one, "+") if one.values.any() else NO_DIFFERENCE for one in gained)]


def text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows under the head of the table, aligned."""
    lines = [HEAD, *rows]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    rule = ["-" * width for width in widths]
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))} |"
        for line in (HEAD, rule, *rows)
    )


def _both(result: Result) -> tuple[Measure, Measure]:
    return result.ndcg, result.recall


def _cell(one: Measure, sign: str = "") -> str:
    low, high = one.interval
    return f"{_figure(one.mean, sign)} [{_figure(low, sign)} {_figure(high, sign)}]"


def _figure(value: float, sign: str) -> str:
    shown = f"{value:{sign}.3f}"
    return shown.replace("0.", ".", 1)
