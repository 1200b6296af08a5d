"""What a reader is told, in one line, of an answer that a language model wrote or failed to write."""

from collections import Counter
from collections.abc import Sequence

from rag.answer import Language
from rag.writing.failure import FailureKind, ModelFailure
from rag.writing.support import Objection

_FAILED: dict[Language, str] = {
    "nl": "Dit antwoord is zonder taalmodel gemaakt: {}.",
    "en": "This answer was made without the language model: {}.",
}
_WHY: dict[Language, dict[FailureKind, str]] = {
    "nl": {
        "unusable": "het kon niet worden geopend",
        "unreachable": "de server ervan is niet bereikbaar",
        "refused": "de server ervan weigerde de sleutel",
        "busy": "de server ervan nam nu geen vragen meer aan",
        "broken": "de verbinding ermee brak af of gaf een fout",
        "rejected": "de server ervan nam de vraag niet aan",
        "slow start": "het begon niet op tijd met antwoorden",
        "stalled": "het viel te lang stil",
        "slow": "het was niet op tijd klaar",
        "too long": "het hield niet op met schrijven",
        "empty": "het schreef niets",
        "wrong language": "het schreef in een andere taal",
        "unsupported": "te weinig van wat het schreef wordt door de citaten gedekt",
        "no room": "de citaten passen niet in wat het aankan",
    },
    "en": {
        "unusable": "it could not be opened",
        "unreachable": "its server cannot be reached",
        "refused": "its server refused the key",
        "busy": "its server took no more questions for now",
        "broken": "the connection to it broke off or gave an error",
        "rejected": "its server did not accept the question",
        "slow start": "it did not begin to answer in time",
        "stalled": "it fell silent for too long",
        "slow": "it was not done in time",
        "too long": "it did not stop writing",
        "empty": "it wrote nothing",
        "wrong language": "it wrote in another language",
        "unsupported": "the quotes support too little of what it wrote",
        "no room": "the quotes do not fit into what it can take",
    },
}
_DROPPED: dict[Language, str] = {
    "nl": "Van de {} zinnen van het taalmodel zijn er {} weggelaten: {}.",
    "en": "Of the language model's {} sentences, {} were left out: {}.",
}
_OBJECTIONS: dict[Language, dict[Objection, str]] = {
    "nl": {
        "no citation": "zonder citaat",
        "unknown citation": "met een citaat dat er niet is",
        "markup": "met een link of opmaak",
        "instruction": "met een opdracht",
        "language": "in een andere taal",
        "quotation": "met aangehaalde woorden die er niet staan",
        "figure": "met een getal of eenheid die er niet staat",
        "date": "met een datum die er niet staat",
        "name": "met een naam die er niet staat",
        "attribution": "aan de verkeerde toegeschreven",
        "negation": "met een andere ontkenning",
        "opposite": "die het omgekeerde zegt",
        "words": "niet door het citaat gedekt",
        "other citation": "bij het verkeerde citaat",
    },
    "en": {
        "no citation": "without a citation",
        "unknown citation": "with a citation that does not exist",
        "markup": "with a link or markup",
        "instruction": "with an instruction",
        "language": "in another language",
        "quotation": "with quoted words that are not there",
        "figure": "with a number or unit that is not there",
        "date": "with a date that is not there",
        "name": "with a name that is not there",
        "attribution": "ascribed to the wrong one",
        "negation": "with another negation",
        "opposite": "saying the opposite",
        "words": "not supported by the quote",
        "other citation": "with the wrong citation",
    },
}
ORIGINAL = "The quotes themselves, in Dutch"
"""What the verbatim quotes beside an English answer are headed with."""

_LEFT_OUT: dict[Language, str] = {
    "nl": "Het taalmodel kreeg {} van de {} citaten; de andere pasten niet.",
    "en": "The language model was given {} of the {} quotes; the others did not fit.",
}


def failed(failure: ModelFailure, language: Language) -> str:
    """Say that an answer was made without the language model, and why."""
    why = _WHY[language][failure.kind]
    return _FAILED[language].format(f"{why} ({failure.detail})" if failure.detail else why)


def dropped(objections: Sequence[Objection], written: int, language: Language) -> str:
    """Say how many of the sentences that were written are left out, and for what reasons."""
    counted = Counter(objections).most_common()
    reasons = ", ".join(f"{count} {_OBJECTIONS[language][objection]}" for objection, count in counted)
    return _DROPPED[language].format(written, len(objections), reasons)


def left_out(given: int, of: int, language: Language) -> str:
    """Say that not all quotes were given to the language model."""
    return _LEFT_OUT[language].format(given, of)
