"""Serving the window: a socket of our own, no telemetry, and a page that may fetch from nowhere else."""

import asyncio
import contextlib
import errno
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any, TypeVar

import gradio as gr
import uvicorn
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from rag.errors import SettingError

Made = TypeVar("Made")

ASSETS = Path(__file__).parent / "assets"
_LAST_PORT = 65_535
SANS = ("Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")
MONO = ("Consolas", "Liberation Mono", "monospace")

# Gradio's own page needs inline scripts and Function(); what matters is that nothing can be fetched or sent elsewhere.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
    )
)


def open_port(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes any free one.

    Raises:
        SettingError: the port is in use, not allowed, or the host is not an address of this machine.
    """
    if not 0 <= port <= _LAST_PORT:
        raise SettingError(f"--port {port}: no such port; choose one from 1 to {_LAST_PORT}.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SettingError(
                f"Port {port} on {host} is in use, perhaps by another Vraagbaak; "
                f"stop that, or choose another port: vraagbaak chat --port {port + 1}"
            ) from error
        raise SettingError(
            f"Cannot serve on {host}, port {port} ({error.strerror or error}); choose others with --host and --port."
        ) from error


def with_loop(make: Callable[[], Made]) -> Made:
    """Make something of Gradio's while an event loop runs.

    Without one Gradio starts a loop for each of its locks and never closes them.
    """
    try:
        asyncio.get_running_loop()
    except RuntimeError:

        async def made() -> Made:
            return make()

        return asyncio.run(made())
    return make()


def application(blocks: gr.Blocks) -> FastAPI:
    """Return the web application of the window, with its looks, its scripts and its policy."""
    return with_loop(lambda: _application(blocks))


def _application(blocks: gr.Blocks) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(_Guard)
    blocks.queue(default_concurrency_limit=None, api_open=False)
    gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        mcp_server=False,
        ssr_mode=False,
        pwa=False,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        show_error=False,
        max_file_size="1mb",
        favicon_path=str(ASSETS / "icon.svg"),
        theme=gr.themes.Base(font=SANS, font_mono=MONO),
        css=(ASSETS / "window.css").read_text(encoding="utf-8"),
    )
    return app


def serve_blocks(blocks: gr.Blocks, host: str, port: int) -> None:
    """Serve until Ctrl+C; the address is printed on stderr once it can be opened.

    Raises:
        SettingError: the port or the host cannot be used.
    """
    with open_port(host, port) as listener:
        server = _server(application(blocks))
        sys.stderr.write(f"Vraagbaak: {_address(listener, host)} (stop with Ctrl+C)\n")
        sys.stderr.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


@contextlib.contextmanager
def served(blocks: gr.Blocks, host: str = "127.0.0.1", port: int = 0) -> Iterator[str]:
    """Serve from a thread while the context lasts, and give the address."""
    with open_port(host, port) as listener:
        server = _server(application(blocks))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            yield _address(listener, host)
        finally:
            server.should_exit = True
            thread.join()


def _server(app: FastAPI) -> uvicorn.Server:
    # An open window holds a connection for its heartbeat; waiting for it would make Ctrl+C look dead.
    config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=1, lifespan="on")
    return uvicorn.Server(config)


def _address(listener: socket.socket, host: str) -> str:
    name = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{listener.getsockname()[1]}"


class _Guard:
    """Adds to every response the headers that keep the page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["content-security-policy"] = _POLICY
                headers["referrer-policy"] = "no-referrer"
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, guarded)
