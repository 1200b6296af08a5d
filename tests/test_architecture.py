"""The law of imports, and the promise that nothing reaches for the network."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rag.settings import Settings

ROOT = Path(__file__).parents[1]
PARTS = {"rag", "ingest", "ui", "eval"}
ALLOWED = {"rag": set(), "ingest": {"rag"}, "ui": {"rag", "ingest"}, "eval": {"rag", "ingest"}}

NO_NETWORK = """
import ipaddress, socket, sys
real = socket.socket.connect
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not ipaddress.ip_address(address[0]).is_loopback:
        print("CONNECTED TO", address, file=sys.stderr)
        raise SystemExit(99)
    return real(self, address)
def lookup(host, *rest, **more):
    if host not in ("localhost", "127.0.0.1", "::1", None):
        print("LOOKED UP", host, file=sys.stderr)
        raise SystemExit(99)
    return known(host, *rest, **more)
known = socket.getaddrinfo
socket.socket.connect, socket.getaddrinfo = connect, lookup
"""


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found & PARTS


@pytest.mark.parametrize("part", sorted(PARTS))
def test_each_part_imports_only_what_the_law_allows(part: str) -> None:
    modules = sorted((ROOT / part).rglob("*.py"))
    assert modules
    for path in modules:
        assert _imports(path) - {part} <= ALLOWED[part], path


def test_no_module_is_a_drawer() -> None:
    names = {path.stem for part in PARTS for path in (ROOT / part).rglob("*.py")}
    assert names.isdisjoint({"utils", "util", "helpers", "helper", "common", "manager", "misc"})


def _run_without_network(code: str, home: Path, index: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "VRAAGBAAK_INDEX": str(index),
        "PYTHONWARNINGS": "default",
    }
    return subprocess.run(
        [sys.executable, "-c", NO_NETWORK + code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_ingest_and_ask_reach_for_no_network(tmp_path: Path) -> None:
    code = (
        "from ui.commands import main\n"
        "sys.exit(main(['ingest']) or main(['ask', 'what did the cabinet say about UNHCR access?']))"
    )
    done = _run_without_network(code, tmp_path, tmp_path / "index")
    assert done.returncode == 0, done.stderr
    assert "[1]" in done.stdout


def test_a_look_outside_would_be_caught(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"
    assert _run_without_network(code, tmp_path, tmp_path / "index").returncode == 99


def test_answering_needs_neither_torch_nor_gradio(settings: Settings, tmp_path: Path) -> None:
    code = (
        "from ui.commands import main\nmain(['ask', 'Wat is het standpunt over Oeganda?'])\n"
        "assert not {'torch', 'sentence_transformers', 'gradio'} & set(sys.modules)"
    )
    done = _run_without_network(code, tmp_path, settings.index)
    assert done.returncode == 0, done.stderr


def test_the_window_reaches_for_no_network(settings: Settings, tmp_path: Path) -> None:
    code = (
        "from urllib.request import urlopen\n"
        "from rag.assistant import Assistant\nfrom rag.settings import Settings\n"
        "from ui.collection import Collection\nfrom ui.serving import served\n"
        "with served(Collection(Settings(), Assistant.open(Settings()))) as address:\n"
        "    page = urlopen(address, timeout=30).read().decode()\n"
        "assert 'Vraagbaak' in page"
    )
    done = _run_without_network(code, tmp_path, settings.index)
    assert done.returncode == 0, done.stderr
