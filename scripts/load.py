"""Opens the window as many people at once, who each ask one question after another, and tells how that went.

The window is served by a process of its own, over the index of the settings and a scripted model that takes a second.
Each person is a session of their own: questions through the queue of the window, answers over its stream of events, as
a browser does it. An answer that is an error, or to somebody else's question, makes it fail.
"""

import argparse
import asyncio
import json
import secrets
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

_SERVER = """
import sys, time
from ingest.run import ingest
from rag.assistant import Assistant
from rag.settings import Settings
from ui.collection import Collection
from ui.serving import served

class Slow(Assistant):
    def stream(self, *given):
        time.sleep(1)
        yield from super().stream(*given)

settings = Settings()
ingest(settings)
with served(Collection(settings, Slow.open(settings))) as address:
    print(address, flush=True)
    sys.stdin.read()
"""
_ASKED = "asked_in_window"
_QUESTION = "Wat zegt het kabinet over toegang voor UNHCR? ({mark})"


@dataclass
class Tally:
    """What all people saw: seconds to each whole answer, what went wrong, and the megabytes of the server."""

    took: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def told(self) -> str:
        """Say it in a few lines."""
        ordered = sorted(self.took)
        p50, p95 = (ordered[int(len(ordered) * part)] for part in (0.5, 0.95))
        lines = [
            f"{len(ordered)} answers; half within {p50:.2f} s, 95 % within {p95:.2f} s, all within {ordered[-1]:.2f} s",
            f"memory of the server: {self.memory[0]:.0f} MB at first, {self.memory[-1]:.0f} MB at last",
            f"wrong: {len(self.wrong)}{''.join(f'{chr(10)}  {one}' for one in self.wrong[:5])}",
        ]
        return "\n".join(lines)


class Person:
    """One person with the window open."""

    def __init__(self, client: httpx.AsyncClient, functions: dict[str, int], tally: Tally) -> None:
        self._client, self._functions, self._tally = client, functions, tally
        self._session = secrets.token_hex(6)
        self._seen: list[str] = []

    async def stay(self, until: float) -> None:
        """Ask until it is time to go."""
        while time.monotonic() < until:
            mark = secrets.token_hex(4)
            started = time.monotonic()
            try:
                shown = await self._ask(_QUESTION.format(mark=mark))
            except (httpx.HTTPError, ValueError, KeyError) as error:
                self._tally.wrong.append(f"{type(error).__name__}: {error}")
                continue
            self._tally.took.append(time.monotonic() - started)
            self._seen.append(mark)
            self._check(shown)

    def _check(self, shown: str) -> None:
        """See that the conversation shows just this person's questions, and an answer with sources to each."""
        marks = [part[:8] for part in shown.split("UNHCR? (")[1:]]
        if set(marks) != set(self._seen):
            self._tally.wrong.append(f"somebody else's: {marks} for {self._seen}")
        elif shown.count('class="vb-sources"') != len(self._seen):
            self._tally.wrong.append("an answer without sources")

    async def _ask(self, question: str) -> str:
        """Ask, and return the conversation as it is shown when the answer is whole."""
        number = self._functions[_ASKED]
        body = {"data": [None, question], "fn_index": number, "session_hash": self._session, "event_data": {}}
        (await self._client.post("/gradio_api/queue/join", json=body)).raise_for_status()
        shown = ""
        async for message in self._messages():
            if message["msg"] in {"process_generating", "process_completed"}:
                if not message["success"]:
                    raise ValueError(message["output"].get("error"))
                shown = _changed(shown, message["output"]["data"][1])
        return shown

    async def _messages(self) -> AsyncIterator[dict[str, Any]]:
        asked = {"session_hash": self._session}
        async with self._client.stream("GET", "/gradio_api/queue/data", params=asked) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data:"):
                    message: dict[str, Any] = json.loads(line.removeprefix("data:"))
                    if message["msg"] == "close_stream":
                        return
                    yield message


def _changed(shown: str, data: Any) -> str:  # noqa: ANN401 - as Gradio sends it
    """Return what is shown after an event: it is sent whole at first, and then as what has changed."""
    if isinstance(data, str):
        return data
    for action, _, value in data or []:
        shown = {"replace": value, "append": shown + str(value)}.get(action, shown)
    return shown


async def press(address: str, people: int, seconds: float, pid: int) -> Tally:
    """Have people ask for a while."""
    tally = Tally()
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits, trust_env=False) as client:
        config = (await client.get("/config")).json()
        functions = {one["api_name"]: one["id"] for one in config["dependencies"] if one["api_name"]}
        until = time.monotonic() + seconds
        looking = asyncio.create_task(_look(pid, tally))
        await asyncio.gather(*(Person(client, functions, tally).stay(until) for _ in range(people)))
        looking.cancel()
    return tally


async def _look(pid: int, tally: Tally) -> None:
    """Look every second how much memory the server has."""
    while True:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        tally.memory += [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")]
        await asyncio.sleep(1)


def main() -> int:
    """Read the flags, serve and press, and return the exit status."""
    flags = argparse.ArgumentParser(description=__doc__)
    flags.add_argument("--people", type=int, default=100)
    flags.add_argument("--seconds", type=float, default=60)
    chosen = flags.parse_args()
    command = [sys.executable, "-c", _SERVER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        address = server.stdout.readline().strip() if server.stdout else ""
        if not address:
            return server.wait()
        tally = asyncio.run(press(address, chosen.people, chosen.seconds, server.pid))
        server.communicate("")
    sys.stdout.write(tally.told() + "\n")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
