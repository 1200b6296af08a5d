"""Question numbers that an answer mentions: which, where, and whether they are those of another letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lines.groups import parties_named
from ingest.lines.numbering import expand
from rag.letter import Span
from rag.words.months import DUTCH_MONTH

_NUMBER = r"\d{1,3}[a-z]?\b"
_PARTING = (
    r"(?:\s*+(?:,(?:\s*+en\b)?|;|/|&|en(?: op)?(?: de)?(?: vra(?:ag|gen))?\b|t/m|tot en met\b|–|-)\s*+|"
    r"\s(?=\d{1,3} en \d))"
)
_NOUN = r"(?:(?:deel|sub)?vra(?:ag|gen)|vr\.|antwoord(?:en)?|antw\.|beantwoording(?:en)?)"
_LINK = r"(?:(?:op|bij|van|onder|de|het|nummers?|nrs?\.?|deelvraag|subvraag|vragen|vraag)\s+){0,4}"
_NO_NUMBER = (
    rf"(?!\s*(?:{DUTCH_MONTH}|procent|%|"
    r"miljoen|miljard|euro|keer|jaar|maanden|weken|dagen|uur|leden|vragen|personen)\b)(?![\d.,]*\d)"
)
_LIST = rf"{_NUMBER}(?:{_PARTING}{_NUMBER}){{0,80}}"
_MENTION = re.compile(
    rf"\b(?:{_NOUN}\s+{_LINK}(?P<numbers>{_LIST}){_NO_NUMBER}|"
    rf"zie\s+(?:(?:ook|verder|hiervoor|daarvoor|onder|bij|sub|ad)\s+){{0,3}}(?P<bare>{_LIST})(?=\s*(?:[.;)]|$)))",
    re.I,
)
_FOR = re.compile(
    rf"\bvoor (?:het |de |mijn )?(?:(?:be)?antwoord(?:en|ing)? (?:op |bij |van )?)?(?:de )?{_NOUN} {_LIST}", re.I
)
_NEEDED = re.compile(r"(?:ra(?:ag|gen)|vr\.|ntw\.|ntwoord(?:en|ing|ingen)?|ie|onder|bij|ad|sub|op|van) (?:\w{2,9} )?\d")
"""What every mention has; a sentence without it is not looked at any closer."""

_HOLDS_TOO = re.compile(r"\bgeld(?:t|en)\b")
_EXCEPTED = re.compile(r"uitzondering van [^.]{0,30}$")
_HEADING = re.compile(r"(?:Vraag|Vragen|Antwoord) \d[\d, en]*[a-z]?[.:]?\s+[A-Z\d]")
_LEADING = ("op", "bij", "van", "onder", "zie", "Zie", "en", "de", "het", "mijn", "ook", "in", "uit", "naar")
_ELSEWHERE = (
    r"(?:Kamervragen|[Ss]chriftelijke (?:Kamer)?vragen|eerdere (?:Kamer)?vragen|(?:Kamer)?brief\b|Kamerstuk|Aanhangsel|"
    r"Handelingen|\d{4}Z\d{5}|(?:het (?:Kamer)?|de |Kamer)?(?:lid|leden) [A-Z]|(?:de heer|mevrouw) [A-Z]|"
    r"de leden (?!van\b)[A-Z]|schriftelijk overleg|verslag\b|feitelijke vragen|vragenlijst|rapport\b|nota\b)"
)
_OF_OTHERS = re.compile(
    r"[\s,]*(?:\(|\b(?:van|uit|in|bij|over|op|door)\s)\s*"
    r"(?:(?:de|het|mijn|onze|uw|een|eerdere|die|dat|dezelfde|vragen|antwoorden|beantwoording|set|van|op)\s+){0,5}"
    + _ELSEWHERE
)
_AFTER_OTHERS = re.compile(_ELSEWHERE)
_AGAIN = re.compile(r"\b(?:en|zie|zoals|alsmede|evenals|verwijs\w*|conform|waar\w*)\b|;", re.I)
_REACH, _NEAR = 90, 70
_OF_GROUP = re.compile(
    r"\s+(?:van|door) (?:de |het )?(?:(?:fractie)?leden van )?(?:de |het )?[^.;?!,]{0,40}?-\s?fractie"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Question numbers, where they are mentioned, whose letter they are of, and whose questions."""

    numbers: tuple[str, ...]
    span: Span
    elsewhere: bool = False
    party: str | None = None


def mentions(sentence: str, own: tuple[str, ...] = ()) -> list[Mention]:
    """Return the question numbers that a sentence of an answer to the questions ``own`` points to.

    ``voor vraag 6`` says what is answered, not where the answer is; it counts only when nothing else is named.
    """
    if _NEEDED.search(sentence) is None or not (found := list(_found(sentence))):
        return []
    answered = [one.span() for one in _FOR.finditer(sentence)]
    pointing = [one for one in found if not any(start <= one.span[0] < end for start, end in answered)]
    if pointing or _HOLDS_TOO.search(sentence):
        return pointing
    return [one for one in found if not set(own) & set(one.numbers)]


def _found(sentence: str) -> Iterator[Mention]:
    for found in _MENTION.finditer(sentence):
        numbers = expand(found["numbers"] or found["bare"])
        group = _OF_GROUP.match(sentence, found.end())
        party = next(parties_named(group[0]), None) if group else None
        heading = _HEADING.match(sentence, found.start()) and not sentence[: found.start()].rstrip().endswith(_LEADING)
        if not heading and not _EXCEPTED.search(sentence[: found.start()]):
            yield Mention(numbers, found.span(), party is None and _is_elsewhere(sentence, found.span()), party)


def _is_elsewhere(sentence: str, span: Span) -> bool:
    """Say whether numbers stand with the name of another letter, or of who asked something else."""
    if _OF_OTHERS.match(sentence[span[1] : span[1] + _REACH]):
        return True
    before = list(_AFTER_OTHERS.finditer(sentence[: span[0]]))
    return (
        bool(before) and span[0] - before[-1].end() <= _NEAR and not _AGAIN.search(sentence, before[-1].end(), span[0])
    )
