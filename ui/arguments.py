"""The arguments of every command."""

import argparse
from pathlib import Path
from typing import NoReturn, get_args

from rag.letter import KINDS, Chamber
from ui.eval_arguments import add_eval_arguments
from ui.numbers import positive


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what is wrong and where to look."""

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        self.exit(2, f"{self.prog}: {message.rstrip('.')}; see `{self.prog} --help`.\n")


def parser() -> Parser:
    """Return the parser of the command line; ``command`` in its result is the command's name."""
    top = Parser(
        prog="vraagbaak",
        description="Answers questions about what the Dutch cabinet told parliament, in its own words.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _ingest(commands)
    _remove(commands)
    _ask(commands)
    _search(commands)
    _show(commands)
    _letters(commands)
    _chat(commands)
    _password(commands)
    _eval(commands)
    _doctor(commands)
    return top


_Commands = argparse._SubParsersAction  # argparse has no public name for it


def _command(commands: "_Commands[Parser]", name: str, does: str) -> Parser:
    made = commands.add_parser(name, help=does, description=does[0].upper() + does[1:] + ".")
    made.add_argument("--index", type=Path, metavar="DIR", help="folder of the index (default: from the settings)")
    return made


def _json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="print one JSON document")


def _filters(command: Parser) -> None:
    group = command.add_argument_group("filters")
    group.add_argument("--since", metavar="DATE", help="letters of this date or later (2026-05-11)")
    group.add_argument("--until", metavar="DATE", help="letters of this date or earlier")
    group.add_argument("--party", metavar="NAME", help="what this party asked, and its answers")
    group.add_argument("--minister", metavar="NAME", help="letters of this minister, by name or portfolio")
    group.add_argument("--kind", metavar="KIND", help=f"letters of this kind: {', '.join(KINDS)}")
    group.add_argument("--letter", metavar="ID", help="one letter, by its id or reference")
    group.add_argument("--chamber", metavar="NAME", help=f"letters to this chamber: {', '.join(get_args(Chamber))}")


def _questions(command: Parser) -> None:
    command.add_argument("question", nargs="?", metavar="QUESTION", help="a question, in Dutch or English")
    command.add_argument(
        "--batch",
        metavar="FILE",
        help="one question a line (- is stdin), empty ones left out; one JSON document a line",
    )


def _ingest(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "ingest", "read letters into the index")
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders (default: corpus/)")
    command.add_argument(
        "--embedding", metavar="NAME", help="make the index with this embedding model (default: from the settings)"
    )
    _json(command)


def _remove(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "remove", "take letters out of the index")
    command.add_argument("letters", nargs="+", metavar="LETTER", help="the id of a letter")
    _json(command)


def _ask(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "ask", "answer a question with citations")
    _questions(command)
    command.add_argument("--lang", choices=("nl", "en"), help="language of the answer's own words")
    _json(command)
    _filters(command)


def _search(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "search", "rank the exchanges that fit a question")
    _questions(command)
    command.add_argument("-k", type=positive, default=10, metavar="N", help="how many results (default: 10)")
    _json(command)
    _filters(command)


def _show(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "show", "show one letter as it was understood")
    command.add_argument("letter", metavar="LETTER", help="the id or reference of a letter")
    _json(command)


def _letters(commands: "_Commands[Parser]") -> None:
    _json(_command(commands, "letters", "list all letters"))


def _chat(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "chat", "open the chat window")
    command.add_argument("--host", default="127.0.0.1", help="address to serve on (default: 127.0.0.1)")
    command.add_argument("--port", type=int, default=7860, help="port to serve on (default: 7860)")
    command.add_argument("--passwords", type=Path, metavar="FILE", help="let in only who is in this password file")
    command.add_argument(
        "--proxy-header", metavar="NAME", help="let in only whom a proxy names in this header of each request"
    )


def _password(commands: "_Commands[Parser]") -> None:
    command = commands.add_parser(
        "password",
        help="make a line for a password file",
        description="Make a line for a password file; the password is asked for, or read from stdin.",
    )
    command.add_argument("name", metavar="NAME", help="who it is for")


def _eval(commands: "_Commands[Parser]") -> None:
    add_eval_arguments(_command(commands, "eval", "run question sets and gates"))


def _doctor(commands: "_Commands[Parser]") -> None:
    command = _command(commands, "doctor", "check the index and the settings")
    command.add_argument("--repair", action="store_true", help="rebuild the index from the store")
    _json(command)
