"""What docs/serving.md says of settings, commands and tools is so."""

import re
from pathlib import Path

import pytest

from rag.settings import Settings
from tests.conftest import ROOT
from ui.arguments import parser

TEXT = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (`.*?) \| (.*?) \|", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("names", "default"), ROWS)
def test_each_setting_is_one_with_that_default(names: str, default: str) -> None:
    for name in re.findall(r"`(\w+)`", names):
        value = Settings.model_fields[name].get_default(call_default_factory=True)
        if isinstance(value, Path):
            assert default == f"`{value.name}/`"
        else:
            assert default == (
                "none" if value is None else f"{value:g}" if type(value) is not bool else str(value).lower()
            )


@pytest.mark.parametrize("line", re.findall(r"^vraagbaak (.*?)(?: >>.*)?$", TEXT, re.MULTILINE))
def test_each_command_is_one(line: str) -> None:
    assert parser().parse_args(line.split()).command in {"chat", "password"}


def test_the_pictures_are_there() -> None:
    for name in ("window.md", "serving.md"):
        for path in re.findall(r"\]\((pictures/.*?)\)", (ROOT / "docs" / name).read_text(encoding="utf-8")):
            assert (ROOT / "docs" / path).is_file()
