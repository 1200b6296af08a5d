"""What kind of letter a text is, and whether it is one at all."""

import re
from collections.abc import Sequence
from itertools import islice

from ingest.exchanges.numbered import SIGNATURE
from ingest.lines.blocks import Block
from ingest.lines.groups import group_heading, part_heading

_SIGNS = (
    re.compile(r"\b(?:Tweede|Eerste) Kamer\b|Staten-Generaal|\b[Uu]w Kamer\b|\bde Kamer\b"),
    re.compile(
        r"\b[Mm]inister(?:ie|s|-president)?\b|\b[Ss]taatssecretaris\b|\bMINISTER\b|\b[Kk]abinet\b|\bde regering\b"
    ),
    re.compile(
        r"Kamervragen|Kamerstuk|Aanhangsel|[Ss]chriftelijke vragen|[Ss]chriftelijk overleg|SCHRIFTELIJK OVERLEG|"
        r"Rekenkamer|\bmotie\b"
    ),
    re.compile(
        r"[Gg]eachte (?:heer |mevrouw )?\w|Hierbij (?:bied|zend|stuur|ontvangt)|Hoogachtend|Onze referentie|"
        r"Uw kenmerk"
    ),
    re.compile(r"\b(?:leden van de|[Vv]ragen van de leden|lid|fractie)\b"),
)
_ENOUGH = 2
_REPLY = re.compile(
    r"(?:Nr\. ?\w+\s+|[A-Z]{1,3}\s+)?nota naar aanleiding van het (?:(?:tweede )?nader(?: voorlopig)? |voorlopig )?"
    r"verslag",
    re.IGNORECASE,
)
_TOP = 60
_HEAD_LINES = 4
_ANSWERS = re.compile(
    r"\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)\b.{0,80}?\b\w*vra(?:ag|gen)\b|\b[Ll]ijst van vragen en antw"
)
_NOT_YET = re.compile(r"^(?:Schriftelijke )?[Vv]ragen van\b|\b[Uu]itstel|\b[Nn]iet\b|\b[Ll]ater\b")
_HEADS_QUESTIONS = re.compile(r"(?:Schriftelijke )?[Vv]ragen van (?:het lid|de leden)\b(?! van\b)")
_ADDRESSES = re.compile(r"\baan (?:de |het )?(?:[Mm]inister|[Ss]taatssecretaris|kabinet|bewindsp)")
_REPLIES = re.compile(
    r"\b(?:[Aa]ntwoord(?:en)?|[Mm]ededeling|[Rr]eactie|[Bb]eantwoording) van (?:de )?"
    r"(?:[Mm]inister|[Ss]taatssecretaris)|"
    r"\bGeachte\b|\bHierbij\b|\bHoogachtend\b|\(ontvangen\b"
)
_CONSULTATION = re.compile(r"overleg\b|\b(?:inbreng|verslag)\b|\bvragen en opmerkingen\b", re.IGNORECASE)
_POSTPONES = re.compile(
    r"\b[Vv]ragen\b.{0,400}?\b(?:be)?antwoord(?:ing|en)\b[^.]{0,80}?\bbinnen de (?:[a-z]+ ){0,3}termijn\b[^.]{0,60}?"
    r"\bniet (?:mogelijk|haalbaar)\b|"
    r"\b(?:vragen|vraag)\b[^.]{0,400}?\bniet binnen de (?:[a-z]+ ){0,3}termijn\b[^.]{0,120}?\bbeantwoord\b|"
    r"\bniet (?:mogelijk|haalbaar)\b[^.]{0,160}?\bvragen\b[^.]{0,200}?\bbinnen de (?:[a-z]+ ){0,3}termijn\b[^.]{0,60}?"
    r"\bbeantwoorden\b"
)
_LONGEST_POSTPONEMENT = 3_000


def is_letter(text: str, blocks: Sequence[Block]) -> bool:
    """Say whether a text shows signs of a letter between cabinet and parliament; generous to true letters."""
    signs = sum(1 for _ in islice((sign for sign in _SIGNS if sign.search(text)), _ENOUGH))
    roles = {block.numbering.role for block in blocks if block.numbering}
    return signs >= _ENOUGH or {"question", "answer"} <= roles or (signs > 0 and bool(roles))


def is_numbered(blocks: Sequence[Block]) -> bool:
    """Say whether questions or answers are numbered by their headings."""
    roles = [block.numbering for block in blocks if block.numbering is not None]
    asked = sum(one.role == "question" for one in roles)
    return asked > 0 or sum(bool(one.numbers) for one in roles if one.role == "answer") > 0


def is_consultation(blocks: Sequence[Block]) -> bool:
    """Say whether groups ask in running text and answers stand under a bare ``Antwoord``."""
    groups = sum(group_heading(block.text) is not None or part_heading(block.text) for block in blocks)
    answers = sum(block.numbering is not None and block.numbering.role == "answer" for block in blocks)
    return answers > 0 or groups > 1


def is_reply_to_report(lines: Sequence[str]) -> bool:
    """Say whether a paper is titled as a reply to a report of questions: ``NOTA NAAR AANLEIDING VAN HET VERSLAG``."""
    return any(_REPLY.fullmatch(line) for line in islice(lines, _TOP))


def is_postponement(text: str) -> bool:
    """Say whether a letter says no more than that questions are answered later."""
    return len(text) <= _LONGEST_POSTPONEMENT and _POSTPONES.search(" ".join(text.split())) is not None


def answers_questions(title: str) -> bool:
    """Say whether a title says that questions are answered: ``Beantwoording Kamervragen over``."""
    return _ANSWERS.search(title) is not None and _NOT_YET.search(title) is None


def names_consultation(lines: Sequence[str]) -> bool:
    """Say whether the head of a letter speaks of a consultation of parliament."""
    return any(_CONSULTATION.search(line) for line in islice(lines, _TOP))


def heads_questions(lines: Sequence[str]) -> bool:
    """Say whether a paper is headed as the questions of members to a minister, whatever follows."""
    top = [line for line in islice(lines, _TOP) if line]
    return any(
        _HEADS_QUESTIONS.match(line) and _ADDRESSES.search(" ".join(top[at : at + _HEAD_LINES]))
        for at, line in enumerate(top)
    )


def is_asked(lines: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Say whether a paper holds questions of members and not a word of a minister."""
    if not heads_questions(lines) or any(_REPLIES.search(line) or SIGNATURE.fullmatch(line) for line in lines):
        return False
    return not any(block.numbering and block.numbering.role in ("answer", "notice") for block in blocks)
