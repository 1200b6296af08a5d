import pytest

from rag.writing.failure import FailureKind, ModelFailure, failure_of


class StatusError(Exception):
    """An error with a status, as providers' packages have it."""

    def __init__(self, status: int) -> None:
        self.status_code = status


class ResponseError(Exception):
    """An error with a response that has one."""

    def __init__(self, status: int) -> None:
        self.response = StatusError(status)


class RemoteProtocolError(Exception):
    """A connection that breaks off, as httpx calls it."""


class APIConnectionError(Exception):
    """A connection that fails, as OpenAI's package calls it."""


@pytest.mark.parametrize(
    ("status", "kind", "transient"),
    [
        (401, "refused", False),
        (403, "refused", False),
        (429, "busy", True),
        (500, "broken", True),
        (404, "rejected", False),
    ],
)
def test_a_status_tells_the_kind(status: int, kind: FailureKind, transient: bool) -> None:
    for error in (StatusError(status), ResponseError(status)):
        failure = failure_of(error)
        assert (failure.kind, failure.is_transient, failure.detail) == (kind, transient, f"HTTP {status}")


def _raised(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (_raised(APIConnectionError(), ConnectionRefusedError()), "unreachable"),
        (_raised(APIConnectionError(), RemoteProtocolError()), "broken"),
        (RemoteProtocolError(), "broken"),
        (ValueError("?"), "broken"),
        (ModelFailure("slow"), "slow"),
    ],
)
def test_other_errors_tell_it_by_their_names(error: Exception, kind: FailureKind) -> None:
    assert failure_of(error).kind == kind
