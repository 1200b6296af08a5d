"""How a language model fails, in kinds that a reader can be told, and whether to ask it once more helps."""

from collections.abc import Iterator
from typing import Literal

FailureKind = Literal[
    "unusable",
    "unreachable",
    "refused",
    "busy",
    "broken",
    "rejected",
    "slow start",
    "stalled",
    "slow",
    "too long",
    "empty",
    "wrong language",
    "unsupported",
    "no room",
]

_TRANSIENT: frozenset[FailureKind] = frozenset({"unreachable", "busy", "broken"})
_REFUSALS = (401, 403)
_BUSY = 429
_SERVER = 500


class ModelFailure(Exception):  # noqa: N818 - it names what a remark tells; no user meets it as an error
    """A language model did not bring an answer that can be shown.

    Attributes:
        kind: what went wrong.
        detail: the cause in a few words, where there is more to say than the kind.
    """

    def __init__(self, kind: FailureKind, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind, self.detail = kind, detail

    @property
    def is_transient(self) -> bool:
        """Whether asking once more may help."""
        return self.kind in _TRANSIENT


def failure_of(error: BaseException) -> ModelFailure:
    """Return what an error of a provider's package means; these share no class, but their names and statuses."""
    for cause in _causes(error):
        if isinstance(cause, ModelFailure):
            return cause
        status = _status(cause)
        if status is not None:
            return ModelFailure(_kind(status), f"HTTP {status}")
    if any("Connect" in type(cause).__name__ or isinstance(cause, ConnectionRefusedError) for cause in _causes(error)):
        broke = any("Protocol" in type(cause).__name__ or "Read" in type(cause).__name__ for cause in _causes(error))
        return ModelFailure("broken" if broke else "unreachable")
    return ModelFailure("broken", type(error).__name__)


def _kind(status: int) -> FailureKind:
    if status in _REFUSALS:
        return "refused"
    if status == _BUSY:
        return "busy"
    return "broken" if status >= _SERVER else "rejected"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came of, the last first."""
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__


def _status(error: BaseException) -> int | None:
    for holder in (error, getattr(error, "response", None)):
        status = getattr(holder, "status_code", None)
        if isinstance(status, int):
            return status
    return None
