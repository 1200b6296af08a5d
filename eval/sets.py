"""Question sets: what is asked, where the letters answer it, and which words of theirs answer it best.

A set is a file of JSON Lines. Each line is an object with

- ``id``, ``language`` (``nl`` or ``en``), ``question``, ``kind`` (see :data:`KINDS`);
- ``status``: what an answer must say of itself (``answered``, ``not_found``, ``refused``, ``unanswered``);
- ``gold``: every place that answers the question, the best first: ``{"letter", "party", "numbers"}`` for an
  exchange, ``{"letter", "paragraph"}`` for running text. ``letter`` is an id, or ``source:`` and a file's name;
- ``quote``: the words of the first gold place that answer best, or null;
- optionally ``also`` (places that touch the question and count neither for nor against), ``facts`` (words that
  the answer must hold) and ``lay`` (true when the question avoids the letters' own vocabulary).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import get_args

from rag.answer import Language, Place, Status
from rag.errors import VraagbaakError
from rag.letter import Letter

ANSWERABLE_KINDS = ("single", "several", "timeline", "number", "asked", "pointing", "figure")
UNANSWERABLE_KINDS = (
    "near_topic",
    "wrong_year",
    "other_topic",
    "other_ministry",
    "false_premise",
    "no_such_number",
    "other_country",
    "small_talk",
    "unanswered",
)
KINDS = ANSWERABLE_KINDS + UNANSWERABLE_KINDS
SHIPPED = Path(__file__).parent / "questions"
_SOURCE = "source:"
_REQUIRED = frozenset({"id", "language", "question", "kind", "status", "gold", "quote"})
_OPTIONAL = frozenset({"also", "facts", "lay"})


class SetError(VraagbaakError):
    """A question set cannot be read, or names a place that the letters do not have."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A place as a question set names it; ``letter`` is an id, or ``source:`` and a file's name."""

    letter: str
    party: str | None = None
    numbers: tuple[str, ...] = ()
    paragraph: int | None = None

    def __str__(self) -> str:
        if self.paragraph is not None:
            return f"{self.letter}, paragraph {self.paragraph}"
        return f"{self.letter}, {self.party or 'question'} {'+'.join(self.numbers)}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a set, as the module's head describes it."""

    id: str
    language: Language
    question: str
    kind: str
    status: Status
    gold: tuple[Gold, ...] = ()
    quote: str | None = None
    also: tuple[Gold, ...] = ()
    facts: tuple[str, ...] = ()
    lay: bool = False

    @property
    def answerable(self) -> bool:
        """Say whether the letters answer the question."""
        return self.status == "answered"


def shipped_sets() -> tuple[Path, ...]:
    """Return the files of the question sets that come with Vraagbaak, in order of name."""
    return tuple(sorted(SHIPPED.glob("*.jsonl")))


def read_sets(paths: Iterable[Path]) -> tuple[Question, ...]:
    """Read several sets, one after the other.

    Raises:
        SetError: a file cannot be read, or two questions share an id.
    """
    questions = tuple(question for path in paths for question in read_set(path))
    if not questions:
        raise SetError("no questions: the sets are empty; name a file of questions, one JSON object a line.")
    seen: set[str] = set()
    for question in questions:
        if question.id in seen:
            raise SetError(f"question {question.id}: the id stands twice; give each question its own.")
        seen.add(question.id)
    return questions


def read_set(path: Path) -> tuple[Question, ...]:
    """Read one set.

    Raises:
        SetError: the file is missing, or a line is no question; the message names file and line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path}: cannot be read ({error}); name a file of questions.") from error
    return tuple(_question(line, f"{path.name}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def locate(gold: Gold, letters: Sequence[Letter]) -> Place:
    """Return the place that a set names.

    Raises:
        SetError: no such letter, exchange or paragraph.
    """
    letter = _letter(gold, letters)
    for place in _places(gold, letter):
        return place
    raise SetError(f"{gold}: the letter {letter.id} has no such place; see `vraagbaak show {letter.id}`.")


def _letter(gold: Gold, letters: Sequence[Letter]) -> Letter:
    name = gold.letter.removeprefix(_SOURCE)
    for letter in letters:
        if name == (PurePath(letter.source).name if gold.letter.startswith(_SOURCE) else letter.id):
            return letter
    raise SetError(f"{gold}: no such letter in the index; see `vraagbaak letters`.")


def _places(gold: Gold, letter: Letter) -> Iterator[Place]:
    if gold.paragraph is not None:
        yield from (Place(letter, paragraph=one) for one in letter.paragraphs if one.n == gold.paragraph)
        return
    for exchange in letter.exchanges:
        if exchange.party == gold.party and gold.numbers and set(gold.numbers) <= set(exchange.numbers):
            yield Place(letter, exchange)


def _question(line: str, where: str) -> Question:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise SetError(f"{where}: no JSON ({error.msg}); write one question a line.") from error
    if not isinstance(fields, dict) or not _REQUIRED <= fields.keys() <= _REQUIRED | _OPTIONAL:
        raise SetError(f"{where}: needs {', '.join(sorted(_REQUIRED))}, may have {', '.join(sorted(_OPTIONAL))}.")
    _check(fields, where)
    return Question(
        id=str(fields["id"]),
        language=fields["language"],
        question=str(fields["question"]),
        kind=str(fields["kind"]),
        status=fields["status"],
        gold=tuple(_gold(one, where) for one in fields["gold"]),
        quote=fields["quote"],
        also=tuple(_gold(one, where) for one in fields.get("also", ())),
        facts=tuple(map(str, fields.get("facts", ()))),
        lay=fields.get("lay", False) is True,
    )


def _check(fields: Mapping[str, object], where: str) -> None:
    allowed = {"language": get_args(Language), "status": get_args(Status), "kind": KINDS}
    for name, values in allowed.items():
        if fields[name] not in values:
            raise SetError(f"{where}: {name} {fields[name]!r} is not one of {', '.join(values)}.")
    if not isinstance(fields["gold"], list) or not isinstance(fields["quote"], str | None):
        raise SetError(f"{where}: gold must be a list of places, and quote a text or null.")


def _gold(fields: object, where: str) -> Gold:
    if not isinstance(fields, dict) or "letter" not in fields or not ({"numbers", "paragraph"} & fields.keys()):
        raise SetError(f"{where}: a place needs a letter, and numbers or a paragraph.")
    paragraph = fields.get("paragraph")
    return Gold(
        letter=str(fields["letter"]),
        party=fields.get("party"),
        numbers=tuple(map(str, fields.get("numbers", ()))),
        paragraph=None if paragraph is None else int(paragraph),
    )
