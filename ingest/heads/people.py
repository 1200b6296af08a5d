"""Who asks and who answers, as the head of a letter names them."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rag.letter import Asker, Minister

_WORD = r"(?!Minister|Staatssecretaris|Kamer)[A-ZÀ-Þ][\w’'&-]*"
_PORTFOLIO = rf"{_WORD}(?:(?:, en | en de | en het | en |, | ){_WORD})*"
_ROLE = r"(?:[Mm]inister(?:-[Pp]resident)?(?![a-z])|[Ss]taatssecretaris)"
_PLURAL = r"(?:[Mm]inister(?=s\b)|[Ss]taatssecretaris(?=sen\b))"
_OFFICE = re.compile(rf"(?P<role>{_ROLE})(?: (?P<of>van|voor) (?P<portfolio>{_PORTFOLIO}))?")
_NAMED = (
    rf"(?:de )?(?P<role>{_ROLE}) (?P<name>[A-ZÀ-Þ][^(),]{{1,60}}?)"
    r"(?: \((?P<portfolio>(?!ontvangen|ingezonden)[^()]+)\)|(?=,? (?:en|mede namens|\(ontvangen)\b))"
)
_ANSWERED = re.compile(rf"(?:Antwoord(?:en)?|Mededeling) van {_NAMED}")
_AND_ALSO = re.compile(rf"\s*(?:,? en(?: van)? |,? ){_NAMED}")
_NAMENS = re.compile(rf"mede namens (?:de |het )?(?P<rest>(?:{_ROLE}|{_PLURAL})[^.;()]{{0,200}})")
_SEVERAL = re.compile(rf"(?:van|voor) {_PORTFOLIO}")
_SIGNED = re.compile(
    rf"(?:De|Het|DE) (?P<office>(?:{_ROLE}|MINISTER|STAATSSECRETARIS)(?: (?:van|voor|VAN|"
    rf"VOOR) [^.,;()?]{{3,90}}"
    r"(?:(?:, [A-Z][^.,;()?]{2,40})*, [A-Z][^.,;()?]{2,40} (?:en|EN) [^.,;()?]{3,50})?)?),?"
)
_NAME = re.compile(
    r"(?:(?:drs|mr|dr|ir|prof|ing)\.? )*(?:[A-ZÀ-Þ]\.(?: ?[A-Z]\.)*(?: ?\([A-Z]\w+\))? ?)?(?:(?:van|de|den|der|"
    r"ten|ter|von|el|te) )*[A-ZÀ-Þ][\w’'´¸-]+"
    r"(?: (?:(?:van|de|den|der|ten|ter|von|el|te|’t) )*[A-ZÀ-Þ][\w’'´¸-]+){0,4}(?: [A-Z]{2,3})?"
)
_ENDS_SIGNED = re.compile(
    rf"\bDe (?P<office>{_ROLE} (?:van|voor) {_PORTFOLIO}), (?P<name>(?:[A-Z]\.){{1,5}} ?[^.,;:()?!]{{2,40}})$"
)
_ASKING = re.compile(
    r"\b(?:[Vv]ragen|vraag) van (?:het lid|de leden) (?P<who>.{3,400}?)(?= aan (?:de|het) | over |"
    r" naar aanleiding|, ingezonden)"
)
_MEMBERS = (
    r"(?P<who>(?:(?:van|de|den|der|el|ten|ter) )*[A-ZÀ-Þ][^().;:?!]{1,150} \([^()]{1,40}\)"
    r"(?:(?:, en |, | en )(?:van )?(?:het lid |de leden )?[^().,;:?!][^().;:?!]{1,150} \([^()]{1,40}\)){0,9})"
)
_NAMED_MEMBERS = re.compile(
    rf"(?:(?:[Vv]ragen|[Vv]raag)(?: gesteld)?(?: (?:van|door|die))?|(?:heeft|hebben)) "
    rf"(?:het |de )?(?:(?:Kamer)?lid|(?:Kamer)?leden) {_MEMBERS}"
)
_ASKER = re.compile(r"(?P<names>[^()]{2,200}?) ?\((?:(?:beiden|allen|alle) )?(?P<party>[^()]{1,40})\)")
_REACH = 4_000
_BETWEEN = re.compile(r",\s+en\s+|,\s+|\s+en\s+")
_BEFORE_NAME = re.compile(r"^(?:(?:en|van|het lid|de leden|de heer|mevrouw) )+")
_ASKED_OF = re.compile(rf"(?:aan|door|heeft) de (?P<rest>{_ROLE} (?:van|voor) .{{3,120}})")


def ministers(head: str, paragraphs: Sequence[str]) -> tuple[Minister, ...]:
    """Return who answers: from the official head, the signature, or the introduction, in this order."""
    found = _from_official_head(head) or _from_signature(paragraphs) or _from_introduction(head)
    for others in _NAMENS.finditer(head):
        found.extend(Minister(office) for office in _offices(others["rest"]))
    return tuple({_bare(one.office): one for one in reversed(found)}.values())[::-1]


def _from_official_head(head: str) -> list[Minister]:
    first = _ANSWERED.search(head)
    found: list[Minister] = []
    end = 0
    while first is not None:
        found.append(Minister(_full_office(first["role"], first["portfolio"], head), _name(first["name"])))
        end = first.end()
        first = _AND_ALSO.match(head, end)
    return found


def _full_office(role: str, portfolio: str | None, head: str) -> str:
    if "resident" in role:
        return "minister-president"
    if portfolio is None:
        return role.lower()
    named = re.search(rf"{role} (van|voor) {re.escape(portfolio)}", head, re.IGNORECASE)
    return f"{role.lower()} {named[1] if named else 'van'} {portfolio}"


def _from_signature(paragraphs: Sequence[str]) -> list[Minister]:
    found: list[Minister] = []
    for index, paragraph in enumerate(paragraphs):
        signed = _SIGNED.match(paragraph) if len(paragraph) < 250 else None
        if signed is None:
            ended = _ENDS_SIGNED.search(paragraph[-200:])
            if ended is not None and _NAME.fullmatch(ended["name"]):
                found.append(Minister(_lowered(ended["office"]), ended["name"]))
            continue
        rest = paragraph[signed.end() :].strip(" ,")
        following = rest or (paragraphs[index + 1] if index + 1 < len(paragraphs) else "")
        if not rest and not paragraph.rstrip().endswith(",") and not _NAME.fullmatch(following):
            continue
        if not rest or _NAME.fullmatch(rest):
            found.append(Minister(_lowered(signed["office"]), following if _NAME.fullmatch(following) else None))
    return found


def _from_introduction(head: str) -> list[Minister]:
    asked = _ASKED_OF.search(head)
    return [Minister(office) for office in _offices(asked["rest"])[:1]] if asked else []


def _offices(text: str) -> list[str]:
    offices: list[str] = []
    roles = [*re.finditer(rf"\b(?:{_PLURAL}|{_ROLE})", text)]
    for role, end in pairwise([*(found.start() for found in roles), len(text)]):
        piece = text[role:end]
        if (several := re.match(_PLURAL, piece)) is not None:
            offices.extend(_lowered(f"{several[0]} {found[0]}") for found in _SEVERAL.finditer(piece))
        elif (one := _OFFICE.match(piece)) is not None and (one["portfolio"] or "resident" in one[0]):
            offices.append(_lowered(one[0]))
    return offices


def _lowered(office: str) -> str:
    role, _, rest = office.strip().partition(" ")
    if rest.isupper():
        rest = " ".join(
            word.capitalize() if word not in ("VAN", "VOOR", "EN") else word.lower() for word in rest.split()
        )
    return f"{role.lower()} {rest}".strip()


def _bare(office: str) -> str:
    return office.casefold()


def _name(written: str) -> str:
    return " ".join(written.split())


def askers(head: str, parties: Iterable[str], subject: str = "") -> tuple[Asker, ...]:
    """Return who asks: the members that the head or the subject names, or else the groups."""
    found = _members(_ASKING.search(head)) or _members(_NAMED_MEMBERS.search(subject))
    found = found or _members(_NAMED_MEMBERS.search(head[:_REACH]))
    return tuple(dict.fromkeys(found)) or tuple(Asker(None, party) for party in dict.fromkeys(parties))


def _members(asking: re.Match[str] | None) -> list[Asker]:
    found: list[Asker] = []
    for one in _ASKER.finditer(asking["who"]) if asking else ():
        for name in _BETWEEN.split(one["names"].strip(" ,")):
            name = _BEFORE_NAME.sub("", name.strip())
            if name and name != "en" and "fractie" not in name:
                found.append(Asker(name, _party(one["party"])))
    return found


def _party(written: str) -> str:
    return written.strip()
