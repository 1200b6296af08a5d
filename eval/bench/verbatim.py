"""Questions in their own words: whoever copies a question from a letter must get that letter's answer first."""

from collections import defaultdict
from collections.abc import Sequence

from eval.bench.material import Pair
from eval.metrics import hit_at, mean
from rag.assistant import Assistant


def share_found_first(assistant: Assistant, pairs: Sequence[Pair]) -> float:
    """Return the share of pairs whose question finds first a pair with that question."""
    same: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        same[pair.question].add(pair.key)
    return mean([_found_first(assistant, question, keys) for question, keys in same.items() for _ in keys])


def _found_first(assistant: Assistant, question: str, keys: set[str]) -> float:
    return hit_at([hit.place.key for hit in assistant.search(question, 1)], keys, 1)
