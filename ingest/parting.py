"""Parting: several letters in one file are told apart by their heads, or refused.

A later letter starts with a head of its own and has an identifier, or else a date, that the letter before it has not.
Covering letters and their answers, questions as sent in and then answered, and blocks that come back on every page
share their identifiers: they stay one letter.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.dates import DATE
from ingest.heads import head
from ingest.lines import furniture
from ingest.lines.numbering import numbering
from ingest.manuscript import Line, Manuscript, Stated
from ingest.marks import SEAL, bare
from rag.errors import LetterError

_ADDRESSED = re.compile(
    r"(?:> ?)?Retouradres\b|(?i:(?:aan )?de voorzitter van de (?:tweede|eerste) kamer\b)|"
    r"(?:Algemene Rekenkamer )?BEZORGEN\b"
)
_PAGE_HEAD = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal ?[12]?|2? ?Vergaderjaar \d{4}[–—-]\d{2,4}\b.*")
_PAPER = re.compile(r"Nr\. ?(?:\d+|[A-Z]{1,3})\s+(?:VERSLAG|BRIEF|LIJST|NOTA|NADER)\b.*")
_SALUTATION = re.compile(r"(?:Geachte|Waarde) (?:heer |mevrouw )?(?:[Vv]oorzitter|[A-Z]\w+)\b.{0,40}")
_COMMITTEE = re.compile(r"De vaste (?:kamer)?commissie\b.{0,160}?\b(?:vragen en|opmerkingen)\b.{0,80}?\bvoorgelegd")
_ASKED = re.compile(
    r"Vragen van (?:het lid|de leden) .{3,900}?\(ingezonden.{3,80}?\)\W{1,9}"
    r"(?:Antwoord|Mededeling) (?:van|namens) .{3,400}?\(ontvangen"
)
_SIGNED = re.compile(
    r"(?:Hoogachtend|Met vriendelijke groet)\b.{0,40}|(?:De|DE) (?i:minister|staatssecretaris)\b[^.?!]{0,120},"
)
_HEADISH = re.compile(
    rf"(?i:datum|betreft|onderwerp|onze referentie|ons ?kenmerk|uw referentie|uw ?kenmerk|kenmerk|van|aan|verzonden|"
    rf"cc|bijlagen?)\s*:?(?:\s.*)?|(?:Ministerie|Directoraat|Directie|Bureau|Afdeling)\b.{{0,80}}|"
    rf"(?:Den Haag|[’'‘]s-Gravenhage), {DATE}|{DATE}|[\w./-]*\d[\w./-]*"
)
_FOOT = re.compile(r"(?:ah|kst)-[\w-]+\d.*|ISSN \d.*|(?:Tweede|Eerste) Kamer, vergaderjaar .*|-{3,}|_{3,}|={3,}")
_PUBLISHED = re.compile(r"(?m)\b((?:ah|kst)-[a-z0-9A-Z-]*\d[\w-]*)\s+ISSN\b|^(h (?:tk|ek) \d{8} \d{1,5})$")
_SUBJECT = re.compile(r"(?i:betreft|onderwerp)\b")
_SIGN_STARTS = frozenset(">RADdBaTE2VNGW")
_HEAD_LENGTH = 600
"""Characters within which all signs of a head are those of one head."""
_COVERING = 2_500
"""Characters that a covering letter has at most."""
_WRAPPED = 16
_BACK = 25


@dataclass(slots=True)
class _Stretch:
    """Lines that start with a letter's head, and what that says; ``own`` are identifiers that are the letter's own."""

    start: int
    end: int
    signs: frozenset[str]
    own: frozenset[str]
    date: str | None
    has_subject: bool
    is_signed: bool
    has_answers: bool
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether it can be a letter by itself, and no covering letter or questions that wait for answers."""
        return self.has_answers or (self.is_signed and self.length > _COVERING)

    def join(self, other: "_Stretch") -> None:
        """Take in what follows as part of the same letter."""
        self.end = other.end
        self.signs |= other.signs
        self.own |= other.own
        self.date = self.date or other.date
        self.has_subject = self.has_subject or other.has_subject
        self.is_signed = self.is_signed or other.is_signed
        self.has_answers = self.has_answers or other.has_answers
        self.length += other.length


def part(manuscript: Manuscript, source: str) -> list[Manuscript]:
    """Return the manuscript of each letter in a manuscript; nearly always there is one.

    Raises:
        LetterError: it holds several letters, and where each starts cannot be told.
    """
    lines = manuscript.lines
    texts = [bare(line.text).strip() for line in lines]
    starts = _starts(lines, texts, dict(_signs(texts)))
    if len(starts) < 2:
        _check(texts, source)
        return [manuscript]
    stretches = [_stretch(lines, texts, start, end) for start, end in pairwise([*starts, len(lines)])]
    letters = stretches[:1]
    for later in stretches[1:]:
        match _relation(letters[-1], later):
            case "apart":
                letters.append(later)
            case "one":
                letters[-1].join(later)
            case _:
                raise several(source)
    for one in letters:
        _check(texts[one.start : one.end], source)
    return [manuscript] if len(letters) < 2 else list(_manuscripts(manuscript, letters))


def _check(texts: Sequence[str], source: str) -> None:
    """Refuse what is taken for one letter and has the page feet of several publications."""
    found = _PUBLISHED.findall("\n".join(texts))
    if len({whole or f"a{mangled.replace(' ', '-')}" for whole, mangled in found}) > 1:
        raise several(source)


def several(source: str) -> LetterError:
    """Return the error of a file whose letters cannot be told apart."""
    return LetterError(
        f"{source}: the file holds several letters, and where each of them starts cannot be told; save each letter in "
        "a file of its own."
    )


def _signs(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with which the head of a letter may start, and the sign that each is."""
    for at, text in enumerate(texts):
        if text[:1] not in _SIGN_STARTS:
            continue
        if _ADDRESSED.match(text):
            yield at, "addressed"
        elif _PAGE_HEAD.fullmatch(text) or _PAPER.fullmatch(text):
            yield at, "published"
        elif _SALUTATION.match(text):
            yield at, "saluted"
        elif text.startswith("De vaste ") and _COMMITTEE.match(_following(texts, at)):
            yield at, "committee"
        elif text.startswith("Vragen van ") and _ASKED.match(_following(texts, at)):
            yield at, "asked"


def _following(texts: Sequence[str], at: int) -> str:
    return " ".join(text for text in texts[at : at + _WRAPPED] if text)


def _starts(lines: Sequence[Line], texts: Sequence[str], signs: dict[int, str]) -> list[int]:
    starts: list[int] = []
    last = 0
    for at, sign in signs.items():
        if not starts or _holds_more_than_a_head(texts[last:at]):
            first = _first_line(lines, texts, at, sign, starts[-1] + 1 if starts else 0)
            starts.append(first if starts or sum(map(len, texts[:first])) > _HEAD_LENGTH else 0)
            if len(starts) == 1 and starts[0]:
                starts.insert(0, 0)
        last = at
    return starts


def _holds_more_than_a_head(texts: Sequence[str]) -> bool:
    """Say whether lines are too many for the head of a letter, or number a question, sign, or end a page."""
    return sum(map(len, texts)) > _HEAD_LENGTH or any(
        numbering(text) is not None or _SIGNED.fullmatch(text) or _FOOT.match(text) for text in texts
    )


def _first_line(lines: Sequence[Line], texts: Sequence[str], at: int, sign: str, least: int) -> int:
    """Return where the head starts to which a line belongs: at the top of its page, or at its first line."""
    top = at
    while top > least and lines[top - 1].page == lines[at].page and not lines[top].opens:
        top -= 1
    opens = lines[top].opens or (top > 0 and lines[top - 1].page != lines[top].page)
    if opens and all(map(_may_head, texts[top:at])):
        return top
    return at if sign in ("published", "asked") else _above(texts, at, least)


def _above(texts: Sequence[str], at: int, least: int) -> int:
    """Return the topmost of the lines above that belong to the same head: labels with values, offices, dates."""
    first = at
    for index in range(at - 1, max(least, at - _BACK) - 1, -1):
        text = texts[index]
        if not _may_head(text) or _FOOT.match(text) or _SIGNED.fullmatch(text):
            break
        if any(sign.isdigit() for sign in text) and text in texts[least:index]:
            break
        if _HEADISH.fullmatch(text):
            first = index
    return first


def _may_head(text: str) -> bool:
    """Say whether a line may stand in a head: it is short, and no sentence and no question's number."""
    return len(text) <= 120 and not text.endswith((".", "?", "!")) and numbering(text) is None


def _stretch(lines: Sequence[Line], texts: Sequence[str], start: int, end: int) -> _Stretch:
    own_lines = texts[start:end]
    _, taken = furniture.clear(lines[start:end])
    found = head.read(own_lines, [own_lines[at] for at in sorted(taken)], "\n".join(own_lines))
    return _Stretch(
        start,
        end,
        frozenset(sign for _, sign in _signs(own_lines)),
        _identifiers(found),
        found.date,
        any(_SUBJECT.match(text) for text in own_lines[:40]),
        any(_SIGNED.fullmatch(one) or _SIGNED.fullmatch(f"{one} {two}") for one, two in pairwise([*own_lines, ""])),
        any(found is not None and found.role == "answer" for found in map(numbering, own_lines)),
        sum(map(len, own_lines)),
    )


def _identifiers(found: head.Head) -> frozenset[str]:
    """Return the identifiers by which a head names its own letter."""
    own = {
        f"ah {found.session} {found.number}" if found.appendix else None,
        f"kst {found.dossier} {found.number}" if found.dossier and found.number else None,
        found.document,
        found.reference,
    }
    return frozenset(one for one in own if one)


def _relation(letter: _Stretch, later: _Stretch) -> str:
    """Say whether two stretches are ``one`` letter or two that stand ``apart``; ``unsettled`` when it is unclear."""
    if letter.own & later.own:
        return "one"
    in_paper = any(one.startswith("kst ") for one in letter.own) and not letter.has_answers
    if later.own:
        enclosed = in_paper and not later.signs & {"addressed", "published"}
        return "one" if enclosed or not letter.signs else "apart"
    if in_paper and "committee" not in later.signs:
        return "one"
    dated_apart = letter.date and later.date and letter.date != later.date
    if dated_apart and ("saluted" in later.signs or "asked" in later.signs or later.has_subject):
        return "apart"
    doubled = letter.signs & later.signs & {"saluted", "committee", "asked"}
    begins = ("saluted" in later.signs and (letter.is_signed or letter.has_answers)) or (
        "committee" in later.signs and letter.is_whole
    )
    return "unsettled" if doubled or begins else "one"


def _manuscripts(manuscript: Manuscript, letters: Sequence[_Stretch]) -> Iterator[Manuscript]:
    parts = [manuscript.lines[letter.start : letter.end] for letter in letters]
    notes = _shared_out(manuscript.notes, parts)
    for letter, lines, own in zip(letters, parts, notes, strict=True):
        feet = tuple(line for line in manuscript.furniture if _identifiers(head.read([line], [line], "")) <= letter.own)
        yield replace(manuscript, lines=lines, notes=tuple(own), furniture=feet, stated=Stated())


def _shared_out(notes: Sequence[tuple[str, str]], parts: Sequence[Sequence[Line]]) -> list[list[tuple[str, str]]]:
    """Give each note, in order, to the part that has its mark."""
    marks = [Counter(found[2] for line in lines for found in SEAL.finditer(line.text)) for lines in parts]
    shared: list[list[tuple[str, str]]] = [[] for _ in parts]
    at = 0
    for note in notes:
        at = next((place for place in range(at, len(parts)) if marks[place][note[0]] > 0), at)
        marks[at][note[0]] -= 1
        shared[at].append(note)
    return shared
