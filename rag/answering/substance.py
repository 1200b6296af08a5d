"""Substance: answers that settle nothing, in the set phrases by which ministers say so."""

import re

_CABINET = r"(?:ik|wij|het kabinet|de regering|de minister|de staatssecretaris|nederland)"
_WITHHELD = r"uitspraken?|mededelingen?|oordeel|inschatting|toezegging\w*"
_TO_COME = r"uitkomst\w*|uiteindelijke|verdere|nadere|besluit\w*|onderhandeling\w*|afspraken|politieke|volgende"
_UNSETTLED = re.compile(
    r"\b(?:niet|wil|kan|kunnen|zonder)\b[^.!?]{0,60}\bvooruit(?:lopen|\s?te\s?lopen)\b"
    r"|\bloopt\b[^.!?]{0,40}\bniet vooruit\b"
    rf"|\b{_CABINET}\b[^.!?]{{0,60}}\bgeen (?:nadere )?(?:{_WITHHELD})\b"
    rf"|\b(?:doet|doe|kan|kunnen|geef|geeft)\b[^.!?]{{0,20}}\b{_CABINET}?\b[^.!?]{{0,20}}"
    rf"\bgeen (?:nadere )?(?:{_WITHHELD})\b"
    rf"|\b(?:kan|kunnen)\b[^.!?]{{0,40}}\b(?:{_CABINET}\b[^.!?]{{0,30}})?\bniet\b[^.!?]{{0,40}}"
    r"\b(?:ingaan|speculeren|uitsluiten of bevestigen|bevestigen of ontkennen|zeggen|aangeven|beoordelen|toezeggen)\b"
    r"|(?:^|[.!?]\s+)(?:dat|dit|een en ander)\b[^.!?]{0,40}\b(?:afhankelijk van|hangt [^.!?]{0,20}\baf van)\b"
    rf"|\b(?:afhankelijk van|af van)\b[^.!?]{{0,30}}\b(?:{_TO_COME})\b"
    r"|\bnog geen (?:besluit|beslissing|keuze)\b|\bberaadt zich\b|\bberaad ik mij\b"
    r"|\b(?:is|zijn)\b[^.!?]{0,40}\bnog (?:niet|onvoldoende) (?:bekend|te zeggen|duidelijk|zeker|vast te stellen)\b"
    r"|\b(?:het is |nog )?te vroeg om\b|\bnog niet mogelijk om\b"
    r"|\bmoet nog blijken\b|\bdat zal (?:nog )?moeten blijken\b",
    re.IGNORECASE,
)
_BRIEF = 60
"""Words up to which a quote is taken to be no more than the phrase in it."""


def settles_nothing(quote: str) -> bool:
    """Say whether a quote answers without settling what was asked: it waits, depends, or will not say."""
    return len(quote.split()) <= _BRIEF and _UNSETTLED.search(quote) is not None
