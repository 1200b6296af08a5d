"""From what an assistant did with each question to figures, by language, kind and wording."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from eval import checks, metrics
from eval.sets import Question
from rag.answer import Answer
from rag.letter import Letter

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an assistant did with one question.

    ``ranking`` are the keys of what search found; ``gold`` and ``neutral`` those of the set; ``answer_ms`` is
    how long the answer took, in milliseconds.
    """

    question: Question
    answer: Answer
    ranking: tuple[str, ...]
    gold: tuple[str, ...]
    neutral: frozenset[str]
    answer_ms: float

    @property
    def found(self) -> list[str]:
        """Return the ranking without the places that count neither way."""
        return metrics.condensed(self.ranking, self.neutral)

    @property
    def cited(self) -> list[str]:
        """Return the cited places without those that count neither way."""
        return metrics.condensed((citation.place.key for citation in self.answer.citations), self.neutral)

    @property
    def answered(self) -> bool:
        """Say whether the assistant gave an answer."""
        return self.answer.status == "answered"

    @property
    def quoted(self) -> str:
        """Return what was quoted from the best gold place, in the order of the letter."""
        quotes = [one for one in self.answer.citations if one.place.key in self.gold[:1] and one.role != "question"]
        return " ".join(one.quote for one in sorted(quotes, key=lambda one: one.start))


Measure = Callable[[Outcome], float | None]

SEARCH: Mapping[str, Measure] = {
    "hit@1": lambda one: metrics.hit_at(one.found, one.gold, 1),
    "hit@5": lambda one: metrics.hit_at(one.found, one.gold, 5),
    "recall@5": lambda one: metrics.recall_at(one.found, one.gold, 5),
    "recall@10": lambda one: metrics.recall_at(one.found, one.gold, 10),
    "mrr": lambda one: metrics.reciprocal_rank(one.found, one.gold),
    "ndcg@10": lambda one: metrics.ndcg_at(one.found, one.gold, 10),
}
"""Measures of what search found, over answerable questions."""

ANSWERS: Mapping[str, Measure] = {
    "citation.precision": lambda one: metrics.cited_precision(one.cited, one.gold) if one.cited else None,
    "citation.recall": lambda one: metrics.cited_recall(one.cited, one.gold),
    "quote.f1": lambda one: metrics.word_f1(one.quoted, one.question.quote) if one.question.quote else None,
    "facts": lambda one: metrics.fact_coverage(one.question.facts, _said(one)) if one.question.facts else None,
}
"""Measures of what was answered, over answerable questions."""

_CITATIONS = ("citation.resolvable", "citation.verbatim", "citation.inside", "citation.role")
_ABSTENTION = ("abstention.precision", "abstention.recall", "abstention.f1", "false_refusals")
_LATENCY = ("latency.p50", "latency.p95")
NAMES = (
    *SEARCH,
    *ANSWERS,
    *_CITATIONS,
    "citation.marks",
    "status",
    *_ABSTENTION,
    "sentences.uncited",
    *_LATENCY,
)
"""The name of every figure, in the order in which a reader gets them."""


def groups(question: Question) -> tuple[str, ...]:
    """Return the groups to which a question belongs, each as the end of a figure's name; all are in ``""``."""
    return ("", f".{question.language}", f".{question.kind}", *((".lay",) if question.lay else ()))


def figures_of(outcomes: Sequence[Outcome], letters: Mapping[str, Letter]) -> Figures:
    """Return every figure that can be measured, overall and per group: ``hit@5``, ``hit@5.en``, ``hit@5.lay``."""
    members: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        for group in groups(outcome.question):
            members.setdefault(group, []).append(outcome)
    return {f"{name}{group}": value for group in members for name, value in _measure(members[group], letters).items()}


def _measure(outcomes: Sequence[Outcome], letters: Mapping[str, Letter]) -> Figures:
    answerable = [one for one in outcomes if one.question.answerable]
    figures = {
        **_means({**SEARCH, **ANSWERS}, answerable),
        **_citations(outcomes, letters),
        **_statuses(outcomes),
        "sentences.uncited": float(sum(len(checks.uncited_sentences(one.answer)) for one in outcomes)),
        "latency.p50": metrics.percentile([one.answer_ms for one in outcomes], 50),
        "latency.p95": metrics.percentile([one.answer_ms for one in outcomes], 95),
    }
    return {name: figures[name] for name in NAMES if name in figures}


def _means(measures: Mapping[str, Measure], outcomes: Sequence[Outcome]) -> Figures:
    values = {
        name: [value for one in outcomes if (value := measure(one)) is not None] for name, measure in measures.items()
    }
    return {name: metrics.mean(found) for name, found in values.items() if found}


def _citations(outcomes: Sequence[Outcome], letters: Mapping[str, Letter]) -> Figures:
    citations = [citation for one in outcomes for citation in one.answer.citations]
    if not citations:
        return {}
    right = {
        "citation.resolvable": [checks.resolvable(one, letters) for one in citations],
        "citation.verbatim": [checks.verbatim(one, letters) for one in citations],
        "citation.inside": [checks.inside(one) for one in citations],
        "citation.role": [checks.role_right(one, letters) for one in citations],
        "citation.marks": [checks.marks_resolve(one.answer) for one in outcomes],
    }
    return {name: math.fsum(values) / len(values) for name, values in right.items()}


def _statuses(outcomes: Sequence[Outcome]) -> Figures:
    counted = metrics.abstention((one.question.answerable, one.answered) for one in outcomes)
    values = (counted.precision, counted.recall, counted.f1, counted.false_refusals)
    right = [float(one.answer.status == one.question.status) for one in outcomes]
    return {"status": metrics.mean(right), **{n: v for n, v in zip(_ABSTENTION, values, strict=True) if v is not None}}


def _said(outcome: Outcome) -> str:
    return "\n".join((outcome.answer.answer, *(citation.quote for citation in outcome.answer.citations)))
