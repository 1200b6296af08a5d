"""Fits the weights of :mod:`rag.answering.aptness`: ``python -m eval.quoting SHARED`` prints them and what they reach.

SHARED is the folder of reference material. Each question of ``bench/dev_queries.jsonl`` is asked of the answer of
its own pair; the nearer the words of a statement are to those that are known to answer, the more it is the right one.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.metrics import word_f1
from rag.answer import Language, Place
from rag.answering.aptness import Weights, chances
from rag.answering.overlap import Doubles, best_run
from rag.answering.quotes import Quoter
from rag.answering.sentences import statements
from rag.asking.query import QueryMaker
from rag.indexing.generation import word_counts
from rag.indexing.lexical import LexicalIndex
from rag.indexing.passages import fields
from rag.letter import Exchange, Letter
from rag.models.embedding import load_embedding
from rag.words.analysis import Splitter
from rag.words.counting import Counting

RIDGE = 20.0
SHARPNESS = 0.3
"""How much less F1 makes a statement e times less the right one."""

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One question with the statements of its answer, what is seen of them, and the words that answer."""

    pair: int
    language: Language
    written: list[str]
    seen: Doubles
    gold: str


def cases(shared: Path) -> list[Case]:
    """Ask every question of the answer of its own pair."""
    pairs = {one["id"]: one for one in _records(shared / "bench" / "pairs.jsonl")}
    found = {name: _place(name, one["vraag"], one["antwoord"]) for name, one in pairs.items()}
    counted = Counting(map(fields, found.values()))
    splitter = Splitter(word_counts(counted))
    queries = QueryMaker(splitter)
    quoter = Quoter(LexicalIndex.build(counted, splitter), splitter, load_embedding())
    made = []
    for number, query in enumerate(_records(shared / "bench" / "dev_queries.jsonl")):
        place = found[query["id"]]
        written = [place.letter.at(span) for span in statements(place.letter.text, place.span)]
        languages: tuple[Language, ...] = ("en", "nl")
        for language in languages:
            asked = query[language]
            seen = quoter.observe(place, written, asked, queries.concepts(asked, language))
            made.append(Case(number, language, written, seen, query["quote"]))
    return made


def fit(cases_: Sequence[Case], steps: int = 60) -> Weights:
    """Fit the conditional logit by Newton's method, with a ridge on weights in units of what is seen."""
    rows = np.concatenate([one.seen for one in cases_])
    scale = rows.std(axis=0) + 1e-9
    inputs = [one.seen / scale for one in cases_]
    targets = [_target(one) for one in cases_]
    weights = np.zeros(rows.shape[1])
    for _ in range(steps):
        slope, curve = 2 * RIDGE * weights, 2 * RIDGE * np.eye(len(weights))
        for given, target in zip(inputs, targets, strict=True):
            scores = given @ weights
            raised = np.exp(scores - scores.max())
            found = raised / raised.sum()
            mean = found @ given
            slope = slope + (found - target) @ given
            curve = curve + (given * found[:, None]).T @ given - np.outer(mean, mean)
        weights -= np.linalg.solve(curve, slope)
    return Weights(*(round(float(one), 2) for one in weights / scale))


def held_out_f1(cases_: Sequence[Case]) -> dict[str, float]:
    """Return, per language, the word-F1 of the quotes of questions that the fit did not see."""
    reached: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        weights = fit([one for one in cases_ if one.pair % FOLDS != fold])
        for one in cases_:
            if one.pair % FOLDS == fold:
                first, last = best_run(one.written, chances(one.seen, weights))
                reached.setdefault(one.language, []).append(word_f1(" ".join(one.written[first : last + 1]), one.gold))
    return {language: float(np.mean(values)) for language, values in sorted(reached.items())}


def _target(case: Case) -> Doubles:
    likeness = np.array([word_f1(one, case.gold) for one in case.written])
    raised: Doubles = np.exp((likeness - likeness.max()) / SHARPNESS)
    target: Doubles = raised / raised.sum()
    return target


def _place(name: str, question: str, answer: str) -> Place:
    at = len(question) + 2
    exchange = Exchange("Vraag 1", ("1",), (0, len(question)), (at, at + len(answer)))
    text = f"{question}\n\n{answer}"
    letter = Letter(id=name, source=name, kind="answers", title="", citation=name, text=text, exchanges=(exchange,))
    return Place(letter, exchange)


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    everything = cases(Path(sys.argv[1]))
    print(f"{fit(everything)}\nheld-out word-F1 {held_out_f1(everything)} over {len(everything)} questions")
