"""Intents: what a question wants of the letters besides an answer: who asked, how a position changed over time."""

import re
from typing import Literal

Intent = Literal["answer", "asked", "timeline", "development"]
"""``asked``: the questions and who put them; ``timeline``: what was said over time, the newest first;
``development``: how that changed, the oldest first."""

_PARTY = r"(?:[A-Z][\w-]*|[a-z]{2,4}|the [A-Z][\w-]+(?: (?:party|group))?|de [\w-]+)"
_ASKED = re.compile(
    r"\bwho (?:asked|raised|put|posed|submitted|wanted to know|brought up)\b"
    r"|\b(?:which|what) (?:mp|mps|member|members|party|parties|group|groups|senator|senators)\b.*"
    r"\b(?:ask|asked|raise|raised|put|sent|submit|submitted|want|wanted|question|questioned|"
    r"brought up|mentioned|cited)\b"
    rf"|\bwhat (?:did|does|do|has|have|had) (?:.{{2,40}}? )?(?:ask|asked|want to know|wanted to know|raise|raised)\b"
    rf"|\bwhat (?:does|do|did) (?:the )?{_PARTY}(?:-?fractie| group| party)? (?:think|worry|fear|complain)\b"
    r"|\b(?:questions?|concerns?) (?:from|by|of) (?:the )?[A-Z]"
    r"|\bwie (?:vroeg|vroegen|stelde|stelden|wilde|bracht|diende|zond)\b"
    r"|\bdoor wie\b.*\b(?:gevraagd|gesteld|ingediend)\b"
    r"|\bwelke? (?:kamerlid|kamerleden|lid|leden|senator|senatoren|partij|partijen|[\w-]*fracties?|vraag|vragen)\b.*"
    r"\b(?:vroeg|vroegen|stelde|stelden|stelt|wilde|wilden|diende|gesteld|gevraagd|begon over|noemde|noemden|haalde)\b"
    r"|\bwat (?:vroeg|vroegen|vraagt|vragen|wilde?n? .{2,40} weten|heeft .{2,40} gevraagd|hebben .{2,40} gevraagd)\b"
    r"|\bwat (?:vindt|vond|vinden|denkt) (?:de )?(?:[\w-]+-?fractie|leden van)\b",
    re.IGNORECASE,
)
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
    r"zich|ontwikkelde?|veranderde?|gewijzigd|verschoven|verloop|nieuw)\b",
    re.IGNORECASE,
)


def without_time(question: str) -> str:
    """Return a question about time without the words that only say that it is: they are looked for in no letter."""
    return " ".join(_ABOUT_TIME.sub(" ", question).split())


def intent_of(question: str) -> Intent:
    """Return what a question wants; an answer unless it says otherwise."""
    if _DEVELOPMENT.search(question):
        return "development"
    if _TIMELINE.search(question):
        return "timeline"
    if _ASKED.search(question) and not _TOLD.search(question):
        return "asked"
    return "answer"
