"""Acquaintance: exchanges in which a member asks whether a minister knows some news, and the minister says yes.

Nearly every series of questions begins with one. Its question holds all words of the matter, its answer none.
"""

import re

from rag.letter import Exchange, Letter

_ASKED = re.compile(
    r"\b(?:bekend met|op de hoogte van|kennis ?genomen van|kent u|heeft u .{0,60}(?:gelezen|gezien)|"
    r"hebt u .{0,60}(?:gelezen|gezien)|bent u bekend)\b",
    re.IGNORECASE | re.DOTALL,
)
_BRIEF = 15
"""Words that such an answer has at most."""


def only_acquaints(letter: Letter, exchange: Exchange) -> bool:
    """Say whether an exchange tells no more than that a minister knows of something."""
    answer = letter.at(exchange.answer_span)
    return (
        bool(answer) and len(answer.split()) <= _BRIEF and _ASKED.search(letter.at(exchange.question_span)) is not None
    )
