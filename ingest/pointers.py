"""Where answers point: other exchanges of the same letter, by number, by group, by place or by topic.

A pointer whose exchange cannot be known keeps its words and names nothing: a wrong target is worse than none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ingest.groups import parties_named
from ingest.likeness import Likeness, best, phrases, stem_sequence, stems
from ingest.numbering import expand
from rag.letter import Exchange, Pointer
from rag.sentences import sentences

_LIST = r"\d{1,3}[a-z]?(?:\s*+(?:,(?:\s*+en\b)?|;|/|&|en\b|t/m|tot en met\b|–|-)\s*+\d{1,3}[a-z]?\b){0,80}"
_ANSWER = r"(?:antwoord(?:en)?|beantwoording)"
_TRIGGER = re.compile(
    rf"\b(?:[Zz]ie\b[^.?!]{{0,60}}?\b(?:{_ANSWER}|vraag|vragen)\b|[Vv]erwij(?:s|st|zen|zing)\b|verwezen\b|"
    rf"(?:U vindt|vindt u) het antwoord\b|wijst? (?:het kabinet|ik) (?:graag )?op\b|[Zz]ie (?:hierboven|boven|"
    rf"mijn|ook|verder|de|het)\b|"
    rf"[Zz]oals\b[^.?!]{{0,50}}?\b(?:{_ANSWER}|hierboven|vraag \d|vragen \d)|"
    rf"\b(?:[Ii]n|[Bb]ij|[Oo]nder) (?:het |de |mijn |ons )?(?:eerdere? )?(?:{_ANSWER} (?:op|bij|"
    rf"van) )?(?:de )?(?:vraag|vragen) \d)"
)
_SIGNALS = ("Zie ", "zie ", "erwij", "erwezen", "vindt", "wijs", "hierboven", "vraag ", "vragen ", "ntwoord")
_NUMBERED = re.compile(rf"\b(?:vraag|vragen|antwoord|antwoorden|subvraag)\s+(?P<numbers>{_LIST})(?![\d.]*\d)")
_PLACED = re.compile(r"\b(?P<place>vorige|voorgaande|voorafgaande|volgende) (?:vraag|vragen|antwoord)\b")
_ABOVE = re.compile(r"\bhierboven\b|\bbovenstaande?\b")
_ORDINAL = re.compile(
    r"\b(?P<ordinal>eerste|tweede|derde|vierde|vijfde|zesde|laatste) vraag van (?:de |het )?(?:leden van )?(?:de )?"
    r"(?P<group>[^.,;()]{2,60}?fractie)(?: over (?:de |het )?(?P<topic>[^.,;()]{3,120}))?"
)
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "laatste": 0}
_OF_GROUPS = re.compile(
    rf"{_ANSWER}\b[^.;?!]{{0,60}}?\b(?:vraag|vragen)\b[^.;?!]{{0,20}}?(?P<groups>(?:van|door) (?:de |"
    rf"het )?(?:leden van )?(?:de |het )?[^.;?!]{{0,60}}?fracties?)"
)
_OWN = re.compile(r"\bvraag van uw fractie over (?:de |het )?(?P<topic>[^.,;()]{3,120})")
_TOPIC = re.compile(
    r"\b(?:vraag|vragen) over (?:de |het )?(?P<topic>[^.,;()]{3,80}?)(?= opgenomen| gegeven| aangegeven| vermeld|"
    r"[.,;()]|$)"
)
_ALIKE = re.compile(r"\b(?:gelijkluidende|vergelijkbare|soortgelijke|eerdere) vragen in dit (?:schriftelijk )?overleg")
_FOR = re.compile(r"voor wat (?P<topic>.{5,160}?) betreft")
_OUTSIDE = re.compile(
    r"\b(?:BNC-fiche|Kamerstuk(?:ken)?\b|Aanhangsel|algemene deel|brief\b|bijlage|rapport|Kamerbrief|Kamervragen|"
    r"debat|"
    r"https?://|kenmerk|\d{4}Z\d{5}|agenda|verslag|website|nota\b|memorie)"
)
_OTHER_LETTER = re.compile(
    r"\b(?:Kamerstuk|Aanhangsel|Kamervragen|\d{4}Z\d{5}|schriftelijke vragen van|Handelingen|"
    r"vragen van (?:het lid|de leden) [A-Z])"
)
_VERB = re.compile(r"\b(?:Zie|zie|U vindt|[Vv]erwij\w+|verwezen|vindt|wijst? (?:het kabinet|ik) (?:graag )?op)\b")
_FOR_NUMBERS = re.compile(rf"\bvoor (?:het |de )?(?:antwoord|antwoorden|vraag|vragen) {_LIST}")
_LEAST, _LEAD = 0.18, 1.3
_TOPIC_LEAD = 1.15
_BARE = 220
_MANY = 120
_POINTING = 0.7
_LONGEST = 300


def resolve(letter: str, text: str, exchanges: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """Return the exchanges with where each answer points."""
    resolver = _Resolver(letter, text, exchanges)
    return tuple(
        replace(exchange, refers_to=tuple(resolver.pointers(at))) if exchange.answer_span else exchange
        for at, exchange in enumerate(exchanges)
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A pointing phrase: the words, and the exchanges it means; none when that cannot be known."""

    text: str
    targets: tuple[int, ...] = ()


class _Resolver:
    def __init__(self, letter: str, text: str, exchanges: Sequence[Exchange]) -> None:
        self._letter, self._text, self._exchanges = letter, text, exchanges
        self._numbers: dict[tuple[str | None, str], list[int]] = {}
        self._topics: dict[tuple[str | None, frozenset[str]], int] = {}
        self._parties: dict[str | None, list[int]] = {}
        for at, exchange in enumerate(exchanges):
            self._parties.setdefault(exchange.party, []).append(at)
            for number in exchange.numbers:
                self._numbers.setdefault((exchange.party, number), []).append(at)

    @cached_property
    def _asked(self) -> list[list[str]]:
        return [stem_sequence(self._words(exchange.question_span)) for exchange in self._exchanges]

    @cached_property
    def _questions(self) -> Likeness:
        return Likeness(frozenset(sequence) for sequence in self._asked)

    @cached_property
    def _wordings(self) -> Likeness:
        return Likeness(phrases(sequence) for sequence in self._asked)

    @cached_property
    def _answers(self) -> Likeness:
        return Likeness(stems(self._words(exchange.answer_span)) for exchange in self._exchanges)

    @cached_property
    def _wholes(self) -> Likeness:
        return Likeness(one | other for one, other in zip(self._questions.stems, self._answers.stems, strict=True))

    def _words(self, span: tuple[int, int] | None) -> str:
        return self._text[slice(*span)] if span else ""

    def pointers(self, at: int) -> Iterator[Pointer]:
        """Yield where the answer of one exchange points."""
        answer = self._words(self._exchanges[at].answer_span)
        if not any(signal in answer for signal in _SIGNALS):
            return
        seen: set[int] = set()
        for sentence in (answer[start:end] for start, end in sentences(answer)):
            trigger = _TRIGGER.search(sentence)
            if trigger is None:
                continue
            for phrase in self._phrases(at, sentence[trigger.start() :]):
                targets = [target for target in phrase.targets if target not in seen and target != at]
                seen.update(targets)
                for target in targets:
                    yield self._pointer(phrase.text, target)
                if not phrase.targets:
                    yield Pointer(phrase.text)

    def _pointer(self, words: str, target: int) -> Pointer:
        exchange = self._exchanges[target]
        return Pointer(words, self._letter, exchange.label, exchange.numbers, exchange.party)

    def _phrases(self, at: int, tail: str) -> Iterator[_Phrase]:
        for reader in (self._ordinal, self._own_group, self._groups, self._numbered, self._placed, self._topic):
            found = list(reader(at, tail))
            if found:
                yield from found
                return
        yield from self._elsewhere(at, tail)

    def _ordinal(self, at: int, tail: str) -> Iterator[_Phrase]:
        found = _ORDINAL.search(tail)
        if found is None:
            return
        members = self._members(next(parties_named(found["group"]), None), at)
        if found["topic"]:
            topic = stems(found["topic"])
            members = [one for one in members if topic & stems(self._exchanges[one].section or "")]
        place = _ORDINALS[found["ordinal"]] - 1
        yield _Phrase(tail[: found.end()], tuple(members[place : place + 1 or None]))

    def _own_group(self, at: int, tail: str) -> Iterator[_Phrase]:
        found = _OWN.search(tail)
        if found is not None:
            yield _Phrase(tail[: found.end()], self._about(found["topic"], at))

    def _groups(self, at: int, tail: str) -> Iterator[_Phrase]:
        found = _OF_GROUPS.search(tail)
        if found is None:
            alike = _ALIKE.search(tail)
            if alike is not None:
                yield _Phrase(tail[: alike.end()])
            return
        narrowed = _FOR.search(tail[: found.start()])
        for party in parties_named(found["groups"]):
            yield _Phrase(tail[: found.end()], self._most_alike(at, party, narrowed["topic"] if narrowed else None))

    def _numbered(self, at: int, tail: str) -> Iterator[_Phrase]:
        end = 0
        shown = _FOR_NUMBERS.sub(lambda match: " " * len(match[0]), tail)
        targets: list[int] = []
        unknown = False
        for found in _NUMBERED.finditer(shown):
            end = found.end()
            outside = _OTHER_LETTER.search(tail[end : end + 60])
            for number in expand(found["numbers"]):
                places = self._numbers.get((self._exchanges[at].party, number), [])
                unknown = unknown or outside is not None or len(places) != 1
                targets.extend(places if outside is None and len(places) == 1 else ())
        if targets:
            yield _Phrase(tail[:end], tuple(dict.fromkeys(targets)))
        if unknown:
            yield _Phrase(tail[:_LONGEST].rstrip(" ."))

    def _placed(self, at: int, tail: str) -> Iterator[_Phrase]:
        found = _PLACED.search(tail)
        if found is not None:
            target = at + 1 if found["place"] == "volgende" else at - 1
            yield _Phrase(tail[: found.end()], (target,) if 0 <= target < len(self._exchanges) else ())

    def _topic(self, at: int, tail: str) -> Iterator[_Phrase]:
        found = _TOPIC.search(tail)
        if found is not None:
            yield _Phrase(tail[: found.end()], self._about(found["topic"], at))

    def _elsewhere(self, at: int, tail: str) -> Iterator[_Phrase]:
        above = _ABOVE.search(tail)
        if above is not None:
            yield _Phrase(tail[: above.end()], self._above(at, tail))
        elif _VERB.match(tail) and _OUTSIDE.search(tail):
            yield _Phrase(tail[:_LONGEST].rstrip(" ."))

    def _members(self, party: str | None, but: int) -> list[int]:
        """The exchanges of a group but one, the nearest where there are many."""
        members = self._parties.get(party, [])
        if len(members) > _MANY:
            place = bisect_left(members, but)
            members = members[max(0, place - _MANY) : place + _MANY // 4]
        return [one for one in members if one != but]

    def _most_alike(self, at: int, party: str, topic: str | None) -> tuple[int, ...]:
        """Find the exchange of a group that asks most nearly the same, or that covers a named topic."""
        members = self._members(party, at)
        if topic:
            wanted = stems(topic)
            found = best(
                [self._wholes.covered(wanted, self._wholes.stems[one]) for one in members], least=0.5, lead=_LEAD
            )
        else:
            found = best([self._alike(at, one) for one in members], least=_LEAST, lead=_LEAD)
        return () if found is None else (members[found],)

    def _alike(self, at: int, other: int) -> float:
        asked, answered, whole = self._questions, self._answers, self._wholes
        question = asked.stems[at]
        score = (
            self._wordings.between(self._wordings.stems[at], self._wordings.stems[other]) * 2
            + whole.between(question, whole.stems[other])
            + whole.covered(question, whole.stems[other]) / 2
            + answered.between(answered.stems[at], answered.stems[other]) / 2
        )
        return score * _POINTING if self._only_points(other) else score

    def _about(self, topic: str, at: int) -> tuple[int, ...]:
        """Find the earlier exchange of the same group whose words cover a topic best and that answers itself."""
        members = [
            one for one in self._members(self._exchanges[at].party, at) if one < at and not self._only_points(one)
        ]
        wanted = stems(topic)
        if (known := self._topics.get((self._exchanges[at].party, wanted))) is not None:
            return (known,)
        asked, whole = self._questions, self._wholes
        scores = [
            asked.covered_loosely(wanted, asked.stems[one]) + whole.covered_loosely(wanted, whole.stems[one])
            for one in members
        ]
        found = best(scores, least=0.7, lead=_TOPIC_LEAD)
        if found is None:
            return ()
        self._topics[self._exchanges[at].party, wanted] = members[found]
        return (members[found],)

    def _only_points(self, at: int) -> bool:
        answer = self._words(self._exchanges[at].answer_span)
        return len(answer) < _BARE and _TRIGGER.search(answer) is not None

    def _above(self, at: int, tail: str) -> tuple[int, ...]:
        """Find the answer that ``hierboven`` means: the one just above, when it is about the same."""
        members = [one for one in self._members(self._exchanges[at].party, at) if one < at]
        wanted = stems(tail)
        scores = [self._wholes.covered(wanted, self._wholes.stems[one]) for one in members]
        found = best(scores, least=0.4, lead=_TOPIC_LEAD)
        return (at - 1,) if found is not None and members[found] == at - 1 else ()
