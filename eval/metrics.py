"""The figures by which answers are judged, each defined here and nowhere else.

Places are named by their keys (``7562802#7``). A ranking is a list of keys, the best first. Figures lie between
0 and 1 unless they say otherwise.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from eval.shares import Share

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def condensed(ranking: Iterable[str], neutral: Collection[str]) -> list[str]:
    """Return the ranking without places that count neither way and without repeats.

    Condensed lists: Sakai, "Alternatives to Bpref", SIGIR 2007.
    """
    return list(dict.fromkeys(key for key in ranking if key not in neutral))


def hit_at(ranking: Sequence[str], gold: Collection[str], k: int) -> float:
    """Say (1 or 0) whether a gold place is among the first ``k``: "success at k" of trec_eval."""
    return float(any(key in gold for key in ranking[:k]))


def recall_at(ranking: Sequence[str], gold: Collection[str], k: int) -> float:
    """Return the share of the gold places among the first ``k``: ``recall_k`` of trec_eval."""
    return len(set(ranking[:k]) & set(gold)) / len(set(gold))


def reciprocal_rank(ranking: Sequence[str], gold: Collection[str]) -> float:
    """Return 1 over the rank of the first gold place, 0 without one: Voorhees, TREC-8 1999; its mean is MRR."""
    return next((1 / rank for rank, key in enumerate(ranking, 1) if key in gold), 0.0)


def ndcg_at(ranking: Sequence[str], gold: Collection[str], k: int) -> float:
    """Return nDCG at ``k`` with gains of 0 or 1: Järvelin and Kekäläinen, TOIS 2002, discount 1/log2(rank + 1)."""
    gained = sum(_discount(rank) for rank, key in enumerate(ranking[:k], 1) if key in gold)
    return gained / sum(_discount(rank) for rank in range(1, min(k, len(set(gold))) + 1))


def _discount(rank: int) -> float:
    return 1 / math.log2(rank + 1)


def cited_precision(cited: Collection[str], gold: Collection[str]) -> float:
    """Return the share of the cited places that are gold; the citations must not be none.

    After citation precision in ALCE (Gao et al., EMNLP 2023), with the gold places as the support.
    """
    return len(set(cited) & set(gold)) / len(set(cited))


def cited_recall(cited: Collection[str], gold: Collection[str]) -> float:
    """Return the share of the gold places that are cited.

    After citation recall in ALCE (Gao et al., EMNLP 2023), with the gold places as what must be supported.
    """
    return len(set(cited) & set(gold)) / len(set(gold))


def words(text: str) -> list[str]:
    """Return the words and numbers of a text in lower case; ``11.500`` is one."""
    return _WORD.findall(text.casefold())


def word_f1(text: str, gold: str) -> float:
    """Return the harmonic mean of word precision and recall, repeats counted.

    F1 of SQuAD (Rajpurkar et al., EMNLP 2016), here without dropping articles. Two texts without words are equal.
    """
    mine, theirs = Counter(words(text)), Counter(words(gold))
    if not mine or not theirs:
        return float(mine == theirs)
    return 2 * (mine & theirs).total() / (mine.total() + theirs.total())


def fact_coverage(facts: Sequence[str], text: str) -> float:
    """Return the share of the facts that the text holds as they are written, case and white space aside."""
    folded = " ".join(text.split()).casefold()
    return sum(" ".join(fact.split()).casefold() in folded for fact in facts) / len(facts)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return a percentile by linear interpolation: definition 7 of Hyndman and Fan, American Statistician 1996.

    ``values`` must not be empty; ``percent`` lies between 0 and 100. The unit is that of the values.
    """
    ordered = sorted(values)
    at = (len(ordered) - 1) * percent / 100
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def mean(values: Sequence[float]) -> float:
    """Return the arithmetic mean; the values must not be empty."""
    return math.fsum(values) / len(values)


def no_precision(due: bool, given: bool) -> Share | None:
    """Share of noes that were due, in pairs of (was a no due, was it given): precision of saying no.

    As for unanswerable questions in SQuAD 2.0 (Rajpurkar et al., ACL 2018), saying no is the positive class.
    """
    return (float(due), 1.0) if given else None


def no_recall(due: bool, given: bool) -> Share | None:
    """Share of the due noes that were given: recall of saying no."""
    return (float(given), 1.0) if due else None


def no_f1(due: bool, given: bool) -> Share | None:
    """Harmonic mean of the precision and the recall of saying no: 2 TP / (2 TP + FP + FN)."""
    return (2.0 * (due and given), float(due) + float(given)) if due or given else None


def false_refusal(due: bool, given: bool) -> Share | None:
    """Share of answerable questions that got a no."""
    return None if due else (float(given), 1.0)
