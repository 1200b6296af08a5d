"""Where answers point: other exchanges of the same letter, by number, by group, by place or by topic; other letters.

A pointer whose exchange cannot be known keeps its words and names nothing: a wrong target is worse than none. Which
letter a reference means is settled later, when it is known which letters there are; here it is only read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.likeness import best, stems
from ingest.lines.groups import parties_named
from ingest.pointing.alike import Alike
from ingest.pointing.mentions import Mention, mentions
from ingest.pointing.numbers import MANY, Numbers
from ingest.pointing.outward import LONGEST, outward
from rag.answering.sentences import sentences
from rag.letter import Exchange, Note, Pointer, Span

_ANSWER = r"(?:antwoord(?:en)?|beantwoording)"
_TRIGGER = re.compile(
    rf"\b(?:[Zz]ie\b[^.?!]{{0,60}}?\b(?:{_ANSWER}|vraag|vragen)\b|[Vv]erwij(?:s|st|zen|zing)\b|verwezen\b|"
    rf"(?:U vindt|vindt u) het antwoord\b|wijst? (?:het kabinet|ik) (?:graag )?op\b|[Zz]ie (?:hierboven|boven|"
    rf"mijn|ook|verder|de|het|vorige?|voorgaande?)\b|"
    rf"[Zz]oals\b[^.?!]{{0,50}}?\b(?:{_ANSWER}|hierboven|vraag|vragen)|"
    rf"[Ii]dem(?: dito)?(?=\s*[.,;]|\s*$)|"
    rf"\b(?:[Ii]n|[Bb]ij|[Oo]nder) (?:het |de |mijn |ons )?(?:{_ANSWER} (?:op|bij|van) )?(?:de )?"
    rf"(?:vorige|voorgaande|voorafgaande|bovenstaande) (?:vraag|vragen|antwoord))"
)
_SIGNAL = re.compile(
    r"ntw(?:oord|\.)|\bv(?:raag|ragen|r\.)|[Zz]ie\b|erwij[sz]|erwez|vindt|wijst?\b|hierboven|bovenst|[Ii]dem|"
    r"[Kk]amer(?:st|br|vr)|\bbrie|anhangsel|kenmerk|\b[Nn]r|\d[ZDP]\d"
)
"""What a sentence that points anywhere has; the others are not looked at any closer."""

_PLACED = re.compile(
    r"\b(?P<place>vorige?|voorgaande?|voorafgaande?|bovenstaande?|volgende?) (?P<what>vraag|vragen|antwoord(?:en)?)\b"
)
_IDEM = re.compile(r"\s*(?:[Ii]dem(?: dito)?|[Zz]ie (?:hier)?boven)\s*[.,;]?\s*")
_ABOVE = re.compile(r"\bhierboven\b|\bbovenstaande?\b|\b[Zz]ie boven\b")
_ANSWER_ABOVE = re.compile(r"\bantwoord (?:hier)?boven\b")
_ABOVE_SAYS = stems("hierboven bovenstaande aangegeven vermeld gemeld genoemd geschetst beschreven toegelicht gesteld")
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
    r"debat|https?://|kenmerk|\d{4}Z\d{5}|agenda|verslag|website|nota\b|memorie|schriftelijke vragen|"
    r"vragen van (?:het (?:Kamer)?lid|de leden) [A-Z])"
)
_VERB = re.compile(r"\b(?:Zie|zie|U vindt|[Vv]erwij\w+|verwezen|vindt|wijst? (?:het kabinet|ik) (?:graag )?op)\b")
_SPEAKS_OF_A_LETTER = re.compile(r"\b(?:brie(?:f|ven)|Kamerbrie\w+|antwoord\w*|beantwoord\w*|vragen|Kamervragen)\b")
_ABOVE_LEAST, _ABOVE_LEAD = 0.4, 1.15
_FAR_ABOVE_LEAST, _FAR_ABOVE_LEAD = 0.5, 1.4
_BARE = 220


def resolve(letter: str, text: str, exchanges: Sequence[Exchange], notes: Sequence[Note] = ()) -> tuple[Exchange, ...]:
    """Return the exchanges with where each answer, its notes included, points."""
    resolver = _Resolver(letter, text, exchanges, notes)
    return tuple(
        replace(exchange, refers_to=tuple(resolver.pointers(at))) if exchange.answer_span else exchange
        for at, exchange in enumerate(exchanges)
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A pointing phrase: the words, and the exchanges it means; none when that cannot be known."""

    text: str
    targets: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the answer of an exchange: where it starts in the letter, where its pointing starts in it."""

    at: int
    start: int
    words: str
    trigger: int | None
    named: tuple[Mention, ...]

    @property
    def points(self) -> bool:
        """Say whether the sentence points to anything in its letter."""
        return self.trigger is not None or bool(self.named)

    @property
    def begin(self) -> int:
        """Where the sentence starts to point."""
        starts = [mention.span[0] for mention in self.named]
        return min(starts if self.trigger is None else [self.trigger, *starts])

    @property
    def tail(self) -> str:
        """The sentence from where it points on."""
        return self.words[self.begin :]


class _Resolver:
    def __init__(self, letter: str, text: str, exchanges: Sequence[Exchange], notes: Sequence[Note]) -> None:
        self._letter, self._text, self._exchanges = letter, text, exchanges
        self._alike = Alike(text, exchanges, self._only_points)
        self._notes = [note for note in notes if note.at is not None]
        self._topics: dict[tuple[str | None, frozenset[str]], int] = {}
        self._numbers = Numbers(text, exchanges)

    def _words(self, span: Span | None) -> str:
        return self._text[slice(*span)] if span else ""

    def pointers(self, at: int) -> Iterator[Pointer]:
        """Yield where the answer of one exchange points, each exchange and each letter once."""
        start, end = self._exchanges[at].answer_span or (0, 0)
        answer = self._text[start:end]
        if _SIGNAL.search(answer) is None:
            return
        seen: set[Pointer] = {self._pointer("", at)}
        for begin, stop in sentences(answer):
            if _SIGNAL.search(answer, begin, stop) is None:
                continue
            for pointer in self._pointing(self._sentence(at, start + begin, answer[begin:stop])):
                same = pointer if pointer.label is None and pointer.reference is None else replace(pointer, text="")
                if same not in seen:
                    seen.add(same)
                    yield pointer

    def _pointer(self, words: str, target: int) -> Pointer:
        exchange = self._exchanges[target]
        return Pointer(words, self._letter, exchange.label, exchange.numbers, exchange.party)

    def _sentence(self, at: int, start: int, words: str) -> _Sentence:
        trigger = _TRIGGER.search(words)
        named = tuple(mentions(words, self._exchanges[at].numbers))
        return _Sentence(at, start, words, trigger.start() if trigger else None, named)

    def _pointing(self, one: _Sentence) -> Iterator[Pointer]:
        """Yield where a sentence points: inside the letter by the first way that fits, and to other letters."""
        inside = self._inside(one) if one.points else []
        noted = self._noted(one.start, one.start + len(one.words))
        speaks = one.trigger is not None or _SPEAKS_OF_A_LETTER.search(one.words) is not None
        outside = outward(one.words, noted if speaks else [], one.named, one.trigger)
        for phrase in inside:
            for target in phrase.targets:
                yield self._pointer(phrase.text, target)
            # What names another letter is not also open inside this one.
            if not phrase.targets and (one.named or not outside):
                yield Pointer(phrase.text)
        yield from outside
        nothing = one.trigger is not None and not (inside or outside or one.named)
        if nothing and _VERB.match(one.tail) and _OUTSIDE.search(one.tail):
            yield Pointer(one.tail[:LONGEST].rstrip(" ."))

    def _inside(self, one: _Sentence) -> list[_Phrase]:
        by_number = (self._ordinal, self._own_group, self._numbered)
        by_words = (self._groups, self._idem, self._placed, self._topic, self._above)
        for reader in by_number if one.named else (*by_number, *by_words):
            found = list(reader(one))
            if found:
                return found
        return []

    def _ordinal(self, one: _Sentence) -> Iterator[_Phrase]:
        found = _ORDINAL.search(one.tail)
        if found is None:
            return
        members = self._numbers.group(next(parties_named(found["group"]), None), one.at)
        if found["topic"]:
            topic = stems(found["topic"])
            members = [each for each in members if topic & stems(self._exchanges[each].section or "")]
        place = _ORDINALS[found["ordinal"]] - 1
        yield _Phrase(one.tail[: found.end()], tuple(members[place : place + 1 or None]))

    def _own_group(self, one: _Sentence) -> Iterator[_Phrase]:
        found = _OWN.search(one.tail)
        if found is not None:
            yield _Phrase(one.tail[: found.end()], self._about(found["topic"], one.at))

    def _groups(self, one: _Sentence) -> Iterator[_Phrase]:
        found = _OF_GROUPS.search(one.tail)
        if found is None:
            alike = _ALIKE.search(one.tail)
            if alike is not None:
                yield _Phrase(one.tail[: alike.end()])
            return
        narrowed = _FOR.search(one.tail[: found.start()])
        for party in parties_named(found["groups"]):
            members = self._numbers.group(party, one.at)
            if narrowed is not None:
                target = self._alike.about(narrowed["topic"], members)
            else:
                target = self._alike.asking_the_same(one.at, members)
            yield _Phrase(one.tail[: found.end()], () if target is None else (target,))

    def _numbered(self, one: _Sentence) -> Iterator[_Phrase]:
        named = [mention for mention in one.named if not mention.elsewhere]
        targets: list[int] = []
        unknown = False
        for mention in named:
            for number in mention.numbers:
                places = self._numbers.meant(one.at, mention, number)
                unknown = unknown or not places
                targets.extend(places)
        if targets:
            yield _Phrase(one.words[one.begin : named[-1].span[1]], tuple(dict.fromkeys(targets)))
        if unknown:
            yield _Phrase(one.tail[:LONGEST].rstrip(" ."))

    def _idem(self, one: _Sentence) -> Iterator[_Phrase]:
        """Read an answer that is nothing but ``Idem.`` or ``Zie hierboven.``: the one before it."""
        if one.at and _IDEM.fullmatch(self._words(self._exchanges[one.at].answer_span)):
            yield _Phrase(one.tail.rstrip(" .,;"), (one.at - 1,))

    def _placed(self, one: _Sentence) -> Iterator[_Phrase]:
        found = _PLACED.search(one.tail)
        if found is None:
            return
        target = one.at + 1 if found["place"].startswith("volgende") else one.at - 1
        several = found["what"] in ("vragen", "antwoorden")
        known = 0 <= target < len(self._exchanges) and (not several or len(self._exchanges[target].numbers) > 1)
        yield _Phrase(one.tail[: found.end()], (target,) if known else ())

    def _topic(self, one: _Sentence) -> Iterator[_Phrase]:
        found = _TOPIC.search(one.tail)
        if found is not None:
            yield _Phrase(one.tail[: found.end()], self._about(found["topic"], one.at))

    def _above(self, one: _Sentence) -> Iterator[_Phrase]:
        """Find the answer that ``hierboven`` means; nothing points when it is the answer's own beginning."""
        found = _ABOVE.search(one.tail)
        if found is None:
            return
        wanted = stems(one.words) - _ABOVE_SAYS
        whole, answers = self._alike.wholes, self._alike.answers
        begun = (self._exchanges[one.at].answer_span or (0, 0))[0]
        own = whole.covered(wanted, stems(self._text[begun : one.start]))
        above = [each for each in range(max(0, one.at - MANY), one.at) if not self._only_points(each)]
        scores = [whole.covered(wanted, answers.stems[each]) for each in above]
        if own > 0 and own >= max(scores, default=0.0):
            return
        near = best(scores, least=_ABOVE_LEAST, lead=_ABOVE_LEAD)
        far = best([*scores, own], least=_FAR_ABOVE_LEAST, lead=_FAR_ABOVE_LEAD)
        if near is not None and above[near] == one.at - 1:
            far = near
        if far is None and one.start == begun and _ANSWER_ABOVE.search(one.tail) and self._follows_in_a_list(one.at):
            yield _Phrase(one.tail[: found.end()], (one.at - 1,))
            return
        yield _Phrase(one.tail[: found.end()], (above[far],) if far is not None and far < len(above) else ())

    def _follows_in_a_list(self, at: int) -> bool:
        """Say whether a numbered answer stands before it: what groups ask is told of in prose, and less close by."""
        return at > 0 and self._exchanges[at - 1].party is None and self._exchanges[at].party is None

    def _noted(self, start: int, end: int) -> list[Note]:
        """Return the notes to a stretch of the letter."""
        return [note for note in self._notes if note.at is not None and start < note.at <= end]

    def _about(self, topic: str, at: int) -> tuple[int, ...]:
        """Find the earlier exchange of the same group whose words cover a topic best and that answers itself."""
        party = self._exchanges[at].party
        members = [one for one in self._numbers.group(party, at) if one < at and not self._only_points(one)]
        if (known := self._topics.get((party, stems(topic)))) is not None:
            return (known,)
        found = self._alike.telling_of(topic, members)
        if found is None:
            return ()
        self._topics[party, stems(topic)] = found
        return (found,)

    def _only_points(self, at: int) -> bool:
        answer = self._words(self._exchanges[at].answer_span)
        return len(answer) < _BARE and _TRIGGER.search(answer) is not None
