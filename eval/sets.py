"""Question sets: what is asked, where the letters answer it, and which words of theirs answer it best.

A set is a file of JSON Lines. Each line is an object with

- ``id``, ``language`` (``nl`` or ``en``), ``question``, ``kind`` (see :data:`KINDS`);
- ``status``: what an answer must say of itself (``answered``, ``not_found``, ``refused``, ``unanswered``);
- ``gold``: every place that answers the question, the best first: ``{"letter", "party", "numbers"}`` for an
  exchange, ``{"letter", "paragraph"}`` for running text. ``letter`` is an id, or ``source:`` and a file's name;
- ``quote``: the words of the first gold place that answer best, or null;
- optionally ``also`` (places that touch the question and count neither for nor against), ``facts`` (words that
  the answer must hold), ``lay`` (true when the question avoids the letters' own vocabulary), ``after`` (the
  questions asked before it in the same conversation, the oldest first) and ``note`` (for whoever edits the set).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, get_args

from eval.errors import SetError
from eval.gold import Gold
from rag.answer import Language, Status

ANSWERABLE_KINDS = ("single", "several", "timeline", "number", "asked", "pointing", "figure", "follow_up")
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

Part = Literal["tune", "held"]
PARTS: tuple[Part, ...] = get_args(Part)

_REQUIRED = frozenset({"id", "language", "question", "kind", "status", "gold", "quote"})
_OPTIONAL = frozenset({"also", "facts", "lay", "after", "note"})


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
    after: tuple[str, ...] = ()
    note: str = ""

    @property
    def answerable(self) -> bool:
        """Say whether the letters answer the question."""
        return self.status == "answered"

    @property
    def part(self) -> Part:
        """The half that the question is in, drawn by its id: one to tune on, and one that is held back to report."""
        return PARTS[hashlib.sha256(self.id.encode()).digest()[0] % len(PARTS)]

    @property
    def digest(self) -> str:
        """A name for exactly this question with its gold: 16 hexadecimal digits of a SHA-256."""
        return digest([asdict(self)])


def digest(what: object) -> str:
    """Return a name for exactly what is given, in anything that JSON can hold: 16 hexadecimal digits of a SHA-256."""
    line = json.dumps(what, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(line.encode()).hexdigest()[:16]


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
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetError(f"{path}: cannot be read ({error}); name a file of questions.") from error
    return tuple(_question(line, f"{path.name}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def write_set(path: Path, questions: Iterable[Question]) -> None:
    """Write a set into a new file, each question on a line, without what it does not have.

    Raises:
        SetError: the file is there already, or cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.writelines(json.dumps(_fields(one), ensure_ascii=False) + "\n" for one in questions)
    except FileExistsError as error:
        raise SetError(f"{path}: is there already; name another file, or take that one away.") from error
    except OSError as error:
        raise SetError(f"{path}: cannot be written ({error.strerror}); name another file.") from error


def _fields(question: Question) -> dict[str, object]:
    fields = asdict(question)
    for name in ("gold", "also"):
        fields[name] = [_place_fields(gold) for gold in getattr(question, name)]
    return {name: value for name, value in fields.items() if name in _REQUIRED or value}


def _place_fields(gold: Gold) -> dict[str, object]:
    if gold.paragraph is not None:
        return {"letter": gold.letter, "paragraph": gold.paragraph}
    return {"letter": gold.letter, "party": gold.party, "numbers": list(gold.numbers)}


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
        after=tuple(map(str, fields.get("after", ()))),
        note=str(fields.get("note", "")),
    )


def _check(fields: Mapping[str, object], where: str) -> None:
    allowed = {"language": get_args(Language), "status": get_args(Status), "kind": KINDS}
    for name, values in allowed.items():
        if fields[name] not in values:
            raise SetError(f"{where}: {name} {fields[name]!r} is not one of {', '.join(values)}.")
    if not isinstance(fields["gold"], list) or not isinstance(fields["quote"], str | None):
        raise SetError(f"{where}: gold must be a list of places, and quote a text or null.")
    for name in ("also", "facts", "after"):
        if not isinstance(fields.get(name, []), list):
            raise SetError(f"{where}: {name} must be a list.")


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
