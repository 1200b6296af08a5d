"""The exchanges of a letter with their white space folded, to hold two readings of one letter against each other."""

from rag.letter import Letter


def folded(text: str) -> str:
    return " ".join(text.split())


def pairs(one: Letter) -> list[tuple[tuple[str, ...], str, str]]:
    return [
        (found.numbers, folded(one.at(found.question_span)), folded(one.at(found.answer_span)))
        for found in one.exchanges
    ]
