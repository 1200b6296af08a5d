"""The command line: ``vraagbaak COMMAND``. Data goes to stdout, everything else to stderr."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from rag.documents import answer_document, letters_document, search_document, whole_letter_document
from rag.errors import QuestionError, SettingError, VraagbaakError
from rag.filters import Filters
from rag.settings import Settings
from ui import printing
from ui.arguments import parser
from ui.progress import progress_line

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

# Each command imports what it needs when it runs, so that none waits for what only another one uses. The law of
# imports keeps eval out of sight from here: the installed package names its command.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 failed, 2 wrong usage, 3 a gate was not met."""
    top = parser()
    given = top.parse_args(arguments)
    try:
        return _COMMANDS[given.command](given)
    except _UsageError as error:
        top.error(str(error))
    except VraagbaakError as error:
        print(f"vraagbaak: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("vraagbaak: stopped.", file=sys.stderr)
        return INTERRUPTED


class _UsageError(Exception):
    """The arguments do not go together."""


def ingest(given: argparse.Namespace) -> int:
    """Read letters into the index; 1 when a file could not be read."""
    from ingest.run import ingest as run

    report = run(_settings(given), given.paths, progress_line(sys.stderr))
    _print(report.document() if given.json else printing.report(report))
    for _, error in report.failed:
        print(f"vraagbaak: {error}", file=sys.stderr)
    return FAILED if report.failed else DONE


def remove(given: argparse.Namespace) -> int:
    """Take letters out of the index."""
    from ingest.run import remove as run

    count = run(_settings(given), given.letters)
    _print({"removed": count} if given.json else f"{count} letters removed.")
    return DONE


def ask(given: argparse.Namespace) -> int:
    """Answer one question, or each line of a batch."""
    from rag.assistant import Assistant

    filters, questions = _filters(given), _questions(given)
    assistant = Assistant.open(_settings(given))
    for question in questions:
        answer = assistant.ask(question, filters, given.lang)
        as_text = not given.json and not given.batch
        _print(printing.answer(answer) if as_text else answer_document(answer), a_line=bool(given.batch))
    return DONE


def search(given: argparse.Namespace) -> int:
    """Rank places for one question, or for each line of a batch."""
    from rag.assistant import Assistant

    filters, questions = _filters(given), _questions(given)
    assistant = Assistant.open(_settings(given))
    for question in questions:
        hits = assistant.search(question, given.k, filters)
        as_text = not given.json and not given.batch
        _print(printing.hits(hits) if as_text else search_document(question, hits), a_line=bool(given.batch))
    return DONE


def show(given: argparse.Namespace) -> int:
    """Show one letter."""
    from rag.assistant import Assistant

    letter = Assistant.open(_settings(given)).letter(given.letter)
    _print(whole_letter_document(letter) if given.json else printing.letter(letter))
    return DONE


def letters(given: argparse.Namespace) -> int:
    """List all letters."""
    from rag.assistant import Assistant

    found = Assistant.open(_settings(given)).letters()
    _print(letters_document(found) if given.json else printing.letters(found))
    return DONE


def chat(given: argparse.Namespace) -> int:
    """Open the chat window; an index that is missing or not current is made first."""
    from ingest.run import ingest as run
    from rag.assistant import Assistant
    from ui.window import serve

    settings = _settings(given)
    report = run(settings, [], progress_line(sys.stderr))
    for _, error in report.failed:
        print(f"vraagbaak: {error}", file=sys.stderr)
    serve(Assistant.open(settings), given.host, given.port)
    return DONE


def evaluate(given: argparse.Namespace) -> int:
    """Run question sets; 3 when a gate was not met."""
    (command,) = entry_points(group="vraagbaak.commands", name="eval")
    status: int = command.load()(_settings(given), given)
    return status


def doctor(given: argparse.Namespace) -> int:
    """Check the index, mended first where that was asked."""
    from rag import doctor as doctors

    settings = _settings(given)
    if given.repair:
        doctors.repair(settings)
    made = doctors.examine(settings)
    ok = all(one.ok for one in made)
    _print({"ok": ok, "checks": [one.document() for one in made]} if given.json else printing.checks(made))
    return DONE if ok else FAILED


_COMMANDS = {
    "ingest": ingest,
    "remove": remove,
    "ask": ask,
    "search": search,
    "show": show,
    "letters": letters,
    "chat": chat,
    "eval": evaluate,
    "doctor": doctor,
}


def _settings(given: argparse.Namespace) -> Settings:
    try:
        return Settings() if given.index is None else Settings(index=given.index)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingError(
            f"Setting {name}: {first['msg']}; correct it in the environment or vraagbaak.toml."
        ) from error


def _filters(given: argparse.Namespace) -> Filters:
    return Filters(given.since, given.until, given.party, given.minister, given.kind, given.letter)


def _questions(given: argparse.Namespace) -> Iterator[str]:
    if (given.question is None) == (given.batch is None):
        raise _UsageError("give a QUESTION, or --batch FILE with one question a line")
    return iter([given.question]) if given.batch is None else _lines(given.batch)


def _lines(name: str) -> Iterator[str]:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionError(f"--batch {name}: cannot be read ({error}); give a text file in UTF-8.") from error
    return (line for line in text.splitlines() if line.strip())


def _print(data: str | dict[str, Any], *, a_line: bool = False) -> None:
    if isinstance(data, str):
        print(data)
    else:
        print(json.dumps(data, ensure_ascii=False, indent=None if a_line else 1), flush=a_line)
