"""Whether a sentence that a language model wrote is supported by the quotes that it cites."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

from rag.answer import Citation, Language
from rag.writing.attribution import misattributes
from rag.writing.conduct import gives_orders, has_markup
from rag.writing.copying import alteration
from rag.writing.coverage import coverage, strays
from rag.writing.drafting import Claim, Drafted
from rag.writing.evidence import Evidence
from rag.writing.likeness import Passage
from rag.writing.naming import strange_name
from rag.writing.polarity import denies_otherwise
from rag.writing.quantities import strange_date, strange_figure
from rag.writing.quotation import is_verbatim, misquotes, without_quoted
from rag.writing.strength import says_more, says_opposite
from rag.writing.tongue import is_in

Objection = Literal[
    "no citation",
    "unknown citation",
    "markup",
    "instruction",
    "language",
    "quotation",
    "attribution",
    "date",
    "figure",
    "name",
    "negation",
    "opposite",
    "words",
    "other citation",
]

COVERED = 0.5
"""The share of a sentence's own words that its quotes must say more than."""

BETTER = 0.25
"""How much more another quote must say of them for a sentence to have the wrong citation."""


class Support:
    """Judges sentences against the quotes that a model was given."""

    def __init__(self, language: Language, citations: Sequence[Citation]) -> None:
        self._language = language
        self._citations = {one.n: one for one in citations}
        self._evidence = cache(self._gathered)

    def objection(self, sentence: Drafted) -> Objection | None:
        """Return why a sentence may not be shown; None when it may."""
        if not all(claim.numbers for claim in sentence.claims):
            return "no citation"
        if not all(number in self._citations for claim in sentence.claims for number in claim.numbers):
            return "unknown citation"
        texts = (sentence.text, *(claim.text for claim in sentence.claims))
        if any(map(has_markup, texts)):
            return "markup"
        if any(map(gives_orders, texts)):
            return "instruction"
        return next(filter(None, map(self._unsupported, sentence.claims)), None)

    def _gathered(self, numbers: tuple[int, ...]) -> Evidence:
        return Evidence([self._citations[number] for number in numbers])

    def _unsupported(self, claim: Claim) -> Objection | None:
        evidence = self._evidence(claim.numbers)
        if is_verbatim(claim.text, evidence):
            return None
        if not is_in(without_quoted(claim.text), self._language):
            return "language"
        return next((objection for objection, found in self._checks(claim, evidence) if found()), None)

    def _checks(self, claim: Claim, evidence: Evidence) -> tuple[tuple[Objection, Callable[[], bool]], ...]:
        text, language = claim.text, self._language
        passage = Passage(text, language)
        return (
            ("quotation", lambda: misquotes(text, evidence)),
            ("attribution", lambda: misattributes(text, language, evidence)),
            ("date", lambda: strange_date(text, evidence)),
            ("figure", lambda: strange_figure(text, evidence) or alteration(passage, evidence.quote) == "figure"),
            ("name", lambda: strange_name(text, language, evidence)),
            ("negation", lambda: denies_otherwise(passage, evidence.quote)),
            ("negation", lambda: alteration(passage, evidence.quote) == "negation"),
            ("opposite", lambda: says_opposite(passage, evidence.quote) or says_more(passage, evidence.quote)),
            ("words", lambda: coverage(passage, evidence) <= COVERED or strays(passage, evidence)),
            ("other citation", lambda: self._fits_another(passage, claim, evidence)),
        )

    def _fits_another(self, passage: Passage, claim: Claim, evidence: Evidence) -> bool:
        """Say whether a quote that is not cited says much more of a claim than those that are."""
        own = coverage(passage, evidence)
        others = (self._evidence((number,)) for number in self._citations if number not in claim.numbers)
        return any(coverage(passage, other) > own + BETTER for other in others)
