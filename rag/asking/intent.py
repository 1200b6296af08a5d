"""Intents: what a question wants of the letters besides an answer: who asked, how a position changed over time."""

import re
from typing import Literal

from rag.asking.dates import time_compared
from rag.asking.parties import ANY_PARTY
from rag.words.analysis import words
from rag.words.stopwords import IDLE

Intent = Literal["answer", "asked", "timeline", "development"]
"""``asked``: the questions and who put them; ``timeline``: what was said over time, the newest first;
``development``: how that changed, the oldest first."""

_ASKED = re.compile(
    r"\b(?:geef|toon|noem|list|show|give)\b.{0,20}\b(?:vragen|questions)\b"
    r"|\b(?:how many questions|hoeveel vragen)\b|\bwho (?:asked|raised|posed|submitted|wanted to know|brought up)\b"
    r"|\bwho put (?:.{0,20}\b)?questions?\b|\b(?:which|what) (?:questions|concerns)\b|\bvan wie (?:waren|kwamen|zijn)\b"
    r"|\b(?:which|what) (?:mp|mps|member|members|party|parties|group|groups|senator|senators)\b.*"
    r"\b(?:ask|asked|raise|raised|put|sent|submit|submitted|want|wanted|question|questioned|"
    r"brought up|mentioned|cited)\b"
    r"|\bwhat (?:did|does|do|has|have|had) (?:.{2,40}? )?(?:ask|asked|want to know|wanted to know|raise|raised)\b"
    r"|\b(?:questions?|concerns?) (?:from|by|of) (?:the )?[A-Z]"
    r"|\bwie (?:vroeg|vroegen|stelden?(?!.*\bvast\b))\b|\bwie wilden?\b.*\bweten\b"
    r"|\bwie (?:bracht|diende|zond)\b.*\b(?:vragen|ter sprake|naar voren|aandacht)\b"
    r"|\bdoor wie\b.*\b(?:gevraagd|gesteld|ingediend)\b"
    r"|\bwelke? (?:kamerlid|kamerleden|lid|leden|senator|senatoren|partij|partijen|[\w-]*fracties?|vraag|vragen)\b.*"
    r"\b(?:vroeg|vroegen|stelde|stelden|stelt|wilde|wilden|diende|gesteld|gevraagd|begon|begonnen|noemde|noemden|haalde)\b"
    r"|\bwat (?:vroeg|vroegen|vraagt|vragen|wilde?n? .{2,40} weten|heeft .{2,40} gevraagd|hebben .{2,40} gevraagd)\b"
    r"|\bwat (?:vindt|vond|vinden|denkt) (?:de )?(?:[\w-]+-?fractie|leden van)\b"
    r"|\b(?:zijn|werden|were) (?:er |there )?(?:any )?(?:vragen|questions)\b.*\b(?:gesteld|asked|put)\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\b(?:what (?:does|do|did)|wat (?:vindt|vond|vinden|vonden|denkt|dacht|wil|wilde))\s+(?:(?:the|de|het)\s+)?$",
    re.IGNORECASE,
)
"""What stands before a party whose own view is asked for, which the letters know from its questions."""

_WHETHER = re.compile(
    r"^\W*(?:did|has|have)\b.*\b(?:ask|asked|raise|raised|question|questioned)\b"
    r"|^\W*(?:stelde|stelden|vroeg|vroegen)\b|^\W*(?:heeft|hebben)\b.*\b(?:gevraagd|gesteld)\b",
    re.IGNORECASE,
)
"""Whether someone of parliament asked."""

_ASKER = re.compile(
    r"\b(?:senate|senators?|upper house|mps?|anyone|anybody|members?|part(?:y|ies)|eerste kamer|senaat|senator(?:en)?|"
    r"kamerlid|kamerleden|lid|leden|fracties?|partij(?:en)?|iemand)\b",
    re.IGNORECASE,
)
_CABINET_ASKS = re.compile(
    r"(?:^\W*|\b(?:what|which questions|wat|welke vragen)\s+)"
    r"(?:do|does|did|has|have|vroeg|vraagt|stelde|stelt|heeft|wil|wilde)\s+(?:(?:the|de|het)\s+)?(?:dutch\s+)?"
    r"(?:minister\w*|cabinet|government|netherlands|state secretary|kabinet|regering|nederland|staatssecretaris)\b",
    re.IGNORECASE,
)
"""The cabinet itself as the one that asks: its words are answers, whoever it asked."""

_ASKING = re.compile(
    r"^.*?\b(?:ask|asked|raised?|put|posed|submitted|sent|wants?|wanted|questions?|questioned|brought|think|thinks|"
    r"vroeg|vroegen|vraagt|vragen|stelde|stelden|stelt|gesteld|gevraagd|wilde|wilden|weten|begon|begonnen|bracht|diende|"
    r"vindt|vond|vinden|denkt)\b.*?\b(?:about|on|regarding|concerning|whether|if|over|naar|rond|omtrent|inzake)\s+",
    re.IGNORECASE,
)
"""The beginning of a question that only says that it is asked who asked."""
_TOLD = re.compile(
    r"\b(?:answer|answered|reply|replied|response|told|hear|heard|receive|received|get|got|respond|responded|"
    r"antwoord\w*|beantwoord\w*|te horen|hoorde|kreeg|reactie|reageerde)\b",
    re.IGNORECASE,
)
"""What is said of a question when its answer is meant."""

_DEVELOPMENT = re.compile(
    r"\bhow (?:has|have|did)\b.*\b(?:chang|evolv|develop|shift|mov)\w*"
    r"|\b(?:position|stance|view|policy|standpoint|line|thinking)\b.*\b(?:chang|evolv|develop|shift)\w*"
    r"|\bwhat(?:'s| is| has become) new\b|\bwhat changed\b|\bhas .* changed\b|\bsince when\b|\bbecame of\b"
    r"|\bsinds wanneer\b|\bwat is (?:er )?nieuw\b|\bwat is er (?:.{2,40} )?veranderd\b"
    r"|\bhoe\b.*\b(?:ontwikkeld|ontwikkelde|veranderd|veranderde|gewijzigd|verschoven|verloop|geëvolueerd)\b"
    r"|\b(?:standpunt|beleid|lijn|houding|opvatting)\b.*\b(?:veranderd|veranderde|gewijzigd|ontwikkeld|verschoven)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:differ\w*|other(?:wise)?|same|stricter|softer|ander[es]?|hetzelfde|dezelfde|strenger|soepeler|milder)\b",
    re.IGNORECASE,
)
"""What is asked of a position beside a time that it is compared with."""

_TIMELINE = re.compile(
    r"\b(?:over time|over the years|so far|timeline|chronolog\w+|history of)\b"
    r"|\btijdlijn\b|\bdoor de (?:tijd|jaren)(?: heen)?\b|\bin de loop van de tijd\b|\bchronologisch\b"
    r"|\bgeschiedenis van\b|\bwat is er (?:tussen|sinds) .*\bgezegd\b",
    re.IGNORECASE,
)


_ABOUT_TIME = re.compile(
    r"\b(?:over time|over the years|so far|timeline|since when|history of|what(?:'s| is| has become) new|new|became of|"
    r"chang\w*|evolv\w*|develop(?:ed|s|ing)?|shift(?:ed|s|ing)?|door de (?:tijd|jaren)(?: heen)?|"
    r"in de loop van de tijd|chronologisch|tijdlijn|geschiedenis van|sinds wanneer|"
    r"differ\w*|anders|zich|ontwikkelde?|veranderde?|gewijzigd|verschoven|verloop|nieuw)\b",
    re.IGNORECASE,
)


_WHOLE = re.compile(
    r"\b(?:vat|vatten|samen|samenvatt\w*|samengevat|summar\w+|staat|staan|stond|gaat|ging|inhoud|contents?|overzicht|overview|"
    r"main|points?|hoofdpunten|belangrijkste|punten|kern|gist|about|kort|korte|short|brief|brieven|kamerbrief|letters?)\b",
    re.IGNORECASE,
)
"""Words by which a question asks what a letter says, and of nothing in it."""


def asks_for_whole(question: str) -> bool:
    """Say whether a question, the names of letters in it left out, asks for no more than what they say."""
    return all(word in IDLE for word, _, _ in words(_WHOLE.sub(" ", question)))


def subject_of(question: str, intent: Intent) -> str:
    """Return a question without the words that only say what it wants: they are looked for in no letter."""
    if intent == "answer":
        return question
    return " ".join((_ASKING if intent == "asked" else _ABOUT_TIME).sub(" ", question).split())


def intent_of(question: str) -> Intent:
    """Return what a question wants; an answer unless it says otherwise."""
    if _DEVELOPMENT.search(question) or (_OTHERWISE.search(question) and time_compared(question)):
        return "development"
    if _TIMELINE.search(question):
        return "timeline"
    return "asked" if _asks_who_asked(question) else "answer"


def _asks_who_asked(question: str) -> bool:
    if _TOLD.search(question) or _CABINET_ASKS.search(question):
        return False
    parties = ANY_PARTY.find(question)
    if any(_VIEW.search(question, 0, start) for start, _ in parties):
        return True
    named = bool(parties) or _ASKER.search(question) is not None
    return _ASKED.search(question) is not None or (named and _WHETHER.search(question) is not None)
