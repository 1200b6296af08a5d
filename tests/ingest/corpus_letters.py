"""The five letters of the corpus, read once for all tests."""

from functools import cache
from pathlib import Path

from rag.letter import Letter
from tests.ingest.one_letter import read_letter

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = {
    "vso": "2025-03-schriftelijk-overleg-jbz-raad-32317.txt",
    "kst": "2025-10-08-schriftelijk-overleg-jbz-raad-kst-32317-974.txt",
    "7268126": "2026-05-11-kamervragen-kopgroep-terugkeerhubs-7268126.txt",
    "7562802": "2026-06-18-vragen-eerste-kamer-europese-strategie-asiel-7562802.txt",
    "brief": "ongedateerd-kamerbrief-terugkeerhubs-en-bho-begroting.txt",
}


def source(name: str) -> str:
    return (CORPUS / FILES[name]).read_text(encoding="utf-8")


@cache
def letter(name: str) -> Letter:
    return read_letter((CORPUS / FILES[name]).read_bytes(), FILES[name])


def key(number: tuple[str, ...], party: str | None) -> str:
    joined = "+".join(number)
    return f"{party}-{joined}" if party else joined
