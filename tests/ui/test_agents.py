"""The tools, called by a real client of Gradio's API and by a real MCP client."""

import json
from typing import Any

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp.client import Client as McpClient

from tests.ui.conftest import in_a_loop, make_letter


@pytest.fixture(scope="module")
def client(address: str) -> Client:
    return Client(address, verbose=False, analytics_enabled=False)


def test_a_client_gets_the_documents_of_the_commands(client: Client) -> None:
    answer = client.predict("Hoe zit het met toegang?", party="D66", api_name="/ask")
    assert answer["status"] == "answered"
    assert answer["question"] == "Hoe zit het met toegang?"
    letter = client.predict("7000001", api_name="/show")
    cited = answer["citations"][0]
    assert letter["text"][cited["start"] : cited["end"]] == cited["quote"]
    assert len(client.predict("toegang", k=3, api_name="/search")["results"]) == 3
    assert [one["id"] for one in client.predict(api_name="/letters")["letters"]] == ["7000001", "hubs"]


def test_an_error_says_what_to_do(client: Client) -> None:
    with pytest.raises(AppError, match="not a date; write it as 2026-05-11"):
        client.predict("toegang", since="gisteren", api_name="/ask")
    with pytest.raises(AppError, match="no letter is called that"):
        client.predict("nergens", api_name="/show")


def mcp(address: str, tool: str, **arguments: Any) -> tuple[bool, Any]:  # noqa: ANN401
    async def called() -> tuple[bool, Any]:
        async with McpClient(f"{address}/mcp") as session:
            result = await session.call_tool(tool, arguments)
            return bool(result.is_error), result.content[0].text  # type: ignore[union-attr]

    return in_a_loop(called())


def test_agents_are_told_what_the_tools_are_for(address: str) -> None:
    async def listed() -> dict[str, Any]:
        async with McpClient(f"{address}/mcp") as session:
            return {tool.name: tool for tool in (await session.list_tools()).tools}

    tools = in_a_loop(listed())
    assert set(tools) == {"ask", "search", "show", "letters"}
    assert "verbatim quotes" in (tools["ask"].description or "")
    taken = tools["ask"].input_schema["properties"]
    assert {"question", "since", "party", "language"} <= set(taken)
    assert not {"caller", "given", "request"} & set(taken)


def test_an_agent_asks_and_reads_on(address: str) -> None:
    failed, said = mcp(address, "ask", question="toegang", language="en")
    answer = json.loads(said)
    assert not failed
    letter = make_letter()
    assert all(letter.text[one["start"] : one["end"]] == one["quote"] for one in answer["citations"][:3])
    failed, said = mcp(address, "show", letter=answer["citations"][0]["letter"]["id"])
    assert json.loads(said)["letter"]["reference"] == "7000001"
    failed, said = mcp(address, "search", question="toegang", k=0)
    assert failed
    assert "ask for 1 to 100 results" in said
