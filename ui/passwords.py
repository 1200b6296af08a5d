"""Passwords: a file of who may use the window, a line for each: a name, and what proves the password."""

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path

from rag.errors import SettingError

_COST, _BLOCK, _LANES = 2**14, 8, 1
_SALT = 16
_REMEMBERED = 1_000


def entry(name: str, password: str) -> str:
    """Return the line of a person for a password file.

    Raises:
        SettingError: the name cannot stand in one, or the password is empty.
    """
    if not name or ":" in name or not name.isprintable() or name.startswith("#"):
        raise SettingError(f"{name!r}: not a name for a password file; leave out colons and signs that do not print.")
    if not password:
        raise SettingError(f"{name}: the password is empty; type one.")
    salt = secrets.token_bytes(_SALT)
    return f"{name}:{salt.hex()}:{_proof(password, salt).hex()}"


@dataclass(slots=True)
class Passwords:
    """Who may use the window; what was proven once is remembered, since proving takes a while on purpose."""

    known: dict[str, tuple[bytes, bytes]]
    _proven: set[bytes] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def read(cls, path: Path) -> "Passwords":
        """Read a file of lines that :func:`entry` made; empty ones and those that begin with ``#`` say nothing.

        Raises:
            SettingError: it cannot be read, a line is no such line, or nobody is in it.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingError(f"{path}: the password file cannot be read ({error}); name another.") from error
        known = {}
        for number, line in enumerate(lines, 1):
            if line.strip() and not line.startswith("#"):
                name, proof = _parsed(line.strip(), path, number)
                known[name] = proof
        if not known:
            raise SettingError(f"{path}: nobody is in the password file; add a line with `vraagbaak password NAME`.")
        return cls(known)

    def admits(self, name: str, password: str) -> bool:
        """Say whether this is somebody's password."""
        salt, proof = self.known.get(name, (bytes(_SALT), b""))
        seen = hashlib.sha256(salt + f"{name}:{password}".encode()).digest()
        with self._lock:
            if seen in self._proven:
                return True
        admitted = hmac.compare_digest(_proof(password, salt), proof)
        if admitted:
            with self._lock:
                if len(self._proven) >= _REMEMBERED:
                    self._proven.clear()
                self._proven.add(seen)
        return admitted


def _proof(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES)


def _parsed(line: str, path: Path, number: int) -> tuple[str, tuple[bytes, bytes]]:
    try:
        name, salt, proof = line.split(":")
        return name, (bytes.fromhex(salt), bytes.fromhex(proof))
    except ValueError as error:
        raise SettingError(
            f"{path}, line {number}: not a line of a password file; make one with `vraagbaak password NAME`."
        ) from error
