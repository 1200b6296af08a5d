"""The queries as a question set: whole answers, and whether the assistant says no when the pair is not there."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from eval.bench.material import Material, Pair, Query, index_of
from eval.bench.table import LANGUAGES
from eval.figures import figures_of
from eval.gold import Gold
from eval.reports import cells
from eval.run import ask_all
from eval.sets import Question
from rag.assistant import Assistant

LEFT_OUT = 0
"""The fold whose pairs are left out of the index, so that nothing answers its queries."""

SHOWN = (
    "citation.precision",
    "citation.recall",
    "quote.f1",
    "abstention.recall",
    "false_refusals",
    "citation.verbatim",
)


def answer_table(material: Material, folder: Path) -> str:
    """Ask every query of an index without one fold's pairs; return the figures as Markdown."""
    pairs, questions = question_set(material)
    with closing(Assistant.open(index_of(pairs, folder))) as assistant:
        figures = figures_of(list(ask_all(assistant, questions)))
    head = ["whole answers [95 % interval]", *LANGUAGES]
    rows = [[name, *(cells.figure(figures, f"{name}.{one}", ends=True) for one in LANGUAGES)] for name in SHOWN]
    return cells.markdown([head, *rows])


def question_set(material: Material) -> tuple[tuple[Pair, ...], tuple[Question, ...]]:
    """Return the pairs without those of one fold, and every query in each language."""
    gone = {query.gold for query in material.queries if query.fold == LEFT_OUT}
    pairs = tuple(pair for pair in material.pairs if pair.key not in gone)
    return pairs, tuple(question for query in material.queries for question in _questions(query))


def _questions(query: Query) -> Iterator[Question]:
    for language, words in query.words.items():
        name = f"{query.id}-{language}"
        if query.fold == LEFT_OUT:
            yield Question(name, language, words, "near_topic", "not_found")
        else:
            yield Question(name, language, words, "single", "answered", (Gold(query.id, numbers=("1",)),), query.quote)
