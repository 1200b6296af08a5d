"""Reads a file that holds one letter."""

from ingest.reading import read_letters
from rag.letter import Letter


def read_letter(data: bytes, source: str) -> Letter:
    (letter,) = read_letters(data, source)
    return letter
