"""Where a sentence points out of its letter: the references in it and in its notes, with the numbers beside them."""

from collections.abc import Iterator, Sequence

from ingest.pointing.mentions import Mention
from ingest.pointing.references import Reference, references
from rag.letter import Note, Pointer, Span

LONGEST = 300
"""Characters that a pointing phrase has at most."""


def outward(words: str, noted: Sequence[Note], named: Sequence[Mention], trigger: int | None) -> list[Pointer]:
    """Return the pointers of a sentence to other letters.

    Args:
        words: the sentence.
        noted: the notes to it.
        named: the question numbers that it mentions.
        trigger: where it starts to point, if it does.
    """
    asked = [mention for mention in named if mention.elsewhere]
    found = [(_around(words, one.span, asked), one) for one in references(words)]
    found += [(note.text[:LONGEST], one) for note in noted for one in references(note.text)]
    if asked and not found:
        start = min(asked[0].span[0], len(words) if trigger is None else trigger)
        return [Pointer(words[start:][:LONGEST].rstrip(" ."))]
    return list(_referring(found, asked))


def _referring(found: Sequence[tuple[str, Reference]], asked: Sequence[Mention]) -> Iterator[Pointer]:
    """Yield a pointer for each letter, or each question of it: numbers are of it when no other letter is named."""
    names = dict.fromkeys(one.name for _, one in found)
    numbers = dict.fromkeys(number for mention in asked for number in mention.numbers) if len(names) == 1 else {}
    for name in names:
        text = next(text for text, one in found if one.name == name)
        for number in numbers or ("",):
            yield Pointer(text, reference=f"{name}#{number}" if number else name)


def _around(words: str, span: Span, asked: Sequence[Mention]) -> str:
    """Return the words of a reference and of the numbers beside it, with what is between."""
    start = min([span[0], *(mention.span[0] for mention in asked)])
    end = max([span[1], *(mention.span[1] for mention in asked)])
    return words[start:end] if end - start <= LONGEST else words[slice(*span)]
