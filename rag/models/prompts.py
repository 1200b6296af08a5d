"""Prompts: the words that an embedding model wants before a question and before a passage."""

import re
from dataclasses import dataclass
from typing import Any, Final

from rag.models.model_folder import ModelFolder


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before each question and each passage."""

    question: str = ""
    passage: str = ""


_TASK: Final = "Given a web search query, retrieve relevant passages that answer the query"

KNOWN: Final = (
    (re.compile(r"\be5\b.*\binstruct\b", re.IGNORECASE), Prompts(question=f"Instruct: {_TASK}\nQuery: ")),
    (re.compile(r"\be5\b", re.IGNORECASE), Prompts(question="query: ", passage="passage: ")),
)
"""Families that were trained with prompts and do not all say so in their files, by a word in their names."""

_PASSAGE_KEYS: Final = ("document", "passage", "corpus")


def prompts_of(folder: ModelFolder) -> Prompts:
    """Return the prompts that a model has of its own, or else those of its family."""
    own = folder.description("config_sentence_transformers.json").get("prompts") or {}
    passage: Any = next((own[key] for key in _PASSAGE_KEYS if key in own), "")
    given = Prompts(own.get("query") or "", passage or "")
    return given if given != Prompts() else _of_family(folder)


def _of_family(folder: ModelFolder) -> Prompts:
    origin = folder.description("config.json").get("_name_or_path") or ""
    names = f"{folder.label} {origin}".replace("_", "-")
    return next((prompts for pattern, prompts in KNOWN if pattern.search(names)), Prompts())
