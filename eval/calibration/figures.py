"""Figures: how well what is learned tells questions that a corpus answers from those that it does not."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from eval.calibration.corpora import Row
from eval.calibration.learning import Doubles

REFUSED = 0.05
"""The share of the answerable questions that may be refused."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: the row of its surest place, and how sure."""

    row: Row
    surest: float


def by_question(rows: Sequence[Row], chances: Doubles) -> list[Asked]:
    """Return each question with the chance of its surest place."""
    best: dict[int, Asked] = {}
    for row, chance in zip(rows, chances, strict=True):
        if row.asked not in best or chance > best[row.asked].surest:
            best[row.asked] = Asked(row, float(chance))
    return list(best.values())


def threshold(asked: Sequence[Asked]) -> float:
    """Return the chance below which the allowed share of the answerable questions would be refused."""
    return float(np.quantile([one.surest for one in asked if one.row.answerable], REFUSED))


def auc(asked: Sequence[Asked]) -> float:
    """Return how often an answerable question is surer than another."""
    answerable = np.array([one.row.answerable for one in asked])
    ranks = np.argsort(np.argsort([one.surest for one in asked], kind="stable"), kind="stable")
    count = int(answerable.sum())
    below = ranks[answerable].sum() - count * (count - 1) / 2
    return float(below / (count * (len(asked) - count)))


def table(asked: Sequence[Asked]) -> str:
    """Return lines for people: for each language and size of corpus, what is refused and what is not found."""
    lines = []
    for dutch in (False, True):
        of_language = [one for one in asked if one.row.dutch == dutch]
        least = threshold(of_language)
        lines.append(f"{'Dutch' if dutch else 'English'}: AUC {auc(of_language):.3f}, threshold {least:.3f}")
        for size in sorted({one.row.size for one in of_language}):
            of_size = [one for one in of_language if one.row.size == size]
            lines += [
                f"  {size:5} places, about {'letters' if letters else 'pairs  '}: {_shares(of_size, letters, least)}"
                for letters in (False, True)
            ]
    return "\n".join(lines)


def _shares(asked: Sequence[Asked], letters: bool, least: float) -> str:
    kinds = {
        "refused": [one for one in asked if one.row.answerable],
        "no to near ones": [one for one in asked if not one.row.answerable and one.row.near],
        "no to others": [one for one in asked if not one.row.answerable and not one.row.near],
    }
    told = []
    for name, some in kinds.items():
        some = [one for one in some if one.row.letters == letters]
        if some:
            told.append(f"{name} {np.mean([one.surest < least for one in some]):.2f} of {len(some)}")
    return ", ".join(told)
