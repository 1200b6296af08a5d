"""What docs/eval.md says of fields, kinds, figures and commands is so."""

import shlex
from dataclasses import fields, replace
from pathlib import Path

import pytest

from eval.gates import BOUNDS
from eval.measures import NAMES
from eval.sets import KINDS, Question, read_sets
from ui.arguments import parser

DOCS = Path(__file__).parents[2] / "docs" / "eval.md"
TEXT = DOCS.read_text(encoding="utf-8")
COMMANDS = [line.partition(".venv/bin/vraagbaak ")[2] for line in TEXT.splitlines() if ".venv/bin/vraagbaak " in line]


def test_every_field_kind_figure_and_bound_is_told() -> None:
    names = [one.name for one in fields(Question)]
    for name in (*names, *KINDS, *NAMES, *(f"[{bound}]" for bound in BOUNDS)):
        assert f"`{name}`" in TEXT, name


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_one(command: str) -> None:
    parser().parse_args(shlex.split(command.strip("`- ")))


def test_the_example_is_of_the_shipped_sets(shipped: tuple[Question, ...], tmp_path: Path) -> None:
    example = next(line for line in TEXT.splitlines() if line.startswith("{"))
    (tmp_path / "set.jsonl").write_text(example, encoding="utf-8")
    assert read_sets([tmp_path / "set.jsonl"])[0] in [replace(one, also=()) for one in shipped]
