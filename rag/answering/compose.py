"""Answers without a language model: quotes, each introduced by who, when and in answer to what."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from rag.answer import Citation, Language, Place, Role
from rag.answering import wording
from rag.answering.substance import settles_nothing
from rag.letter import Letter, Span

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#|~])")


Order = Literal["newest", "oldest"]
Turning = Literal["new", "gone"]
"""Why a quote stands in a timeline: its letter says it for the first time, or no later letter says it again."""

Moment = Callable[[Letter], str]
"""Tells when a letter is of, as far as is known: ``2026-06-18``, ``2025-03`` from its head, or nothing."""


def date_of(letter: Letter) -> str:
    """Return the date of a letter, and nothing of one without."""
    return letter.date or ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place with the span that is quoted from it, and what belongs with it.

    ``targets`` are the places that its answer points to, ``elsewhere`` its pointing words to what is not at hand;
    ``asked`` is the part of its question without which the quote is not understood.
    """

    place: Place
    span: Span
    role: Role
    targets: tuple["Quoted", ...] = ()
    elsewhere: tuple[str, ...] = ()
    asked: Span | None = None
    turning: Turning | None = None


def compose(
    quoted: Sequence[Quoted], language: Language, moment: Moment = date_of, order: Order = "newest"
) -> tuple[str, tuple[Citation, ...]]:
    """Write the answer and its citations, letter by letter in the order of time; those of unknown time come last."""
    writer = _Writer(language, moment)
    letters: dict[str, list[Quoted]] = {}
    for one in quoted:
        letters.setdefault(one.place.letter.id, []).append(one)
    groups = sorted(letters.values(), key=lambda group: (moment(group[0].place.letter), group[0].place.letter.id))
    known = [group for group in groups if moment(group[0].place.letter)]
    unknown = [group for group in groups if not moment(group[0].place.letter)]
    ordered = [*(known if order == "oldest" else reversed(known)), *unknown]
    return "\n\n".join(writer.letter(group) for group in ordered), tuple(writer.citations)


class _Writer:
    def __init__(self, language: Language, moment: Moment) -> None:
        self.language, self.moment = language, moment
        self.citations: list[Citation] = []

    def letter(self, group: Sequence[Quoted]) -> str:
        ordered = sorted(group, key=lambda one: (one.turning is not None, one.turning == "gone", one.place.span))
        return "\n\n".join([f"**{group[0].place.letter.citation}**", *map(self.place, ordered)])

    def place(self, one: Quoted) -> str:
        if one.turning is not None:
            return f"{wording.TURNINGS[self.language][one.turning]} {self.quote(one)}"
        parts = [f"{self.introduction(one)} {self.quote(one)}"]
        parts += [self.target(one.place, target) for target in one.targets]
        known = self._known(one)
        parts += [
            f"{wording.elsewhere(as_markdown(words), self.language)} [{known.n}]." for words in one.elsewhere if known
        ]
        return " ".join(parts)

    def introduction(self, one: Quoted) -> str:
        if one.role == "question":
            return wording.asked(one.place, self.language)
        question = self.quote(Quoted(one.place, one.asked, "question")) if one.asked else ""
        letter = one.place.letter
        return wording.introduction(
            one.place,
            self.language,
            moment="" if letter.date else self.moment(letter),
            question=question,
            unsettled=settles_nothing(letter.at(one.span)),
        )

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
