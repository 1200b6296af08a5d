"""The ways in which letters write which questions a heading numbers."""

from collections.abc import Sequence
from random import Random


def written(rng: Random, numbers: Sequence[str], *, flat: bool = False, bare: bool = False) -> str:
    """Return a list of numbers as letters write it: ``7, 8, 9 10 en 11``, ``16 t/m 23``, ``7–9 en 11–13``.

    A ``bare`` list, or one in text that lost its line ends, has no slash in it: ``1/2`` may be a page of two.
    """
    if len(numbers) == 1:
        return numbers[0]
    forms = [_listed(numbers), _listed(numbers)]
    if len(numbers) == 2:
        forms += [f"{numbers[0]} & {numbers[1]}", ", ".join(numbers)]
    # A comma is missing only where all numbers are whole: "6a 6b" is no slip that was seen.
    elif not flat and all(number.isdigit() for number in numbers):
        forms.append(_without_comma(rng, numbers))
    if not bare and not flat:
        forms.append("/".join(numbers))
    if len(runs := _runs(numbers)) < len(numbers) and all(len(run) != 2 for run in runs):
        forms += _ranged(rng, runs)
    return rng.choice(forms)


def _listed(numbers: Sequence[str]) -> str:
    return f"{', '.join(numbers[:-1])} en {numbers[-1]}"


def _without_comma(rng: Random, numbers: Sequence[str]) -> str:
    lost = rng.randrange(1, len(numbers) - 1)
    return f"{', '.join(numbers[:lost])} {_listed(numbers[lost:])}"


def _ranged(rng: Random, runs: Sequence[Sequence[str]]) -> list[str]:
    forms = []
    for word in (" t/m ", " tot en met ", "–", "-", " t/ "):
        spans = [f"{run[0]}{word}{run[-1]}" if len(run) > 1 else run[0] for run in runs]
        forms.append(_listed(spans) if len(spans) > 1 else spans[0])
    return [rng.choice(forms)] * 3


def _runs(numbers: Sequence[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _follows(before: str, number: str) -> bool:
    if before.isdigit() and number.isdigit():
        return int(number) == int(before) + 1
    return before[:-1] == number[:-1] and ord(number[-1]) == ord(before[-1]) + 1
