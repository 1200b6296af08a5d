"""The exchanges of a letter as they are written, white space and all."""

from rag.letter import Letter


def pairs(letter: Letter) -> list[tuple[tuple[str, ...], str, str]]:
    return [(one.numbers, letter.at(one.question_span), letter.at(one.answer_span)) for one in letter.exchanges]
