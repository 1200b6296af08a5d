"""A record of a run: a file of JSON Lines that grows as questions are answered.

Its first line says what the run was made of (see :class:`Make`); each other line is a row, what came of one question.
One form serves three ends: a run that was stopped goes on from its record, the next run asks again what failed in it,
and a record that is kept is the baseline that later runs are held against.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from eval.errors import RecordError
from eval.measures import measured
from eval.outcome import Outcome
from eval.sets import Question, digest
from eval.shares import Share
from rag.answer import Citation, Hit, Role, Status

SHARE_DIGITS, SCORE_DIGITS = 9, 6
"""Decimals that are kept; more would be noise of the machine's arithmetic."""

BRIEF = 3
"""Places found that a baseline keeps of each question."""


@dataclass(frozen=True, slots=True)
class Make:
    """What a run is made of, each as a hash: the questions, the index, the settings, and the code."""

    questions: str
    index: str
    settings: str
    code: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as a record keeps it; ``key`` is that of its place, ``text`` the reference for a reader."""

    n: int
    key: str
    role: Role
    start: int
    end: int
    quote: str = ""
    text: str = ""

    @classmethod
    def of(cls, citation: Citation) -> "Cited":
        """Return what is kept of a citation."""
        return cls(
            citation.n,
            citation.place.key,
            citation.role,
            citation.start,
            citation.end,
            citation.quote,
            citation.text,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one question. ``shares`` is what it adds to each figure; ``found`` are the keys and their scores."""

    question: Question
    status: Status
    answer: str
    cited: tuple[Cited, ...]
    found: tuple[tuple[str, float], ...]
    gold: tuple[str, ...]
    shares: Mapping[str, Share]
    answer_ms: float
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, outcome: Outcome) -> "Row":
        """Measure an outcome and keep what a report needs of it."""
        answer = outcome.answer
        return cls(
            question=outcome.question,
            status=answer.status,
            answer=answer.answer,
            cited=tuple(map(Cited.of, answer.citations)),
            found=tuple(map(_scored, outcome.hits)),
            gold=outcome.sought.gold,
            shares={name: _rounded(share) for name, share in measured(outcome).items()},
            answer_ms=round(outcome.answer_ms, 3),
            remarks=answer.remarks,
        )

    @property
    def passed(self) -> bool:
        """Say whether the question came out as it should."""
        return self.shares["passed"][0] == 1

    @property
    def sureness(self) -> float:
        """How sure the search was of the best place: the score of what it found first, 0 when it found nothing."""
        return self.found[0][1] if self.found else 0.0

    def brief(self) -> "Row":
        """Return the row without words and times, and of what was found the first: what a baseline needs of it."""
        cited = tuple(replace(one, quote="", text="") for one in self.cited)
        return replace(self, answer="", cited=cited, found=self.found[:BRIEF], answer_ms=0.0)


def start_record(path: Path, make: Make, rows: Iterable[Row] = ()) -> None:
    """Begin a record anew, with the rows that there are already.

    Raises:
        RecordError: it cannot be written.
    """
    lines = [json.dumps({"made": asdict(make)}), *map(_line, rows)]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise RecordError(
            f"{path}: no record can be written ({error.strerror}); name another with --record."
        ) from error


def add_to_record(path: Path, row: Row) -> None:
    """Add a row to a record that was begun."""
    with path.open("a", encoding="utf-8") as file:
        file.write(_line(row) + "\n")


def read_record(path: Path, questions: Sequence[Question]) -> tuple[Make, tuple[Row, ...]]:
    """Read a record: what the run was made of, and its rows of those of the questions that are still the same.

    A last line that was cut off, as by a run that was stopped, is left out.

    Raises:
        RecordError: there is no such file, or it is no record.
    """
    try:
        head, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        known = {(question.id, question.digest): question for question in questions}
        rows = [json.loads(line) for line in lines[:-1]] + list(_whole(lines[-1:]))
        asked = [(known.get((row["id"], row["digest"])), row) for row in rows]
        return Make(**json.loads(head)["made"]), tuple(_row(one, row) for one, row in asked if one is not None)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordError(f"{path}: is no record of a run ({error}); make one with `vraagbaak eval`.") from error


def make_hash(questions: Iterable[Question]) -> str:
    """Return a name for exactly these questions."""
    return digest([question.digest for question in questions])


def _whole(lines: Sequence[str]) -> Iterable[dict[str, Any]]:
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _scored(hit: Hit) -> tuple[str, float]:
    return hit.place.key, round(float(hit.score), SCORE_DIGITS)


def _rounded(share: Share) -> Share:
    return round(share[0], SHARE_DIGITS), round(share[1], SHARE_DIGITS)


def _line(row: Row) -> str:
    fields: dict[str, Any] = {"id": row.question.id, "digest": row.question.digest}
    fields |= {name: getattr(row, name) for name in ("status", "answer", "found", "gold", "answer_ms", "remarks")}
    fields["cited"] = [{name: value for name, value in asdict(one).items() if value != ""} for one in row.cited]
    fields["shares"] = {name: part if whole == 1 else [part, whole] for name, (part, whole) in row.shares.items()}
    return json.dumps({name: value for name, value in fields.items() if value not in ("", (), [])}, ensure_ascii=False)


def _row(question: Question, fields: Mapping[str, Any]) -> Row:
    return Row(
        question=question,
        status=fields["status"],
        answer=fields.get("answer", ""),
        cited=tuple(Cited(**one) for one in fields.get("cited", ())),
        found=tuple((key, score) for key, score in fields.get("found", ())),
        gold=tuple(fields.get("gold", ())),
        shares={
            name: tuple(share) if isinstance(share, list) else (share, 1.0) for name, share in fields["shares"].items()
        },
        answer_ms=fields["answer_ms"],
        remarks=tuple(fields.get("remarks", ())),
    )
