"""The page that a language model fills: sentences that passed, and the answer that they make so far."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rag.answer import Answer, Citation
from rag.answering.compose import as_markdown
from rag.writing.drafting import Claim, Drafted
from rag.writing.remarks import ORIGINAL
from rag.writing.support import Objection, Support


class Page:
    """Sentences judged one after the other, each once."""

    def __init__(self, support: Support) -> None:
        self._support = support
        self._judged: dict[str, Objection | None] = {}
        self._sentences: tuple[Drafted, ...] = ()

    def put(self, sentences: tuple[Drafted, ...]) -> bool:
        """Take the sentences written so far, and say whether there is more to show, or less."""
        before = self.kept
        for one in sentences:
            if one.text not in self._judged:
                self._judged[one.text] = self._support.objection(one)
        self._sentences = sentences
        return self.kept != before

    @property
    def written(self) -> int:
        """How many sentences the model wrote."""
        return len(self._sentences)

    @property
    def kept(self) -> tuple[Drafted, ...]:
        """The sentences that passed."""
        return tuple(one for one in self._sentences if self._judged[one.text] is None)

    @property
    def objections(self) -> tuple[Objection, ...]:
        """Why the others did not."""
        found = (self._judged[one.text] for one in self._sentences)
        return tuple(one for one in found if one is not None)

    def answer(self, without: Answer, model: str) -> Answer:
        """Return the answer so far: the sentences kept, with citations numbered in the order of their first use.

        Beside sentences in English the quotes stand as they are, in Dutch.
        """
        numbers: dict[int, int] = {}
        for number in _used(self.kept):
            numbers.setdefault(number, len(numbers) + 1)
        known = {one.n: one for one in without.citations}
        citations: tuple[Citation, ...] = tuple(replace(known[old], n=new) for old, new in numbers.items())
        text = "".join(f"{one.lead}{_markdown(one, numbers)}" for one in self.kept).strip()
        if without.language == "en":
            text += "\n\n" + "\n".join([f"**{ORIGINAL}**", "", *map(_original, citations)])
        return replace(without, answer=text, citations=citations, model=model)


def _original(citation: Citation) -> str:
    return f"- “{as_markdown(citation.quote)}” [{citation.n}]"


def _used(sentences: tuple[Drafted, ...]) -> Iterator[int]:
    for sentence in sentences:
        for claim in sentence.claims:
            yield from claim.numbers


def _markdown(sentence: Drafted, numbers: Mapping[int, int]) -> str:
    """Write a sentence with its new marks; the marks of a last part without its own stand at its end already."""
    claims = sentence.claims
    parts: list[str] = []
    for before, claim in zip((Claim("", ()), *claims), claims, strict=False):
        inherits = before.numbers == claim.numbers and claim is claims[-1] and len(claims) > 1
        marks = "" if inherits else "".join(f"[{number}]" for number in sorted(numbers[one] for one in claim.numbers))
        parts.append(" ".join(filter(None, (as_markdown(claim.text), marks))) + claim.after)
    return " ".join(filter(None, parts))
