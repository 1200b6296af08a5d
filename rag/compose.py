"""Answers without a language model: quotes, each introduced by who, when and in answer to what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag import wording
from rag.answer import Citation, Language, Place, Role
from rag.letter import Span

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place with the span that is quoted from it, and what its answer points to, quoted likewise."""

    place: Place
    span: Span
    role: Role
    targets: tuple["Quoted", ...] = ()


def compose(quoted: Sequence[Quoted], language: Language) -> tuple[str, tuple[Citation, ...]]:
    """Write the answer and its citations: letter by letter, the newest first, those without a date last."""
    writer = _Writer(language)
    letters: dict[str, list[Quoted]] = {}
    for one in quoted:
        letters.setdefault(one.place.letter.id, []).append(one)
    newest = sorted(letters.values(), key=lambda group: (group[0].place.letter.date or "", group[0].place.letter.id))
    blocks = [writer.letter(group) for group in reversed(newest)]
    return "\n\n".join(blocks), tuple(writer.citations)


class _Writer:
    def __init__(self, language: Language) -> None:
        self.language = language
        self.citations: list[Citation] = []

    def letter(self, group: Sequence[Quoted]) -> str:
        ordered = sorted(group, key=lambda one: one.place.span)
        return "\n\n".join([f"**{group[0].place.letter.citation}**", *(self.place(one) for one in ordered)])

    def place(self, one: Quoted) -> str:
        introduce = wording.asked if one.role == "question" else wording.introduction
        parts = [f"{introduce(one.place, self.language)} {self.quote(one)}"]
        parts += [self.target(one.place, target) for target in one.targets]
        return " ".join(parts)

    def target(self, place: Place, target: Quoted) -> str:
        """Say where a place points, and quote it there unless that quote stands in the answer already."""
        known = self._known(target)
        points = wording.pointing(place, target.place, self.language)
        return f"{points} [{known.n}]." if known else f"{points}: {self.quote(target)}"

    def quote(self, one: Quoted) -> str:
        """Add a citation, or take the one that there is, and return the quote with its mark."""
        citation = self._known(one)
        if citation is None:
            citation = _citation(len(self.citations) + 1, one)
            self.citations.append(citation)
        return f"“{as_markdown(citation.quote)}” [{citation.n}]"

    def _known(self, one: Quoted) -> Citation | None:
        same = (one.place.letter.id, *one.span)
        return next(
            (cited for cited in self.citations if (cited.place.letter.id, cited.start, cited.end) == same), None
        )


def as_markdown(quote: str) -> str:
    """Return a quote on one line, its signs escaped: nothing in a letter is a mark, a link or markup."""
    return _SIGNS.sub(r"\\\1", " ".join(quote.split()))


def as_plain(markdown: str) -> str:
    """Return the text of an answer for a terminal: without bold and without escapes."""
    return _ESCAPED.sub(r"\1", markdown.replace("**", ""))


def _citation(n: int, one: Quoted) -> Citation:
    letter = one.place.letter
    start, end = one.span
    page = letter.page(start)
    place = wording.reference_question(one.place) if one.role == "question" else wording.reference_place(one.place)
    where = [letter.citation, f"p. {page}" if page else "", place]
    return Citation(n, one.place, one.role, letter.text[start:end], start, end, ", ".join(filter(None, where)))
