"""Substance: answers that settle nothing, in the set phrases by which ministers say so."""

import re

_CABINET = r"(?:ik|wij|het kabinet|de regering|de minister|de staatssecretaris|nederland)"
_WITHHELD = r"uitspraken?|mededelingen?|oordeel|inschatting|toezegging\w*"
_UNSETTLED = re.compile(
    r"\b(?:niet|wil|kan|kunnen|zonder)\b[^.!?]{0,60}\bvooruit(?:lopen|\s?te\s?lopen)\b"
    r"|\bloopt\b[^.!?]{0,40}\bniet vooruit\b"
    rf"|\b{_CABINET}\b[^.!?]{{0,60}}\bgeen (?:nadere )?(?:{_WITHHELD})\b"
    rf"|\b(?:doet|doe|kan|kunnen|geef|geeft)\b[^.!?]{{0,20}}\b{_CABINET}?\b[^.!?]{{0,20}}"
    rf"\bgeen (?:nadere )?(?:{_WITHHELD})\b"
    rf"|\b(?:kan|kunnen)\b[^.!?]{{0,40}}\b(?:{_CABINET}\b[^.!?]{{0,30}})?\bniet\b[^.!?]{{0,40}}"
    r"\b(?:ingaan|speculeren|uitsluiten of bevestigen|bevestigen of ontkennen|zeggen|aangeven|beoordelen|toezeggen)\b"
    r"|\b(?:dat|dit|een en ander)? ?(?:is|zijn) (?:sterk |mede |geheel )?afhankelijk van\b|\bhangt (?:sterk )?af van\b"
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
