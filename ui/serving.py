"""Serving: the window and the pages beside it, on a socket of our own, to whom the settings let in."""

import contextlib
import errno
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec

import gradio as gr
import uvicorn
from fastapi import FastAPI

from rag.errors import SettingError
from rag.settings import Settings
from ui.access import Access
from ui.agents import add_endpoints, add_mcp
from ui.changing import Changing
from ui.collection import Collection
from ui.desk import AT_ONCE, Desk
from ui.door import Door, OpenDoor, PasswordDoor, ProxyDoor
from ui.guard import Guard
from ui.loop import with_loop
from ui.passwords import Passwords
from ui.site import ASSETS, Site, style
from ui.tools import Tools
from ui.window import build_window

_LAST_PORT = 65_535
_JOBS = 4 * AT_ONCE
"""Events of all people at the same time: answers, and what is done while they grow."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_SANS = ("Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")
_MONO = ("Consolas", "Liberation Mono", "monospace")
_HEAD = '<script src="/vraagbaak/copy.js" defer></script>'


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


def door_of(settings: Settings, host: str) -> Door:
    """Return the door that the settings ask for.

    Raises:
        SettingError: the password file cannot be used, or there is a proxy header beside it.
    """
    if settings.passwords is not None and settings.proxy_header is not None:
        raise SettingError("Settings passwords and proxy_header: choose one of them to know people by.")
    if settings.passwords is not None:
        return PasswordDoor(Passwords.read(settings.passwords))
    if settings.proxy_header is not None:
        return ProxyDoor(settings.proxy_header)
    return OpenDoor(_HERE if host in _HERE else frozenset())


def access_of(settings: Settings, host: str) -> Access:
    """Return the rules that the settings ask for; others than the one at this machine are held to more of them.

    Letters are added by who is known: by a password, by a proxy, or by sitting at this machine.
    """
    known = host in _HERE or settings.passwords is not None or settings.proxy_header is not None
    return Access(
        may_add=settings.uploads and known,
        questions_a_minute=0 if host in _HERE else settings.questions_a_minute,
        seconds_a_question=settings.seconds_a_question,
        log_questions=settings.log_questions,
    )


def application(collection: Collection, access: Access, door: Door) -> FastAPI:
    """Return the web application: the window, the pages beside it, the API and the MCP server, behind the guard."""
    return with_loop(lambda: _application(Desk(collection, access), door))


def _application(desk: Desk, door: Door) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Guard, door=door)
    app.include_router(Changing(desk).routes())
    app.include_router(Site(desk).routes())
    tools = Tools(desk)
    add_mcp(app, tools)
    _unburden()
    blocks = build_window(desk)
    add_endpoints(blocks, tools)
    blocks.max_threads = _JOBS
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
        theme=gr.themes.Base(font=_SANS, font_mono=_MONO),
        css=style(),
        head=_HEAD,
    )
    return app


def _unburden() -> None:
    """Keep Gradio from what it does at each event and nobody here needs.

    It counts how long all events before took, and looks for matplotlib over and over where there is none.
    """
    os.environ.setdefault("GRADIO_ANALYTICS_CACHE_FREQUENCY", str(sys.maxsize))
    os.environ.setdefault("GRADIO_ANALYTICS_MAX_EVENTS", "1")
    if find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]


def serve(collection: Collection, host: str, port: int) -> None:
    """Serve until Ctrl+C; the address is printed on stderr once it can be opened.

    Raises:
        SettingError: the port, the host or the password file cannot be used.
    """
    settings = collection.settings
    door = door_of(settings, host)
    with open_port(host, port) as listener:
        server = _server(application(collection, access_of(settings, host), door))
        _log_to_stderr()
        sys.stderr.write(f"Vraagbaak: {_address(listener, host)} (stop with Ctrl+C)\n")
        sys.stderr.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


@contextlib.contextmanager
def served(
    collection: Collection, access: Access | None = None, door: Door | None = None, host: str = "127.0.0.1"
) -> Iterator[str]:
    """Serve on a free port from a thread while the context lasts, and give the address."""
    with open_port(host, 0) as listener:
        server = _server(application(collection, access or Access(), door or OpenDoor(_HERE)))
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


def _log_to_stderr() -> None:
    """Write the journal to stderr, a line each."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log = logging.getLogger("vraagbaak")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def _address(listener: socket.socket, host: str) -> str:
    name = {"0.0.0.0": "localhost", "::": "localhost"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{listener.getsockname()[1]}"
