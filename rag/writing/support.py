"""Whether a sentence that a language model wrote is supported by the quotes that it cites."""

from collections.abc import Sequence
from typing import Literal

from rag.answer import Citation, Language
from rag.writing.drafting import Drafted

Objection = Literal[
    "no citation",
    "unknown citation",
    "markup",
    "instruction",
    "language",
    "quotation",
    "figure",
    "date",
    "name",
    "attribution",
    "negation",
    "opposite",
    "words",
    "other citation",
]


class Support:
    """Judges sentences against the quotes that a model was given."""

    def __init__(self, question: str, language: Language, citations: Sequence[Citation]) -> None:
        self._question, self._language = question, language
        self._citations = {one.n: one for one in citations}

    def objection(self, sentence: Drafted) -> Objection | None:
        """Return why a sentence may not be shown; None when it may."""
        for claim in sentence.claims:
            if not claim.numbers:
                return "no citation"
            if not all(number in self._citations for number in claim.numbers):
                return "unknown citation"
        return None
