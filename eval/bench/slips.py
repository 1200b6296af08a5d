"""Slips of the pen: the same queries, each with one slip in its longest word, as hasty fingers make them."""

import random
import re
from dataclasses import replace

from eval.bench.material import SEED, Material

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slipped(material: Material) -> Material:
    """Return the material with a slip in every query; the same queries slip always in the same way."""
    queries = tuple(
        replace(
            query,
            words={language: slip(text, f"{SEED} {query.id} {language}") for language, text in query.words.items()},
        )
        for query in material.queries
    )
    return replace(material, queries=queries)


def slip(text: str, seed: str) -> str:
    """Return a text with a letter of its longest word left out, doubled, replaced or changed with the next one."""
    chance = random.Random(seed)
    start, end = max(
        (match.span() for match in _WORD.finditer(text)), key=lambda span: span[1] - span[0], default=(0, 0)
    )
    if end - start < _SHORTEST:
        return text
    at = chance.randint(start + 1, end - 2)
    before, sign, following, after = text[:at], text[at], text[at + 1], text[at + 2 :]
    return chance.choice(
        (
            f"{before}{following}{after}",
            f"{before}{sign}{sign}{following}{after}",
            f"{before}{chance.choice(_LETTERS)}{following}{after}",
            f"{before}{following}{sign}{after}",
        )
    )
