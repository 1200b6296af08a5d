"""A server on loopback that speaks OpenAI's chat protocol, streaming included, and says what a script tells it."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PIECE = 7
"""Characters that a reply is streamed in, so that words, marks and tags arrive in parts."""

SILENCE = 30.0
"""Seconds that a silent server stays silent at most; it ends earlier, with the server."""


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    ``silent_after`` is the number of pieces after which it falls silent, ``cut_after`` the one after which it
    breaks the connection off; ``lasts`` has it begin anew for ever.
    """

    text: str = ""
    status: int = 200
    silent_after: int | None = None
    cut_after: int | None = None
    endless: bool = False


Script = Callable[[str], Reply]
"""From what the model is asked (system and user message together) to what it does."""


@dataclass
class ScriptedServer:
    """The server as a test sees it: its address, what it was asked, for which model, and with what key."""

    url: str
    asked: list[str] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)


@contextlib.contextmanager
def scripted(*scripts: Script) -> Iterator[ScriptedServer]:
    """Serve: the first request by the first script, and so on; the last script answers all further ones."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.scripts = scripts
    server.seen = seen = ScriptedServer(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        seen.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def says(text: str) -> Script:
    """Return a script that always says the same."""
    return lambda _: Reply(text)


def does(reply: Reply) -> Script:
    """Return a script that always does the same."""
    return lambda _: reply


class _Server(ThreadingHTTPServer):
    scripts: tuple[Script, ...]
    seen: ScriptedServer


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.path == "/v1/chat/completions"
        assert request["stream"] is True
        asked = "\n\n".join(message["content"] for message in request["messages"])
        seen = self.server.seen
        seen.asked.append(asked)
        seen.models.append(request["model"])
        seen.keys.append(self.headers["Authorization"])
        reply = self.server.scripts[min(len(seen.asked), len(self.server.scripts)) - 1](asked)
        try:
            self._send(reply)
        except OSError:  # the one who asked has gone
            seen.hung_up.set()
            self.close_connection = True

    def _send(self, reply: Reply) -> None:
        if reply.status != 200:
            self._fail(reply.status)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self._event({"role": "assistant", "content": ""})
        for count, piece in enumerate(_pieces(reply)):
            if count == reply.silent_after:
                self.server.seen.over.wait(SILENCE)
            if count == reply.cut_after or self.server.seen.over.is_set():
                self.close_connection = True
                return
            self._event({"content": piece})
        self._event({}, "stop")
        self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _fail(self, status: int) -> None:
        body = json.dumps({"error": {"message": "scripted", "type": "scripted", "code": status}}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _event(self, delta: dict[str, str], finish: str | None = None) -> None:
        event = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "scripted",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }
        self._chunk(f"data: {json.dumps(event)}\n\n".encode())

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):X}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


def _pieces(reply: Reply) -> Iterator[str]:
    while True:
        yield from (reply.text[at : at + PIECE] for at in range(0, len(reply.text), PIECE))
        if not reply.endless:
            return
