"""How many tokens a text takes, counted without network, and how many quotes fit into what a model takes.

Every model counts with a vocabulary of its own, and none comes with this project. The one here is small, made from
the five letters (``python -m rag.writing.ranks``), so that it cuts Dutch and English into more pieces than the
vocabularies of models do: an estimate on the safe side.
"""

import base64
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from rag.words.lexicon import DATA

if TYPE_CHECKING:
    from tiktoken import Encoding

RANKS = DATA / "ranks.tiktoken"
PIECES = r"\s?\p{L}+|\s?\p{N}{1,3}|\s?[^\s\p{L}\p{N}]+|\s+"
"""What a token never crosses: words, numbers of up to three figures, signs, white space."""

REPLY = 1_000
"""Tokens kept free for the reply."""

_BETWEEN = 4
"""Tokens that part one source from the next."""


def tokens(text: str) -> int:
    """Return about how many tokens a text takes, rather too many than too few."""
    return len(_encoding().encode_ordinary(text))


def fitting(sources: Sequence[str], around: Sequence[str], context: int) -> int:
    """Return how many sources, from the first on, fit into ``context`` tokens with the texts around them."""
    left = context - REPLY - sum(map(tokens, around))
    for count, one in enumerate(sources):
        left -= tokens(one) + _BETWEEN
        if left < 0:
            return count
    return len(sources)


@cache
def _encoding() -> "Encoding":
    from tiktoken import Encoding  # only a question with a language model needs it

    ranks = {base64.b64decode(line): rank for rank, line in enumerate(RANKS.read_bytes().split())}
    return Encoding("vraagbaak", pat_str=PIECES, mergeable_ranks=ranks, special_tokens={})
