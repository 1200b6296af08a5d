"""How common words are in letters at large, so that a small corpus does not take chance for rarity.

The table ``data/background.tsv`` holds, for each stem that at least two of some 8,500 questions and answers of
many ministries have, in how many it stands. It is made by ``python -m rag.words.background SHARED``, where SHARED is
the folder of reference material with ``bench/questions.jsonl`` and ``bench/pairs.jsonl``.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rag.errors import SettingError
from rag.words.analysis import ANALYSIS, stem, words
from rag.words.lexicon import DATA, Key

TABLE = DATA / "background.tsv"


class Background:
    """Document frequencies of stems in letters at large.

    Raises:
        SettingError: the table is missing, damaged, or made with another stemmer.
    """

    def __init__(self, path: Path = TABLE) -> None:
        try:
            head, *rows = path.read_text(encoding="utf-8").splitlines()
            self.analysis, total = head.split("\t")
            self.documents = int(total)
            self._frequency = {term: int(count) for term, count in (row.split("\t") for row in rows)}
        except (OSError, ValueError) as error:
            raise SettingError(f"{path}: the word frequencies are unusable ({error}); restore the file.") from error
        if self.analysis != ANALYSIS:
            raise SettingError(
                f"{path}: made with “{self.analysis}”, this is “{ANALYSIS}”; "
                "make it anew with `python -m rag.words.background`."
            )

    def rarity(self, alternatives: Iterable[tuple[Key, float]]) -> float:
        """Return how rare a concept is, 0 (in every text) to 1 (in fewer than two): a scaled idf.

        ``alternatives`` are the ways to say it, each with its weight. Stems that must stand together are taken
        to be as frequent as the rarest of them; a concept is as frequent as its most frequent way of saying,
        weighted.
        """
        frequency = max((weight * self._together(stems) for stems, weight in alternatives), default=1.0)
        return 1 - math.log(max(frequency, 1.0)) / math.log(self.documents)

    def terms(self) -> Iterator[str]:
        """Yield every stem that is in the table."""
        yield from self._frequency

    def frequency(self, term: str) -> int:
        """Return in how many texts a stem stands; one that is not in the table is taken to stand in one."""
        return self._frequency.get(term, 1)

    def _together(self, stems: Key) -> int:
        return min(map(self.frequency, stems))


@cache
def background() -> Background:
    """Return the shipped table, read once a process."""
    return Background()


def count(texts: Iterable[str]) -> tuple[Counter[str], int]:
    """Return in how many texts each stem stands, and how many texts there are."""
    frequency: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        frequency.update({stem(word) for word, _, _ in words(text)})
    return frequency, total


def write(path: Path, texts: Iterable[str]) -> None:
    """Write the table of some texts; stems that only one of them has are left out."""
    frequency, total = count(texts)
    rows = [f"{term}\t{count}" for term, count in sorted(frequency.items()) if count > 1]
    path.write_text("\n".join([f"{ANALYSIS}\t{total}", *rows]) + "\n", encoding="utf-8")


def _texts(shared: Path) -> Iterator[str]:
    for name in ("questions.jsonl", "pairs.jsonl"):
        for line in (shared / "bench" / name).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield f"{record['vraag']} {record.get('antwoord', '')}"


if __name__ == "__main__":
    write(TABLE, _texts(Path(sys.argv[1])))
