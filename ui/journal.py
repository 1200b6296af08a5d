"""The journal: a line in the log for each question, with the id of its request; what was asked only if that is set."""

import logging
import time

from ui.request import Caller

_log = logging.getLogger("vraagbaak")


def asked(caller: Caller, question: str | None, outcome: str, started: float) -> None:
    """Write down that a question came to an end, and how; ``started`` is of ``time.perf_counter``."""
    took = (time.perf_counter() - started) * 1000
    words = "" if question is None else f" question={question!r}"
    _log.info("request=%s person=%s asked outcome=%s ms=%.0f%s", caller.request, caller.person, outcome, took, words)


def changed(caller: Caller, what: str) -> None:
    """Write down that somebody added or removed letters."""
    _log.info("request=%s person=%s %s", caller.request, caller.person, what)


def broken(caller: Caller) -> None:
    """Write down the exception that is being handled."""
    _log.exception("request=%s person=%s failed", caller.request, caller.person)
