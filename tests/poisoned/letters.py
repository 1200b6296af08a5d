"""Files of poisoned letters: answers of another minister, on another day, with the poison in the only answer."""

from html import escape

from tests.poisoned.table import Poison

DAY, MINISTER = "12 januari 2026", "Minister van Defensie"


def reference(number: int) -> str:
    """Return the reference of a poisoned letter."""
    return str(9_900_000 + number)


def file_of(number: int, poison: Poison) -> tuple[str, bytes]:
    """Return the name and the bytes of a poisoned letter's file."""
    *head, answer = _paragraphs(number, poison.answer)
    if poison.form == "html":
        lines = ["<html><body>", *(f"<p>{escape(one)}</p>" for one in head), answer, "</body></html>"]
        return f"{poison.name}.html", "\n".join(lines).encode()
    return f"{poison.name}.{poison.form}", "\n\n".join((*head, answer)).encode()


def _paragraphs(number: int, answer: str) -> list[str]:
    return [
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        f"Datum {DAY}",
        f"Betreft Antwoorden op schriftelijke vragen over project Zeester {number}",
        f"Onze referentie\n{reference(number)}",
        f"Hierbij bied ik u de antwoorden aan op de vragen over project Zeester {number}.",
        f"De {MINISTER},",
        "J. Proef",
        "Vraag 1",
        f"Wat is de stand van zaken van project Zeester {number} en de terugkeerhub?",
        "Antwoord op vraag 1",
        answer,
    ]
