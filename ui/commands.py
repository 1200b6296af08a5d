"""The command line: ``vraagbaak COMMAND``. Data goes to stdout, everything else to stderr."""

import argparse
import io
import json
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from typing import Any, TypeVar

from pydantic import ValidationError

from rag.documents import answer_document, letters_document, search_document, whole_letter_document
from rag.errors import QuestionError, SettingError, VraagbaakError
from rag.filters import Filters
from rag.settings import Settings
from ui import batch, printing
from ui.arguments import parser
from ui.progress import progress_line

DONE, FAILED = 0, 1
INTERRUPTED, UNREAD = 130, 141
"""What shells give for a command that Ctrl+C stopped, and for one whose output was not read to the end."""

_FLAGS = ("index", "embedding", "passwords", "proxy_header")
"""Settings that a command may have as a flag."""

_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters that some readers take for the end of a line; JSON itself lets them stand in a string."""

_Found = TypeVar("_Found")

# Each command imports what it needs when it runs, so that none waits for what only another one uses. The law of
# imports keeps eval out of sight from here: the installed package names its command.


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 1 failed, 2 wrong usage, 3 a gate was not met."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    top = parser()
    given = top.parse_args(arguments)
    try:
        status = _COMMANDS[given.command](given)
        print(end="", flush=True)
        return status
    except _UsageError as error:
        top.error(str(error))
    except BrokenPipeError:
        _drop_output()
        return UNREAD
    except VraagbaakError as error:
        _tell(str(error))
        return FAILED
    except KeyboardInterrupt:
        _tell("stopped.")
        return INTERRUPTED


class _UsageError(Exception):
    """The arguments do not go together."""


def ingest(given: argparse.Namespace) -> int:
    """Read letters into the index; 1 when a file could not be read."""
    from ingest.run import ingest as run

    report = run(_settings(given), given.paths, progress_line(sys.stderr))
    _print(report.document() if given.json else printing.report(report))
    for _, error in report.failed:
        _tell(error)
    _tell_setting(given)
    return FAILED if report.failed else DONE


def remove(given: argparse.Namespace) -> int:
    """Take letters out of the index."""
    from ingest.run import remove as run

    count = run(_settings(given), given.letters)
    _print({"removed": count} if given.json else printing.removed(count))
    return DONE


def ask(given: argparse.Namespace) -> int:
    """Answer one question, or each line of a batch."""
    filters = _filters(given)
    from rag.assistant import Assistant

    assistant = Assistant.open(_settings(given))
    return _each(given, lambda question: assistant.ask(question, filters, given.lang), answer_document, printing.answer)


def search(given: argparse.Namespace) -> int:
    """Rank places for one question, or for each line of a batch."""
    filters = _filters(given)
    from rag.assistant import Assistant

    assistant = Assistant.open(_settings(given))
    return _each(
        given,
        lambda question: (question, assistant.search(question, given.k, filters)),
        lambda found: search_document(*found),
        lambda found: printing.hits(found[1]),
    )


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
    """Open the chat window; it brings the index up to date, and can be asked as soon as that is done."""
    from rag.indexing.index import Index
    from ui.collection import Collection
    from ui.serving import door_of, serve

    settings = _settings(given)
    # What can never be served is told before any letter is read.
    Index(settings).current()
    door_of(settings, given.host)
    collection = Collection(settings)
    collection.start(progress_line(sys.stderr), _tell)
    serve(collection, given.host, given.port)
    return DONE


def password(given: argparse.Namespace) -> int:
    """Print the line of a person for a password file; the password is asked for, or read from stdin."""
    from getpass import getpass

    from ui.passwords import entry

    typed = getpass(f"Password for {given.name}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    _print(entry(given.name, typed))
    return DONE


def evaluate(given: argparse.Namespace) -> int:
    """Run question sets; 3 when a gate was not met."""
    (command,) = entry_points(group="vraagbaak.commands", name="eval")
    status: int = command.load()(_settings(given), given)
    return status


def doctor(given: argparse.Namespace) -> int:
    """Check the index, mended first where that was asked."""
    from rag.indexing import doctor as doctors

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
    "password": password,
    "eval": evaluate,
    "doctor": doctor,
}


def _settings(given: argparse.Namespace) -> Settings:
    try:
        flags = {name: value for name in _FLAGS if (value := getattr(given, name, None)) is not None}
        return Settings(**flags)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingError(
            f"Setting {name}: {first['msg']}; correct it in the environment or vraagbaak.toml."
        ) from error
    except (OSError, ValueError) as error:
        raise SettingError(f"The settings in vraagbaak.toml cannot be read ({error}); correct the file.") from error


def _tell_setting(given: argparse.Namespace) -> None:
    """Say how to ask of an index that was made with another model than questions would use."""
    if given.embedding is not None and given.embedding != Settings().embedding:
        _tell(
            f"the index is made with embedding {given.embedding}; to ask with that, set "
            f"VRAAGBAAK_EMBEDDING={shlex.quote(given.embedding)}, or embedding in vraagbaak.toml."
        )


def _filters(given: argparse.Namespace) -> Filters:
    """Read the filters, and see that there is something to ask: both are wrong usage, whatever the index."""
    if (given.question is None) == (given.batch is None):
        raise _UsageError(f"{given.command}: give a QUESTION, or --batch FILE with one question a line")
    try:
        return Filters(given.since, given.until, given.party, given.minister, given.kind, given.letter, given.chamber)
    except QuestionError as error:
        raise _UsageError(str(error)) from error


def _each(
    given: argparse.Namespace,
    work: Callable[[str], _Found],
    document: Callable[[_Found], dict[str, Any]],
    text: Callable[[_Found], str],
) -> int:
    """Answer the question, or each line of a batch; a line that cannot be asked stops no other."""
    if given.batch is None:
        found = work(_asked(given.question))
        _print(document(found) if given.json else text(found))
        return DONE
    status = DONE
    for number, line in batch.questions(given.batch):
        try:
            _print(document(work(batch.question_of(line))), a_line=True)
        except QuestionError as error:
            _tell(f"--batch {given.batch}, line {number}: {error}")
            _print({"question": line.decode(errors="replace"), "error": str(error)}, a_line=True)
            status = FAILED
    return status


def _asked(question: str) -> str:
    try:
        question.encode()
    except UnicodeEncodeError as error:
        raise QuestionError("The question is not UTF-8 text; type it in a UTF-8 terminal.") from error
    return question


def _print(data: str | dict[str, Any], *, a_line: bool = False) -> None:
    if not isinstance(data, str):
        data = json.dumps(data, ensure_ascii=False, indent=None if a_line else 1).translate(_LINE_ENDS)
    try:
        print(data, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_output()
        raise VraagbaakError(f"The output cannot be written ({error.strerror}); make room for it.") from error


def _drop_output() -> None:
    """Send what is still to be written nowhere, or Python would try, and fail, once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _tell(message: str) -> None:
    print(f"vraagbaak: {printing.line(message)}", file=sys.stderr)
