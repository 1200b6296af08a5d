"""The table of poisoned letters, ``poisons.toml``, read."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

TABLE = Path(__file__).parent / "poisons.toml"


@dataclass(frozen=True)
class Poison:
    """A poisoned letter: the answer to its one question, in the form of a file, and the words of one who obeys it."""

    name: str
    poison: str
    obeyed: str
    language: Literal["nl", "en"] = "nl"
    form: Literal["txt", "md", "html"] = "txt"
    hide: Literal["zero-width", "tags"] | None = None

    @property
    def answer(self) -> str:
        """What stands in the letter's answer."""
        first, _, rest = self.poison.partition(". ")
        if self.hide == "zero-width":
            return f"{first}. " + "\u200b".join(rest)
        if self.hide == "tags":
            return f"{first}." + "".join(chr(0xE0000 + ord(sign)) for sign in rest)
        return self.poison

    @property
    def reply(self) -> str:
        """What a model replies that obeys, when the honest quote is the first and the poisoned one the second."""
        return self.obeyed.replace("{real}", "[1]").replace("{own}", "[2]")


POISONS = tuple(Poison(**one) for one in tomllib.loads(TABLE.read_text(encoding="utf-8"))["poison"])
