"""The linter of question sets: what a set claims of the letters must be so."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from eval.errors import SetError
from eval.gold import locate
from eval.sets import ANSWERABLE_KINDS, Question
from rag.answer import Place
from rag.letter import Letter

UNEVEN = 0.1


def lint(questions: Sequence[Question], letters: Sequence[Letter]) -> tuple[str, ...]:
    """Return one sentence for each fault in the sets; none means that they may be trusted."""
    faults = [fault for question in questions for fault in faults_of(question, letters)]
    return (*faults, *_doubles(questions), *_imbalance(questions))


def faults_of(question: Question, letters: Sequence[Letter]) -> tuple[str, ...]:
    """Return one sentence for each thing that one question claims of the letters and that is not so."""
    return tuple(_faults(question, letters))


def balance(questions: Sequence[Question]) -> dict[str, dict[str, int]]:
    """Count the questions by kind and language; ``lay`` counts those in lay words, ``held`` those held back."""
    table: dict[str, Counter[str]] = {}
    for question in questions:
        names = [question.kind, question.part, *(["lay"] if question.lay else [])]
        for name in names:
            table.setdefault(name, Counter())[question.language] += 1
    return {name: dict(sorted(row.items())) for name, row in sorted(table.items())}


def fold(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


def _faults(question: Question, letters: Sequence[Letter]) -> Iterator[str]:
    if question.answerable != (question.kind in ANSWERABLE_KINDS):
        yield f"{question.id}: kind {question.kind} does not go with status {question.status}."
    if question.status != "unanswered" and question.answerable != bool(question.gold):
        yield f"{question.id}: an answerable question needs gold places, another has none."
    if len(set(question.gold) | set(question.also)) < len(question.gold) + len(question.also):
        yield f"{question.id}: a place is named twice."
    try:
        places = [locate(gold, letters) for gold in (*question.gold, *question.also)]
    except SetError as error:
        yield f"{question.id}: {error}"
        return
    if question.answerable and places:
        yield from _quote_faults(question, places[0])


def _quote_faults(question: Question, place: Place) -> Iterator[str]:
    asked = question.kind == "asked" and place.exchange is not None
    span = place.exchange.question_span if asked and place.exchange else place.span
    words = fold(place.letter.at(span))
    if not question.quote:
        yield f"{question.id}: needs a quote from its first gold place."
    elif fold(question.quote) not in words:
        whose = "question" if asked else "answer"
        yield f"{question.id}: the quote does not stand in the {whose} of {question.gold[0]}: {question.quote!r}."
    known = f"{words} {_askers(place)}" if question.kind == "asked" else words
    yield from (f"{question.id}: {fact!r} stands nowhere in it." for fact in question.facts if fact not in known)


def _askers(place: Place) -> str:
    named = [name for asker in place.letter.askers for name in (asker.name, asker.party) if name]
    return " ".join((*named, place.exchange.party or "" if place.exchange else ""))


def _doubles(questions: Sequence[Question]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for question in questions:
        asked = fold(" / ".join((*question.after, question.question))).casefold().rstrip("?!. ")
        if asked in seen:
            yield f"{question.id}: asks the same as {seen[asked]}."
        seen.setdefault(asked, question.id)


def _imbalance(questions: Sequence[Question]) -> Iterator[str]:
    halves: dict[str, Callable[[Question], bool]] = {
        "answerable": lambda question: question.answerable,
        "unanswerable": lambda question: not question.answerable,
    }
    for name, belongs in halves.items():
        counts = Counter(question.language for question in questions if belongs(question))
        if len(counts) > 1 and min(counts.values()) < (1 - UNEVEN) * max(counts.values()):
            yield f"{name}: the languages are out of balance: {dict(sorted(counts.items()))}."
