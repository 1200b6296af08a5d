"""Whether a sentence says the opposite of its quotes, or more: "always", "only" or "must" where they do not.

Two tables hold the beginnings of words, Dutch and English together; one that begins with ``=`` is a whole word, and a
``+`` stands for a space. In a row of ``opposites.tsv`` each side is the opposite of the other; in a row of
``strengths.tsv`` a quote must have a word of the second side for a sentence to have one of the first.
"""

import re

from rag.words.lexicon import DATA
from rag.writing.likeness import ALIKE, Passage, likeness

Table = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


def _table(name: str) -> Table:
    rows = (DATA / name).read_text(encoding="utf-8").splitlines()
    return tuple((_pattern(one), _pattern(other)) for one, other in (row.split("\t") for row in rows))


def _pattern(forms: str) -> re.Pattern[str]:
    parts = [form[1:] + r"\b" if form.startswith("=") else form.replace("+", r"\s+") for form in forms.split("|")]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


_OPPOSITES = _table("opposites.tsv")
_STRENGTHS = _table("strengths.tsv")


def says_opposite(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim has a word whose opposite its quote has, and not that word itself."""
    for pair in _OPPOSITES:
        for mine, theirs in (pair, pair[::-1]):
            turned = mine.search(claim.text) and not theirs.search(claim.text)
            if turned and theirs.search(quote.text) and _lacks(quote, claim, mine, theirs):
                return True
    return False


def says_more(claim: Passage, quote: Passage) -> bool:
    """Say whether a claim is stronger than its quote: "always", "never", "only", "must", "all"."""
    return any(
        said.search(claim.text) and not needs.search(quote.text) and _lacks(quote, claim, said)
        for said, needs in _STRENGTHS
    )


def _lacks(quote: Passage, claim: Passage, pattern: re.Pattern[str], opposite: re.Pattern[str] | None = None) -> bool:
    """Say whether a quote says what fits a pattern in a claim neither with the same words nor with others.

    The opposite's words do not count: words that are often said of the same things have near vectors.
    """
    if pattern.search(quote.text):
        return False
    rows = [row for row, word in enumerate(claim.words) if pattern.match(word.text)]
    others = [at for at, word in enumerate(quote.words) if opposite is None or not opposite.match(word.text)]
    alike = likeness(claim, quote)[:, others]
    return not rows or not alike.size or not all(alike[row].max() >= ALIKE for row in rows)
