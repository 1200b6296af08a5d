"""Every figure that a run has: its name, what it says, and what one question adds to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from eval import checks, metrics, support
from eval.outcome import Outcome
from eval.shares import Share
from eval.statements import statements
from rag.answer import Citation
from rag.letter import Letter

Adds = Callable[[Outcome], Share | None]
"""Returns what a question adds to a figure, or None when it has no say in it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure."""

    name: str
    says: str
    of: Adds


def measured(outcome: Outcome) -> dict[str, Share]:
    """Return what an outcome adds to every figure in which it has a say."""
    found = ((one.name, one.of(outcome)) for one in MEASURES)
    return {name: share for name, share in found if share is not None}


def _search(measure: Callable[[list[str], tuple[str, ...]], float]) -> Adds:
    return lambda one: (measure(one.found, one.sought.gold), 1.0) if one.question.answerable else None


def _cited_precision(one: Outcome) -> Share | None:
    counts = one.question.answerable and one.cited
    return (metrics.cited_precision(one.cited, one.sought.gold), 1.0) if counts else None


def _cited_recall(one: Outcome) -> Share | None:
    return (metrics.cited_recall(one.cited, one.sought.gold), 1.0) if one.question.answerable else None


def _quote_f1(one: Outcome) -> Share | None:
    quote = one.question.quote
    return (metrics.word_f1(one.quoted, quote), 1.0) if quote else None


def _facts(one: Outcome) -> Share | None:
    said = "\n".join((one.answer.answer, *(citation.quote for citation in one.answer.citations)))
    facts = one.question.facts
    return (metrics.fact_coverage(facts, said), 1.0) if facts else None


def _citations(right: Callable[[Citation, Mapping[str, Letter]], bool]) -> Adds:
    return lambda one: _share(right(citation, one.letters) for citation in one.answer.citations)


def _uncited(one: Outcome) -> Share | None:
    return _share(not statement.marks for statement in statements(one.answer))


def _share(values: Iterable[bool]) -> Share | None:
    seen = list(values)
    return (float(sum(seen)), float(len(seen))) if seen else None


def _abstention(count: Callable[[bool, bool], Share | None]) -> Adds:
    return lambda one: count(not one.question.answerable, not one.answered)


def _passed(one: Outcome) -> Share:
    right = one.answer.status == one.question.status
    if one.question.answerable:
        right = right and bool(set(one.cited) & set(one.sought.gold)) and _facts(one) in (None, (1.0, 1.0))
    sound = all(_sound(citation, one.letters) for citation in one.answer.citations)
    return float(right and sound and checks.marks_resolve(one.answer)), 1.0


def _sound(citation: Citation, letters: Mapping[str, Letter]) -> bool:
    return (
        checks.resolvable(citation, letters)
        and checks.verbatim(citation, letters)
        and checks.inside(citation)
        and checks.role_right(citation, letters)
    )


JUDGE = Measure("judge", "share of answers that a language model called right; never a gate", lambda _: None)
"""What a judge says comes when a row is there already; see :mod:`eval.judge`."""

MEASURES: tuple[Measure, ...] = (
    Measure("passed", "right status; a gold place cited and every fact there, if any; every citation sound", _passed),
    Measure("hit@1", "a gold place is found first", _search(lambda found, gold: metrics.hit_at(found, gold, 1))),
    Measure("hit@5", "one is among the first 5", _search(lambda found, gold: metrics.hit_at(found, gold, 5))),
    Measure("recall@5", "share of them in the first 5", _search(lambda found, gold: metrics.recall_at(found, gold, 5))),
    Measure("recall@10", "in the first 10", _search(lambda found, gold: metrics.recall_at(found, gold, 10))),
    Measure("mrr", "1 over the rank of the first of them", _search(metrics.reciprocal_rank)),
    Measure(
        "ndcg@10", "discounted gain of the first 10", _search(lambda found, gold: metrics.ndcg_at(found, gold, 10))
    ),
    Measure("citation.precision", "share of the cited places that are gold", _cited_precision),
    Measure("citation.recall", "share of the gold places that are cited", _cited_recall),
    Measure("quote.f1", "words shared by the quote and the gold quote", _quote_f1),
    Measure("facts", "share of the facts that the answer holds", _facts),
    Measure("support.precision", "share of citation marks that are needed", lambda one: support.precision(one.answer)),
    Measure("support.recall", "share of sentences that are supported", lambda one: support.recall(one.answer)),
    Measure("citation.resolvable", "the cited place is in the index", _citations(checks.resolvable)),
    Measure("citation.verbatim", "the quote stands at its offsets, to the letter", _citations(checks.verbatim)),
    Measure("citation.inside", "the quote lies in the cited place", _citations(lambda one, _: checks.inside(one))),
    Measure("citation.role", "no question's words are cited as an answer", _citations(checks.role_right)),
    Measure(
        "citation.marks",
        "every [n] has its citation, and every citation its [n]",
        lambda one: (float(checks.marks_resolve(one.answer)), 1.0),
    ),
    Measure(
        "status",
        "the answer says of itself what it should",
        lambda one: (float(one.answer.status == one.question.status), 1.0),
    ),
    Measure("abstention.precision", "share of noes that were due", _abstention(metrics.no_precision)),
    Measure("abstention.recall", "share of unanswerable questions that got a no", _abstention(metrics.no_recall)),
    Measure("abstention.f1", "harmonic mean of these two", _abstention(metrics.no_f1)),
    Measure("false_refusals", "share of answerable questions that got a no", _abstention(metrics.false_refusal)),
    Measure("sentences.uncited", "share of sentences that state something without a citation", _uncited),
    JUDGE,
)
"""All figures but the times, in the order in which a reader gets them."""

LATENCIES = ("latency.p50", "latency.p95")
NAMES = (*(one.name for one in MEASURES), *LATENCIES)
"""The name of every figure."""

GATED = tuple(name for name in NAMES if name != JUDGE.name)
"""The names of those that a gate may be on."""
