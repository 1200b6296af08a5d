"""Parliamentary groups: their names, and the headings under which their questions stand."""

import re
from collections.abc import Iterator

_NAME = r"(?!Kamer|Minister|Staats)[A-Z0-9][\w]*(?:[/&-][A-Z][\w]*)*"
_LONG = (
    r"Partij voor de Dieren|Partij van de Arbeid|Forum voor Democratie|Nieuw Sociaal Contract|Groep Van Haga|"
    r"Groep Markuszower|BoerBurgerBeweging|Fractie-Nanninga|Lid [A-Z]\w+"
)
_PARTY = rf"(?:{_LONG}|{_NAME})"
_OF = r"(?:(?:van|door|vanuit) (?:de |het )?(?:(?:aanwezige )?(?:fractie)?leden |lid )?|[Ll]eden )"
_HEADING = re.compile(
    rf"(?:[IVX]{{1,4}}\.?|\d{{1,2}}\.?|[A-Z]\.)?\s*"
    rf"(?P<what>(?:Vragen|Vraag|Inbreng|Bijdrage|Opmerkingen|Antwoorden|VRAGEN|INBRENG|(?=[Ll]eden ))"
    rf"(?: en(?:/of)? opmerkingen| en antwoorden| EN OPMERKINGEN)?(?: op (?:de )?vragen)?\s*)?"
    rf"{_OF}{{1,3}}(?:(?:de )?fractie van (?:de |het )?)?(?P<party>{_PARTY})(?P<group>\s?-\s?[Ff]ractie)?:?",
)
_PLAIN = re.compile(rf"(?P<party>{_LONG}|[A-Z][\w]*(?:[/-][A-Z][\w]*)*)\s?-\s?[Ff]ractie:?")
_PARTIES = frozenset(
    re.findall(
        r"\S+",
        "PVV VVD NSC D66 BBB CDA SP SGP FVD DENK Volt JA21 PvdA PvdD GroenLinks GroenLinks-PvdA ChristenUnie CU "
        "50PLUS BIJ1 "
        "OPNL BVNL LPF TON GL-PvdA GL GrKÖ OSF SGP/ChristenUnie PRO Fractie-Nanninga",
    )
) | frozenset(_LONG.split("|")[:-1])
_KNOWN = "|".join(map(re.escape, sorted(_PARTIES, key=len, reverse=True)))
_PART = re.compile(
    r"(?:[IVX]{1,4}|[A-Z])\.?\s+(?:Vragen|Inbreng|Antwoord|Reactie|Volledige|VRAGEN|Nadere)\b.{0,120}|"
    r"(?i:vragen en opmerkingen vanuit de fracties)\b.{0,80}"
)
_NAMED = re.compile(
    rf"(?:leden|fracties?|lid) van (?:de )?(?:fracties? van )?(?:de |het )?(?P<members>{_PARTY}"
    rf"(?:(?:, | en )(?:van )?(?:de )?(?:{_KNOWN})\b(?!-))*)|"
    rf"(?P<hyphened>{_PARTY}(?:-(?:, | en | of )(?:de )?{_PARTY})*)-\s?fracties?"
)
_SPLIT = re.compile(r"-?(?:, | en | of )(?:van )?(?:de )?")
_ASKED_BY = re.compile(
    rf"fracties van (?P<list>(?:de )?{_PARTY}(?:, (?:de )?{_PARTY})*(?: en (?:van )?(?:de )?{_PARTY})?)"
)


def group_heading(text: str) -> str | None:
    """Return the party whose questions a heading announces, or None when the text is no such heading."""
    if len(text) > 140 or text[-1:] in ".?!;,":
        return None
    if text.rstrip(":") in _PARTIES:
        return text.rstrip(":")
    found = _HEADING.fullmatch(text) or _PLAIN.fullmatch(text)
    if found is None:
        return None
    name = _name(found["party"])
    sure = "what" not in found.re.groupindex or found["what"] or found["group"] or name in _PARTIES
    return name if sure else None


def part_heading(text: str) -> bool:
    """Say whether a text is the heading of a part of a consultation."""
    return len(text) <= 140 and _PART.fullmatch(text) is not None and text[-1] not in ".?!;,"


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
