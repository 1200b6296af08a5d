"""Follow-ups: a question that leans on the talk before it, made whole without a language model.

"En Oeganda?" keeps what was asked and changes the country; "and before 2026?" changes the period; "who asked that?"
keeps only the subject. What comes out is shown, so that whoever asked can put it right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answer import Answer, Language
from rag.asking.dates import MONTH
from rag.asking.parties import ANY_PARTY
from rag.letter import Span
from rag.words.analysis import words
from rag.words.countries import countries
from rag.words.language import language_of
from rag.words.lexicon import stems
from rag.words.stopwords import IDLE

_OPENING = re.compile(
    r"^\W*(?:(?:and|but|or|also|ok(?:ay)?|en|maar|of|ook)\b[\s,]*)*"
    r"(?:(?:what|how) about|hoe zit (?:het|dat) (?:dan )?(?:met|voor)|hoe staat het (?:dan )?met|geldt dat ook voor|"
    r"does that also go for|same for|hetzelfde voor)?\b[\s,]*",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|this|these|there|then|one|he|she|him|her|the same|the two|"
    r"dat|dit|die|deze|daar\w*|er\w{2,}|hier\w+|hij|zij|ze|hen|hun|zo'n|hetzelfde|"
    r"(?:wordt|is|was|werd|kan|zal|gaat|heeft|moet) het)\b",
    re.IGNORECASE,
)
_WHO_ASKED = re.compile(
    r"\bwho (?:asked|raised|put|wanted)\b|\bwhich (?:mp|party|group|member)\b|\bwie (?:vroeg|stelde|wilde)\b|"
    r"\bwelke? (?:kamerlid|partij|fractie)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:(?:in|before|after|since|until|from|during|voor|vóór|na|sinds|tot|vanaf|uit)\s+)?"
    rf"(?:(?:the |de )?(?:\d{{1,2}} )?(?:{'|'.join(MONTH)})\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CHAMBER = re.compile(
    r"\b(?:(?:in|to|aan|bij|met) )?(?:the |de )?(?:senate|upper house|eerste kamer|senaat)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:what|which|who|how|why|when|where|do|does|did|is|are|was|were|will|would|can|could|has|have|should|may|"
    r"wat|welke?|wie|hoe\w*|waar\w*|wanneer|is|zijn|was|waren|zal|zullen|kan|kunnen|mag|mogen|heeft|hebben|had|gaat|gaan|"
    r"komt|komen|krijg\w*|word\w*|werd\w*|doet|deed|moet\w*|wil|willen)\b",
    re.IGNORECASE,
)
"""How a question begins that may be whole, whatever stands before it."""

_WHOLE = 2
"""Words of content from which a question that begins as one may be whole."""

_NAME = re.compile(r"(?<![\w-])(?:[^\W\d_a-zà-ÿ][\w-]+)(?:\s+[^\W\d_a-zà-ÿ][\w-]+)*")
_PERSON = re.compile(r"\b(?:minister|staatssecretaris|secretary|lid|mr|mrs|dhr|mevrouw)\s+$", re.IGNORECASE)

_VOOR = re.compile(r"^voor\b", re.IGNORECASE)
_KEPT = ("time", "chamber")
"""Kinds of things that are of few words, of which none may be lost."""

_AND = re.compile(r"\s*(?:,|&|\b(?:and|or|en|of)\b)\s*(?:(?:the|de|het)\s+)?", re.IGNORECASE)
_RELATIVE = re.compile(r"^(?:before|after|since|until|voor|vóór|na|sinds|tot|vanaf)\b", re.IGNORECASE)

_WHO: dict[Language, str] = {"nl": "Wie vroeg naar {}?", "en": "Who asked about {}?"}
_SAID: dict[Language, str] = {"nl": "gezegd", "en": "said"}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question made whole; ``sure`` when it could not be asked alone, else only what it may have meant."""

    whole: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something a question names that another of its kind can take the place of."""

    kind: str
    span: Span


def follow_up(question: str, talk: Sequence[Answer]) -> FollowUp | None:
    """Return a question made whole from the talk before it; None when it leans on nothing.

    ``talk`` is the answers before, the oldest first. The language of the question decides that of the words added.
    """
    before = next((one.searched or one.question for one in reversed(talk) if one.status != "refused"), None)
    if before is None:
        return None
    opening = _OPENING.match(question)
    rest = question[opening.end() :].strip() if opening else question
    opened = bool(opening and opening.end())
    bare = rest.endswith("?") and not _content(rest) and any(words(rest))
    if not rest or not (opened or bare or _LEANS.search(rest)):
        return None
    language = language_of(question if _content(question) else before)
    if _WHO_ASKED.search(rest):
        return FollowUp(_WHO[language].format(_subject(before)), sure=True) if _LEANS.search(rest) else None
    things = list(_things(rest, begun=opened))
    if opened and not _content(_cut(rest, things)) and things:
        return FollowUp(_changed(before, rest, things, language), sure=True)
    kinds = {thing.kind for thing in things}
    kept = _cut(before, [thing for thing in _things(before) if thing.kind in kinds])
    return FollowUp(f"{rest.rstrip('?! .')} ({_subject(kept)})?", sure=opened and not _is_whole(rest))


def _is_whole(rest: str) -> bool:
    """Say whether what follows an "and" may be a question of its own."""
    return bool(_ASKS.match(rest)) and len(_content(rest)) >= _WHOLE and not _LEANS.search(rest)


def _changed(before: str, rest: str, things: Sequence[_Thing], language: Language) -> str:
    """Return the question before with each thing of the new one in place of those of its kind, or behind it."""
    whole = before.rstrip("?! .")
    for thing in things:
        new = rest[slice(*thing.span)].strip()
        old = _replaced(whole, thing.kind, _before(rest, thing.span))
        if thing.kind == "time":
            whole = _cut(whole, [_Thing("time", old)]) if old else whole
            whole += f" ({_period(new, language)})" if _RELATIVE.match(new) else f", {new}"
        else:
            whole = f"{whole[: old[0]]}{new}{whole[old[1] :]}" if old else f"{whole}, {new}"
    return f"{' '.join(whole.split())}?"


def _replaced(question: str, kind: str, preposition: str) -> Span | None:
    """Return where a thing of some kind is put: in place of all those behind its preposition, else of the first.

    Of names it is the last: who is said to have spoken comes first, and what of after it.
    """
    found = _together(question, [thing.span for thing in _things(question) if thing.kind == kind])
    behind = [span for span in found if preposition and _before(question, span) == preposition]
    if behind:
        return behind[0][0], behind[-1][1]
    return found[-1 if kind == "name" else 0] if found else None


def _together(question: str, spans: Sequence[Span]) -> list[Span]:
    """Return spans with those made one that only a comma or "and" parts: "Germany, Poland and Austria"."""
    found: list[Span] = []
    for start, end in spans:
        if found and _AND.fullmatch(question, found[-1][1], start):
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _before(question: str, span: Span) -> str:
    """Return the word before a span, folded: "from", "uit"."""
    found = [word for word, _, _ in words(question[: span[0]])]
    return found[-1] if found else ""


def _things(question: str, *, begun: bool = False) -> Iterator[_Thing]:
    """Yield the times, chambers, parties, countries and other names in a question.

    ``begun`` says that it is the rest of a sentence, whose first word has a capital only when it is a name.
    """
    patterns = (("time", _TIME), ("chamber", _CHAMBER))
    found = [_Thing(kind, one.span()) for kind, pattern in patterns for one in pattern.finditer(question)]
    found += [_Thing("party", span) for span in ANY_PARTY.find(question)]
    found += [_Thing("country", span) for span in _countries(question)]
    yield from found
    taken = [thing.span for thing in found]
    for one in _NAME.finditer(question):
        is_name = begun or one.start() > 0 or one.group().isupper()
        apart = all(one.end() <= start or end <= one.start() for start, end in taken)
        if is_name and apart and _content(one.group()) and not _PERSON.search(question, 0, one.start()):
            yield _Thing("name", one.span())


def _countries(question: str) -> Iterator[Span]:
    found = list(words(question))
    languages: tuple[Language, ...] = ("nl", "en")
    at = 0
    while at < len(found):
        size = next(
            (
                size
                for size in range(min(4, len(found) - at), 0, -1)
                for language in languages
                if stems(question[found[at][1] : found[at + size - 1][2]], language) in countries(language)
            ),
            0,
        )
        if size:
            yield found[at][1], found[at + size - 1][2]
        at += max(size, 1)


def _cut(question: str, things: Sequence[_Thing]) -> str:
    for start, end in sorted((thing.span for thing in things), reverse=True):
        question = f"{question[:start]} {question[end:]}"
    return " ".join(question.split())


def _content(question: str) -> list[str]:
    """Return the words of a question that are neither function words nor set phrases, as they stand in it."""
    return [
        question[start:end]
        for word, start, end in words(question)
        if word.removesuffix("'s") not in IDLE and len(word) > 1
    ]


def _subject(question: str) -> str:
    """Return what a question is about, in its own words; times and chambers as they are named."""
    kept = [thing for thing in _things(question) if thing.kind in _KEPT]
    named = [_period(question[slice(*thing.span)], language_of(question)) for thing in kept]
    return ", ".join(filter(None, (" ".join(_content(_cut(question, kept))), *named)))


def _period(time: str, language: Language) -> str:
    """Return a time; one that bounds what was said is told to do so: "said before 2026"."""
    return f"{_SAID[language]} {_VOOR.sub('vóór', time)}" if _RELATIVE.match(time) else time
