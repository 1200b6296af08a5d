"""Joining what a line end has parted: with a space, without a hyphen, or with the hyphen the word has."""

import re
from collections.abc import Iterable, Iterator

from ingest.marks import bare

_LAST = re.compile(r"([^\W_]+(?:-[^\W_]+)*)-$")
_FIRST = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[\w-]+")
_PARTED = frozenset(re.findall(r"\w+", "en of dan tot als noch maar naar versus respectievelijk resp alsmede c"))
_ENDS_IN_NAAR = re.compile(r"(?:e|[wm]in)$", re.IGNORECASE)
"""The halves of words such as ambte-naar, eige-naar and win-naar."""
_PREFIXES = frozenset(
    ("niet", "non", "ex", "oud", "vice", "semi", "pro", "opt", "no", "co", "bijna", "e", "pre", "post", "quasi")
)
_PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "aan achter af be bij daar door er ge her hier in mee mis na om onder ont op over samen tegen terug toe uit "
        "ver voor waar weg",
    )
)
"""Beginnings of words that no hyphen follows but at a line end, unless two vowels meet."""
_CLASHES = frozenset(("aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"))
_AHEAD = 20
_TREMA = str.maketrans("aeiou", "äëïöü")


class Hyphens:
    """Knows which hyphens at line ends belong to a word, from the rest of the same letter.

    A letter whose maker broke words at line ends loses those hyphens; in others every hyphen is real.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._words: set[str] | None = None
        self._breaks_words: bool | None = None

    def join(self, left: str, right: str) -> str:
        """Join two pieces of text that a line end, a page end or a note has parted."""
        if left.endswith("\u00ad"):
            return left[:-1] + right
        if not left.endswith("-") or left.endswith((" -", "--")):
            return f"{left} {right}"
        if "://" in left[left.rfind(" ") + 1 :]:
            return left + right
        before, after = _LAST.search(left[-60:]), _FIRST.match(bare(right[:80]))
        if before is None or after is None:
            return left + right
        if _is_parted(before[1], after[0]):
            return f"{left} {right}"
        return self._decide(left, right, before[1], after[0])

    def _decide(self, left: str, right: str, before: str, after: str) -> str:
        part = before.rpartition("-")[2]
        if not after.islower() or not part.isalpha() or any(sign.isupper() for sign in part[1:]):
            return left + right
        if len(part) == 1 or f"{before}-{after}".casefold() in self.words or part.endswith("é"):
            return left + right
        if part.casefold() + after in self.words:
            return left[:-1] + right
        if part in _PREFIXES or (not self.breaks_words and part not in _PARTICLES):
            return left + right
        if part[-1] + after[0] in _CLASHES and part in self.words:
            trema = after[0].translate(_TREMA)
            known = part.casefold() + trema + after[1:] in self.words
            return left[:-1] + trema + right[1:] if known and right.startswith(after) else left + right
        return left[:-1] + right

    @property
    def words(self) -> set[str]:
        """Every word of the letter in lower case; one that a line end breaks keeps its hyphen there."""
        if self._words is None:
            self._words = set(_WORD.findall("\n".join(self._texts).casefold()))
        return self._words

    @property
    def breaks_words(self) -> bool:
        """Whether the letter was set with words broken at line ends."""
        if self._breaks_words is None:
            self._breaks_words = any(
                part not in self.words and f"{part}-{after}" not in self.words for part, after in self._ends()
            )
        return self._breaks_words

    def _ends(self) -> Iterator[tuple[str, str]]:
        ends = (index for index, text in enumerate(self._texts) if text.endswith("-"))
        for index in ends:
            before = _LAST.search(self._texts[index][-60:])
            following = next((text for text in self._texts[index + 1 : index + 1 + _AHEAD] if text), "")
            after = _FIRST.match(bare(following))
            if before and after and before[1][1:].islower() and after[0].islower() and "-" not in before[1]:
                if before[1].casefold() in _PREFIXES or _is_parted(before[1], after[0]):
                    continue
                yield before[1].casefold(), after[0]


def _is_parted(before: str, after: str) -> bool:
    """Say whether a hyphen stands for a word's second half, as in ``controle- en toezichtstaken``."""
    return after in _PARTED and not (after == "naar" and _ENDS_IN_NAAR.search(before))
