"""The tools for programs and agents: as endpoints of Gradio's API, and as an MCP server."""

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import gradio as gr
from fastapi import FastAPI
from gradio.events import api
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette

from ui.request import Caller
from ui.tools import Tools, offered

MCP_PATH = "/mcp"
_ABOUT = (
    "What the Dutch cabinet told parliament, in its own words: answers to parliamentary questions, written "
    "consultations and letters. Every answer is made of verbatim quotes with their source."
)


def add_endpoints(blocks: gr.Blocks, tools: Tools) -> None:
    """Add the tools to the API of a Gradio app, as ``/ask``, ``/search``, ``/show`` and ``/letters``."""
    with blocks:
        for tool in tools.each():
            endpoint = offered(tool, gr.Request, Caller.of, gr.Error)
            api(endpoint, api_name=endpoint.__name__, concurrency_limit=None)


def add_mcp(app: FastAPI, tools: Tools) -> None:
    """Add an MCP server with the tools to a web application, at :data:`MCP_PATH`, over streamable HTTP."""
    server: MCPServer[Any] = MCPServer("vraagbaak", title="Vraagbaak", instructions=_ABOUT, log_level="ERROR")
    for tool in tools.each():
        server.add_tool(offered(tool, Context, _caller, ToolError))
    # Who may reach this at all is for the guard to say, which knows under which names the window is served.
    serving = server.streamable_http_app(
        streamable_http_path=MCP_PATH,
        stateless_http=True,
        json_response=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    app.router.routes.extend(serving.routes)
    _live_with(app, serving)


def _caller(context: "Context[Any, Any]") -> Caller:
    request = context.request_context.request
    return Caller.in_scope({} if request is None else request.scope)


def _live_with(app: FastAPI, other: Starlette) -> None:
    """Have one application start and end with another."""
    own = app.router.lifespan_context

    @contextlib.asynccontextmanager
    async def both(of: FastAPI) -> AsyncIterator[Any]:
        async with other.router.lifespan_context(other), own(of) as state:
            yield state

    app.router.lifespan_context = both
