"""Parliamentary groups: their names, and the headings under which their questions stand."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from ingest.marks import bare

Part = Literal["asked", "replied", "aside"]
"""What a part of a consultation holds: questions (and perhaps answers), only answers, or other things."""

_NAME = r"(?!Kamer|Minister|Staats)[A-Z0-9][\w]*(?:[/&-][A-Z][\w]*)*"
_LONG = (
    r"Partij voor de Dieren|Partij van de Arbeid|Forum voor Democratie|Nieuw Sociaal Contract|Groep Van Haga|"
    r"Groep Markuszower|BoerBurgerBeweging|Fractie-Nanninga|Lid [A-Z]\w+"
)
_PARTY = rf"(?:{_LONG}|{_NAME})"
_PARTIES = frozenset(
    re.findall(
        r"\S+",
        "PVV VVD NSC D66 BBB CDA SP SGP FVD DENK Volt JA21 PvdA PvdD GroenLinks GroenLinks-PvdA ChristenUnie CU "
        "50PLUS BIJ1 "
        "OPNL BVNL LPF TON GL-PvdA GL GrKÖ OSF SGP/ChristenUnie PRO Fractie-Nanninga",
    )
) | frozenset(_LONG.split("|")[:-1])
_KNOWN = "|".join(map(re.escape, sorted(_PARTIES, key=len, reverse=True)))
_BY_CAPITALS = {name.upper(): name for name in _PARTIES}
_COUNT = r"(?:(?:Deel )?(?:[IVX]{1,4}|\d{1,2}(?:\.\d{1,2})?|[A-Z])[.:]?\s+)?"
_WHAT = re.compile(
    r"(?:nadere )?(?:vragen|vraag|inbreng|bijdrage|opmerkingen|antwoord(?:en)?|reacties?|beantwoording)\b"
    r"(?: en(?:/of)? (?:opmerkingen|antwoorden|vragen)| en reactie)?"
    r"(?: (?:(?:op|van) )?(?:de )?(?:nadere )?(?:vragen|inbreng)(?: en opmerkingen)?(?= ))?\s*",
    re.IGNORECASE,
)
_ANSWERER = r"(?:minister|staatssecretaris|bewindsperso|bewindslieden|kabinet|regering)"
_WITH_ANSWER = re.compile(
    rf",? (?:en|met|met daarop) (?:de |het )?(?:antwoord(?:en)?|reacties?|beantwoording)"
    rf"(?: (?:van|door|vanuit) (?:(?:de|het) )?{_ANSWERER}.{{0,120}})?",
    re.IGNORECASE,
)
"""What a heading says after its group: ``en reactie van de minister``."""
_OF = re.compile(r"(?:(?:van|door|vanuit|namens|mede|de|het|aanwezige|(?:fractie)?leden|fracties?)\s+)+", re.IGNORECASE)
_GROUP = re.compile(r"\s?-?\s?(?:fracties?)$|-$", re.IGNORECASE)
_MEMBER = re.compile(r"(?i:(?P<what>lid |fractie-))(?P<name>[A-Z]\w+(?:[ -][A-Z]\w+)*)")
_MEMBERS = re.compile(r"\b(?:leden|lid)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(rf" \((?:{_KNOWN})\)$")
_BETWEEN = re.compile(r", mede namens |, (?:en )?| en | & ")
_PART = re.compile(
    r"(?:(?:Deel )?(?:[IVX]{1,4}|[A-Z])[.:]?\s+(?:(?P<reply>(?i:antwoord(?:en)?|reacties?|beantwoording))|"
    r"(?P<other>(?i:volledige agenda|agenda|bijlagen?|deelnemers))|(?i:vragen|inbreng|nadere|opmerkingen))\b.{0,120}|"
    r"(?:\d\.\s+)?(?:(?i:vragen en opmerkingen vanuit de fracties)\b.{0,80}|"
    rf"(?P<said>(?i:antwoord(?:en)?|reacties?|beantwoording)(?:\s?/\s?(?i:antwoord|reactie))? (?:(?i:van|door|vanuit) "
    rf"(?i:(?:de|het) )?(?i:{_ANSWERER}).{{0,90}}|(?i:{_ANSWERER})(?:on|onen)?))))"
)
_REPLIES_TO = re.compile(rf"{_COUNT}(?i:antwoord(?:en)?|reactie|beantwoording)\b.*\b(?i:op|vragen|inbreng)\b")
_NAMED = re.compile(
    rf"(?:leden|fracties?|lid) van (?:de )?(?:fracties? van )?(?:de |het )?(?P<members>{_PARTY}"
    rf"(?:(?:, | en )(?:van )?(?:de )?(?:{_KNOWN})\b(?!-))*)|"
    rf"(?P<hyphened>{_PARTY}(?:-(?:, | en | of )(?:de )?{_PARTY})*)-\s?fracties?"
)
_SPLIT = re.compile(r"-?(?:, | en | of )(?:van )?(?:de )?")
_ASKED_BY = re.compile(
    rf"fracties van (?P<list>(?:de )?{_PARTY}(?:, (?:de )?{_PARTY})*(?: en (?:van )?(?:de )?{_PARTY})?)"
)
_LONGEST = 140
LONGEST_HEADING = 2 * _LONGEST
"""No text with more signs than this, seals counted, is the heading of a group."""


def group_heading(text: str) -> str | None:
    """Return the party whose questions a heading announces, or None when the text is no such heading.

    Of groups that ask together it is all of them: ``GroenLinks-PvdA en D66``.
    """
    written = _heading(text, without=_WITH_ANSWER)
    if written is None:
        return None
    counted = re.match(_COUNT, written)
    rest = written[counted.end() if counted else 0 :]
    what = _WHAT.match(rest)
    who = rest[what.end() :] if what else rest
    names = [_party(piece) for piece in _BETWEEN.split(_ABBREVIATED.sub("", who))]
    if not all(names):
        return None
    known = all(name in _PARTIES for name in names)
    sure = "fractie" in who.lower() or (what is not None and len(names) == 1 and _MEMBERS.search(who) is not None)
    return joint(name for name in names if name) if known or sure else None


def _heading(text: str, *, without: re.Pattern[str] | None = None) -> str | None:
    """Return what a heading says, less what a pattern finds at its end; None when a text can be no heading."""
    if len(text) > LONGEST_HEADING:
        return None
    written = bare(text).strip()
    if without is not None and (found := without.search(written)) is not None and found.end() == len(written):
        written = written[: found.start()]
    if not written or len(written) > _LONGEST or written[-1] in ".?!;,":
        return None
    return written.rstrip(":").rstrip()


def _party(piece: str) -> str | None:
    """Return the party of ``van de leden van de VVD-fractie``, or None when that names none."""
    piece = piece.strip()
    led = _OF.match(piece)
    name = _GROUP.sub("", piece[led.end() :] if led else piece)
    if name.isupper():
        name = _BY_CAPITALS.get(name, name)
    if (member := _MEMBER.fullmatch(name)) is not None:
        return member["what"].capitalize() + member["name"]
    return name if re.fullmatch(_PARTY, name) else None


def joint(parties: Iterable[str]) -> str:
    """Return the one name of parties that ask together: ``VVD, NSC en D66``."""
    *names, last = dict.fromkeys(parties)
    return f"{', '.join(names)} en {last}" if names else last


def each_party(party: str) -> list[str]:
    """Return the parties that a name, perhaps of several that ask together, stands for."""
    return re.split(r", | en ", party)


def part_heading(text: str) -> bool:
    """Say whether a text is the heading of a part of a consultation."""
    return part_headed(text) is not None


def part_headed(text: str) -> Part | None:
    """Say what the part of a consultation holds that a text is the heading of; None when it is no such heading."""
    written = _heading(text)
    found = _PART.fullmatch(written) if written else None
    if found is None:
        return None
    return "replied" if found["reply"] or found["said"] else "aside" if found["other"] else "asked"


def heads_answers(text: str) -> bool:
    """Say whether the heading of a group announces answers: ``Antwoorden op vragen van de VVD-fractie``."""
    return _REPLIES_TO.match(bare(text)) is not None


def parties_named(text: str) -> Iterator[str]:
    """Yield the parties whose groups a text names: ``de leden van de PVV- en NSC-fractie`` is PVV, NSC."""
    for found in _NAMED.finditer(text):
        names = found["hyphened"] or found["members"]
        for name in _SPLIT.split(names):
            yield _name(name)


def parties_asking(text: str) -> list[str]:
    """Return the parties of ``de leden van de fracties van Volt en PvdD``."""
    found = _ASKED_BY.search(text)
    names = re.split(r", | en ", found["list"]) if found else []
    return [_name(re.sub(r"^(?:van |de )+", "", name)) for name in names]


def _name(written: str) -> str:
    name = re.sub(r"-?[Ff]ractie$", "", written.strip())
    return name.removesuffix("-")
