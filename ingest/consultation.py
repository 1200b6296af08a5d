"""Consultations: per parliamentary group running text with questions, each block followed by ``Antwoord``."""

import re
from collections.abc import Sequence

from ingest.blocks import Block
from ingest.groups import group_heading, part_heading
from ingest.outline import Draft, Heading, Item, Outline, Running

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


def outline(blocks: Sequence[Block]) -> Outline:
    """Put blocks in order as exchanges of groups, headings and running text."""
    scribe = _Scribe()
    start = 0
    for index, block in enumerate(blocks):
        if group_heading(block.text) is not None or part_heading(block.text):
            scribe.write(blocks[start:index])
            scribe.head(block.text)
            start = index + 1
    scribe.write(blocks[start:])
    return scribe.outline


def running(blocks: Sequence[Block]) -> list[Item]:
    """Tell headings from running text where there are no questions."""
    items: list[Item] = []
    for index, block in enumerate(blocks):
        headed = block.heading or (block.like_title and "," not in block.text and index + 1 < len(blocks))
        items.append(Heading(block.text) if headed else Running(block.text))
    return items


class _Scribe:
    """Writes section after section, and counts the answers of each group."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._party: str | None = None
        self._counts: dict[str | None, int] = {}
        self._section: str | None = None

    def head(self, text: str) -> None:
        """Open the section of a group, or a part of the letter."""
        self._party = group_heading(text)
        self._section = None
        self.outline.items.append(Heading(text))

    def write(self, blocks: Sequence[Block]) -> None:
        """Write what stands between two headings of groups or parts."""
        pieces = _between_answers(blocks)
        if len(pieces) == 1 and self._party is None:
            self._write_running(pieces[0])
            return
        question: Sequence[Block] = pieces[0]
        for index, piece in enumerate(pieces[1:], start=2):
            answer, after = _split(piece) if index < len(pieces) else (piece, [])
            self._exchange(question, answer)
            question = after
        if len(pieces) == 1:
            self._exchange(question, [])

    def _write_running(self, blocks: Sequence[Block]) -> None:
        self.outline.items.extend(running(blocks))

    def _exchange(self, question: Sequence[Block], answer: Sequence[Block]) -> None:
        asked: list[str] = []
        for index, block in enumerate(question):
            if _is_theme(question, index):
                self._section = block.text
                self.outline.items.append(Heading(block.text))
            else:
                asked.append(block.text)
        if not asked and not answer:
            return
        number = self._counts[self._party] = self._counts.get(self._party, 0) + 1
        name = f"{self._party}, vraag {number}" if self._party else f"Vraag {number}"
        draft = Draft((str(number),), name, asked, [block.text for block in answer], self._party, self._section)
        self.outline.items.append(draft)
        if not asked or not answer:
            what = "Answer has no question" if answer else "Question has no answer"
            self.outline.warnings.append(f"{name}: {what.lower()}.")


def _between_answers(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part blocks at the headings of answers: the first question, then answer and next question together."""
    pieces: list[list[Block]] = [[]]
    for block in blocks:
        if block.numbering is not None and block.numbering.role == "answer":
            pieces.append([])
        elif block.numbering is None:
            pieces[-1].append(block)
    return pieces


def _is_theme(question: Sequence[Block], index: int) -> bool:
    block = question[index]
    return (block.heading or block.like_title) and "?" not in block.text and index + 1 < len(question)


def _split(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Split the paragraphs between two answer headings where the answer ends and the next question starts."""
    if len(blocks) < 2:
        return blocks, []
    for index in range(1, len(blocks) - 1):
        if _is_theme(blocks, index) and not blocks[index - 1].text.endswith(":"):
            return blocks[:index], blocks[index:]
    if len(blocks) == 2:
        return blocks[:1], blocks[1:]
    scores = [_asking(block.text) for block in blocks]
    best = max(range(1, len(blocks)), key=lambda at: (sum(scores[at:]) - sum(scores[:at]), at))
    return blocks[:best], blocks[best:]


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
