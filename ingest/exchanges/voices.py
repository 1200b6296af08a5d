"""Voices: whose words a sentence of a consultation is, the members' who ask or the cabinet's that answers.

A cabinet that answers in running text first says what the members ask; those words are theirs, not its own.
"""

import re
from typing import Literal

from ingest.lines.groups import joint, parties_named

Voice = Literal["asks", "tells", "speaks", "opens"]
"""Members ask, or tell what they think; the cabinet speaks, or opens its answer by naming what it answers."""

COUNT = re.compile(r"\(?\d{1,3}[.)]\s+")
"""The count before a question in running text: ``1. De leden van …``."""
_LEADING = (
    r"(?:(?:aan het woord zijnde|hier aan het woord zijnde|voornoemde|genoemde|betreffende|andere|eerdergenoemde) )?"
)
_WHO = (
    rf"(?:(?:de|deze|genoemde|dezelfde|voornoemde|diezelfde) {_LEADING}(?:fractie)?leden\b|"
    r"(?:de|deze|genoemde|dezelfde) (?:[\w/-]{1,30}-)?fracties?\b|het lid [A-Z]|de (?:[\w/-]{1,30}-)fracties?\b)"
)
_VERB = (
    r"(?:vragen|vraagt|vroegen|vroeg|informeren|informeert|verzoeken|verzoekt|wensen|wenst|willen|wil|horen|hoort|"
    r"vernemen|verneemt|ontvangen|ontvangt|zouden|zou|lezen|leest|constateren|constateert|merken|merkt|stellen|stelt|"
    r"wijzen|wijst|zien|ziet|vinden|vindt|hebben|heeft|maken|maakt|hechten|hecht|geven|geeft|achten|acht|zijn|is|"
    r"begrijpen|begrijpt|benadrukken|benadrukt|steunen|steunt|onderschrijven|delen|erkennen|menen|danken|refereren|"
    r"verwijzen|verwijst|noemen|spreken|vrezen|betreuren|hopen|roepen|sluiten)"
)
_ASKING = re.compile(
    r"\b(?:vragen|vraagt|vroegen|vroeg|gevraagd|informeren|informeert|verzoeken|verzoekt|vernemen|verneemt|horen graag|"
    r"(?:willen|wil|wensen|wenst|zouden|zou|ontvangen) (?:\S+ ){0,6}(?:weten|horen|vernemen|ontvangen|zien|toelichting|"
    r"reactie)|graag (?:een|nadere)|(?:horen|ontvangen) (?:zij|deze leden|de leden))\b"
)
_SUBJECT = re.compile(rf"(?:(?:door|namens|volgens) )?{_WHO}", re.IGNORECASE)
_INVERTED = re.compile(
    rf"(?:[A-Z][^.?!]{{0,90}}? )?(?:{_VERB}|wordt|worden|werd|is) (?:ook |tot slot |verder |dan ook |voorts )?"
    rf"(?:{_WHO}|door {_WHO}|zij\b(?= |$))",
    re.IGNORECASE,
)
_GROUPED = re.compile(
    r"fractie|\b(?:[Dd]eze|[Gg]enoemde|[Dd]ezelfde|[Dd]iezelfde|[Vv]oornoemde|zijnde) |\bzij\b|\blid "
)
_TO_THEM = re.compile(
    r"[^.?!]{0,140}?\b(?:kan|kunnen|wil|willen|verwijs|verwijzen|meld|deel|antwoord|dank|bericht|informeer|verzeker|"
    r"moet|mag|zeg|bevestig|wijs|ben|heb|zal) (?:ik|wij|we|het kabinet|de regering)\b"
)
_THEY = re.compile(r"(?:Zij|Ze|Hierbij|Hierover|Daarbij|Daarover|Ook|Verder|Tevens|Voorts|Daarnaast|Graag)\b")
_OPENS = re.compile(
    rf"(?:(?:In|Als) (?:antwoord|reactie) op|Naar aanleiding van|Op|Wat betreft|Ten aanzien van|Met betrekking tot|"
    rf"Met|Over) (?:de |het |een )?(?:\S+ )?(?:vra(?:ag|gen)|verzoek|opmerking(?:en)?|zorg(?:en)?|inbreng|{_WHO}).*",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKS = re.compile(
    r"(?:Het [Kk]abinet|Ik |Zie |Uw Kamer|De regering|Voor (?:het|de|een) antwoord|Nederland |U vindt|"
    r"Deze vraag|Op dit moment|Momenteel|In antwoord|Ja[,.]|Nee[,.]|Wij )"
)
_OWN = re.compile(
    r"\b(?:ik|[Mm]ijn (?:ambts|brief|antwoord|voorganger|ministerie|inzet|departement|oordeel)\w*|[Uu]w Kamer|"
    r"uw fractie)\b"
)
_OF_MINISTER = re.compile(r"\b(?:[Dd]e (?:[Mm]inister|[Ss]taatssecretaris|regering)|[Hh]et kabinet)\b")


def voice(sentence: str) -> Voice | None:
    """Say whose words a sentence is by its own words; None when they do not tell."""
    sentence = _uncounted(sentence)
    if _is_of_members(sentence):
        return "asks" if _ASKING.search(sentence) or _is_question(sentence) else "tells"
    if _is_question(sentence) and (_OF_MINISTER.search(sentence) or _SUBJECT.search(sentence)):
        return "asks"
    if _OPENS.match(sentence) and _GROUPED.search(sentence):
        return "opens"
    return "speaks" if _SPEAKS.match(sentence) or is_own(sentence) else None


def is_own(sentence: str) -> bool:
    """Say whether a sentence speaks in the first person, as members in a consultation never do."""
    return _OWN.search(sentence) is not None


def they_ask(sentence: str) -> bool:
    """Say whether a sentence is such as ``Zij vragen wat dat kost``, which says not who ``zij`` are."""
    return re.match(r"(?:Zij|Ze) (?:vragen|vroegen|verzoeken|informeren)\b", _uncounted(sentence)) is not None


def goes_on_asking(sentence: str) -> bool:
    """Say whether a sentence that follows a question of members may be theirs as well: ``Zij vragen ook …``."""
    return _is_question(sentence) or (
        _THEY.match(sentence) is not None
        and not _SPEAKS.match(sentence)
        and re.search(rf"^(?:Zij|Ze) {_VERB}\b|\b{_VERB} (?:zij|ze)\b", sentence[:120]) is not None
    )


def party_speaking(text: str) -> str | None:
    """Return the party, or the parties together, whose members a text says to ask; None when it names none."""
    first = text[:400]
    found = list(parties_named(first.partition(" vragen ")[0] if " vragen " in first else first))
    return joint(found) if found else None


def _uncounted(sentence: str) -> str:
    counted = COUNT.match(sentence)
    return sentence[counted.end() :] if counted else sentence


def _is_question(sentence: str) -> bool:
    return sentence.rstrip().rstrip("\"”’')»").endswith("?")


def _is_of_members(sentence: str) -> bool:
    start = _SUBJECT.match(sentence) or (None if _SPEAKS.match(sentence) else _INVERTED.match(sentence[:260]))
    if start is None or not _GROUPED.search(sentence[: start.end() + 60]):
        return False
    return _TO_THEM.match(sentence[start.end() :]) is None
