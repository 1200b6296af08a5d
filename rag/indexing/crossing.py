"""Pointers across letters: which letter of the index a reference means, settled anew for every generation.

Which letter it is depends on which letters stand together, and changes as letters come and go. A pointer keeps its
reference; the letter, and the exchange when question numbers stand beside it, are filled in only when there is just
one that it can be: once the :class:`Register` has seen all letters, :func:`settle` does so for each that refers to
others.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rag.letter import Exchange, Letter, Pointer

_APPENDIX = re.compile(r"ah-(?P<years>\d{8})-(?P<number>\w+)")
_DATED = re.compile(r"brief-(?P<date>\d{4}-\d{2}-\d{2})(?:/(?P<office>.+))?")
_UNANSWERED = "questions"


class Register:
    """What references may call the letters of an index: a few words for each letter.

    Attributes:
        referring: the ids of the letters that refer to others.
    """

    def __init__(self, letters: Iterable[Letter] = ()) -> None:
        self.referring: list[str] = []
        self._named: dict[str, list[str]] = {}
        self._asked: dict[str, list[str]] = {}
        self._dated: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for letter in letters:
            self.add(letter)

    def add(self, letter: Letter) -> None:
        """Take in a letter."""
        if any(pointer.reference for exchange in letter.exchanges for pointer in exchange.refers_to):
            self.referring.append(letter.id)
        for name in _names(letter):
            self._named.setdefault(name, []).append(letter.id)
        if letter.question_reference is not None and letter.kind != _UNANSWERED:
            self._asked.setdefault(letter.question_reference.casefold(), []).append(letter.id)
        if letter.date is not None and letter.kind in ("answers", "letter"):
            self._dated.setdefault(letter.date, []).append((letter.id, _offices(letter)))

    def of(self, reference: str, pointing: Letter) -> str | None:
        """Return the id of the one letter that a reference in another letter means; None when that is not known."""
        if (dated := _DATED.fullmatch(reference)) is not None:
            found = self._of_date(dated["date"], dated["office"], pointing)
        else:
            name = _in_full(reference, pointing).casefold()
            found = self._asked.get(name) or self._named.get(name, [])
        others = [one for one in found if one != pointing.id]
        return others[0] if len(others) == 1 == len(found) else None

    def _of_date(self, date: str, office: str | None, pointing: Letter) -> list[str]:
        """Return the letters of a date by their sender: the office that is named, else the writer's own."""
        that_day = self._dated.get(date, [])
        senders = frozenset({office}) if office else _offices(pointing)
        if not senders or any(not offices for _, offices in that_day):
            return []
        return [letter_id for letter_id, offices in that_day if senders & offices]


def settle(letter: Letter, register: Register, letter_of: Callable[[str], Letter]) -> Letter:
    """Return a letter whose pointers to other letters name these as far as they are known.

    Args:
        letter: the letter; what was settled in it before, among other letters, is forgotten.
        register: the letters of the index.
        letter_of: gives a letter of the index by its id; called only where a reference names a question too.
    """
    exchanges = [
        replace(one, refers_to=_once(_settled(pointer, letter, register, letter_of) for pointer in one.refers_to))
        for one in letter.exchanges
    ]
    return replace(letter, exchanges=tuple(exchanges))


def _once(pointers: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """Return each exchange once: two numbers beside one reference may be of one exchange there."""
    once: dict[object, Pointer] = {}
    for one in pointers:
        once.setdefault(one if one.label is None else (one.letter, one.numbers, one.party), one)
    return tuple(once.values())


def _settled(pointer: Pointer, pointing: Letter, register: Register, letter_of: Callable[[str], Letter]) -> Pointer:
    if pointer.reference is None:
        return pointer
    name, _, number = pointer.reference.partition("#")
    found = register.of(name, pointing)
    there = Pointer(pointer.text, found, reference=pointer.reference)
    exchange = _asked_there(letter_of(found), number) if found and number else None
    if exchange is None:
        return there
    return replace(there, label=exchange.label, numbers=exchange.numbers, party=exchange.party)


def _asked_there(letter: Letter, number: str) -> Exchange | None:
    """Return the one exchange of a letter that has a number; none when several groups count for themselves."""
    found = [one for one in letter.exchanges if number in one.numbers]
    return found[0] if len(found) == 1 else None


def _names(letter: Letter) -> set[str]:
    names = {letter.id}
    if letter.dossier and letter.number:
        names.add(f"kst-{letter.dossier}-{letter.number}")
    if letter.reference:
        names |= {letter.reference, f"kenmerk-{letter.reference}"}
    return {name.casefold() for name in names}


def _in_full(reference: str, pointing: Letter) -> str:
    """Return a reference with its chamber: an appendix of which none is named is of the writer's own chamber."""
    found = _APPENDIX.fullmatch(reference)
    if found is None:
        return reference
    house = "ek" if pointing.chamber == "Eerste Kamer" else "tk"
    return f"ah-{house}-{found['years']}-{found['number']}"


def _offices(letter: Letter) -> frozenset[str]:
    return frozenset(one.office.casefold() for one in letter.ministers)
