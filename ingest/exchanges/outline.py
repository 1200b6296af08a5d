"""The outline: what a letter consists of, in order, before it is set out as reading text."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Heading:
    """A heading that stays in the text, outside questions and answers."""

    text: str


@dataclass(slots=True)
class Running:
    """A paragraph of running text outside the exchanges."""

    text: str


@dataclass(slots=True)
class Aside:
    """An asker's words outside the questions: they stay in the text, and are not cited as anyone's."""

    text: str


@dataclass(slots=True)
class Draft:
    """An exchange in the making: the paragraphs of its questions and of its answer."""

    numbers: tuple[str, ...]
    label: str
    questions: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    party: str | None = None
    section: str | None = None


Item = Heading | Running | Aside | Draft


@dataclass(slots=True)
class Outline:
    """The items of a letter in reading order, and what a reader should be warned of."""

    items: list[Item] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def drafts(self) -> list[Draft]:
        """The exchanges, in order."""
        return [item for item in self.items if isinstance(item, Draft)]
