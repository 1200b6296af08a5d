"""``python -m eval.careless [-v] [BENCH]``: figures for the half to tune with and for the one held out.

BENCH is a folder of reference pairs; with ``-v`` it is shown what went wrong in the half to tune with.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from eval.careless.honest import Honest, of_letters, of_pairs
from eval.careless.measure import Outcome, measure
from rag.settings import Settings


def report(sentences: Sequence[Honest], *, verbose: bool) -> None:
    """Print the figures of both halves; with ``verbose`` also what went wrong in the one to tune with."""
    for held_out in (False, True):
        half = [one for one in sentences if one.held_out == held_out]
        outcome = measure(half)
        print("held out" if held_out else "to tune with")
        _print(outcome)
        if verbose and not held_out:
            _print_wrong(outcome)


def _print(outcome: Outcome) -> None:
    print(f"  true sentences lost: {len(outcome.lost)} of {outcome.true} ({outcome.lost_share:.1%})")
    print(f"  planted errors caught: {outcome.caught_share:.1%} of {outcome.errors.total()}")
    for kind, count in sorted(outcome.errors.items()):
        missed = sum(1 for one, _, _ in outcome.missed if one == kind)
        print(f"    {kind}: {count - missed} of {count}")


def _print_wrong(outcome: Outcome) -> None:
    for honest, objection in outcome.lost:
        print(f"  LOST ({objection}): {honest.sentence}\n      QUOTE: {honest.citation.quote}")
    for kind, honest, sentence in outcome.missed:
        print(f"  MISSED ({kind}): {sentence}\n      QUOTE: {honest.citation.quote}")


if __name__ == "__main__":
    folders = [Path(one) for one in sys.argv[1:] if not one.startswith("-")]
    known = of_letters(Settings().corpus) + [one for folder in folders for one in of_pairs(folder)]
    report(known, verbose="-v" in sys.argv)
