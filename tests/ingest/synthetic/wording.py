"""Pieces that layouts share: marks and notes, and how letters name who asks and answers."""

from tests.ingest.synthetic.truth import Head, Truth


def nothing(_: int) -> list[str]:
    """Return no lines."""
    return []


def glued(mark: str) -> str:
    """Return a mark as it stands glued to a word."""
    return mark


def raised(mark: str) -> str:
    """Return a mark as a converter writes a raised one."""
    return f"<sup>{mark}</sup>"


def numbered_note(mark: str, note: str) -> str:
    """Return a note behind its mark."""
    return f"{mark} {note}"


def titled(office: str) -> str:
    """Return an office as a letter signs with it."""
    return office[:1].upper() + office[1:]


def people(head: Head) -> str:
    """Return who asked, as a letter says it."""
    names = [f"{name} ({party})" for name, party in head.askers]
    return f"het lid {names[0]}" if len(names) == 1 else f"de leden {' en '.join(names)}"


def opening(truth: Truth) -> str:
    """Return the sentence with which a letter starts: that it answers, or that it cannot yet."""
    asked = f"vragen van {people(truth.head)} over {truth.head.subject}"
    if truth.kind == "answers":
        return f"Hierbij bied ik u de antwoorden aan op de schriftelijke {asked}."
    return f"De schriftelijke {asked} kunnen niet binnen de gebruikelijke termijn worden beantwoord."


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines
