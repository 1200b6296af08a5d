"""The guard: stands before everything that is served. It knows who asks, and keeps the pages to themselves."""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.door import Door, Refusal
from ui.request import stamp

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
_CLOSED = ("/gradio_api/upload", "/gradio_api/component_server", "/gradio_api/proxy=")
"""What Gradio would serve, and the window does not use."""


class Guard:
    """Lets in whom the door lets in, gives each request an id, and adds the headers that keep the page to itself."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app, self._door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        person = await self._door.enter(scope)
        caller = stamp(scope, "-" if isinstance(person, Refusal) else person)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _keep_to_itself(message, caller.request)
            await send(message)

        if isinstance(person, Refusal):
            await _refused(person)(scope, receive, guarded)
        elif scope["path"].startswith(_CLOSED):
            await PlainTextResponse("There is nothing here.", 404)(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)


def _keep_to_itself(message: MutableMapping[str, Any], request: str) -> None:
    headers = MutableHeaders(scope=message)
    headers.setdefault("content-security-policy", _POLICY)
    headers["referrer-policy"] = "no-referrer"
    headers["x-content-type-options"] = "nosniff"
    headers["x-request-id"] = request


def _refused(refusal: Refusal) -> PlainTextResponse:
    ask = {"www-authenticate": 'Basic realm="Vraagbaak", charset="UTF-8"'} if refusal.ask else {}
    return PlainTextResponse(refusal.words, refusal.status, headers=ask)
