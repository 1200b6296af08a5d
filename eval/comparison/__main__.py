"""``python -m eval.comparison``: the shipped questions, asked of Vraagbaak and of its rivals in one run."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.choice import Choice
from eval.comparison.rivals import LangChainRecipe, PlainBM25
from eval.figures import Figures, figures_of
from eval.reports import cells
from eval.run import Answering, ask_all
from eval.sets import PARTS, Question, read_sets, shipped_sets
from ingest.run import ingest
from rag.assistant import Assistant
from rag.indexing.index import Index
from rag.settings import Settings

SHOWN = {
    "hit@1": "a right exchange is found first",
    "recall@5": "share of the right exchanges among the first five",
    "ndcg@10": "nDCG@10",
    "citation.precision": "cited places that are right",
    "citation.recall": "right places that are cited",
    "quote.f1": "words shared with the quote that answers best",
    "citation.role": "citations in which no question passes for an answer",
    "abstention.recall": "says no when the letters do not answer",
    "false_refusals": "says no although they do",
    "passed": "questions answered as they should be",
}
"""The figures of the table, and what they are called in it."""

_LANGUAGES = ("en", "nl")


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the questions of each assistant and print the table."""
    parser = argparse.ArgumentParser(prog="python -m eval.comparison", description="Compares with what others build.")
    parser.add_argument("--part", choices=PARTS, help="only the questions of one half")
    given = parser.parse_args(arguments)
    questions = Choice(part=given.part).of(read_sets(shipped_sets()))
    with TemporaryDirectory() as place:
        settings = Settings(index=Path(place))
        ingest(settings)
        print(f"{len(questions)} questions on the letters of {settings.corpus.name}/\n", flush=True)
        print(comparison(settings, questions))
    return 0


def comparison(settings: Settings, questions: Sequence[Question]) -> str:
    """Return the table as Markdown: a row for each figure, and a column for each assistant, English and Dutch."""
    assistant, generation = Assistant.open(settings), Index(settings).open()
    try:
        rivals: dict[str, Answering] = {
            "Vraagbaak": assistant,
            "BM25, same answer maker": PlainBM25(generation),
            "LangChain recipe": LangChainRecipe(generation),
        }
        figures = {name: figures_of(list(ask_all(one, questions))) for name, one in rivals.items()}
    finally:
        generation.close()
        assistant.close()
    return cells.markdown([["English · Dutch", *figures], *(_row(name, figures) for name in SHOWN)])


def _row(name: str, figures: Mapping[str, Figures]) -> list[str]:
    shown = [" · ".join(cells.figure(one, f"{name}.{language}") for language in _LANGUAGES) for one in figures.values()]
    return [SHOWN[name], *shown]


if __name__ == "__main__":
    sys.exit(main())
