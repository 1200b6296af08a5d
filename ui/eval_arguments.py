"""The arguments of ``vraagbaak eval``: a run, and what is done about question sets besides."""

import argparse
from pathlib import Path

from ui.numbers import positive


def add_eval_arguments(command: argparse.ArgumentParser) -> None:
    """Add them to the parser of the command; ``action`` in its result is None for a run."""
    command.add_argument("--json", action="store_true", help="print one JSON document")
    _sets(command)
    _choice(command.add_argument_group("which questions"))
    _baseline(command.add_argument_group("gates and baseline"))
    _reports(command.add_argument_group("reports"))
    _model(command.add_argument_group("with a language model"))
    command.add_argument("--jobs", type=positive, metavar="N", default=1, help="questions asked at a time (default: 1)")
    command.add_argument(
        "--record", type=Path, metavar="FILE", help="record of the run (default: in the index's folder)"
    )
    _actions(command)


def _sets(command: argparse.ArgumentParser, default: str | None = None) -> None:
    command.add_argument(
        "--set",
        dest="sets",
        action="append",
        type=Path,
        metavar="FILE",
        default=default,
        help="a question set (default: the shipped ones); may be given again",
    )


def _choice(group: argparse._ArgumentGroup) -> None:  # argparse has no public name for it
    group.add_argument("--kind", dest="kinds", action="append", metavar="KIND", help="of this kind; may be given again")
    group.add_argument("--part", choices=("tune", "held"), help="the half to tune on, or the one that is held back")
    group.add_argument("--sample", type=positive, metavar="N", help="so many, drawn always the same way")
    group.add_argument("--only-failed", action="store_true", help="those that failed in the last run")


def _baseline(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--gates", type=Path, metavar="FILE", help="the gates (default: the shipped ones)")
    group.add_argument(
        "--baseline", type=Path, metavar="FILE", help="the run to compare with (default: the shipped one)"
    )
    group.add_argument("--save-baseline", type=Path, metavar="FILE", help="keep this run as a baseline")


def _reports(group: argparse._ArgumentGroup) -> None:
    for name, what in (
        ("junit", "JUnit XML"),
        ("markdown", "Markdown for a pull request"),
        ("html", "a page with every question, answer and citation"),
    ):
        group.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"write {what}")


def _model(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--replies", type=Path, metavar="FILE", help="the model of the settings writes, by its replies in this file"
    )
    group.add_argument(
        "--judge", metavar="PROVIDER:NAME", help="a model that judges each answer; reported, never a gate"
    )
    group.add_argument("--record-replies", action="store_true", help="ask the model for replies that are not there")


def _actions(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION", title="besides a run")
    lint = actions.add_parser("lint", help="check question sets against the letters, and print their balance")
    _sets(lint, argparse.SUPPRESS)
    init = actions.add_parser("init", help="propose a set for your own letters, from their own questions, to edit")
    heard = actions.add_parser("import-feedback", help="make a set, to edit, of what people said of answers")
    for action in (init, heard):
        action.add_argument("file", type=Path, metavar="FILE", help="the set to write")
    for action in (lint, init, heard):
        # Not given here, it must not take away what was given before the action.
        action.add_argument("--index", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="folder of the index")
