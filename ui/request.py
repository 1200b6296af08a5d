"""Requests: an id for each, and who makes it."""

import secrets
from dataclasses import dataclass
from typing import Any

import gradio as gr
from starlette.types import Scope

_ID, _PERSON = "vraagbaak.request", "vraagbaak.person"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who makes a request, and the id by which the log knows it.

    ``person`` is the name under which somebody signed in, else the address of the machine.
    """

    request: str
    person: str

    @classmethod
    def of(cls, request: gr.Request) -> "Caller":
        """Return who makes a request to Gradio; one that did not come over the web has a new id and no person."""
        scope: dict[str, Any] = dict(request.request.scope) if request.request is not None else {}
        return cls.in_scope(scope)

    @classmethod
    def in_scope(cls, scope: Scope | dict[str, Any]) -> "Caller":
        """Return who makes a request that has been through :func:`stamp`."""
        return cls(scope.get(_ID) or new_id(), scope.get(_PERSON) or "-")


def new_id() -> str:
    """Return an id that no other request has."""
    return secrets.token_hex(4)


def stamp(scope: Scope, person: str) -> Caller:
    """Give a request an id and a person."""
    scope[_ID], scope[_PERSON] = new_id(), person
    return Caller.in_scope(scope)
