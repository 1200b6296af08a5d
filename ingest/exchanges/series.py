"""Series: numbers of questions that start again in one letter, told apart by their labels."""

from collections import Counter
from collections.abc import Sequence

from ingest.exchanges.outline import Draft


def tell_apart(rounds: Sequence[tuple[int, Draft]]) -> bool:
    """Let labels that several series of numbers share name the group, the section or the series too.

    Args:
        rounds: each exchange with how often the numbers had started again before it.

    Returns:
        Whether there were such labels.
    """
    times = Counter(number for _, draft in rounds for number in draft.numbers)
    shared = [(start, draft) for start, draft in rounds if any(times[number] > 1 for number in draft.numbers)]
    if not shared:
        return False
    ranks = {start: rank for rank, start in enumerate(sorted({start for start, _ in rounds}), start=1)}
    told = _telling([draft for _, draft in shared])
    for start, draft in shared:
        if told == "party" and draft.party:
            draft.label = f"{draft.party}, {draft.label[:1].lower()}{draft.label[1:]}"
        elif told == "section" and draft.section:
            draft.label = f"{draft.label} ({draft.section})"
        elif told is None:
            draft.label = f"{draft.label} (reeks {ranks[start]})"
    return True


def _telling(shared: Sequence[Draft]) -> str | None:
    """Return what tells every number apart from the same number in another series: ``party``, ``section`` or None."""
    for name in ("party", "section"):
        told = Counter((number, getattr(draft, name)) for draft in shared for number in draft.numbers)
        if max(told.values()) == 1:
            return name
    return None
