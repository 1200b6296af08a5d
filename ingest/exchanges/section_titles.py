"""Titles of sections between exchanges, told apart from the last words of the answer above them."""

import re

from ingest.lines.blocks import Block
from ingest.marks import bare

_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)\]]{0,4}$|[»”)]$")
_AMOUNT = re.compile(
    r"\d[\d.,]*\s*(?:%|‰|(?:procent|euro|duizend|miljoen|miljard|mln|mld|fte|personen|jaar|uur|km|ha)\b[.,]?)?"
    r"(?:\s+euro)?$"
)
_YES_OR_NO = re.compile(r"(?:ja|nee|neen)\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"(?:geen|niet|nog|zie|idem|nvt|n\.v\.t|akkoord|klopt|deels|dat|dit|daar\w*|hier\w*)\b", re.IGNORECASE
)
_HEAD_OF_LETTER = re.compile(
    r"(?:De|Het) (?:fungerend |adjunct-)?(?:voorzitter|griffier|minister|staatssecretaris)\b|"
    r"Zie ook Aanhangsel\b|(?:Antwoord|Mededeling) van (?:de )?(?:minister|staatssecretaris)|"
    r"(?:Antwoord(?:en)?|Beantwoording|(?:Nr\. ?\d+ )?Lijst)\b.{0,40}\b(?:Kamer)?vragen\b|"
    r".*\((?:ingezonden|ontvangen) \d",
    re.IGNORECASE | re.DOTALL,
)
_TITLE = re.compile(r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4}|[A-Z])[.:)]? )?[\"'“‘«(]?[A-ZÀ-Þ]")
_SAYS = re.compile(
    r"\b(?:ik|wij|we|u|mij|ons|is|ben|was|waren|wordt|worden|werd|werden|heb|heeft|hebben|had|kan|kunnen|kon|zal|"
    r"zullen|zou|wil|willen|moet|moeten|mag|mogen|gaat|gaan|doet|blijft|blijven|verwijs|deel|komt|komen|staat|geldt)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def is_section_title(block: Block, above: str | None, *, fresh: bool) -> bool:
    """Say whether a block can be nothing but the title of the section that follows.

    Doubt leaves it with the answer: a title that an answer keeps does less harm than an answer that loses its end.

    Args:
        block: the block, with only titles between it and the next question.
        above: the last paragraph of the exchange above it; None where none stands right above.
        fresh: whether the numbers of the questions start below it, so that one word is enough for a title.
    """
    text = bare(block.text).strip()
    before = bare(above or "").rstrip()
    if block.inside or "|" in text or "\t" in text or before.endswith(":"):
        return False
    if _YES_OR_NO.match(text) or _HEAD_OF_LETTER.match(text):
        return False
    if not (block.heading or fresh or len(_WORD.findall(text)) > 1):
        return False
    return block.heading or (_is_title(text) and (above is None or _SENTENCE_END.search(before) is not None))


def _is_title(text: str) -> bool:
    return _TITLE.match(text) is not None and not (_ANSWERS.match(text) or _AMOUNT.search(text) or _SAYS.search(text))
