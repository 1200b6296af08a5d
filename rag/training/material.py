"""What the model learns from, read from the folder of shared data, the term lists and the letters."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rag.errors import SettingError

PARALLEL_FILE: Final = "parallel/all_train_en_nl.tsv"
NEWS_FILE: Final = "parallel/ntrex128_en_nl.tsv"
PAIRS_FILE: Final = "bench/pairs.jsonl"
QUERIES_FILE: Final = "bench/dev_queries.jsonl"
QUESTIONS_FILE: Final = "bench/questions.jsonl"

_MARKUP: Final = re.compile(r"\{\{|<[a-z/]")
_SHORTEST_PARAGRAPH: Final = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """A question to the cabinet and its answer."""

    id: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Terms:
    """A term and what it may be called in the letters, most usual first."""

    term: str
    alternatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All that the model learns from; nothing in it belongs to a pair that a figure is measured with."""

    sentences: tuple[tuple[str, str], ...]
    english_terms: tuple[Terms, ...]
    everyday_terms: tuple[Terms, ...]
    pairs: tuple[Pair, ...]
    questions: tuple[str, ...]
    paragraphs: tuple[str, ...]

    def dutch(self) -> list[str]:
        """Return every Dutch text of the domain: questions, answers and paragraphs of letters."""
        texts = [text for pair in self.pairs for text in (pair.question, pair.answer)]
        return [*texts, *self.questions, *self.paragraphs]


def read_material(shared: Path, terms: Path, letters: Path) -> Material:
    """Read what there is to learn from, the pairs left out to which a query of :func:`read_queries` belongs.

    Raises:
        SettingError: a file is missing.
    """
    measured = {query["id"] for query in read_queries(shared)}
    pairs = read_pairs(shared)
    kept_back = {pair.question for pair in pairs if pair.id in measured}
    questions = (line["vraag"] for line in _json_lines(shared / QUESTIONS_FILE))
    return Material(
        sentences=_sentences(shared / PARALLEL_FILE),
        english_terms=read_terms(terms / "en-nl.tsv"),
        everyday_terms=read_terms(terms / "nl-nl.tsv"),
        pairs=tuple(pair for pair in pairs if pair.id not in measured),
        questions=tuple(question for question in questions if question not in kept_back),
        paragraphs=_paragraphs(letters),
    )


def read_queries(shared: Path) -> list[dict[str, str]]:
    """Return the queries to measure with: ``id`` of the pair, and the same question in ``en`` and ``nl``."""
    return _json_lines(shared / QUERIES_FILE)


def read_pairs(shared: Path) -> list[Pair]:
    """Return all questions with their answers."""
    return [Pair(line["id"], line["vraag"], line["antwoord"]) for line in _json_lines(shared / PAIRS_FILE)]


def read_news(shared: Path) -> list[tuple[str, str]]:
    """Return the translated news sentences that only measure, never teach."""
    return [(columns[0], columns[1]) for columns in _columns(shared / NEWS_FILE)]


def read_terms(path: Path) -> tuple[Terms, ...]:
    """Read a term list: a line holds a term, a tab, and its alternatives with a bar between them."""
    return tuple(Terms(columns[0], tuple(columns[1].split("|"))) for columns in _columns(path))


def _sentences(path: Path) -> tuple[tuple[str, str], ...]:
    """Read sentence pairs once each, without templates and single words."""
    pairs = dict.fromkeys((columns[0], columns[1]) for columns in _columns(path))
    return tuple(
        (english, dutch)
        for english, dutch in pairs
        if " " in english and " " in dutch and not _MARKUP.search(english) and not _MARKUP.search(dutch)
    )


def _paragraphs(letters: Path) -> tuple[str, ...]:
    texts = [_lines(path, "\n\n") for path in sorted(letters.glob("*.txt"))]
    return tuple(block for blocks in texts for block in blocks if len(block) >= _SHORTEST_PARAGRAPH)


def _columns(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in _lines(path) if "\t" in line]


def _json_lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in _lines(path) if line]


def _lines(path: Path, end: str = "\n") -> list[str]:
    try:
        return path.read_text(encoding="utf-8").split(end)
    except OSError as error:
        raise SettingError(
            f"{path} cannot be read ({error.strerror}); give --shared the folder that holds it."
        ) from error
