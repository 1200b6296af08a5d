"""True sentences with the quotes that they rest on, written by hand: half to tune with, half held out.

A block of ``letters.txt`` is a line ``@letter | quote`` and sentences after ``nl:`` or ``en:``; the letters are those
of the corpus. In ``pairs.txt`` the quote is given by its offsets in the answer of a pair of the reference bench, whose
words are not kept here; so it is in ``denials.txt``, quotes that deny something, all to tune with.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.reading import read_letters
from rag.answer import Citation, Language, Place, Role
from rag.errors import SettingError
from rag.indexing.passages import places
from rag.letter import Exchange, Letter

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Honest:
    """A true sentence, without its mark, on a quote."""

    sentence: str
    language: Language
    citation: Citation
    held_out: bool


def of_letters(corpus: Path) -> list[Honest]:
    """Return the sentences on the letters of the corpus."""
    letters = {
        letter.id: letter
        for path in sorted(corpus.glob("*.txt"))
        for letter in read_letters(path.read_bytes(), path.name)
    }

    def found(name: str, quote: str) -> Citation:
        letter = next(one for key, one in letters.items() if name in key or (name == "brief" and one.kind == "letter"))
        return _cited(letter, quote)

    return list(_sentences(FOLDER / "letters.txt", found))


def of_pairs(bench: Path) -> list[Honest]:
    """Return the sentences on the pairs of the reference bench, a folder with ``pairs.jsonl``."""
    pairs = {one["id"]: one for one in map(json.loads, (bench / "pairs.jsonl").read_text("utf-8").splitlines())}

    def found(name: str, offsets: str) -> Citation:
        start, end = map(int, offsets.split("-"))
        asked, answered = pairs[name]["vraag"], pairs[name]["antwoord"]
        text = f"{asked}\n\n{answered}"
        at = len(asked) + 2
        exchange = Exchange("Vraag 1", ("1",), (0, len(asked)), (at, len(text)))
        letter = Letter(
            id=name,
            source=f"{name}.txt",
            kind="answers",
            title="Antwoorden",
            text=text,
            citation=f"Brief {name}",
            exchanges=(exchange,),
        )
        return _citation(Place(letter, exchange), at + start, at + end)

    return [*_sentences(FOLDER / "pairs.txt", found), *map(_to_tune_with, _sentences(FOLDER / "denials.txt", found))]


def _to_tune_with(honest: Honest) -> Honest:
    return replace(honest, held_out=False)


def _sentences(path: Path, found: Callable[[str, str], Citation]) -> Iterator[Honest]:
    blocks = path.read_text(encoding="utf-8").split("@")[1:]
    for number, block in enumerate(blocks):
        head, *lines = block.strip().splitlines()
        name, _, quote = head.partition(" | ")
        citation = found(name, quote)
        for line in lines:
            language, _, sentence = line.partition(": ")
            yield Honest(sentence.replace(" [1].", "."), "en" if language == "en" else "nl", citation, number % 2 == 1)


def _cited(letter: Letter, quote: str) -> Citation:
    """Cite the words of a letter, on whatever lines they are broken."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    match = re.search(pattern, letter.text)
    if match is None:
        raise SettingError(f"{letter.id}: the quote “{quote[:60]}” is not in it; mend it in letters.txt.")
    start, end = match.span()
    place = next(one for one in places(letter) if one.span[0] <= start and end <= one.span[1])
    return _citation(place, start, end)


def _citation(place: Place, start: int, end: int) -> Citation:
    role: Role = "answer" if place.exchange is not None else "text"
    return Citation(1, place, role, place.letter.text[start:end], start, end, place.letter.citation)
