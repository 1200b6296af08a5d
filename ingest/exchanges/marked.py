"""Marked answers: where, between two headings ``Antwoord``, the answer ends and the next question starts."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.exchanges.replies import cut, is_theme
from ingest.exchanges.voices import COUNT, voice
from ingest.lines.blocks import Block
from ingest.marks import bare

_ASKER = re.compile(
    r"(?:De|Ook|Verder|Voorts|Daarnaast|Ten ?slotte|Tot slot|Tevens|Tegelijkertijd|Naast|Allereerst|Graag|Deze|"
    r"Eveneens)\b"
    r".{0,160}?\b(?:leden|fractie|lid)\b"
)
_MEMBERS = re.compile(
    r"\b(?:de|deze|genoemde|dezelfde|hebben de|voorgenoemde) (?:aan het woord zijnde )?(?:leden|fractie)\b|"
    r"\bleden van (?:de|het) [A-Z]|\baan het woord zijnde|\bde \S+-fractie\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:Kan|Kunnen|Is|Zijn|Wil|Gaat|Acht|Deelt|Erkent|Heeft|Ziet|Welke?|Hoe|Wat|Waarom|Wanneer|Klopt|Bent|Kunt)\b"
    r"[^.?!]{0,60}\b[Mm]inister|\bvragen (?:zij|deze leden|de leden|of|wat|hoe|welke|naar)\b|\b(?:horen|"
    r"vernemen) (?:zij|deze leden|graag)\b"
)
_ANSWERS = re.compile(
    r"(?:Het [Kk]abinet|Ik |Zie |Uw Kamer|De regering|Voor (?:het|de|een) antwoord|Zoals |Nederland |U vindt|"
    r"Deze vraag|Op dit moment|Momenteel|Hierbij|In antwoord|Ja[,.]|Nee[,.]|Daarnaast zet|Wij )"
)
_OWN_VOICE = re.compile(
    r"\b(?:[Uu]w Kamer|uw fractie|[Hh]et kabinet|mijn (?:ambts|brief|antwoord|voorganger|ministerie|inzet)|"
    r"(?:ben|heb|zal|wil|vind|acht|deel|kan|verwijs|hecht|zie) ik|ik (?:ben|heb|zal|wil|vind|acht|deel|kan|"
    r"verwijs|hecht|zie))\b"
)


def between_answers(blocks: Sequence[Block]) -> list[tuple[Sequence[Block], Sequence[Block]]]:
    """Part the blocks of a section at its headings of answers; return each question with its answer."""
    pieces = _pieces(blocks)
    starts = _counted_starts(pieces[:-1])
    between = pieces[1:-1]
    counted = [(piece[:at], piece[at:]) for piece, at in zip(between, starts[1:], strict=False)]
    halves = [([], pieces[0]), *(counted or map(_split, between)), (pieces[-1], [])]
    return [(question, answer) for (_, question), (answer, _) in pairwise(halves)]


def before_counted(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the first question, where the questions count on from answer to answer."""
    starts = _counted_starts(_pieces(blocks)[:-1])
    return starts[0] if len(starts) > 1 else 0


def _pieces(blocks: Sequence[Block]) -> list[list[Block]]:
    pieces: list[list[Block]] = [[]]
    for block in blocks:
        if block.numbering is not None and block.numbering.role == "answer":
            pieces.append([])
        elif block.numbering is None:
            pieces[-1].append(block)
    return pieces


def _counted_starts(pieces: Sequence[Sequence[Block]]) -> list[int]:
    """Return where in each piece, before an answer, its questions start, when all of them count on; else nothing."""
    starts: list[int] = []
    last = 0
    for piece in pieces:
        counts = [(at, number) for at, block in enumerate(piece) if (number := _count(block))]
        run = [(at, number) for at, number in counts if number == last + 1] if last else _last_run(counts)
        if not run:
            return []
        starts.append(run[0][0])
        last = counts[-1][1]
    return starts


def _last_run(counts: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    start = len(counts) - 1
    while start > 0 and counts[start - 1][1] == counts[start][1] - 1:
        start -= 1
    return counts[max(start, 0) :]


def _count(block: Block) -> int | None:
    """Return the number that a question in running text gives itself."""
    found = COUNT.match(bare(block.text).lstrip())
    return int(re.sub(r"\D", "", found[0])) if found else None


def _split(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Split the paragraphs between two answer headings where the answer ends and the next question starts."""
    if len(blocks) < 2:
        return _split_paragraph(blocks[0]) if blocks else ([], [])
    for index in range(1, len(blocks) - 1):
        if is_theme(blocks, index) and not bare(blocks[index - 1].text).endswith(":"):
            return blocks[:index], blocks[index:]
    if len(blocks) == 2:
        return blocks[:1], blocks[1:]
    scores = [_asking(bare(block.text).strip()) for block in blocks]
    best = max(range(1, len(blocks)), key=lambda at: (sum(scores[at:]) - sum(scores[:at]), at))
    return blocks[:best], blocks[best:]


def _split_paragraph(block: Block) -> tuple[Sequence[Block], Sequence[Block]]:
    """Split a paragraph that, its line ends lost, holds an answer and the question after it."""
    pieces = list(cut(block.text))
    voices = [voice(bare(piece).strip()) for piece in pieces]
    for at in range(1, len(pieces)):
        if voices[at] in ("asks", "tells") and not {"speaks", "opens"} & set(voices[at:]):
            answer, question = ("".join(part).strip() for part in (pieces[:at], pieces[at:]))
            return [replace(block, text=answer)], [replace(block, text=question)]
    return [block], []


def _asking(text: str) -> float:
    """Score how much a paragraph sounds like a question of members (above 0) or like an answer (below)."""
    score = -0.5
    score += 3.0 if _ASKER.match(text) else 0.0
    score += 2.0 if _MEMBERS.search(text) else 0.0
    score += 3.0 if text.rstrip().endswith("?") else 1.5 if "?" in text else 0.0
    score += 2.0 if _ASKS.search(text) else 0.0
    score -= 4.0 if _ANSWERS.match(text) else 0.0
    score -= 1.5 if _OWN_VOICE.search(text) else 0.0
    return score
