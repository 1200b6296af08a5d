"""Fits the coefficients of :mod:`rag.answering.confidence`: ``python -m eval.calibration SHARED`` prints them.

SHARED is the folder of reference material. From ``bench/pairs.jsonl`` many small corpora are drawn; the questions
of ``bench/dev_queries.jsonl`` are asked of each. A question whose pair was drawn has an answer there, any other has
none. Of each question the best places are kept, with what search saw of them and whether they are the right one.
The question sets of the product take no part in it.
"""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.answer import Language
from rag.answering.confidence import ENOUGH_EVIDENCE, Coefficients
from rag.asking.query import QueryMaker
from rag.indexing.generation import word_counts
from rag.indexing.lexical import LexicalIndex
from rag.models.embedding import StaticModel, load_embedding
from rag.search import DENSE_WEIGHT
from rag.words.analysis import Splitter
from rag.words.counting import Counting, Fields

Matrix = NDArray[np.float64]

SIZES = (100, 100, 200, 400, 1000)
CORPORA = 30
ASKED = 80
"""Questions with an answer, and as many without, that are asked of each corpus in each language."""

KEPT = 6
"""Places that are kept of each question."""

SEED = 11


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of places: features (rows of four), which are right, and which question they are of."""

    features: Matrix
    right: NDArray[np.bool_]
    question: NDArray[np.int64]


def observe(shared: Path) -> Seen:
    """Draw the corpora, ask the questions, and return what was seen."""
    pairs = _records(shared / "bench" / "pairs.jsonl")
    queries = _records(shared / "bench" / "dev_queries.jsonl")
    chance, embedding = random.Random(SEED), load_embedding()
    rows = [row for _ in range(CORPORA) for row in _corpus(pairs, queries, chance, embedding)]
    features, right, question = zip(*rows, strict=True)
    return Seen(np.array(features), np.array(right), np.array(question))


def fit(seen: Seen, rows: NDArray[np.bool_] | None = None, ridge: float = 1.0, steps: int = 40) -> Coefficients:
    """Fit a logistic regression by Newton's method, its weights (not the bias) held small by a ridge."""
    use = np.ones(len(seen.right), np.bool_) if rows is None else rows
    inputs = np.column_stack([seen.features[use], np.ones(use.sum())])
    target = seen.right[use].astype(float)
    penalty = ridge * np.diag([1.0] * seen.features.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(steps):
        sure = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (sure - target) + penalty @ weights
        curve = (inputs * (sure * (1 - sure))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curve, slope)
    return Coefficients(*(round(float(one), 2) for one in weights))


def held_out_auc(seen: Seen, folds: int = 5) -> float:
    """Return how often a right place is surer than a wrong one, for questions that the fit did not see."""
    sure = np.zeros(len(seen.right))
    for fold in range(folds):
        held = seen.question % folds == fold
        found = fit(seen, ~held)
        weights = np.array([found.coverage, found.evidence, found.nearness, found.lead])
        sure[held] = seen.features[held] @ weights + found.bias
    order = np.argsort(np.argsort(sure))
    right = int(seen.right.sum())
    below = order[seen.right].sum() - right * (right - 1) / 2
    return float(below / (right * (len(sure) - right)))


def _corpus(
    pairs: Sequence[dict[str, Any]], queries: Sequence[dict[str, Any]], chance: random.Random, embedding: StaticModel
) -> Iterator[tuple[tuple[float, ...], bool, int]]:
    drawn = chance.sample(range(len(pairs)), chance.choice(SIZES))
    ids = [pairs[at]["id"] for at in drawn]
    documents = [Fields(pairs[at]["vraag"], pairs[at]["antwoord"], "") for at in drawn]
    counted = Counting(documents)
    splitter = Splitter(word_counts(counted))
    lexical, maker = LexicalIndex.build(counted, splitter), QueryMaker(splitter)
    texts = [[one.question, f"{one.question}\n\n{one.answer}"] for one in documents]
    vectors = [embedding.vectors(list(part)) for part in zip(*texts, strict=True)]
    answered = [at for at, query in enumerate(queries) if query["id"] in ids]
    others = [at for at, query in enumerate(queries) if query["id"] not in ids]
    for group in (answered, others):
        for at in chance.sample(group, min(ASKED, len(group), max(len(answered), 1))):
            for language in DENSE_WEIGHT:
                question = queries[at][language]
                found = lexical.ask(maker.concepts(question, language))
                near = np.max([part @ embedding.vectors([question])[0] for part in vectors], axis=0).clip(min=0)
                for place, features in _best(found.coverage, found.evidence, near, language):
                    yield features, ids[place] == queries[at]["id"], at


def _best(
    coverage: NDArray[Any], evidence: NDArray[Any], near: NDArray[Any], language: Language
) -> Iterator[tuple[int, tuple[float, ...]]]:
    fused = coverage + DENSE_WEIGHT[language] * near
    best = float(fused.max()) or 1.0
    for place in np.argsort(-fused)[:KEPT]:
        seen = (coverage[place], min(evidence[place], ENOUGH_EVIDENCE), near[place], fused[place] / best)
        yield int(place), tuple(float(one) for one in seen)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    everything = observe(Path(sys.argv[1]))
    print(f"{fit(everything)}\nheld-out AUC {held_out_auc(everything):.3f} over {len(everything.right)} places")
