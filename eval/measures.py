"""Every figure that a run has: its name, what it says, and what one question adds to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from eval import checks, metrics, support
from eval.outcome import Outcome
from eval.shares import Share
from eval.statements import statements
from rag.answer import Citation
from rag.letter import Letter

Letters = Mapping[str, Letter]


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. ``of`` returns what a question adds to it, or None when the question has no say in it."""

    name: str
    says: str
    of: Callable[[Outcome, Letters], Share | None]
    less_is_better: bool = False


def measured(outcome: Outcome, letters: Letters) -> dict[str, Share]:
    """Return what an outcome adds to every figure in which it has a say."""
    found = ((one.name, one.of(outcome, letters)) for one in MEASURES)
    return {name: share for name, share in found if share is not None}


def _of_search(measure: Callable[[list[str], tuple[str, ...]], float]) -> Callable[[Outcome, Letters], Share | None]:
    def of(outcome: Outcome, letters: Letters) -> Share | None:
        del letters
        return (measure(outcome.found, outcome.sought.gold), 1.0) if outcome.question.answerable else None

    return of


def _cited_precision(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    if not outcome.question.answerable or not outcome.cited:
        return None
    return metrics.cited_precision(outcome.cited, outcome.sought.gold), 1.0


def _cited_recall(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    return (metrics.cited_recall(outcome.cited, outcome.sought.gold), 1.0) if outcome.question.answerable else None


def _quote_f1(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    quote = outcome.question.quote
    return (metrics.word_f1(outcome.quoted, quote), 1.0) if quote else None


def _facts(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    said = "\n".join((outcome.answer.answer, *(citation.quote for citation in outcome.answer.citations)))
    facts = outcome.question.facts
    return (metrics.fact_coverage(facts, said), 1.0) if facts else None


def _of_citations(right: Callable[[Citation, Letters], bool]) -> Callable[[Outcome, Letters], Share | None]:
    def of(outcome: Outcome, letters: Letters) -> Share | None:
        return _share(right(citation, letters) for citation in outcome.answer.citations)

    return of


def _share(values: Iterable[bool]) -> Share | None:
    seen = list(values)
    return (float(sum(seen)), float(len(seen))) if seen else None


def _marks(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    return float(checks.marks_resolve(outcome.answer)), 1.0


def _uncited(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    return _share(not one.marks for one in statements(outcome.answer))


def _status(outcome: Outcome, letters: Letters) -> Share | None:
    del letters
    return float(outcome.answer.status == outcome.question.status), 1.0


def _of_abstention(count: Callable[[bool, bool], Share | None]) -> Callable[[Outcome, Letters], Share | None]:
    def of(outcome: Outcome, letters: Letters) -> Share | None:
        del letters
        return count(not outcome.question.answerable, not outcome.answered)

    return of


def _passed(outcome: Outcome, letters: Letters) -> Share | None:
    right = outcome.answer.status == outcome.question.status
    if outcome.question.answerable:
        right = right and bool(set(outcome.cited) & set(outcome.sought.gold)) and _facts(outcome, letters) in _ALL_FACTS
    sound = all(_sound(citation, letters) for citation in outcome.answer.citations)
    return float(right and sound and checks.marks_resolve(outcome.answer)), 1.0


_ALL_FACTS = (None, (1.0, 1.0))


def _sound(citation: Citation, letters: Letters) -> bool:
    return (
        checks.resolvable(citation, letters)
        and checks.verbatim(citation, letters)
        and checks.inside(citation)
        and checks.role_right(citation, letters)
    )


_ANSWERABLE = "over questions that the letters answer"

MEASURES: tuple[Measure, ...] = (
    Measure(
        "passed",
        "right status; a gold place cited and every fact there where there are any; every citation sound",
        _passed,
    ),
    Measure("hit@1", f"a gold place is found first; {_ANSWERABLE}", _of_search(lambda f, g: metrics.hit_at(f, g, 1))),
    Measure("hit@5", "a gold place is among the first 5", _of_search(lambda f, g: metrics.hit_at(f, g, 5))),
    Measure(
        "recall@5", "share of the gold places among the first 5", _of_search(lambda f, g: metrics.recall_at(f, g, 5))
    ),
    Measure(
        "recall@10", "share of the gold places among the first 10", _of_search(lambda f, g: metrics.recall_at(f, g, 10))
    ),
    Measure("mrr", "1 over the rank of the first gold place", _of_search(metrics.reciprocal_rank)),
    Measure("ndcg@10", "discounted gain of the first 10", _of_search(lambda f, g: metrics.ndcg_at(f, g, 10))),
    Measure("citation.precision", f"share of the cited places that are gold; {_ANSWERABLE}", _cited_precision),
    Measure("citation.recall", "share of the gold places that are cited", _cited_recall),
    Measure("quote.f1", "words shared by the quote and the gold quote", _quote_f1),
    Measure("facts", "share of the facts that the answer holds", _facts),
    Measure(
        "support.precision",
        "share of citation marks that their sentence needs (ALCE)",
        lambda outcome, _: support.precision(outcome.answer),
    ),
    Measure(
        "support.recall",
        "share of sentences that their citations support (ALCE)",
        lambda outcome, _: support.recall(outcome.answer),
    ),
    Measure("citation.resolvable", "the cited place is in the index", _of_citations(checks.resolvable)),
    Measure("citation.verbatim", "the quote stands at its offsets, to the letter", _of_citations(checks.verbatim)),
    Measure(
        "citation.inside", "the quote lies within the cited place", _of_citations(lambda one, _: checks.inside(one))
    ),
    Measure("citation.role", "a question's words are never cited as an answer", _of_citations(checks.role_right)),
    Measure("citation.marks", "every [n] has its citation, and every citation its [n]", _marks),
    Measure("status", "the answer says of itself what it should", _status),
    Measure("abstention.precision", "share of noes that were due", _of_abstention(metrics.no_precision)),
    Measure("abstention.recall", "share of unanswerable questions that got a no", _of_abstention(metrics.no_recall)),
    Measure("abstention.f1", "harmonic mean of these two", _of_abstention(metrics.no_f1)),
    Measure(
        "false_refusals",
        "share of answerable questions that got a no",
        _of_abstention(metrics.false_refusal),
        less_is_better=True,
    ),
    Measure("sentences.uncited", "share of sentences that state something without a citation", _uncited, True),
)
"""All figures but the times, in the order in which a reader gets them."""

LATENCIES = ("latency.p50", "latency.p95")
NAMES = (*(one.name for one in MEASURES), *LATENCIES)
"""The name of every figure."""
