"""Which planted errors are caught, and which true sentences are lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from eval.careless.honest import Honest
from eval.careless.planting import Planted, planted
from rag.answer import Citation
from rag.writing.drafting import Drafted
from rag.writing.support import Objection, Support


@dataclass
class Outcome:
    """Counts of one half, and the sentences that went wrong, each with why or with what error."""

    true: int = 0
    lost: list[tuple[Honest, Objection]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, Honest, str]] = field(default_factory=list)
    caught: Counter[tuple[str, Objection]] = field(default_factory=Counter)

    @property
    def lost_share(self) -> float:
        """The share of true sentences that are dropped."""
        return len(self.lost) / self.true if self.true else 0.0

    @property
    def caught_share(self) -> float:
        """The share of planted errors that are dropped."""
        planted_errors = self.errors.total()
        return 1 - len(self.missed) / planted_errors if planted_errors else 1.0


def measure(sentences: Sequence[Honest]) -> Outcome:
    """Judge true sentences, and what a careless model makes of them."""
    outcome = Outcome()
    for at, honest in enumerate(sentences):
        support = Support(honest.language, _given(sentences, at))
        objection = support.objection(_drafted(honest.sentence, (1,)))
        outcome.true += 1
        if objection is not None:
            outcome.lost.append((honest, objection))
        for error in planted(honest):
            _count(outcome, honest, error, support.objection(_drafted(error.sentence, error.numbers)))
    return outcome


def _count(outcome: Outcome, honest: Honest, error: Planted, objection: Objection | None) -> None:
    outcome.errors[error.kind] += 1
    if objection is None:
        outcome.missed.append((error.kind, honest, error.sentence))
    else:
        outcome.caught[error.kind, objection] += 1


def _given(sentences: Sequence[Honest], at: int) -> list[Citation]:
    """Return what a model is given: the sentence's own quote, and those of the next two of other quotes."""
    own = sentences[at].citation
    further = [one.citation for one in (*sentences[at + 1 :], *sentences[:at]) if one.citation != own]
    return [replace(one, n=n) for n, one in enumerate(_distinct([own, *further]), 1)][:3]


def _distinct(citations: Sequence[Citation]) -> Iterator[Citation]:
    seen: set[tuple[str, int, int]] = set()
    for one in citations:
        if (one.place.letter.id, one.start, one.end) not in seen:
            seen.add((one.place.letter.id, one.start, one.end))
            yield one


def _drafted(sentence: str, numbers: tuple[int, ...]) -> Drafted:
    marks = "".join(f"[{number}]" for number in numbers)
    return Drafted(f"{sentence.rstrip('.')} {marks}.", " ")
