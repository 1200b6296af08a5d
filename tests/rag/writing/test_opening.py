import pytest

from rag.errors import SettingError
from rag.settings import Settings
from rag.writing.opening import open_model
from tests.rag.writing.scripted_server import says, scripted


def test_a_model_behind_an_address_is_asked_there() -> None:
    with scripted(says("Dag!")) as server:
        speak = open_model(Settings(model="llama3.1:8b", model_url=server.url))
        assert "".join(speak([("system", "Taak."), ("human", "Vraag?")])) == "Dag!"
    assert server.asked == ["Taak.\n\nVraag?"]
    assert server.models == ["llama3.1:8b"]


def test_the_key_is_the_providers_own_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "geheim")
    with scripted(says("Dag!")) as server:
        list(open_model(Settings(model="openai:x", model_url=server.url))([("human", "?")]))
    assert server.keys == ["Bearer geheim"]


@pytest.mark.parametrize(
    ("model", "says_what"),
    [("nobody:x", "PROVIDER:NAME"), ("cohere:x", "pip install langchain-cohere"), ("openai:x", "key")],
)
def test_a_model_that_cannot_be_opened_says_what_to_do(
    model: str, says_what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingError, match=says_what) as error:
        open_model(Settings(model=model))
    assert model in str(error.value)
