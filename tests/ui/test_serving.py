import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from rag.errors import SettingError
from ui.serving import open_port

ROOT = Path(__file__).parents[2]
SCRIPT = """
from pathlib import Path
from rag.settings import Settings
from tests.ui.conftest import ScriptedAssistant
from ui.collection import Collection
from ui.serving import serve
serve(Collection(Settings(index=Path("{index}")), ScriptedAssistant()), "127.0.0.1", {port})
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def test_a_port_in_use_is_named_with_the_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(SettingError, match=rf"Port {port} on 127.0.0.1 is in use.*--port {port + 1}"):
            open_port("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("no.such.host.invalid", 0), ("192.0.2.1", 0)])
def test_an_impossible_host_or_port_is_named(host: str, port: int) -> None:
    with pytest.raises(SettingError, match=f"{port}.*--port|--port {port}"):
        open_port(host, port)


def test_serve_says_where_it_is_and_stops_at_ctrl_c(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-W", "error::UserWarning", "-c", SCRIPT.format(port=port, index=tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as run:
        assert run.stderr is not None
        assert run.stderr.readline() == f"Vraagbaak: http://127.0.0.1:{port} (stop with Ctrl+C)\n"
        assert httpx.get(f"http://127.0.0.1:{port}/", trust_env=False).status_code == httpx.codes.OK
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=20)
    assert (out, err, run.returncode) == ("", "", 0)


def test_the_page_may_fetch_from_nowhere_else(address: str) -> None:
    answer = httpx.get(address, trust_env=False)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/gradio_api/runs", "/monitoring", "/docs", "/openapi.json"])
def test_nothing_is_served_but_the_window(address: str, path: str) -> None:
    assert httpx.get(address + path, trust_env=False).status_code >= httpx.codes.BAD_REQUEST


def test_only_the_tools_are_open_to_clients(address: str) -> None:
    described = httpx.get(f"{address}/gradio_api/info", trust_env=False).json()
    assert set(described["named_endpoints"]) == {"/ask", "/search", "/show", "/letters"}
    assert described["unnamed_endpoints"] == {}
