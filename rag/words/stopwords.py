"""Words that carry no subject: function words, and the set phrases of asking about a government.

Function words are left out of a question. Words of :data:`CEREMONY` ("kabinet", "standpunt", "cabinet", "say")
stand in nearly every question and letter, so they count little.
"""

import re

from rag.answer import Language


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION: dict[Language, frozenset[str]] = {
    "nl": _set("""
        aan al alle alleen als alsnog ander andere anders beide bij bijvoorbeeld binnen buiten daar daarbij daarin
        daarmee daarna daarom daarop daartoe daarvan daarvoor dan dat de deze die dit doch doen doet door dus echter
        een eens eigen elk elke en enige enkele er eraan erbij erdoor erg erin ermee erna erop ertoe eruit ervan ervoor
        evenals gaan gaat ga gedaan geef geen had hadden hebben hebt heb heeft heel hem hen het hier hierbij hierin
        hiermee hierop hiertoe hiervan hiervoor hij hoe hoeveel hun iedere ieder iemand iets ik in indien inzake is ja
        je jij jullie kan kon konden kunnen kunt laat laten maar me men met mij mijn moest moesten moet moeten mogelijk
        mogen mag na naar nee niet niets nieuwe nog nu of om omdat onder ons onze ook op over overigens per reeds
        steeds sinds soms te tegen ten ter terwijl tijdens toch toe toen tot tussen u uit uw van vanaf vanuit vanwege
        veel verder via volgens voor vooraf vooral waar waaraan waarbij waarin waarmee waarom waarop waaruit waarvan
        waarvoor wanneer want waren was wat we wel welk welke werd werden wie wij wil willen wilt wiens word worden
        wordt zal ze zelf zich zij zijn zo zoals zodat zou zouden zullen zult ben bent geweest gaven welnu hoelang
        hoezo dergelijk dergelijke zulke gewoon eigenlijk nou he even echt precies eventueel zeker meer minder
        """),
    "en": _set("""
        a about above after again against all also although am an and another any are aren't as at be because been
        before being between both but by can can't cannot could couldn't did didn't do does doesn't doing don't
        down during each either else ever every few for from further get gets getting give given gives go goes going
        got had hadn't has hasn't have haven't having he her here him his how however i if in into is isn't it it's
        its itself just like made make makes making may me might mine more most much must my no nor not now of off
        on once one only or other our out over own per rather really same she should shouldn't since so some such
        take taken than that that's the their them then there these they this those through to too under until up
        upon us very via was wasn't we were weren't what what's when where whether which while who whom whose why
        will with within without won't would wouldn't yet you your actually exactly anything something
        across along already always among another anyone anybody away back behind beside besides come comes coming
        even everybody everyone everything far forward gone happen happened happening happens instead itself kind let
        lot lots many mean means near neither never nobody nothing often onto outside perhaps please regard regarding
        set sort still somebody someone straight sure thing things together toward towards try trying turn turned
        turning usually want wanted wants way ways well whatever whenever wherever whether whoever whose yes
        anywhere somewhere everywhere nowhere ever early late soon later ago today tomorrow yesterday went came took
        """),
}

CEREMONY: dict[Language, frozenset[str]] = {
    "nl": _set("""
        antwoord antwoorden antwoordde antwoordt beantwoorden beantwoordt brief brieven denkt fractie fracties gesteld
        gevraagd gezegd geschreven kabinet kamer kamerbrief kamerleden kamerlid kamervraag kamervragen leden lid
        minister ministers mening nederland nederlandse onderwerp regering reactie schreef schrijft standpunt stelde
        stelden vindt vinden vond vraag vragen vroeg vroegen zegt zei zeggen
        """),
    "en": _set("""
        answer answered answers cabinet chamber dutch government house letter letters mention mentioned minister
        ministers mp mps netherlands opinion parliament position question questions reply response said say saying says
        state stated stance tell tells think thinks told view views write wrote asked ask
        """),
}

IDLE = frozenset[str]().union(*FUNCTION.values(), *CEREMONY.values())
"""Words of either language that name no subject."""

_SMALL_TALK = re.compile(
    r"^\W*(?:hello|hi|hey|good (?:morning|afternoon|evening)|hoi|hallo|hey|dag|goede?(?:morgen|middag|navond))\b"
    r"|^\W*(?:thanks?|thank you|thx|dank(?:je|u)?(?: ?wel)?|bedankt|top|super|ok(?:ay|é)?|great)\b[\w\s,]{0,25}\W*$"
    r"|\b(?:tell|write|sing|vertel|schrijf|zing|maak)\b.{0,30}\b(?:jokes?|poem|song|story|mop|grap|gedicht|lied(?:je)?|"
    r"verhaal(?:tje)?)\b"
    r"|\b(?:who|what|wie|wat) (?:are|ben) (?:you|jij|je)\b|\bhow are you\b|\bhoe gaat het (?:met|ermee)\b"
    r"|\bweather\b.{0,20}\b(?:today|tomorrow)\b|\bwat voor weer\b|\bweerbericht\b"
    r"|\b(?:ignore|disregard|forget|override|negeer|vergeet)\b.{0,40}\b(?:instructions?|rules|prompts?|instructies?|regels|"
    r"opdrachten)\b.*|\b(?:your|system|jouw|je) (?:system )?(?:prompt|instructions?|instructies?)\b.*"
    r"|\b(?:wat|what)\b.{0,20}\b(?:eten vandaag|vanavond eten|to eat|for dinner)\b",
    re.IGNORECASE,
)


def is_small_talk(question: str) -> bool:
    """Say whether a question is a greeting, thanks, or another talk that no letter could answer."""
    greeting = _SMALL_TALK.search(question)
    return greeting is not None and len(question[greeting.end() :].split()) <= MOST_AFTER_GREETING


MOST_AFTER_GREETING = 6
"""Words that may follow a greeting for it to be all there is; more of them are a question that began politely."""
