"""Serving others: who comes in, how much each may ask, what the log says, and that sessions do not mix."""

import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from rag.errors import SettingError
from rag.settings import Settings
from ui.access import Access
from ui.collection import Collection
from ui.door import PasswordDoor, ProxyDoor
from ui.passwords import Passwords, entry
from ui.serving import access_of, door_of, served

PATHS = ("/", "/letters", "/letter/7000001", "/gradio_api/info", "/mcp", "/vraagbaak/style.css", "/config")


@pytest.fixture(scope="module")
def passwords(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("door") / "passwords"
    path.write_text(f"# wie erin mag\n\n{entry('anna', 'géheim')}\n{entry('bob', 'ook')}\n")
    return path


@pytest.fixture(scope="module")
def guarded(collection: Collection, passwords: Path) -> Iterator[str]:
    access = Access(questions_a_minute=2, may_add=False)
    with served(collection, access, PasswordDoor(Passwords.read(passwords))) as address:
        yield address


@pytest.mark.parametrize("path", PATHS)
def test_nobody_comes_in_without_a_password(guarded: str, path: str) -> None:
    answer = httpx.get(guarded + path, trust_env=False)
    assert answer.status_code == httpx.codes.UNAUTHORIZED
    assert answer.headers["www-authenticate"].startswith("Basic")
    assert "gradio" not in answer.text


def test_a_wrong_password_stays_outside_and_the_right_one_comes_in(guarded: str) -> None:
    for name, password in (("anna", "ook"), ("niemand", "x"), ("anna", "")):
        assert httpx.get(guarded, auth=(name, password), trust_env=False).status_code == httpx.codes.UNAUTHORIZED
    odd = {"authorization": "Basic !!!"}
    assert httpx.get(guarded, headers=odd, trust_env=False).status_code == httpx.codes.UNAUTHORIZED
    for _ in range(2):
        right = httpx.BasicAuth(b"anna", "géheim".encode())
        assert httpx.get(guarded, auth=right, trust_env=False).status_code == httpx.codes.OK


def test_each_person_has_their_own_limit(guarded: str) -> None:
    def client(name: str, password: str) -> Client:
        auth = {"auth": (name.encode(), password.encode())}
        return Client(guarded, verbose=False, analytics_enabled=False, httpx_kwargs=auth)

    anna, bob = client("anna", "géheim"), client("bob", "ook")
    for _ in range(2):
        assert anna.predict("toegang", api_name="/ask")["status"] == "answered"
    with pytest.raises(AppError, match="2 questions a minute"):
        anna.predict("toegang", api_name="/ask")
    assert bob.predict("toegang", api_name="/ask")["status"] == "answered"


def test_a_proxy_names_who_comes_in(collection: Collection) -> None:
    with served(collection, door=ProxyDoor("X-Remote-User")) as address:
        assert httpx.get(address, trust_env=False).status_code == httpx.codes.FORBIDDEN
        named = {"x-remote-user": "anna"}
        assert httpx.get(address, headers=named, trust_env=False).status_code == httpx.codes.OK


def test_a_window_of_this_machine_alone_has_no_other_name(address: str) -> None:
    answer = httpx.get(address, headers={"host": "evil.example"}, trust_env=False)
    assert answer.status_code == httpx.codes.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    ("host", "settings", "may_add", "limit"),
    [
        ("127.0.0.1", {}, True, 0),
        ("127.0.0.1", {"uploads": False}, False, 0),
        ("0.0.0.0", {}, False, 30),  # noqa: S104
        ("0.0.0.0", {"passwords": Path("p")}, True, 30),  # noqa: S104
        ("0.0.0.0", {"proxy_header": "X-User", "questions_a_minute": 5}, True, 5),  # noqa: S104
    ],
)
def test_letters_are_added_only_by_who_is_known(
    host: str, settings: dict[str, object], may_add: bool, limit: int
) -> None:
    access = access_of(Settings(**settings), host)  # type: ignore[arg-type]
    assert (access.may_add, access.questions_a_minute) == (may_add, limit)


def test_two_ways_to_know_people_are_one_too_many(passwords: Path) -> None:
    assert isinstance(door_of(Settings(passwords=passwords), "0.0.0.0"), PasswordDoor)  # noqa: S104
    with pytest.raises(SettingError, match="choose one"):
        door_of(Settings(passwords=passwords, proxy_header="X-User"), "127.0.0.1")


@pytest.mark.parametrize("told", [False, True])
def test_the_log_tells_what_was_asked_only_if_that_is_set(
    collection: Collection, caplog: pytest.LogCaptureFixture, told: bool
) -> None:
    with caplog.at_level(logging.INFO, "vraagbaak"), served(collection, Access(log_questions=told)) as address:
        Client(address, verbose=False, analytics_enabled=False).predict("toegang geheim", api_name="/ask")
        request = httpx.get(address, trust_env=False).headers["x-request-id"]
    (line,) = [record.getMessage() for record in caplog.records if "asked" in record.getMessage()]
    assert "outcome=answered" in line
    assert "person=127.0.0.1" in line
    assert ("geheim" in line) is told
    assert len(request) == 8
