"""The door: who a request is from, and whether they may come in."""

import asyncio
import base64
import binascii
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from ui.passwords import Passwords

_SLOW = 1.0
"""Seconds that a wrong password costs."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody does not come in: the status, and what to say; ``ask`` asks the browser for a password."""

    status: int
    words: str
    ask: bool = False


class Door(Protocol):
    """Knows people."""

    async def enter(self, scope: Scope) -> str | Refusal:
        """Return who a request is from, or why they may not come in."""
        ...


class OpenDoor:
    """Lets everybody in, and knows them by the address of their machine.

    Args:
        names: under which the window may be called; without them, any. For a window of this machine alone they keep
            out a page from elsewhere that has its own name point here.
    """

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        self._names = names

    async def enter(self, scope: Scope) -> str | Refusal:
        """Return the address."""
        name = urlsplit(f"//{Headers(scope=scope).get('host', '')}").hostname
        if self._names and name not in self._names:
            return Refusal(421, f"Vraagbaak is not called {name}; use one of {', '.join(sorted(self._names))}.")
        client = scope.get("client")
        return str(client[0]) if client else "-"


class PasswordDoor:
    """Lets in who is in the password file, by HTTP Basic authentication."""

    def __init__(self, passwords: Passwords) -> None:
        self._passwords = passwords

    async def enter(self, scope: Scope) -> str | Refusal:
        """Return the name, or ask for it."""
        given = _basic(Headers(scope=scope).get("authorization", ""))
        if given is None:
            return Refusal(401, "Sign in to use Vraagbaak.", ask=True)
        name, password = given
        if await asyncio.to_thread(self._passwords.admits, name, password):
            return name
        await asyncio.sleep(_SLOW)
        return Refusal(401, "That name and password do not go together.", ask=True)


class ProxyDoor:
    """Lets in whom a proxy has let in, and believes the header in which it says who that is."""

    def __init__(self, header: str) -> None:
        self._header = header

    async def enter(self, scope: Scope) -> str | Refusal:
        """Return the name that the proxy gives."""
        name = Headers(scope=scope).get(self._header, "").strip()
        if name and name.isprintable():
            return name
        return Refusal(403, f"Come in through the proxy: the header {self._header} names nobody.")


def _basic(header: str) -> tuple[str, str] | None:
    kind, _, data = header.partition(" ")
    if kind.casefold() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(data, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if colon else None
