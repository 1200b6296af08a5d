"""Turns: what stands under one heading that numbers a question or an answer."""

from dataclasses import dataclass, field

from ingest.exchanges.outline import Heading, Running


@dataclass(slots=True)
class Turn:
    """A numbering heading and the paragraphs under it; ``round`` counts how often the numbers start again."""

    asks: bool
    numbers: tuple[str, ...]
    round: int
    party: str | None
    section: str | None
    paragraphs: list[str] = field(default_factory=list)


Entry = Heading | Running | Turn
"""A turn, or what stands outside all turns."""
